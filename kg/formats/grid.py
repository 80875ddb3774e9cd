"""Rows of cells to lines: cells parted by tabs, what a merged cell says in each row and column it spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Cell", "as_line", "filled", "joined"]

WIDEST, LONGEST = 1_000, 5_000
"""Columns and rows that one cell can span; larger figures are a damaged file's."""


class Cell(NamedTuple):
    """A cell as the file has it: its text, and how many columns and rows it spans."""

    text: str
    across: int = 1
    down: int = 1


def filled(rows: Iterable[Sequence[Cell]]) -> list[list[str]]:
    """The rows with merged cells repeated in every row and column that they span."""
    found: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for cells in rows:
        row: list[str] = []
        for cell in cells:
            hang(row, hanging)
            across, down = min(max(cell.across, 1), WIDEST), min(max(cell.down, 1), LONGEST)
            for column in range(len(row), min(len(row) + across, WIDEST)):
                row.append(cell.text)
                if down > 1:
                    hanging[column] = (cell.text, down - 1)
        while len(row) <= max(hanging, default=-1):
            hang(row, hanging)
            if len(row) <= max(hanging, default=-1):
                row.append("")
        found.append(row)
    return found


def hang(row: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    """Put into the next columns of a row what hangs down into them from rows above."""
    while hung := hanging.pop(len(row), None):
        text, left = hung
        if left > 1:
            hanging[len(row)] = (text, left - 1)
        row.append(text)


def as_line(cells: Sequence[str]) -> str:
    """A row as a line; a row that is one cell merged over all columns says it once."""
    if len(set(cells)) == 1:
        return cells[0]
    return "\t".join(cells).rstrip("\t")


def joined(parts: Iterable[str]) -> str:
    """The lines of a cell as one, parted by single blanks."""
    return " ".join(" ".join(parts).split())
