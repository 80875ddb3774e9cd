"""Spreadsheets: sheets to rows, cells parted by tabs, merged cells repeated, each cell with its address."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.grid import joined
from kg.formats.packed import check_size
from kg.formats.source import Extracted, Mark

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["MOST_CELLS", "Merged", "add_sheet", "column_name", "printed", "read_xlsx"]

MOST_CELLS = 500_000
"""Cells read of one file; what is beyond is told."""
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
WIDEST, LONGEST = 200, 5_000
"""Columns and rows that one merged cell can span; larger figures are a damaged file's."""

Merged = dict[tuple[int, int], tuple[int, int]]


def read_xlsx(data: bytes) -> Extracted:
    """The rows of all sheets that are shown; InputError where there are none."""
    from openpyxl import load_workbook

    check_size(data)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    draft = Draft()
    left = MOST_CELLS
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            draft.warnings.append(f"sheet {sheet.title!r} is hidden and was not read")
            continue
        left = add_sheet(draft, sheet.title, sheet_rows(sheet), merged_cells(data, sheet), left)
    found = draft.done()
    if not found.text.strip():
        raise InputError("its sheets are empty")
    return found


def sheet_rows(sheet: ReadOnlyWorksheet) -> Iterator[list[str]]:
    """The rows of a sheet as printed."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        cells = [printed(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def add_sheet(draft: Draft, title: str, rows: Iterable[list[str]], spans: Merged, left: int) -> int:
    """Add the rows of a sheet to a draft, at most `left` cells; how many may still be added."""
    firsts: dict[tuple[int, int], str] = {}
    wide: dict[int, int] = {}
    for line, column in spans:
        wide[line] = max(wide.get(line, 0), column + 1)
    for number, row in enumerate(rows):
        row += [""] * (wide.get(number, 0) - len(row))
        filled = [fill(text, (number, column), spans, firsts) for column, text in enumerate(row)]
        left -= len(row)
        if left < 0:
            draft.warnings.append(f"sheet {title!r} was read up to row {number}: {MOST_CELLS:,} cells are read at most")
            return 0
        add_row(draft, title, number, filled, spans)
    return left


def add_row(draft: Draft, title: str, number: int, row: list[str], spans: Merged) -> None:
    """Add one row, its cells marked by their address; a row that is one merged cell says it once."""
    if not any(row):
        if draft.pieces[-2:] != ["\n", "\n"]:
            draft.add("\n")
        return
    while not row[-1]:
        row.pop()
    once = len({spans.get((number, column), (number, column)) for column in range(len(row))}) == 1
    for column, text in enumerate(row[:1] if once else row):
        if column:
            draft.add("\t")
        draft.add(text, Mark(0, 0, sheet=title, cell=f"{column_name(column)}{number + 1}"))
    draft.add("\n")


def fill(text: str, at: tuple[int, int], spans: Merged, firsts: dict[tuple[int, int], str]) -> str:
    """What a cell shows: its own text, or that of the first of the merged cells it belongs to."""
    first = spans.get(at)
    if first is None:
        return text
    if first == at:
        firsts[at] = text
    return firsts.get(first, "")


def merged_cells(data: bytes, sheet: ReadOnlyWorksheet) -> Merged:
    """The first cell for each cell that is merged; openpyxl leaves them out where it reads row by row."""
    found: Merged = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read(sheet._worksheet_path)
    for match in MERGED.finditer(markup):
        left, right = column_number(match[1]), column_number(match[3])
        top, bottom = int(match[2]) - 1, int(match[4]) - 1
        if right - left > WIDEST or bottom - top > LONGEST or len(found) > MOST_CELLS:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found[row, column] = (top, left)
    return found


def printed(value: object) -> str:
    """A value as a sheet shows it by default, on one line: whole numbers without a point, dates as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return joined([str(value)])


def column_name(column: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: bytes) -> int:
    """A column's number from 0 by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
