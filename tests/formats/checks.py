"""What holds for every text that a format gives."""

from __future__ import annotations

from kg.formats import Mark


def check(text: str, marks: tuple[Mark, ...]) -> None:
    """Marks ascend within the text and do not overlap; the text has one kind of line end and can be written."""
    at = 0
    for mark in marks:
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end
    text.encode("utf-8")
    assert len(text.splitlines()) == text.count("\n") + (text[-1:] not in ("\n", ""))
    assert "\x00" not in text
