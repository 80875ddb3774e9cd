"""The end of a document: which bodies sign it, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import is_body, is_name, iso_date, place_prefix
from kg.text import DATE_ONLY, Line, squeeze

__all__ = ["Signature", "dated", "signature"]

SEAL = re.compile(r"[（(](?:印章|盖章|公章|章|印)[）)]\Z")
OF_NATION = re.compile(r"国务院|中央|国家|全国|中华|中国|最高人民|.{1,10}部\Z|.{2,12}总局\Z")
HAN = re.compile(r"[\u4e00-\u9fff·（）()“”]+\Z")
DAY = re.compile(r"(?<!\d)\d{1,2}月\d{1,2}日")
"""A date without its year."""
LONGEST = 240
"""Characters of a line that signs for many bodies."""
CHIEF = re.compile(r"(?:代理?)?(?:总理|[省市县区州盟旗镇乡]长|自治区主席|主席|主任|局长|部长|厅长)")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; `line` is the index of the last line."""

    issuer: str | None
    date: str | None
    line: int


def signature(found: Sequence[Line], title: str = "", issuers: Sequence[str] = ()) -> Signature | None:
    """The first signature of the lines of a document: names of bodies and a date below them; else a body at the end.

    `issuers` are those of a joint title, which a line of the signature may print without anything between them.
    """
    alone: Signature | None = None
    for index, line in enumerate(found):
        date = dated(line.flat)
        if date is None:
            continue
        before = line.flat[: date.start()].lstrip("（(")
        printed = iso_date(line.flat)
        if before and (names := as_issuers(before, issuers)):
            return Signature("、".join(names), printed, index)
        if before:
            continue
        signed = signers(found, index, title, issuers)
        if signed or (index and is_chief(found[index - 1].flat)):
            return Signature("、".join(signed) or None, printed, index)
        alone = alone or Signature(None, printed, index)
    return alone or undated(found, title)


def dated(flat: str) -> re.Match[str] | None:
    """The date that a line ends with, the year left out or not, a bracket round it or not."""
    if len(flat) > LONGEST:
        return None
    date = DATE_ONLY.search(flat) or DAY.search(flat)
    return date if date and date.end() == len(flat.rstrip("）)")) else None


def as_issuers(before: str, issuers: Sequence[str]) -> Sequence[str]:
    """The bodies that sign in one line with their date."""
    if len(issuers) > 1 and before.startswith(issuers[0]) and len(before) > len(issuers[0]):
        return issuers
    return (before,) if len(before) < 60 and is_body(before) and HAN.match(before) else ()


def undated(found: Sequence[Line], title: str) -> Signature | None:
    """The body that signs without a date, alone behind a sentence: on the last line, above an annex, or the title's."""
    for index in range(len(found) - 1, 0, -1):
        flat = SEAL.sub("", found[index].flat)
        last = index + 1 == len(found) or found[index + 1].flat.startswith("附") or flat in title
        if last and found[index - 1].flat[-1] in "。）" and len(flat) < 40 and is_body(flat) and place_prefix(flat):
            return Signature(flat, None, index)
    return None


def is_chief(flat: str) -> bool:
    """Whether a line is the name of the head of government who signs a decree (市长 陆承宗)."""
    return any(is_name(flat[-n:]) and CHIEF.fullmatch(flat[:-n]) for n in (2, 3, 4))


def signers(found: Sequence[Line], index: int, title: str, issuers: Sequence[str]) -> list[str]:
    """The bodies on the lines right above the date's line `index`, top first; those of a joint title all."""
    signed: list[str] = []
    for line in reversed(found[max(index - 12, 0) : index]):
        flat = SEAL.sub("", line.flat)
        if len(issuers) > 1 and as_issuers(flat, issuers) == issuers:
            return [*issuers, *signed]
        names = pieces(line.text.chars, r"[ \u3000\t]{2,}")
        if len(flat) > 60 or re.search(r"[，。：:；、]", flat):
            break
        placed = place_prefix(flat) or flat.startswith(("中共", "国家")) or flat in title
        if not is_body(flat) or not HAN.match(flat) or (signed and not placed):
            break
        names = closer if are_placed(closer := pieces(line.text.chars, r"[ \u3000\t]+")) else names
        signed[:0] = [flat] if flat in title and not are_placed(names) else names
    return signed


def pieces(chars: str, gap: str) -> list[str]:
    """What stands between the gaps of a signature's line, seals left out."""
    return [SEAL.sub("", squeeze(part)) for part in re.split(gap, chars)]


def are_placed(names: Sequence[str]) -> bool:
    """Whether all names are bodies that begin with their place or are the nation's, as issuers beside each other do."""
    return all(is_body(name) and (place_prefix(name.removeprefix("中共")) or OF_NATION.match(name)) for name in names)
