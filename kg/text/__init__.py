"""Characters that remember where in the source they stood, and the printed lines they make.

`lines` drops page numbers and web furniture, `paragraphs` mends hard wraps and page breaks, `with_rows` and
`with_tabs` make rows of tables of what stands one cell a line or between blanks, `simplified` reads traditional
characters.
"""

from __future__ import annotations

from kg.text.layout import DATE_ONLY, ORDINAL, TABLE, Line, columns, lines
from kg.text.spaced import with_tabs
from kg.text.stacked import with_rows
from kg.text.text import BLANK, Span, Text, squeeze
from kg.text.traditional import plain, simplified, simplifying
from kg.text.wraps import paragraphs

__all__ = [
    "BLANK",
    "DATE_ONLY",
    "ORDINAL",
    "TABLE",
    "Line",
    "Span",
    "Text",
    "columns",
    "lines",
    "paragraphs",
    "plain",
    "simplified",
    "simplifying",
    "squeeze",
    "with_rows",
    "with_tabs",
]
