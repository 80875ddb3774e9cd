"""Persons called by surname and title (安市长, 市财政局宋局长): the one holder of such a post whom it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.ask.lexicon import Entry, Lexicon
from kg.lexicon import surname_length

__all__ = ["titled", "untitled"]

RANK = r"(?:常务)?副?"
HEADS = rf"{RANK}[省市县区州旗]长"
TITLE = rf"{RANK}(?:局长|主任|书记|部长|厅长|行长|队长|秘书长|会长|主席|院长|校长|总经理|董事长)"
NO_SURNAME = frozenset("原任代时常和同总老新前现有该于由")
"""Surnames that before a title are mostly another word (原局长, 现任市长)."""
BEHIND = re.compile(rf"(?P<surname>[\u4e00-\u9fff]{{1,2}}?)(?P<title>{TITLE})")
BEFORE = re.compile(rf"(?P<title>{HEADS})\Z")


def titled(
    text: str, bodies: Iterable[tuple[int, int, Entry]], lexicon: Lexicon
) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The persons so called, for bodies with their characters: from, to, and the one person that is meant.

    A surname stands between a body and a title, or before the word for the head of a place.
    """
    for start, end, body in bodies:
        head, tail = BEFORE.search(text[start:end]), BEHIND.match(text, end)
        for size in (2, 1):
            surname = text[max(0, start - size) : start]
            if head and surname_length(surname + "某") == size == len(surname):
                yield from holder(lexicon, body, surname, head["title"], start - size, end)
        if tail and surname_length(tail["surname"] + "某") == len(tail["surname"]):
            yield from holder(lexicon, body, tail["surname"], tail["title"], start, tail.end())


def untitled(text: str, start: int, end: int, body: Entry, lexicon: Lexicon) -> str:
    """The surname and title right behind a body, or a surname right before the head of a place, that nobody bears."""
    head, tail = BEFORE.search(text[start:end]), BEHIND.match(text, end)
    before = text[max(0, start - 1) : start]
    if tail and surname_length(tail["surname"] + "某") == len(tail["surname"]) and tail["surname"] not in NO_SURNAME:
        return "" if holders(lexicon, body, tail["surname"], tail["title"]) else tail[0]
    free = start < 2 or text[start - 2] in "请问是和与跟，,。 "
    if head and before and free and surname_length(before + "某") == 1 and before not in NO_SURNAME:
        return "" if holders(lexicon, body, before, head["title"]) else before + text[start:end]
    return ""


def holder(
    lexicon: Lexicon, body: Entry, surname: str, title: str, start: int, end: int
) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """The one holder of a post in a body with a surname and a title, with the characters that call the person."""
    found = holders(lexicon, body, surname, title)
    if len(found) == 1:
        yield start, end, found


def holders(lexicon: Lexicon, body: Entry, surname: str, title: str) -> tuple[Entry, ...]:
    """The persons with a surname who hold or held a post with a title in a body."""
    found = {
        entry.id: entry
        for entry, post in lexicon.holders.get(body.id, ())
        if entry.name.startswith(surname) and post.endswith(title) and not post.removesuffix(title).endswith("副")
    }
    return tuple(found.values())
