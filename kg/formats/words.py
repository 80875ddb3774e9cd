"""The runs of a Word paragraph to characters: what is shown and not deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["BOXES", "W", "boxes", "content", "is_on", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BOXES = W + "txbxContent"
GONE = frozenset(
    (W + "del", W + "moveFrom", W + "rt", W + "pPr", W + "rPr", W + "instrText", MC + "Fallback", BOXES, W + "delText")
)
"""Elements whose characters are not shown: deletions, readings above characters, fields' instructions, copies."""
CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}


def content(paragraph: _Element) -> str:
    """The characters of a paragraph; text boxes and their copies are left out."""
    return "".join(characters(paragraph))


def characters(element: _Element) -> Iterator[str]:
    """The characters below an element in order."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        if one.tag in (W + "t", M + "t"):
            yield one.text or ""
        elif one.tag in CHARACTERS:
            yield CHARACTERS[one.tag]
        elif one.tag not in GONE and not (one.tag == W + "r" and is_on(one.find(W + "rPr"), "vanish")):
            stack.extend(reversed(one))


def boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph, each once and not those within another."""
    stack = list(reversed(paragraph))
    while stack:
        one = stack.pop()
        if one.tag == BOXES:
            yield one
        elif one.tag not in GONE:
            stack.extend(reversed(one))


def value(properties: _Element | None, name: str) -> str:
    """The value of a property; empty where there is none."""
    one = properties.find(W + name) if properties is not None else None
    return one.get(W + "val", "") if one is not None else ""


def is_on(properties: _Element | None, name: str) -> bool:
    """Whether a property is set that is either on or off."""
    one = properties.find(W + name) if properties is not None else None
    return one is not None and one.get(W + "val", "true") not in ("0", "false", "off")
