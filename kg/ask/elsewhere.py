"""Bodies of places of which the graph knows nothing: 洛阳市财政局 is not the 市财政局 of the graph."""

from __future__ import annotations

from functools import lru_cache

from kg.ask.lexicon import Entry
from kg.places import by_any_name, jurisdiction_of

__all__ = ["at_home", "place_before", "place_ending"]

LEVELS = "省市县区州盟旗"
LONGEST = 8
"""Characters of the name of a place."""
BEFORE = "请问和与跟同及由是在、，, 。？?「“"
"""What may stand before the short name of a place that leads a name."""


def place_before(text: str, start: int) -> str:
    """The place whose name stands right before a name in a text, with the word for its level where the name has it.

    The word for a level alone (县财政局) where no place is named.
    """
    level = text[start] if text[start] in LEVELS else ""
    for begin in range(max(0, start - LONGEST), start - 1):
        word = text[begin:start]
        free = begin == 0 or text[begin - 1] in BEFORE
        if word + level in by_any_name() and (level or word[-1] in LEVELS or free):
            return word + level
        if level and word in by_any_name() and any(one.name == word + level for one in by_any_name()[word]):
            return word + level
    return text[start - 1] if not level and text[start - 1] in LEVELS else ""


def place_ending(text: str, end: int) -> str:
    """The full name of a place that ends at a character of a text, '' where none does."""
    words = (text[begin:end] for begin in range(max(0, end - LONGEST), end - 1))
    return next((word for word in words if word[-1] in LEVELS and word in by_any_name()), "")


@lru_cache(4096)
def at_home(entry: Entry, place: str) -> bool:
    """Whether a body is of a place, or of one below it; of a body whose place is not known nothing is said."""
    if not entry.place or entry.place in ("全国", place):
        return True
    if place in LEVELS:
        return entry.place.endswith(place)
    meant = {division.name for division in by_any_name().get(place, ())}
    home = jurisdiction_of(f"{entry.place}人民政府")
    return any(name in meant or name.endswith(tuple(meant)) for name in (entry.place, home.name, *home.above))
