"""Everyday abbreviations of bodies (文旅局 for 文化广电旅游局): told by their characters, not by a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from kg.ask.lexicon import Entry, Lexicon, bare
from kg.lexicon import rows

__all__ = ["listed", "shortened"]

LIST = re.compile(
    r"(?P<names>[^\W和与a-z\d]{2,4}(?:[、和与][^\W和与a-z\d]{2,4}?){1,9})(?:[两二三四五\d]个?|这几个?|几个?)(?:局|委|家|部门|单位)"
)
"""Names that share their last word: 公安、司法、教育三个局."""
LEAST, MOST = 3, 5
"""Characters of an abbreviation."""


def shortened(text: str, taken: Iterable[range], lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The abbreviations in a text outside of what is taken: from, to, and the one body that each can mean.

    An abbreviation begins as a word of the name does, ends as the name ends, and has its characters in their order.
    The name of another department is none.
    """
    used = set(chain.from_iterable(taken))
    start = 0
    while start < len(text):
        found = next(iter(from_here(text, start, used, lexicon)), None)
        if found:
            yield found
        start = found[1] if found else start + 1


def from_here(text: str, start: int, used: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The abbreviations that begin at a character, the longest first."""
    lead = int(text[start] in "市省县区州旗")
    for end in range(min(len(text), start + lead + MOST), start + lead + LEAST - 1, -1):
        name = text[start + lead : end]
        if name[-1] in "局委办厅" and not used & set(range(start, end)) and name not in departments():
            near = lexicon.by_ends.get(name[0] + name[-1], ())
            meant = [entry for whole, entry in near if abbreviates(name, whole)]
            most = max((lexicon.weight[entry.place] for entry in meant), default=0)
            own = [entry for entry in meant if lexicon.weight[entry.place] == most]
            if len(own) == 1:
                yield start, end, (*own, *(entry for entry in meant if entry not in own))


def abbreviates(name: str, whole: str) -> bool:
    """Whether a name has the characters of a longer one in their order, its first and last characters among them."""
    if len(name) >= len(whole) or name[0] != whole[:1] or name[-1] != whole[-1]:
        return False
    rest = iter(whole)
    return all(character in rest for character in name)


@cache
def departments() -> frozenset[str]:
    """Every printed form of the departments of the table."""
    return frozenset(form for _, forms in rows() for form in forms)


def listed(text: str, taken: Iterable[range], lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The bodies of a list whose members share their last word, where each can mean but one body."""
    used = set(chain.from_iterable(taken))
    for match in LIST.finditer(text):
        for part in re.finditer("[^、和与]+", match["names"]):
            start, end = match.start() + part.start(), match.start() + part.end()
            meant = [entry for entry in lexicon.of("body") if bare(entry).startswith(part[0])]
            meant = [entry for entry in meant if bare(entry)[len(part[0]) :] in "局委办"] or meant
            most = max((lexicon.weight[entry.place] for entry in meant), default=0)
            own = [entry for entry in meant if lexicon.weight[entry.place] == most]
            if len(own) == 1 and start not in used:
                yield start, end, tuple(own)
