"""Spreadsheets of the old kind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.source import Extracted
from kg.formats.xlsx import MOST_CELLS, Merged, add_sheet, printed

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

__all__ = ["read_xls"]


def read_xls(data: bytes) -> Extracted:
    """The rows of all sheets that are shown; InputError where there are none."""
    import xlrd

    book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())
    draft = Draft()
    left = MOST_CELLS
    for sheet in book.sheets():
        if sheet.visibility:
            draft.warnings.append(f"sheet {sheet.name!r} is hidden and was not read")
            continue
        left = add_sheet(draft, sheet.name, rows(book, sheet), merged_cells(sheet), left)
    found = draft.done()
    if not found.text.strip():
        raise InputError("its sheets are empty")
    return found


def rows(book: Book, sheet: Sheet) -> Iterator[list[str]]:
    """The rows of a sheet as printed."""
    import xlrd

    for number in range(sheet.nrows):
        cells = sheet.row(number)
        yield [
            printed(
                xlrd.xldate_as_datetime(cell.value, book.datemode) if cell.ctype == xlrd.XL_CELL_DATE else cell.value
            )
            for cell in cells
        ]


def merged_cells(sheet: Sheet) -> Merged:
    """The first cell for each cell that is merged."""
    return {
        (row, column): (top, left)
        for top, bottom, left, right in sheet.merged_cells
        for row in range(top, min(bottom, top + 5_000))
        for column in range(left, min(right, left + 200))
    }
