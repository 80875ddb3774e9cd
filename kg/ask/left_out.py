"""What a question says it is not about."""

from __future__ import annotations

import re

__all__ = ["without_office"]

LEFT_OUT = r"(?:不算|不含|不列|不要|不计|不包括|除[了去外]|leaving out|leaving aside|excluding|without|not counting)"


def without_office(question: str) -> str:
    """A question without the clause that leaves the staff of an office out: it would seem to ask about the office."""
    return re.sub(
        rf"[（(，,、]?[^，,。；;（()?？]*{LEFT_OUT}[^，,。；;）)?？]*(?:办公室|\boffice\b)[^，,。；;）)?？]*[）)]?"
        rf"|[（(，,][^，,。；;（()]*(?:办公室|\boffice\b)[^，,。；;）)]*{LEFT_OUT}[^，,。；;）)]*[）)]?",
        "",
        question,
    )
