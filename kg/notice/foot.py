"""A document's lines to its foot: signature and date; its text to the documents that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts import Citation
from kg.lexicon import is_body, is_name, iso_date, place_prefix
from kg.notice.shapes import NUMBER
from kg.text import DATE_ONLY, Line, Text, squeeze

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
SEAL = re.compile(r"[（(](?:印章|盖章|公章|章|印)[）)]\Z")
CHIEF = re.compile(r"(?:代理?)?(?:总理|[省市县区州盟旗镇乡]长|自治区主席|主席|主任|局长|部长|厅长)")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; `line` is the index of the date's line."""

    issuer: str | None
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class Foot:
    """What the end of a document and its running text tell before it is read: who signed, what is cited."""

    signed: Signature | None = None
    cites: tuple[Citation, ...] = ()

    @property
    def cited(self) -> frozenset[str]:
        """The titles of the documents that are cited."""
        return frozenset(cite.title for cite in self.cites)


def foot(found: Sequence[Line], title: str, text: Text) -> Foot:
    """The foot of the document `title`, whose lines below its head are `found`, and all its text `text`."""
    return Foot(signature(found, title), tuple(citations(text)) if "《" in text.chars else ())


def signature(found: Sequence[Line], title: str) -> Signature | None:
    """The first signature of the lines of a document: names of bodies and a date below them."""
    alone: Signature | None = None
    for index, line in enumerate(found):
        if len(line.flat) > 60:
            continue
        date = DATE_ONLY.search(line.flat)
        if not date or date.end() != len(line.flat):
            continue
        before = line.flat[: date.start()]
        if before:
            if is_body(before):
                return Signature(before, str(iso_date(line.flat)), index)
            continue
        signed = signers(found, index, title)
        if signed or (index and is_chief(found[index - 1].flat)):
            return Signature("、".join(signed) or None, str(iso_date(line.flat)), index)
        alone = alone or Signature(None, str(iso_date(line.flat)), index)
    return alone


def is_chief(flat: str) -> bool:
    """Whether a line is the name of the head of government who signs a decree (市长 陆承宗)."""
    return any(is_name(flat[-n:]) and CHIEF.fullmatch(flat[:-n]) for n in (2, 3, 4))


def signers(found: Sequence[Line], index: int, title: str) -> list[str]:
    """The bodies on the lines right above the date's line `index`, top first; those of a joint title all."""
    signed: list[str] = []
    for line in reversed(found[max(index - 12, 0) : index]):
        flat = SEAL.sub("", line.flat)
        names = pieces(line.text.chars, r"[ \u3000\t]{2,}")
        if len(flat) > 60 or re.search(r"[，。：:；、]", flat):
            break
        placed = place_prefix(flat) or flat.startswith(("中共", "国家")) or flat in title
        if not is_body(flat) or (signed and not placed):
            break
        names = closer if are_placed(closer := pieces(line.text.chars, r"[ \u3000\t]+")) else names
        signed[:0] = [flat] if flat in title and not are_placed(names) else names
    return signed


def pieces(chars: str, gap: str) -> list[str]:
    """What stands between the gaps of a signature's line, seals left out."""
    return [SEAL.sub("", squeeze(part)) for part in re.split(gap, chars)]


def are_placed(names: Sequence[str]) -> bool:
    """Whether all names are bodies that begin with their place, as those of issuers beside each other do."""
    return all(is_body(name) and place_prefix(name.removeprefix("中共")) for name in names)


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
