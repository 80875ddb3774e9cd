"""A document's lines to its foot: signature and date; its text to the documents that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts import Citation
from kg.notice.shapes import NUMBER
from kg.notice.signature import Signature, signature
from kg.text import Line, Text, squeeze

__all__ = ["Foot", "citations", "foot"]

CITED = re.compile(
    r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:\s*[（(](?P<number>[^（）()]{2,40}?号令?)[^（）()]{0,20}[）)])?"
)
COUNT = r"(?:\d{1,5}|[〇○零一二三四五六七八九十百]{1,6})"
ORDER = re.compile(
    rf"(?:.*[年月日，,；;])?(?P<number>[\u4e00-\u9fff]{{1,20}}(?:令[〔\[]?(?:(?:19|20)\d\d[〕\]年])?第?{COUNT}号|第{COUNT}号令))\Z"
)
"""The number of a decree, which only its issuer tells from another's: 国务院令第722号, 省人民政府第3号令."""
NUMBERED = re.compile(rf"{NUMBER.pattern}\Z")


@dataclass(frozen=True, slots=True)
class Foot:
    """What the end of a document and its running text tell before it is read: who signed, what is cited."""

    signed: Signature | None = None
    cites: tuple[Citation, ...] = ()

    @property
    def cited(self) -> frozenset[str]:
        """The titles of the documents that are cited."""
        return frozenset(cite.title for cite in self.cites)


def foot(found: Sequence[Line], title: str, issuers: Sequence[str], text: Text) -> Foot:
    """The foot of the document `title` of these issuers; `found` are its lines below its head, `text` all its text."""
    return Foot(signature(found, title, issuers), tuple(citations(text)) if "《" in text.chars else ())


def citations(text: Text) -> Iterator[Citation]:
    """Every document that stands between 《 and 》, with the number in the bracket behind it."""
    for match in CITED.finditer(text.chars):
        number = squeeze(match["number"] or "")
        last = ORDER.match(number) or NUMBERED.search(number)
        yield Citation(
            title=squeeze(match["title"]),
            number=last["number"] if last else None,
            at=text.group(match).span,
        )
