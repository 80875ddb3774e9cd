"""What stands above and below a title: its number, a red head, labels and values, the line of delivery, its state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.lexicon import is_body, iso_date
from kg.notice.metadata import Printed, is_status, metadata
from kg.notice.shapes import NUMBER
from kg.text import DATE_ONLY, Line

__all__ = ["Part", "above", "below"]

DELIVERED = re.compile(r"[—―－-]{1,4}(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在(?P<meeting>.{4,60}?)上?")
DATED_NUMBER = re.compile(rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日[，,]?{NUMBER.pattern}")
PASSED = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?P<meeting>.{4,60}?)(?:通过|批准|决定)")
BRACKETED = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在(?P<meeting>.{4,60}?会议)上?")
RED = re.compile(r"(?P<body>[\u4e00-\u9fff]{4,60})文件")
FARTHEST = 14
"""Lines between a title and what belongs to it."""
FIELDS = ("number", "issuer", "date", "published", "title")


@dataclass(frozen=True, slots=True)
class Part:
    """What the lines of a head have printed so far, and the line that follows."""

    end: int
    number: str | None = None
    red: str = ""
    told: Printed = field(default_factory=Printed)
    delivered: str | None = None
    meeting: str | None = None
    numbered: bool = False
    """Whether the number stands on a line of its own, not behind a label."""


def above(found: Sequence[Line], index: int) -> Part:
    """What stands above a title: a red head, labels and values, the number, in any order."""
    part = Part(index)
    while part.end < min(len(found), index + FARTHEST):
        following = one_above(found, part)
        if following is None:
            break
        part = following
    return part


def one_above(found: Sequence[Line], part: Part) -> Part | None:
    """The part with the line that follows, None where that is none of what stands above a title."""
    line = found[part.end]
    if told := labelled(found, part.end):
        return with_labels(part, *told)
    bare = line.flat.strip("（）()〔〕[]【】") if len(line.flat) < 40 else ""
    if not part.number and NUMBER.fullmatch(bare):
        return replace(part, end=part.end + 1, number=bare, numbered=True)
    if part.numbered or is_status(line.flat):
        return replace(part, end=part.end + 1) if is_status(line.flat) else None
    red = RED.fullmatch(line.flat) if len(line.flat) < 64 else None
    if red and is_body(red["body"]):
        return replace(part, end=part.end + 1, red=red["body"])
    if len(line.flat) < 60 and is_body(line.flat) and part.end + 1 < len(found) and found[part.end + 1].flat == "文件":
        return replace(part, end=part.end + 2, red=line.flat)
    return None


def labelled(found: Sequence[Line], index: int) -> tuple[Printed, int] | None:
    """The labels and values of a line and where they end: a value may stand on the line below its label."""
    told = metadata(found[index])
    if told is None:
        return None
    return told, index + 1


def with_labels(part: Part, told: Printed, end: int) -> Part:
    """The part with what labels say; what was said before stays."""
    kept = Printed(*(getattr(part.told, name) or getattr(told, name) for name in FIELDS))
    number = part.number or (told.number if NUMBER.fullmatch(told.number) else None)
    return replace(part, end=end, told=kept, number=number)


def below(found: Sequence[Line], part: Part) -> Part:
    """What stands between title and recipients: number, date, delivery, labels, state, notes."""
    last = min(len(found), part.end + FARTHEST)
    while part.end < last:
        following = labels_below(found, part) or one_below(found[part.end], part)
        if following is None:
            break
        part = following
    return part


def labels_below(found: Sequence[Line], part: Part) -> Part | None:
    """The part with the labels and values of the line that follows."""
    told = labelled(found, part.end)
    return with_labels(part, *told) if told else None


def one_below(line: Line, part: Part) -> Part | None:
    """The part with the line that follows, None where it is none of those below a title."""
    flat = line.flat.strip("（）()") if len(line.flat) < 80 else ""
    end = part.end + 1
    delivery = DELIVERED.fullmatch(line.flat) or BRACKETED.fullmatch(flat) or PASSED.fullmatch(flat)
    if part.number in (None, flat) and NUMBER.fullmatch(flat):
        return replace(part, end=end, number=flat, numbered=True)
    if delivery:
        return replace(part, end=end, delivered=iso_date(delivery["date"]), meeting=delivery["meeting"])
    if DATE_ONLY.fullmatch(flat) and part.delivered is None and line.flat[0] in "（(":
        return replace(part, end=end, delivered=iso_date(flat))
    if part.number is None and line.flat[0] in "（(" and (dated := DATED_NUMBER.fullmatch(flat)):
        return replace(part, end=end, number=dated["number"], delivered=iso_date(flat), numbered=True)
    if part.number is None and (told := imprinted(line)):
        number, issuer, date = told
        printed = replace(part.told, issuer=part.told.issuer or issuer, date=part.told.date or date)
        return replace(part, end=end, number=number, numbered=True, told=printed)
    return replace(part, end=end) if is_status(line.flat) else None


def imprinted(line: Line) -> tuple[str, str, str] | None:
    """Number, issuer and ISO date of a line that prints all three between blanks."""
    parts = line.text.chars.split()
    if len(parts) != 3 or not is_body(parts[0]) or not NUMBER.fullmatch(parts[1]):
        return None
    date = iso_date(parts[2]) if DATE_ONLY.fullmatch(parts[2]) else None
    return (parts[1], parts[0], date) if date else None
