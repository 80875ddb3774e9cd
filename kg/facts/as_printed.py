"""The values of facts in the characters that the source prints, where they were read in simplified ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kg.facts.base import Fact
from kg.text import BLANK, Span, Text, simplifying

__all__ = ["Printed"]


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
        for printed, plain in ((near, near.translate(simplifying())), (self.printed, self.plain)):
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
