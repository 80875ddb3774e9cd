"""The characters of a PDF page with their places, joined to runs as the file draws them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.formats.page_layout import Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["runs_of"]

GAP, BACK = 0.35, 0.6
"""Gaps, in heights of a line, at which a run ends: forwards and backwards."""


class Character(NamedTuple):
    """A character with its edges, downwards from the top of the page as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def runs_of(page: PdfPage) -> list[Run]:
    """The runs of a page in the order in which the file draws them."""
    runs: list[Run] = []
    line: list[Character] = []
    for one in characters(page):
        if line and not follows(line[-1], one):
            runs += run_of(line)
            line = []
        line.append(one)
    return runs + list(run_of(line))


def follows(before: Character, one: Character) -> bool:
    """Whether a character goes on where another ends."""
    height = max(min(before.bottom - before.top, one.bottom - one.top), 0.1)
    apart = abs(before.top + before.bottom - one.top - one.bottom) / 2
    return apart < 0.5 * height and -BACK * height < one.left - before.right < GAP * height


def run_of(line: list[Character]) -> Iterator[Run]:
    """Characters as a run, unless they are all blank; blanks at its ends are gaps and no characters."""
    while line and not line[-1].text.strip():
        line.pop()
    while line and not line[0].text.strip():
        line.pop(0)
    if line:
        text = "".join(one.text for one in line)
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        yield Run(whole, line[0].left, min(one.top for one in line), line[-1].right, max(one.bottom for one in line))


def characters(page: PdfPage) -> Iterator[Character]:
    """The characters that the file itself has on a page; those that only the reader makes up are left out."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    width, height = page.get_size()
    turned, box = page.get_rotation(), page.get_bbox()
    rectangle = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 32 or code > 0x10FFFF or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle)):
            edges = (
                rectangle.left - box[0],
                rectangle.bottom - box[1],
                rectangle.right - box[0],
                rectangle.top - box[1],
            )
            yield Character(chr(code), *shown(edges, turned, width, height))
    text.close()


def shown(edges: tuple[float, ...], turned: int, width: float, height: float) -> tuple[float, float, float, float]:
    """Edges (left, lower, right, upper) on the unturned sheet as left, top, right, bottom of the page as shown."""
    left, lower, right, upper = edges
    if turned == 90:
        return lower, left, upper, right
    if turned == 180:
        return width - right, lower, width - left, upper
    if turned == 270:
        return width - upper, height - right, width - lower, height - left
    return left, height - upper, right, height - lower
