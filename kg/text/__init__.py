"""Characters that remember where in the source they stood, and the printed lines they make.

`lines` drops page numbers and web furniture, `paragraphs` mends hard wraps and page breaks, `with_rows` and
`with_tabs` make rows of tables of what stands one cell a line or between blanks, `simplified` reads traditional
characters; `as_json`, `marked`, `celled` and `encodable` say what becomes of characters that a target cannot hold.
"""

from __future__ import annotations

from kg.text.clean import BIDI, as_json, celled, encodable, marked, marked_id, uncelled
from kg.text.layout import DATE_ONLY, ORDINAL, TABLE, Line, columns, lines
from kg.text.spaced import with_tabs
from kg.text.stacked import with_rows
from kg.text.text import BLANK, Span, Text, squeeze
from kg.text.traditional import plain, simplified, simplifying
from kg.text.wraps import paragraphs

__all__ = [
    "BIDI",
    "BLANK",
    "DATE_ONLY",
    "ORDINAL",
    "TABLE",
    "Line",
    "Span",
    "Text",
    "as_json",
    "celled",
    "columns",
    "encodable",
    "lines",
    "marked",
    "marked_id",
    "paragraphs",
    "plain",
    "simplified",
    "simplifying",
    "squeeze",
    "uncelled",
    "with_rows",
    "with_tabs",
]
