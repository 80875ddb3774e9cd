"""Texts in traditional characters (正體字): read as if simplified, told as printed.

OpenCC says which simplified character stands for each traditional one. The table is one for one, so
that offsets stay true, and it is loaded only when a text has traditional characters in plenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from kg.facts import Fact
from kg.text import BLANK, Span, Text

__all__ = ["Printed", "plain", "simplified"]

COMMON = re.compile(r"[國會長務單區縣財農業關於組員務總書記門開發實報東萬與為這個時們說]")
"""Frequent characters that simplified texts do not have."""
FEWEST = 200
"""A text is traditional when one in so many of its characters is of the frequent ones."""
IDEOGRAPHS = range(0x4E00, 0xA000)


def simplified(text: str) -> str | None:
    """The text character for character in simplified ones, None where it is not traditional."""
    if len(COMMON.findall(text)) * FEWEST < len(text):
        return None
    return text.translate(table())


def plain(name: str) -> str:
    """A name in simplified characters, whatever those around it are."""
    return name.translate(table()) if COMMON.search(name) else name


@cache
def table() -> dict[int, str]:
    """The simplified character for the code point of each traditional one."""
    from opencc import OpenCC

    chars = [chr(point) for point in IDEOGRAPHS]
    plain = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {ord(char): one for char, one in zip(chars, plain, strict=True) if len(one) == 1 and one != char}


class Printed:
    """Gives the values of facts back in the characters that the source prints."""

    def __init__(self, text: str, plain: str) -> None:
        self.printed = Text.of(text).without(BLANK).chars
        self.plain = Text.of(plain).without(BLANK).chars
        self.text = text

    def fact(self, fact: Fact) -> Fact:
        """The fact with its words as printed."""
        return self.value(fact, fact.at)  # type: ignore[no-any-return]

    def value(self, value: Any, at: Span) -> Any:
        """A value with every string in it as printed; dates and numbers have no other form."""
        if isinstance(value, str):
            return self.word(value, at)
        if isinstance(value, tuple):
            return tuple(self.value(one, at) for one in value)
        if is_dataclass(value) and not isinstance(value, (Span, type)):
            changed = {field.name: self.value(getattr(value, field.name), at) for field in fields(value)}
            return replace(value, **changed)
        return value

    def word(self, word: str, at: Span) -> str:
        """A word as the fact's own place prints it, else as the text does where it first stands."""
        near = "".join(self.text[at.start : at.end].split())
        for printed, plain in ((near, near.translate(table())), (self.printed, self.plain)):
            start = plain.find(word)
            if start >= 0:
                return printed[start : start + len(word)]
        return "".join(self.pieces(word))

    def pieces(self, word: str) -> Iterator[str]:
        """A word that stands nowhere as a whole, in the longest pieces that do."""
        start = 0
        while start < len(word):
            end = len(word)
            while end > start + 1 and word[start:end] not in self.plain:
                end -= 1
            found = self.plain.find(word[start:end])
            yield self.printed[found : found + end - start] if found >= 0 else word[start:end]
            start = end
