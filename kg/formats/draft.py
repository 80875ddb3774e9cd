"""A text in the making: pieces with the places where they stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.formats.radicals import folded
from kg.formats.source import NOTHING, Extracted, Mark, Metadata

__all__ = ["Draft", "clean", "dropped"]

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


class Draft:
    """Takes the lines of a text in order and keeps a mark for each that has a place."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.warnings: list[str] = []
        self.length = 0

    def add(self, text: str, place: Mark | None = None) -> None:
        """Add a piece as it stands, marked like `place` (its offsets are not used)."""
        text = clean(text)
        if not text:
            return
        if place is not None:
            self.mark(replace(place, start=self.length, end=self.length + len(text)))
        self.pieces.append(text)
        self.length += len(text)

    def line(self, text: str, place: Mark | None = None) -> None:
        """Add a line; the line end stands outside the mark."""
        self.add(text, place)
        self.add("\n")

    def mark(self, mark: Mark) -> None:
        """Keep a mark, joined to the one before where only line ends part two of the same place."""
        before = self.marks[-1] if self.marks else None
        if before and mark.start - before.end <= 2 and replace(before, start=mark.start, end=mark.end) == mark:
            self.marks[-1] = replace(before, end=mark.end)
        else:
            self.marks.append(mark)

    def paste(self, found: Extracted) -> None:
        """Add a finished text with its marks and warnings."""
        shift = self.length
        self.add(found.text)
        self.marks += [replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in found.marks]
        self.warnings += found.warnings

    def done(self, metadata: Metadata = NOTHING) -> Extracted:
        """The text as it is now."""
        return Extracted("".join(self.pieces), tuple(self.marks), metadata, tuple(self.warnings))


def clean(text: str) -> str:
    """A text with \\n as its only line end, radicals as the characters they show, and no control characters."""
    return folded(STRANGE.sub("", LINE_ENDS.sub("\n", text)))


def dropped(found: Extracted, unwanted: Callable[[Mark], bool]) -> Extracted:
    """A text without the characters of some marks, line end included; the other marks move along."""
    kept, marks, gone, last = [], [], 0, 0
    for mark, start, end in spans(found, unwanted):
        if mark is None:
            kept.append(found.text[last:start])
            gone, last = gone + end - start, end
        else:
            marks.append(replace(mark, start=mark.start - gone, end=mark.end - gone))
    kept.append(found.text[last:])
    return Extracted("".join(kept), tuple(marks), found.metadata, found.warnings)


def spans(found: Extracted, unwanted: Callable[[Mark], bool]) -> Iterator[tuple[Mark | None, int, int]]:
    """Each mark to keep, and None with the characters of each to drop."""
    for mark in found.marks:
        if unwanted(mark):
            end = mark.end + (found.text[mark.end : mark.end + 1] == "\n")
            yield None, mark.start, end
        else:
            yield mark, mark.start, mark.end
