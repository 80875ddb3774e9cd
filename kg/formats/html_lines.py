"""The elements of a page to the lines that a reader sees: blocks to lines, tables to rows, nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.formats.grid import Cell, as_line, filled, joined
from kg.formats.source import Mark

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from kg.formats.draft import Draft

__all__ = ["is_hidden", "lines_of", "write"]

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "svg",
        "canvas",
        "audio",
        "video",
        "head",
        "title",
        "map",
    ]
)
CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:bd)?(?:share|sharebox|qrcode|ewm|breadcrumb|crumbs?|toolbar|print)(?:$|[\s_-])", re.I
)
BROKEN = re.compile(r"(?<=[^\x00-\xff])[ \t]*[\r\n][ \t\r\n]*(?=[^\x00-\xff])")
"""A line end of the page's source between two Chinese characters, which no reader sees."""
WHITE = re.compile(r"[ \t\r\n\f]+")
LONG_CELL, MANY_BLOCKS = 300, 3
TABLE = Mark(0, 0, kind="table")


def lines_of(root: LexborNode) -> list[str]:
    """All lines of an element."""
    return [text for text, _ in written(root)]


def write(root: LexborNode, draft: Draft) -> None:
    """Add the lines of an element to a draft, at most one empty line in a row; rows of tables are marked as such."""
    empty = True
    for text, place in written(root):
        if text.strip() or not empty:
            draft.line(text if text.strip() else "", place)
        empty = not text.strip()


def written(root: LexborNode) -> Iterator[tuple[str, Mark | None]]:
    """The lines of an element, and the mark of those that are rows."""
    pending: list[str] = []
    broke = False
    for node, closing in walk(root):
        tag = node.tag or ""
        if tag == "-text":
            pending.append(node.text_content or "")
        elif tag == "table" and not closing:
            yield from flushed(pending)
            yield from ((row, TABLE) for row in rows(node))
        elif (
            tag in BLOCKS
            and not (tag == "br" and closing)
            and (not broke or "".join(pending).strip(" \t\r\n\f") or tag == "br")
        ):
            yield from flushed(pending, always=tag == "br" or (tag == "p" and closing))
        broke = tag in BLOCKS
    yield from flushed(pending)


def flushed(pending: list[str], always: bool = False) -> Iterator[tuple[str, None]]:
    """What has gathered as a line, if there is any."""
    text = WHITE.sub(" ", BROKEN.sub("", "".join(pending))).strip(" ")
    pending.clear()
    if text or always:
        yield text, None


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node to show below `root`, and each element again when it closes; tables of data are not entered."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, closing = stack.pop()
        if not closing and node is not root and node.next is not None:
            stack.append((node.next, False))
        tag = node.tag or ""
        if closing or tag == "-text":
            yield node, closing
        elif tag.startswith(("-", "_", "!")) or is_hidden(node):
            continue
        elif tag == "table" and is_data(node):
            yield node, False
        else:
            yield from opened(node, stack)


def opened(node: LexborNode, stack: list[tuple[LexborNode, bool]]) -> Iterator[tuple[LexborNode, bool]]:
    """An element as it opens, if it is no table for layout; what is in it and its end are put on the stack."""
    if node.tag != "table":
        yield node, False
    stack.append((node, True))
    if node.first_child is not None:
        stack.append((node.first_child, False))


def is_hidden(node: LexborNode) -> bool:
    """Whether an element is not shown, or is a button of the page's furniture."""
    if node.tag in SILENT:
        return True
    attributes = node.attributes
    if "hidden" in attributes or CONCEALED.search(attributes.get("style") or ""):
        return True
    return bool(FURNITURE.search(attributes.get("class") or ""))


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data and not the page itself: two columns, no table within, no cell full of paragraphs."""
    if len(table.css("table")) > 1:
        return False
    cells = [row.css("td, th") for row in table.css("tr")]
    if max(map(len, cells), default=0) < 2:
        return False
    return not any(
        len(cell.text()) > LONG_CELL and len(cell.css("p, br, div")) > MANY_BLOCKS for row in cells for cell in row
    )


def rows(table: LexborNode) -> Iterator[str]:
    """The rows of a table as lines."""
    shown = (row for row in table.css("tr") if not is_hidden(row))
    cells = [[cell_of(one) for one in row.css("td, th") if not is_hidden(one)] for row in shown]
    if caption := table.css_first("caption"):
        yield joined(lines_of(caption))
    yield from (as_line(row) for row in filled(cells) if any(row))


def cell_of(node: LexborNode) -> Cell:
    """A cell with its text and spans."""
    text = joined(lines_of(node))
    return Cell(text, span(node, "colspan"), span(node, "rowspan"))


def span(node: LexborNode, name: str) -> int:
    """How many columns or rows a cell spans."""
    said = (node.attributes.get(name) or "1").strip()
    return int(said) if said.isdecimal() and len(said) < 6 else 1
