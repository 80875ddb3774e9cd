"""Pages of lines to one text: every line with its page, running heads and page numbers recognised across pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kg.formats.draft import Draft
from kg.formats.page_layout import Row
from kg.formats.source import Mark

__all__ = ["add_pages"]

EDGE = 0.13
"""The share of a page at its top and bottom where running heads and page numbers stand."""
OUTER = 2
"""Lines at each end of a page that can be one."""
REPEATED = 3
"""Pages on which a line stands again at least if it is a running head."""
NUMBER = re.compile(
    r"(?P<dash>[—\-–―·•~－]*)(?:第|Page)?(?P<number>\d{1,4})(?:页|/\d+|共\d+页|[/，,]?共\d+页)*(?P=dash)", re.I
)
DIGITS = re.compile(r"\d+")
LONGEST = 60


def add_pages(draft: Draft, pages: Sequence[Sequence[Row]], first: int = 1) -> None:
    """Add the lines of pages to a draft, marked with their page and kind; page numbers count from `first`."""
    heads, numbers = running_heads(pages), page_numbers(pages)
    for index, page in enumerate(pages):
        outer = {number for number, _ in outermost(page)}
        for number, row in enumerate(page):
            kind = None
            if (index, number) in numbers:
                kind = "page number"
            elif number in outer and key(row) in heads:
                kind = "running head"
            draft.line(row.text, Mark(0, 0, page=index + first, kind=kind))


def outermost(page: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The lines at the upper and lower edge of a page with their numbers, the foremost ones only."""
    told = [(number, row) for number, row in enumerate(page) if row.text]
    ends = dict(told[:OUTER] + told[-OUTER:])
    for number, row in ends.items():
        if row.top < EDGE or row.bottom > 1 - EDGE:
            yield number, row


def key(row: Row) -> tuple[str, bool]:
    """What a running head has in common on all pages: its characters without numbers and blanks, and its edge."""
    return DIGITS.sub("#", "".join(row.text.split())), row.top < 0.5


def running_heads(pages: Sequence[Sequence[Row]]) -> frozenset[tuple[str, bool]]:
    """The lines that stand at the same edge of at least three pages."""
    found: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        found.update({key(row) for _, row in outermost(page) if len(row.text) < LONGEST})
    return frozenset(one for one, count in found.items() if count >= REPEATED and one[0].strip("#"))


def page_numbers(pages: Sequence[Sequence[Row]]) -> frozenset[tuple[int, int]]:
    """The lines that are page numbers: set in dashes or named 页, or counting on from page to page."""
    plain: dict[tuple[int, bool], list[tuple[int, int]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for index, page in enumerate(pages):
        for number, row in outermost(page):
            flat = "".join(row.text.split())
            match = NUMBER.fullmatch(flat)
            if match and (match["dash"] or "页" in flat):
                found.add((index, number))
            elif match:
                plain[int(match["number"]) - index, row.top < 0.5].append((index, number))
    return frozenset(found.union(*(places for places in plain.values() if len(places) > 1)))
