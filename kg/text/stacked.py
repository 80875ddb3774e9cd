"""Tables printed with one cell a line (as they fall out of web pages), made rows again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kg.text.layout import Line
from kg.text.text import Text

__all__ = ["FEWEST", "HEAD", "with_rows"]

HEAD = re.compile(
    r".{0,6}(?:任务|事项|措施|内容|项目|举措|目标|名称|单位|部门|主体|领导|时限|时间|期限|姓名|职务|职责|分工|备注|责任人|工程|工作|问题|要求|成果|进度)"
)
FEWEST = 3
"""Columns, the number's included, below which lines are no table."""


def with_rows(found: Sequence[Line]) -> list[Line]:
    """The lines, those of a table with one cell a line joined by tabs to rows.

    A table begins with 序号 and the names of its columns; a row has its number and a cell a column. Behind
    a page break the head is printed again, and the numbers count on.
    """
    rows: list[Line] = []
    index, number = 0, 1
    while index < len(found):
        width = columns(found, index)
        number = number if width and follows(found, index + width, number) else 1
        ends = row_ends(found, index + width, width, number) if width else []
        for start, end in zip([index, *ends[:-1]], ends, strict=True) if len(ends) > 1 else ():
            rows.append(row(found[start:end]))
            index = end
        number += max(len(ends) - 1, 0)
        if len(ends) < 2:
            rows.append(found[index])
            index += 1
    return rows


def follows(found: Sequence[Line], index: int, number: int) -> bool:
    """Whether the line `index` is the number of a row."""
    return index < len(found) and found[index].flat == str(number)


def columns(found: Sequence[Line], index: int) -> int:
    """How many columns a table has whose head begins at `index`, 0 where none does."""
    if found[index].flat != "序号":
        return 0
    width = 1
    while index + width < len(found) and HEAD.fullmatch(found[index + width].flat):
        width += 1
    return width if width >= FEWEST else 0


def row_ends(found: Sequence[Line], start: int, width: int, number: int) -> list[int]:
    """Where the head and each row from `number` on end; a row whose cells take more lines ends all.

    That is shown by the next row's number further down, before a head that is printed again.
    """
    ends = [start]
    while ends[-1] + width <= len(found) and follows(found, ends[-1], number):
        ends.append(ends[-1] + width)
        number += 1
    below = takewhile(lambda line: line.flat != "序号", found[ends[-1] : ends[-1] + 2 * width])
    return ends[:-1] if any(line.flat == str(number) for line in below) else ends


def row(lines: Sequence[Line]) -> Line:
    """The line of a row: its cells with the ends of their lines as tabs between them."""
    first, last = lines[0], lines[-1]
    parts: list[Text] = []
    for line in lines:
        end = line.text.span.end
        parts += [line.text, Text("\t", range(end, end + 1))]
    text = Text.joined(parts[:-1])
    return Line(text, "".join(line.flat for line in lines), last.width, first.indented, first.gap, first.page)
