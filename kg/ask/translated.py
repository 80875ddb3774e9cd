"""The Chinese for English words of the trade, of which names are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from kg.ask.lexicon import Entry
from kg.lexicon import table

__all__ = ["LATIN", "translated"]

HEAD = re.compile(r"(?:常务)?副?[省市县区州旗]长")
"""The head of a place, whose name leads the word."""
LATIN = re.compile(r"[a-z][a-z' -]+[a-z]")


class Named(Protocol):
    """A name found in a question: characters [start, end) and what it calls."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def entry(self) -> Entry: ...


def translated(text: str, found: Iterable[Named], places: Mapping[str, str]) -> str:
    """The Chinese for English words of a text and for `places` in pinyin, those in names already found left out.

    A longer word hides those within it: who asks for the vice mayor does not ask for the mayor.
    """
    if not LATIN.search(text):
        return ""
    rest, kinds, words = list(text), {"word", "title"}, []
    for name in found:
        rest[name.start : name.end] = " " * (name.end - name.start)
        kinds -= {"title"} if name.entry.kind == "body" else set()
    left = "".join(rest)
    for form, word, kind in english():
        if kind in kinds and form in left:
            words.append(word)
            left = left.replace(form, " " * len(form))
    named = [place for sound, place in places.items() if re.search(rf"\b{sound}\b", left)]
    heads = [word for word in words if HEAD.fullmatch(word)]
    if len(named) == 1 and heads:
        words = [named[0] + word if word in heads else word for word in words]
    words += named
    return " " + " ".join(dict.fromkeys(words)) if words else ""


@cache
def english() -> tuple[tuple[str, str, str], ...]:
    """English words and titles, the longest first, with the Chinese and the kind of each."""
    rows = ((form, word, kind) for kind, word, forms in table("english.tsv", 3) for form in forms.split("|"))
    return tuple(sorted((row for row in rows if row[2] != "body"), key=lambda row: (-len(row[0]), row)))
