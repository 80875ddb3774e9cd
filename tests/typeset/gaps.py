"""What careful readers read and the parser does not: left out of random layouts, expected to fail by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from tests.typeset.layout import Layout, draw_layout
from tests.typeset.settling import settle

__all__ = ["KNOWN_GAPS", "Gap", "draw_readable", "known_gap"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Options that fail together, what goes wrong, and the seed of a notice that shows it with the first of each."""

    options: Mapping[str, tuple[str, ...]]
    reason: str
    seed: int

    def __str__(self) -> str:
        """The options as an id."""
        return "+".join(f"{name}={'|'.join(values)}" for name, values in self.options.items())

    def shows(self, name: str, value: str, layout: Layout) -> bool:
        """Whether an option by itself, set in a layout, is enough to fail."""
        return self.layout == layout or ([*self.options] == [name] and value in self.options[name])

    @property
    def layout(self) -> Layout:
        """The plainest layout with the options."""
        return replace(Layout(), **{name: values[0] for name, values in self.options.items()})  # type: ignore[arg-type]


BLANKS = ("two blanks", "one blank", "three blanks", "ideographic", "two ideographic")
PAGES = ("— 2 —", "- 2 -", "第2页 共3页", "第 2 页 共 3 页", "blank", "header")
NOTES = ("挂职", "女", "回族")
WIDTHS = ("28", "24", "32", "36", "40")

IN_BRACKETS = ("labels", "comma labels", "lead behind label", "responsible", "first leads")
OFFICES = ("sits", "by", "and", "holds")
CUT = {"page_at": ("sentence",)}
TAILS = ("、", "和", "，")
SEVERAL = ("；", ";")

KNOWN_GAPS: tuple[Gap, ...] = (
    Gap({"clause": ("cells",)}, "a table with one cell a line is not read", 0),
    Gap({"clause": ("charge",)}, "a sentence 由A负责 behind a task is not read", 0),
    Gap({"clause": ("with",)}, "人力资源社会保障局 is cut behind 会同", 13),
    Gap({"clause": ("by",), "tail": TAILS}, "a class of bodies at the end of the list of 参加", 0),
    Gap({"clause": IN_BRACKETS, "wrap": WIDTHS}, "brackets over lines", 0),
    Gap({"clause": ("label lines",), "foot": ("print",)}, "打印 关闭 is read as a body", 41),
    Gap({"tail": ("和",)}, "残联和, 科协和 is not parted", 7),
    Gap({"item": ("untitled",), "page_at": ("sentence",), "page": PAGES}, "a task over two pages", 7),
    Gap({"members": ("label", "as seats")}, "a list without a full stop before the office is lost", 14),
    Gap({"members": ("alone",)}, "a list without a full stop before the office is lost", 31),
    Gap({"office": ("none",), "members": ("full stop",)}, "the signature is read as a member", 1),
    Gap({"office": ("none",), "vacant": ("post",)}, "the signature is read as a member behind a post", 1),
    Gap({"seat": ("post first",), "vacant": ("post",)}, "a seat without a person is joined to the one before", 1),
    Gap({"persons": ("为",)}, "a name that ends in 为 loses it", 5),
    Gap({"persons": ("minority",), "office": OFFICES}, "a head without a surname of the table", 1),
    Gap({"persons": ("point",), "office": ("holds",)}, "a head with a point in the name behind a post", 1),
    Gap({"persons": ("point",), "office": ("by",)}, "由 is read as part of a name with a point", 107),
    Gap({"persons": ("point",), "roster": ("prose",)}, "a post before a name with a point", 1),
    Gap({"persons": ("point",), "remove": ("without 的",)}, "a name with a point right before a post", 5),
    Gap({"persons": ("point",), "seat": ("nothing",)}, "a name with a point right before a post", 1),
    Gap({"deputies": ("one",), "office": ("sits",)}, "a deputy is read as appointed besides", 107),
    Gap({"office_wraps": ("yes",), "wrap": WIDTHS}, "heads behind a break are lost", 3),
    Gap({"office_wraps": ("yes",), "deputies": ("one", "none"), "page": PAGES} | CUT, "heads behind a break", 1),
    Gap({"roster": ("prose",)}, "A任组长 is read as appointed besides", 108),
    Gap({"seat": BLANKS, "posts": ("two",)}, "the next seat is read as a wrapped post", 8),
    Gap({"seat": BLANKS, "persons": ("point",)}, "the next seat is read as a wrapped post", 22),
    Gap({"seat": BLANKS, "notes": NOTES}, "the next seat is read as a wrapped post", 1),
    Gap({"seat": ("nothing",), "posts": ("two",)}, "the next seat is read as a wrapped post", 8),
    Gap({"seat": (*BLANKS, "nothing", "post first"), "line": SEVERAL}, "several seats, then the signature", 1),
    Gap({"label": ("tab",), "line": ("、", *SEVERAL, "，"), "wrap": WIDTHS}, "a tab before a wrapped list", 2),
    Gap({"named_by": ("sentence",), "wrap": ("24", "28")}, "the seats are lost", 4),
    Gap({"persons": ("point",), "seat": ("post first",)}, "a post before a name with a point", 1),
    Gap({"members": ("full stop",), "wrap": WIDTHS}, "a body over two lines is cut", 127),
    Gap({"seat": BLANKS, "office": ("host", "no office", "none")}, "the next seat is read as a wrapped post", 203),
    Gap({"page_at": ("sentence",), "page": PAGES, "wrap": WIDTHS}, "a sentence over lines and pages", 9),
    Gap({"clause": ("by",), "page_at": ("sentence",), "page": PAGES}, "a sentence over two pages", 9),
)
"""Each gap with its reason; take one out when the parser reads it."""


def known_gap(layout: Layout) -> Gap | None:
    """The gap that a settled layout has, None where it should be read."""
    for gap in KNOWN_GAPS:
        if all(getattr(layout, name) in values for name, values in gap.options.items()):
            return gap
    return None


def draw_readable(random: Random, *, plain: float = 0.5, gaps: bool = False) -> Layout:
    """A settled layout at random, one without known gaps unless they are asked for."""
    while True:
        layout = settle(draw_layout(random, plain=plain))
        if gaps or not known_gap(layout):
            return layout
