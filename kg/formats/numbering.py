"""Automatic numbers of Word paragraphs (一、 （一） 1.), counted as Word counts them and written out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.formats.numerals import numeral
from kg.formats.words import W, is_on, value

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["Numbering"]

PLACE = re.compile(r"%([1-9])")
LEVELS, CHAIN = 9, 20
CLOSED = "、．。）)】〕：:"
"""Ends of a number behind which no blank is needed."""


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, document: Document) -> None:
        self.counts: dict[str, list[int]] = {}
        self.levels: dict[str, dict[int, _Element]] = {}
        self.lists: dict[str, str] = {}
        self.styles: dict[str, _Element] = {}
        for style in document.styles.element.iter(W + "style"):
            self.styles[style.get(W + "styleId", "")] = style
        for part in document.part.rels.values():
            if part.reltype.endswith("/numbering") and not part.is_external:
                self.read(part.target_part.element)

    def read(self, root: _Element) -> None:
        """Take the definitions in numbering.xml: lists by the id that paragraphs name."""
        abstract = {one.get(W + "abstractNumId", ""): one for one in root.iter(W + "abstractNum")}
        for one in root.iter(W + "num"):
            number, of = one.get(W + "numId", ""), value(one, "abstractNumId")
            levels = {level_of(level): level for level in abstract[of].iter(W + "lvl")} if of in abstract else {}
            own = {level_of(level): level for level in one.iter(W + "lvl")}
            self.levels[number] = levels | own
            self.lists[number] = number if one.find(W + "lvlOverride") is not None else f"abstract {of}"

    def label(self, paragraph: _Element) -> str:
        """The number that stands before a paragraph, with the blank behind it; counts it."""
        number, depth = self.place(paragraph)
        levels = self.levels.get(number, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(self.lists[number], [0] * LEVELS)
        self.count(counts, levels, depth)
        form = value(levels[depth], "numFmt")
        if form in ("bullet", "none"):
            return ""
        text = PLACE.sub(
            lambda match: self.printed(counts, levels, depth, int(match[1]) - 1), value(levels[depth], "lvlText")
        )
        blank = value(levels[depth], "suff") != "nothing" and text[-1:] not in CLOSED
        return text + " " * (blank and bool(text))

    def count(self, counts: list[int], levels: dict[int, _Element], depth: int) -> None:
        """Count on at one level and begin anew below it."""
        for one in range(depth + 1):
            if not counts[one]:
                counts[one] = start(levels.get(one)) - (one == depth)
        counts[depth] += 1
        for one in range(depth + 1, LEVELS):
            if value(levels.get(one), "lvlRestart") != "0":
                counts[one] = 0

    def printed(self, counts: list[int], levels: dict[int, _Element], depth: int, one: int) -> str:
        """The count of one level as the number of a paragraph at `depth` prints it."""
        form = value(levels.get(one), "numFmt") or "decimal"
        legal = one != depth and is_on(levels[depth], "isLgl")
        return numeral(counts[one], "decimal" if legal else form)

    def place(self, paragraph: _Element) -> tuple[str, int]:
        """The list and level of a paragraph, by itself or by its style; ("", 0) where it has none."""
        properties = paragraph.find(W + "pPr")
        found: dict[str, str] = defaultdict(str)
        name = value(properties, "pStyle")
        for _ in range(CHAIN):
            own = properties.find(W + "numPr") if properties is not None else None
            for key in ("numId", "ilvl"):
                found[key] = found[key] or value(own, key)
            style = self.styles.get(name)
            if found["numId"] or style is None:
                break
            properties, name = style.find(W + "pPr"), value(style, "basedOn")
        level = found["ilvl"]
        return found["numId"], int(level) if level.isdecimal() and int(level) < LEVELS else 0


def level_of(level: _Element) -> int:
    """The level that a definition is for, from 0."""
    said = level.get(W + "ilvl", "0")
    return int(said) if said.isdecimal() else 0


def start(level: _Element | None) -> int:
    """The number with which a level begins."""
    said = value(level, "start")
    return int(said) if said.isdecimal() and len(said) < 6 else 1
