"""Tables of indicators (指标): number, name with its unit, baseline, and values to be reached by year.

::

    table   = header-row { header-row } { row }          headers repeat after a page break
    row     = [ no ] name values | empty-cells values    the second goes on with the row before it
    name    = words [ "（" unit "）" ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.constructs.cells import cells
from kg.constructs.registry import construct
from kg.facts import Fact, Indicator
from kg.lexicon import chinese_number
from kg.notice import Block, Document
from kg.text import Span

__all__ = ["indicator"]

YEAR = re.compile(r"(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2}(?=年)")
UNIT = re.compile(r"(?P<name>.+?)[（(](?P<unit>[^（）()]{1,12})[）)]\Z")
BASELINE = re.compile(r"基期|基准|现状|基础|实际|完成值")
NAME = re.compile(r"指标|名称|项目|内容")
NUMBER = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class Columns:
    """What each column of a table holds; year columns by index."""

    number: int | None = None
    name: int | None = None
    unit: int | None = None
    baseline: int | None = None
    years: dict[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.name is not None and bool(self.years)


@dataclass(slots=True)
class Row:
    """A row with its continuation rows: each value once a printed line."""

    cells: list[str]
    span: Span
    more: list[list[str]] = field(default_factory=list)


@construct("indicator")
def indicator(document: Document) -> Iterator[Fact]:
    """The rows of every table whose head names an indicator column and years."""
    table: list[Block] = []
    for block in [*document.blocks, None]:
        if block is not None and block.table:
            table.append(block)
        elif table:
            yield from read_table(document, table)
            table = []


def read_table(document: Document, table: Sequence[Block]) -> Iterator[Fact]:
    """The indicators of consecutive table rows."""
    columns = Columns()
    head: list[list[str]] = []
    row: Row | None = None
    for block in table:
        row_cells = [cell.chars for cell in cells(block)]
        if is_head(row_cells, bool(head), columns):
            head = [*head, row_cells]
            columns = columns_of(head)
            continue
        if not columns:
            continue
        head = []
        if row and goes_on(row_cells, columns):
            row.more.append(row_cells)
            row.span = Span(row.span.start, block.text.span.end)
            continue
        yield from fact(document, row, columns, block)
        row = Row(row_cells, block.text.span)
    yield from fact(document, row, columns, table[-1])


def is_head(row: Sequence[str], inside: bool, columns: Columns) -> bool:
    """Whether a row is of the table's head: it names columns, or years right below such a row."""
    named = any((NAME.search(cell) and len(cell) < 8) or cell in ("序号", "单位") for cell in row)
    numbered = bool(row and NUMBER.fullmatch(row[0]))
    return not numbered and (
        (named and not (columns and row[0]))
        or (named and "序号" in row[0])
        or (inside and all(not cell or YEAR.search(cell) or cell.endswith("值") for cell in row))
    )


def columns_of(head: Sequence[Sequence[str]]) -> Columns:
    """The columns of a head of one or several rows; a lower row stands under the upper's last cells."""
    columns = Columns()
    width = max(len(cells) for cells in head)
    for index in range(width):
        words = "".join(cells[index] for cells in head if index < len(cells))
        assign(columns, index, words)
    return columns


def assign(columns: Columns, index: int, words: str) -> None:
    """Give the column its meaning by the words of its head."""
    year = YEAR.search(words)
    if "序号" in words:
        columns.number = index
    elif columns.name is None and NAME.search(words) and not year:
        columns.name = index
    elif "单位" in words and columns.unit is None:
        columns.unit = index
    elif BASELINE.search(words):
        columns.baseline = index
    elif year:
        columns.years[index] = str(chinese_number(year[0]))


def goes_on(row: Sequence[str], columns: Columns) -> bool:
    """Whether a row has values but neither a number nor a name of its own."""
    name = row[columns.name] if columns.name is not None and columns.name < len(row) else ""
    return not name and not (row and row[0])


def value(row: Row, index: int | None) -> str | tuple[str, ...] | None:
    """The value of a column, several where the row has continuation rows, None where it is empty."""
    if index is None:
        return None
    values = [cells[index] for cells in [row.cells, *row.more] if index < len(cells) and cells[index]]
    return tuple(values) if len(values) > 1 else values[0] if values else None


def fact(document: Document, row: Row | None, columns: Columns, block: Block) -> Iterator[Fact]:
    """The fact of a row, none where it has no name or no value."""
    name = value(row, columns.name) if row else None
    if row is None or name is None:
        return
    printed = name if isinstance(name, str) else "".join(name)
    targets = tuple((year, found) for index, year in columns.years.items() if (found := value(row, index)))
    if not targets:
        return
    match = UNIT.fullmatch(printed)
    unit = value(row, columns.unit)
    number = row.cells[columns.number] if columns.number is not None else ""
    yield Indicator(
        document=document.key,
        at=row.span,
        no=int(number) if NUMBER.fullmatch(number) else None,
        name=without_units(match["name"] if match and not unit else printed),
        unit=(unit if isinstance(unit, str) and unit not in ("—", "-", "/") else None)
        or (match["unit"] if match else None),
        targets=targets,
        baseline=value(row, columns.baseline),
        table=block.annex,
    )


def without_units(name: str) -> str:
    """A name without the unit that stands behind each of its parts."""
    return re.sub(r"[（(](?:%|‰|[\d/万]+)[）)](?=[,，])", "", name)
