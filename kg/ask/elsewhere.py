"""Bodies of places of which the graph knows nothing: 洛阳市财政局 is not the 市财政局 of the graph."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.ask.lexicon import Entry
from kg.lexicon import NATION, NATIONAL, by_any_name, divisions, jurisdiction_of, short_place

__all__ = ["at_home", "place_before", "place_ending", "place_start", "spelled"]

LEVELS = "省市县区州盟旗"
LONGEST = 8
"""Characters of the name of a place."""
PREFECTURE = 4
"""Digits of the code of a prefecture; a province has fewer, a county more."""
LEAST = 5
"""Letters of a place that is told from words and parts of names."""
BEFORE = "请问和与跟同及由是在、，, 。？?「“"
"""What may stand before the short name of a place that leads a name."""


def place_before(text: str, start: int) -> str:
    """The place whose name stands right before a name in a text, with the word for its level where the name has it.

    全国 for the nation; the word for a level alone (县财政局) where no place is named.
    """
    level = text[start] if text[start] in LEVELS else ""
    for begin in range(max(0, start - LONGEST), start - 1):
        word = text[begin:start]
        if word[-1] in LEVELS and word in by_any_name():
            return word
        if level and any(one.name == word + level for one in by_any_name().get(word, ())):
            return word + level
        if not level and word in by_any_name() and (begin == 0 or text[begin - 1] in BEFORE):
            return word
    if text[:start].endswith(NATIONAL):
        return NATION.name
    return text[start - 1] if not level and text[start - 1] in LEVELS else ""


def place_start(text: str, start: int, place: str) -> int:
    """Where the place begins that stands before a character of a text."""
    if place == NATION.name:
        return start - max(len(word) for word in NATIONAL if text[:start].endswith(word))
    return text.rindex(place[:2], 0, start)


def place_ending(text: str, end: int) -> str:
    """The full name of a place that ends at a character of a text, '' where none does."""
    words = (text[begin:end] for begin in range(max(0, end - LONGEST), end - 1))
    return next((word for word in words if word[-1] in LEVELS and word in by_any_name()), "")


@cache
def spelled() -> frozenset[str]:
    """The provinces and prefectures as English spells them, by their short names in pinyin (luoyang)."""
    from pypinyin import lazy_pinyin

    names = (short_place(one.name) for one in divisions().values() if len(one.code) <= PREFECTURE)
    return frozenset(name for name in ("".join(lazy_pinyin(name)) for name in names) if len(name) >= LEAST)


@lru_cache(4096)
def at_home(entry: Entry, place: str, own: bool = False) -> bool:
    """Whether a body or group is that of a place; `own`: its name has its place, and the other stands above that.

    Of what has no place nothing is said, unless it would be the nation's.
    """
    if not entry.place:
        return place != NATION.name
    if place in LEVELS:
        return entry.place.endswith(place)
    meant = {division.name for division in by_any_name().get(place, ())} | {place}
    names = (entry.place, *(jurisdiction_of(f"{entry.place}人民政府").above if own else ()))
    return any(name in meant or name.endswith(tuple(meant)) for name in names)
