"""Words with their places on a page to lines in reading order, two columns one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

__all__ = ["Row", "Run", "rows_of"]


class Run(NamedTuple):
    """Characters printed on one line without a gap; the places are those of their edges, downwards from the top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of the middle of the line."""
        return (self.top + self.bottom) / 2


class Row(NamedTuple):
    """A line as read, and its edges in shares of the page's height from the top; empty text is a wide gap."""

    text: str
    top: float
    bottom: float


NEAR, WIDE = 0.35, 2.5
"""Gaps in characters from which on two runs are parted by a blank, and by a tab."""
INDENT = (1.5, 2.6)
"""Characters by which the first line of a paragraph is set in."""
EMPTY = 1.7
"""Times the usual distance of lines from which on there is an empty one between two."""
FEWEST, LONG = 5, 8
"""Lines of so many characters that each of two columns has at least; cells of tables are shorter."""


def rows_of(runs: Sequence[Run], height: float) -> list[Row]:
    """The lines of a page `height` high; `runs` in the order in which the file draws them."""
    shown = [run for run in runs if run.text.strip()]
    if not shown:
        return []
    found: list[Row] = []
    for block in blocks(shown):
        found += lines(block, height)
    return found


def blocks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs in parts to be read one after the other: what spans both columns, then left, then right."""
    gutter = find_gutter(runs)
    if gutter is None:
        yield list(runs)
        return
    across = sorted((run for run in runs if run.left < gutter < run.right), key=lambda run: run.middle)
    rest = [run for run in runs if not run.left < gutter < run.right]
    edges = [float("-inf"), *(run.middle for run in across), float("inf")]
    for number, (above, below) in enumerate(itertools.pairwise(edges)):
        band = [run for run in rest if above <= run.middle < below]
        yield [run for run in band if run.right <= gutter]
        yield [run for run in band if run.left >= gutter]
        if number < len(across):
            yield [across[number]]


def find_gutter(runs: Sequence[Run]) -> float | None:
    """The place between two columns of text; None for one column and for tables."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    places = [left + (right - left) * step / 100 for step in range(35, 66)]
    centre = (left + right) / 2
    at = min(places, key=lambda at: (sum(run.left < at < run.right for run in runs), abs(at - centre)))
    sides = [run.right <= at for run in runs if not run.left < at < run.right]
    return at if len(sides) >= 0.7 * len(runs) and are_columns(runs, at, sides) else None


def are_columns(runs: Sequence[Run], at: float, sides: Sequence[bool]) -> bool:
    """Whether what stands left and right is text in columns: drawn side by side, or full lines on both sides."""
    one = [run for run in runs if run.right <= at]
    other = [run for run in runs if run.left >= at]
    if any(sum(len(run.text) >= LONG for run in side) < FEWEST for side in (one, other)):
        return False
    switches = sum(before != after for before, after in itertools.pairwise(sides))
    if switches <= 3:
        return True
    em = median(run.bottom - run.top for run in runs)
    edge, start = max(run.right for run in one), min(run.left for run in other)
    full = sum(edge - run.right < 1.5 * em for run in one) / len(one)
    flush = sum(run.left - start < em for run in other) / len(other)
    long = min(sum(len(run.text) for run in side) / len(side) for side in (one, other))
    return full >= 0.6 and flush >= 0.5 and long >= 10


def lines(runs: Sequence[Run], height: float) -> Iterator[Row]:
    """The lines of one column from top to bottom, with an empty one where the gap is wide."""
    grouped = list(by_line(runs))
    if not grouped:
        return
    margin = margin_of(grouped)
    tops = [min(run.top for run in line) for line in grouped]
    usual = median([after - before for before, after in itertools.pairwise(tops)] or [0.0])
    for number, line in enumerate(grouped):
        top, bottom = tops[number] / height, max(run.bottom for run in line) / height
        if number and usual and tops[number] - tops[number - 1] > EMPTY * usual:
            yield Row("", top, top)
        em = size(line)
        indented = INDENT[0] < (line[0].left - margin) / em < INDENT[1]
        yield Row("　　" * indented + text_of(line, em), top, bottom)


def margin_of(grouped: Sequence[Sequence[Run]]) -> float:
    """The left edge of a column: the leftmost place where two lines begin, else where the leftmost one does."""
    lefts = sorted(line[0].left for line in grouped)
    em = size(max(grouped, key=len))
    return next((one for one, other in itertools.pairwise(lefts) if other - one < 0.3 * em), lefts[0])


def by_line(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs that stand on one line, from left to right, line by line."""
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        if line and run.middle - line[0].middle > 0.5 * min(run.bottom - run.top, line[0].bottom - line[0].top):
            yield sorted(line, key=lambda run: run.left)
            line = []
        line.append(run)
    if line:
        yield sorted(line, key=lambda run: run.left)


def size(line: Sequence[Run]) -> float:
    """The width of a Chinese character on a line, by the run with most of them; never 0."""
    widest = max(line, key=lambda run: len(run.text))
    wide = sum(1.0 if char > "\u2e7f" else 0.5 for char in widest.text)
    return max((widest.right - widest.left) / max(wide, 1.0), 0.1)


def text_of(line: Sequence[Run], em: float) -> str:
    """The runs of a line as a text, blanks and tabs where there are gaps."""
    text = line[0].text
    for before, run in itertools.pairwise(line):
        gap = (run.left - before.right) / em
        latin = before.text[-1:].isascii() and run.text[:1].isascii() and gap > 0.15
        text += ("\t" if gap >= WIDE else " " if gap >= NEAR or latin else "") + run.text
    return text.strip()
