"""Which openings are documents: the choice over the whole text that the evidence supports best.

An opening's own weight (`openings.WEIGHTS`) is weighed against where it stands: at the head of the text, behind the
foot of the document before, below the word 附件, or in the midst of a letter that names its title. Of all choices of
openings that do not overlap the one of the greatest sum is taken, from left to right over the last few openings, so
that the work grows with the lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import is_body, place_prefix, short_place
from kg.notice.openings import Head, Opening, openings
from kg.notice.shapes import KIND
from kg.notice.signature import dated
from kg.notice.titles import titleish
from kg.text import Line, squeeze

__all__ = ["heads"]

PRIOR = -3.0
"""A line picked at random begins no document."""
FIRST, EARLY, GAP, CLOSED, OPEN = 3.0, 2.0, 0.5, 2.0, -1.5
"""At the first line; before any sentence; behind an empty line; behind a foot; in the midst of a letter."""
ANNEXED, MARKED, NAMED, PASSED_ON = -3.0, -9.0, -8.0, -8.0
"""Behind the word 附件; right below it; with a title that the letter names, or passes on."""
OWN_GROUND, ELSEWHERE, EMPTY, BEHEADED = 2.0, 3.0, -5.0, -3.0
"""A plan that says what it rests on; a title of another place; a document before it without a line of text; a
number whose title stands right above it."""
REACH = 8
"""How many openings back the choice looks."""
CITED_FIRST = re.compile(r"制定本(?:意见|方案|办法|细则|规定|计划|规划|预案|措施|要点|制度|规则|章程|条例|行动计划)")
ANNEX = re.compile(
    r"附[件表录][\d一二三四五六七八九十]*[:：]?\Z|附[件表录]?[\d一二三四五六七八九十]*[:：].{2,}|附[件表录][\d一二三四五六七八九十]+.{2,40}\Z"
)
ALONE = re.compile(r"附[件表录]?[\d一二三四五六七八九十]*[:：]?\Z")
NAMES = re.compile(
    r"《(?P<title>[^《》]{3,80}(?:《[^《》]*》[^《》]*)?)》|附[件表录]?\d*[:：](?:\d[.．、])?(?P<annex>.{4,60}?)(?:\d[.．、]|\Z)|\A\d[.．、](?P<next>.{4,60})\Z"
)
SENTENCE = re.compile("。|.{45}")
PLACE = re.compile(r"[\u4e00-\u9fff]{2,9}?(?:[市县州盟旗]|自治[区州县]|省)")


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the lines of a text print what openings are weighed against: ascending indices of lines."""

    feet: tuple[int, ...]
    annexes: tuple[int, ...]
    sentence: int
    """The first line that is a sentence."""
    named: dict[str, tuple[int, ...]]
    """Titles that lines name, without brackets, and the lines."""


def heads(found: Sequence[Line], titled: Mapping[int, int], listing: Collection[int]) -> list[Head]:
    """The heads of the documents in order.

    `titled` says from which line to which a title of the contents is printed, `listing` which lines print the contents.
    """
    ground = surveyed(found)
    best: list[tuple[float, int, Opening]] = []
    for index in range(len(found)):
        for one in openings(found, index, titled.get(index)) if index not in listing else ():
            if not any(line in listing for line in range(index, one.head.end)):
                best.append(joined_best(found, ground, best, one))
    return traced(best)


def joined_best(
    found: Sequence[Line], ground: Ground, best: Sequence[tuple[float, int, Opening]], one: Opening
) -> tuple[float, int, Opening]:
    """The best sum of a choice that ends with an opening, and the opening before it in that choice (-1 for none)."""
    total, before = standing(found, ground, None, one), -1
    for index in range(len(best) - 1, max(len(best) - 1 - REACH, -1), -1):
        known, _, last = best[index]
        if last.head.end > one.head.start:
            continue
        value = known + standing(found, ground, last, one)
        if value > total:
            total, before = value, index
    return total, before, one


def traced(best: Sequence[tuple[float, int, Opening]]) -> list[Head]:
    """The heads of the best choice."""
    at = max(range(len(best)), key=lambda i: (best[i][0], -i), default=-1)
    if at < 0 or best[at][0] <= 0:
        return []
    heads: list[Head] = []
    while at >= 0:
        heads.append(best[at][2].head)
        at = best[at][1]
    return heads[::-1]


def standing(found: Sequence[Line], ground: Ground, last: Opening | None, one: Opening) -> float:
    """The weight of an opening where it stands behind `last`."""
    head = one.head
    total = PRIOR + one.weight + (GAP if found[head.start].gap else 0)
    if not head.title and head.start and KIND.search(found[head.start - 1].flat) and titleish(found[head.start - 1]):
        total += BEHEADED
    if last is None:
        return total + (FIRST if head.start == 0 else EARLY if head.start <= ground.sentence else 0)
    return total + sum(between(found, ground, last.head, head))


def between(found: Sequence[Line], ground: Ground, last: Head, head: Head) -> Iterator[float]:
    """What speaks for and against a head behind that of the document before."""
    closed = stands_in(ground.feet, last.end, head.start)
    marked = stands_in(ground.annexes, last.end, head.start)
    yield ANNEXED if marked else CLOSED if closed else OPEN
    if head.start and ALONE.match(found[head.start - 1].flat):
        yield MARKED
    title = bare(head.title.chars)
    if title and any(last.start <= line < head.start for line in ground.named.get(title, ())):
        yield NAMED
    elif title and is_passed_on(last, head):
        yield PASSED_ON
    if head.start == last.end and not last.recipients:
        yield EMPTY
    if not head.number and any(CITED_FIRST.search(line.flat) for line in found[head.end : head.end + 3]):
        yield OWN_GROUND
    if is_elsewhere(last, head):
        yield ELSEWHERE


def stands_in(lines: Sequence[int], start: int, end: int) -> bool:
    """Whether one of ascending lines is within [start, end)."""
    index = bisect_left(lines, start)
    return index < len(lines) and lines[index] < end


def is_elsewhere(last: Head, head: Head) -> bool:
    """Whether a title begins with the place of another jurisdiction than the title before."""
    here, there = PLACE.match(last.title.chars), PLACE.search(head.title.chars[:14])
    if not here or not there or place_prefix(here[0]) != here[0]:
        return False
    place = next((there[0][at:] for at in range(len(there[0])) if place_prefix(there[0][at:])), "")
    return bool(place) and short_place(place) not in last.title.chars


def is_passed_on(letter: Head, head: Head) -> bool:
    """Whether a title is that of the paper which the letter above passes on (转发, 印发), or issues (令)."""
    if head.number or head.delivered:
        return False
    if letter.title.chars.endswith("令"):
        return True
    core = re.sub(r"\A关于|的?(?:通知|意见|报告|决定|请示|函)\Z", "", head.title.chars)
    return len(core) > 3 and core in letter.title.chars


def bare(title: str) -> str:
    """A title without the marks that may be printed round it and the brackets behind it."""
    return re.sub(r"[（(〔][^（）()〔〕]{1,12}[）)〕]\Z", "", title.strip("《》"))


def surveyed(found: Sequence[Line]) -> Ground:
    """What the lines print that openings are weighed against."""
    named: dict[str, list[int]] = {}
    for index, line in enumerate(found):
        for match in NAMES.finditer(line.flat) if "《" in line.flat or line.flat[0] in "附0123456789" else ():
            named.setdefault(bare(squeeze(match[match.lastgroup or 0])), []).append(index)
    return Ground(
        feet=tuple(index for index in range(len(found)) if is_foot(found, index)),
        annexes=tuple(index for index, line in enumerate(found) if len(line.flat) < 60 and ANNEX.match(line.flat)),
        sentence=next((index for index, line in enumerate(found) if SENTENCE.search(line.flat)), len(found)),
        named={title: tuple(lines) for title, lines in named.items()},
    )


def is_foot(found: Sequence[Line], index: int) -> bool:
    """Whether a line ends a document: a date alone or behind the body that signs."""
    flat = found[index].flat
    date = dated(flat)
    before = flat[: date.start()].lstrip("（(") if date else ""
    return date is not None and (not before or is_body(before))
