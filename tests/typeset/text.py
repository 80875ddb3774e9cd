"""Blanks, lists, wrapped lines and page breaks: what typesetting does to any text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.typeset.layout import Layout
from tests.typeset.made_up import Place

__all__ = ["Line", "listing", "page", "set_lines", "spaced"]

BLANKS = {"tight": "", "ascii": " ", "ideographic": "　", "two blanks": "  ", "spread": " "}
INDENTS = {"flush": "", "ideographic": "　　", "ascii": "    "}
NO_START = "，。；：、）)〕]】》"
"""Marks that begin no line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it is wrapped: `wraps` where it may be, `breaks` where a page may end behind it."""

    text: str
    wraps: bool = False
    indented: bool = False
    breaks: bool = False


def spaced(word: str, blanks: str) -> str:
    """A name or label with blanks: between two characters, or between all of up to three where it is spread."""
    fits = len(word) == 2 or (len(word) == 3 and blanks == "spread")
    return BLANKS[blanks].join(word) if fits and "·" not in word else word


def listing(bodies: Sequence[str], layout: Layout, place: Place, nested: str = "（）", *, tail: bool = False) -> str:
    """A list of bodies, the level word only where needed, and 等部门 where the layout has it and `tail` is set."""
    text, named = "", False
    for index, body in enumerate(bodies):
        own = body.startswith(place.level)
        mark = "、" if layout.tail not in ("，", "和", "；") or own else layout.tail
        mark = "，" if bodies[index - 1] == place.generic else mark
        text += mark if index else ""
        text += body[len(place.level) :] if own and named and layout.prefix == "elided" else body
        named = own
    text += layout.tail if tail and layout.tail.startswith("等") and bodies else ""
    return text.translate(str.maketrans("（）", nested))


def page(layout: Layout, running: str) -> list[str]:
    """The lines of a page break."""
    shown = {"none": [], "blank": [""], "header": ["", running, ""]}
    return shown.get(layout.page, ["", layout.page, ""])


def set_lines(sections: list[list[Line]], layout: Layout, running: str) -> str:
    """Sections as a text: wrapped, indented, with their gaps and one page break."""
    broken = broken_at(sections, layout)
    blocks: list[list[str]] = []
    for section in sections:
        lines: list[str] = []
        for line in section:
            rest = line
            if line is broken and layout.page_at == "sentence":
                half = halfway(line.text)
                lines += set_line(replace(line, text=line.text[:half]), layout)
                rest = replace(line, text=line.text[half:], indented=False)
            lines += page(layout, running) * (line is broken and layout.page_at == "sentence")
            lines += set_line(rest, layout)
            lines += page(layout, running) * (line is broken and layout.page_at == "middle")
            lines += [""] * (layout.gap == "every")
        blocks.append(lines)
    parted = "\n" if layout.gap == "none" else "\n\n"
    text = parted.join("\n".join(lines).rstrip("\n") for lines in blocks)
    return re.sub(r"\n{3,}", "\n\n", text) + "\n"


def set_line(line: Line, layout: Layout) -> Iterator[str]:
    """A line wrapped and indented."""
    text = INDENTS[layout.paragraph] + line.text if line.indented else line.text
    yield from wrapped(text, int(layout.wrap)) if line.wraps and layout.wrap != "none" else [text]


def wrapped(text: str, width: int) -> Iterator[str]:
    """Pieces of at most `width` characters, or a few more: no mark begins a line, no number is cut."""
    while len(text) > width:
        cut = width
        while cut < len(text) and (text[cut] in NO_START or text[cut - 1 : cut + 1].isascii()):
            cut += 1
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text


def broken_at(sections: list[list[Line]], layout: Layout) -> Line | None:
    """The line at which the page ends: in the middle of what may be parted, or a long sentence."""
    if layout.page == "none":
        return None
    if layout.page_at == "sentence":
        lines = [line for section in sections for line in section if line.wraps and prose(line.text)]
    else:
        lines = [line for section in sections for line in section if line.breaks][:-1]
    return lines[len(lines) // 2] if lines else None


def prose(text: str) -> bool:
    """Whether a line is long enough to be cut, and a sentence."""
    return len(text) > 20 and ("。" in text or text.endswith("："))


def halfway(text: str) -> int:
    """The middle of a text, not inside a number and not before a mark."""
    cut = len(text) // 2
    while cut < len(text) - 1 and (text[cut] in NO_START or text[cut - 1 : cut + 1].isascii()):
        cut += 1
    return cut
