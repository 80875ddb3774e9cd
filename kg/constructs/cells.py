"""Rows of printed tables as cells: parted by tabs, pipes or box lines."""

from __future__ import annotations

import re

from kg.notice import Block
from kg.text import Text

__all__ = ["cells"]

CELL = re.compile(r"\t|[|│┃｜]")
EDGE = "|│┃｜"


def cells(block: Block) -> list[Text]:
    """The cells of a row without blanks, empty ones kept; the edges of the table, one on each side, are no cells."""
    text = block.text
    if text.chars[:1] in EDGE:
        text = text.stripped()
        text = text[1 : len(text) - (text.chars[-1] in EDGE)]
    found, last = [], 0
    for match in CELL.finditer(text.chars):
        found.append(text[last : match.start()].squeezed())
        last = match.end()
    return [*found, text[last:].squeezed()]
