"""Word files: paragraphs with their automatic numbers, tables as rows, text boxes, footnotes; deletions left out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.grid import Cell, as_line, filled, joined
from kg.formats.numbering import Numbering
from kg.formats.packed import check_size
from kg.formats.source import Extracted, Mark, Metadata
from kg.formats.words import W, boxes, content, value

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["read_docx"]

TABLE, NOTE = Mark(0, 0, kind="table"), Mark(0, 0, kind="footnote")
INNER = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
"""Elements that only wrap what stands in them."""
DEEPEST = 20


def read_docx(data: bytes) -> Extracted:
    """The text of a DOCX file without heads and feet of pages; InputError where it holds none."""
    from docx import Document

    check_size(data)
    document = Document(io.BytesIO(data))
    numbering = Numbering(document)
    draft = Draft()
    for text, place in blocks(document.element.body, numbering):
        draft.line(text, place)
    for text in footnotes(document):
        draft.line(text, NOTE)
    found = draft.done(metadata_of(document))
    if not found.text.strip():
        raise InputError("the file shows no text", hint="if it holds pictures of pages, save it as PDF")
    return found


def blocks(parent: _Element, numbering: Numbering, depth: int = 0) -> Iterator[tuple[str, Mark | None]]:
    """The lines of paragraphs and tables in a body, cell or text box."""
    for child in parent:
        if child.tag == W + "p":
            yield from paragraph(child, numbering, depth)
        elif child.tag == W + "tbl" and depth < DEEPEST:
            yield from table(child, numbering, depth + 1)
        elif child.tag in INNER and depth < DEEPEST:
            yield from blocks(child, numbering, depth + 1)


def paragraph(element: _Element, numbering: Numbering, depth: int = 0) -> Iterator[tuple[str, Mark | None]]:
    """The lines of a paragraph, its number before the first; text boxes that hang on it come behind."""
    text = content(element)
    yield from ((line, None) for line in (numbering.label(element) + text if text.strip() else text).split("\n"))
    if depth < DEEPEST:
        for box in boxes(element):
            yield from blocks(box, numbering, depth + 1)


def table(element: _Element, numbering: Numbering, depth: int) -> Iterator[tuple[str, Mark | None]]:
    """A table as rows of cells; one of a single cell is a frame, and its paragraphs are lines."""
    rows = [list(within(row, "tc")) for row in within(element, "tr")]
    if all(len(row) < 2 for row in rows):
        for row in rows:
            for cell in row:
                yield from blocks(cell, numbering, depth)
        return
    nested: list[tuple[str, Mark | None]] = []
    cells = merged([[read_cell(cell, numbering, depth, nested) for cell in row] for row in rows])
    yield from ((as_line(row), TABLE) for row in cells if any(row))
    yield from nested


def within(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those in controls included and deleted ones not."""
    for child in element:
        if child.tag == W + name:
            if not (name == "tr" and child.find(f"{W}trPr/{W}del") is not None):
                yield child
        elif child.tag in INNER:
            yield from within(child, name)


def read_cell(
    cell: _Element, numbering: Numbering, depth: int, nested: list[tuple[str, Mark | None]]
) -> tuple[Cell, bool]:
    """A cell and whether it goes on from the one above; rows of tables within it are put into `nested`."""
    lines = []
    for text, place in blocks(cell, numbering, depth):
        if place is None:
            lines.append(text)
        else:
            nested.append((text, place))
    properties = cell.find(W + "tcPr")
    span = value(properties, "gridSpan")
    down = properties.find(W + "vMerge") if properties is not None else None
    goes_on = down is not None and down.get(W + "val", "continue") == "continue"
    return Cell(joined(lines), int(span) if span.isdecimal() else 1), goes_on


def merged(rows: list[list[tuple[Cell, bool]]]) -> list[list[str]]:
    """The rows with the text of merged cells in each row and column they span."""
    wide = filled([cell for cell, _ in row] for row in rows)
    for number, row in enumerate(rows):
        column = 0
        for cell, goes_on in row:
            for one in range(column, column + max(cell.across, 1)):
                if goes_on and number and one < min(len(wide[number - 1]), len(wide[number])):
                    wide[number][one] = wide[number - 1][one]
            column += max(cell.across, 1)
    return wide


def footnotes(document: Document) -> Iterator[str]:
    """The paragraphs of the footnotes."""
    from lxml import etree

    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            for note in etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False)):
                if note.get(W + "type", "normal") == "normal":
                    yield from filter(str.strip, (content(one) for one in note.iter(W + "p")))


def metadata_of(document: Document) -> Metadata:
    """What the properties of the file say; programs fill in most others, so the title alone is of use."""
    title = (document.core_properties.title or "").strip()
    return Metadata(title=title if len(title) > 5 else "")
