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


PAGES = ("— 2 —", "- 2 -", "第2页 共3页", "第 2 页 共 3 页", "blank", "header")
WIDTHS = ("28", "24", "32", "36", "40")

KNOWN_GAPS: tuple[Gap, ...] = (
    Gap({"item": ("untitled",), "page_at": ("sentence",), "page": PAGES}, "a task over two pages", 25),
    Gap({"office_wraps": ("yes",), "wrap": WIDTHS}, "heads behind a break are lost", 31),
    Gap(
        {"office_wraps": ("yes",), "deputies": ("one", "none"), "page_at": ("sentence",), "page": PAGES},
        "heads behind a break are lost",
        2,
    ),
    Gap({"persons": ("point",), "seat": ("post first",)}, "a post before a name with a point", 22),
    Gap({"persons": ("minority",), "seat": ("post first",)}, "a post before a name without a known surname", 1),
    Gap({"page_at": ("sentence",), "page": PAGES, "wrap": WIDTHS}, "a sentence over lines and pages", 9),
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
