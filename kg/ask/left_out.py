"""What a question says it is not about."""

from __future__ import annotations

import re

__all__ = ["LEFT_OUT", "without_office"]

LEFT_OUT = (
    r"(?:不算|不含|不列|不要|不计|不包括|不考虑|除[了去外]?|撇开|抛开|排除|剔除|刨除|去掉"
    r"|leaving (?:out|aside)|exclud|except|apart from|without|besides|other than|not counting)"
)
"""Words before what is left out."""


ANY = re.compile(
    r"[（(，,]?(?:不论|无论|不管|不分|不限)[^，,。；;）)?？]*[）)]?"
    r"|,? ?\b(?:no matter|regardless of|whether)\b[^,.?()]*|\bin (?:any|whatever) (?:role|capacity)"
)
"""A clause that makes no difference (不论牵头还是配合)."""


def without_office(question: str) -> str:
    """A question without the clause that leaves the staff of an office out: it would seem to ask about the office."""
    return re.sub(
        rf"[（(，,、]?[^，,。；;（()?？]*{LEFT_OUT}[^，,。；;）)?？]*(?:办公室|\boffice\b)[^，,。；;）)?？]*[）)]?"
        rf"|[（(，,][^，,。；;（()]*(?:办公室|\boffice\b)[^，,。；;）)]*{LEFT_OUT}[^，,。；;）)]*[）)]?",
        "",
        ANY.sub("", question),
    )
