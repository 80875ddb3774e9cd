"""Tables of tasks and of indicators printed with blanks between their columns, the blanks made tabs.

::

    table   = head { row }
    head    = [ "序号" ] name name name …       one of them of bodies (牵头单位), or of indicators and others of years
    row     = a cell a column, in order; an empty one is seen by where the next begins
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.layout import TABLE, Line, columns
from kg.text.stacked import FEWEST, HEAD
from kg.text.text import Text
from kg.text.wraps import STARTS

__all__ = ["with_tabs"]

WIDE, NARROW = re.compile(r"[ \u3000\xa0]{2,}"), re.compile(r"[ \u3000\xa0]+")
NUMBER = re.compile(r"序号|编号")
PARTIES = re.compile(r"(?:牵头|责任|主办|主责|承办|负责|实施|落实)\w{0,2}(?:单位|部门)")
INDICATED = re.compile(
    r"序号|编号|(?:主要|约束性|预期性|考核|具体)?指标(?:名称|名)?|项目(?:名称)?|(?:计量)?单位|(?:指标)?(?:属性|性质|类型|类别)|备注"
    r"|(?:现状|基期|基准|目标)(?:值|年)?|(?:(?:19|20)\d\d年?|[一二][九〇○零][〇○零一二三四五六七八九]{2}年)底?(?:.{0,2}(?:目标|实际|实绩|完成|预期|规划|计划|现状|基数|任务))?[值数]?"
)
YEAR = re.compile(r"(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2}年")
VALUE = re.compile(r"[≥≤＞＜><=±约]{0,2}-?[\d.,，]+(?:[%％‰]|个百分点|左右|以上|以下|以内)?|—+|－|-|/")
NOTE = re.compile(r"(?:备?注|说明)\d{0,2}[：:.、]")
COUNT = re.compile(r"第?\d{1,4}[号.．、]?")


@dataclass(frozen=True, slots=True)
class Head:
    """How cells are parted, whether rows are numbered, where columns begin in halves of a character; those of years."""

    gap: re.Pattern[str]
    numbered: bool
    starts: tuple[int, ...]
    years: tuple[int, ...] = ()


def with_tabs(found: Sequence[Line]) -> list[Line]:
    """The lines, tabs between the cells of those that are rows of a table of tasks or of indicators.

    A row below which another line stands, no note and no row, goes on there: it stays as printed, unread.
    """
    made: list[Line] = []
    head: Head | None = None
    for line in found:
        head = head_of(line) or head
        row = tabbed(line, head, bool(made) and "\t" in made[-1].text.chars) if head else None
        if row is None and (line.gap or NOTE.match(line.flat) or STARTS.match(line.flat)):
            head = None
        elif row is None and head:
            made[-1] = found[len(made) - 1]
        made.append(row or line)
    return made


def head_of(line: Line) -> Head | None:
    """The head that a line is, None for most."""
    of_tasks = ("单位" in line.flat or "部门" in line.flat) and PARTIES.search(line.flat)
    of_indicators = ("指标" in line.flat or "项目" in line.flat) and YEAR.search(line.flat)
    if len(line.flat) > 60 or not (of_tasks or of_indicators):
        return None
    for gap in (WIDE, NARROW):
        cells = pieces(line.text.chars, gap)
        names = ["".join(line.text.chars[a:b].split()) for a, b in cells]
        years = () if of_tasks else tuple(index for index, name in enumerate(names) if YEAR.match(name))
        told = all(
            INDICATED.fullmatch(name) if years else HEAD.fullmatch(name) or NUMBER.fullmatch(name) for name in names
        )
        if len(names) >= FEWEST and told and (years or of_tasks):
            return Head(gap, bool(NUMBER.fullmatch(names[0])), tuple(place(line, a) for a, _ in cells), years)
    return None


def pieces(chars: str, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    """The cells between gaps, as [start, end)."""
    cuts = [match.span() for match in gap.finditer(chars)]
    return list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(chars)], strict=True))


def place(line: Line, index: int) -> int:
    """Where a character of a line is printed, in halves of a character."""
    return line.width - columns(line.text.chars) + columns(line.text.chars[:index])


def columns_of(line: Line, cells: Sequence[tuple[int, int]], head: Head) -> list[int]:
    """The columns of a line's cells: in order where no cell lacks, else by where they begin; [] where none fit."""
    if len(cells) == len(head.starts):
        return list(range(len(cells)))
    starts = [place(line, start) for start, _ in cells]
    return [head.starts.index(start) for start in starts] if set(starts) <= set(head.starts) else []


def cells_of(text: Text, head: Head) -> list[tuple[int, int]]:
    """The cells of a line; beside a long name one blank parts them too, where all years then have their values."""
    cells = pieces(text.chars, head.gap)
    if len(cells) < len(head.starts) and head.years and head.gap is WIDE:
        closer = pieces(text.chars, NARROW)
        if len(closer) == len(head.starts) and all(VALUE.fullmatch(text.chars, *closer[year]) for year in head.years):
            return closer
    return cells


def tabbed(line: Line, head: Head, below_row: bool) -> Line | None:
    """The row that a line is, tabs between its cells; None where it is none.

    Only directly below a row can cells be empty, which then print what stands above them.
    """
    text = line.text
    cells = cells_of(text, head)
    numbered = not head.numbered or COUNT.fullmatch(text.chars[slice(*cells[0])]) or NUMBER.match(line.flat)
    whole = len(cells) == len(head.starts) or (below_row and len(cells) > 1)
    at = columns_of(line, cells, head) if numbered and whole and not TABLE.search(text.chars) else []
    if not at:
        return None
    parts: list[Text] = []
    for (start, end), column, before in zip(cells, at, [0, *at], strict=False):
        tabs = column - before
        first = text.at[start]
        parts += [Text("\t" * tabs, range(first - tabs, first)), text[start:end]]
    return Line(Text.joined(parts), line.flat, line.width, line.indented, line.gap, line.page)
