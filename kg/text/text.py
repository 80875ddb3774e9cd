"""Characters that remember where in the source they stood."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["BLANK", "Span", "Text", "squeeze"]

BLANK = re.compile(r"\s+")
"""White space in the sense of Unicode, the ideographic space U+3000 among it."""

FOLD = tuple(zip("(),:;?!", "（），：；？！", strict=True))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters [start, end) of a source, counted from 0 in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, source: str) -> str:
        """The quoted characters."""
        return source[self.start : self.end]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A string of which every character knows its offset in the source.

    `at[i]` is the offset of `chars[i]`; offsets rise strictly. It is a `range` as long as nothing
    was left out, so that slicing costs no more than slicing a string.
    """

    chars: str
    at: Sequence[int]

    @classmethod
    def of(cls, source: str) -> Text:
        """The whole of a source."""
        return cls(source, range(len(source)))

    @classmethod
    def joined(cls, parts: Iterable[Text]) -> Text:
        """Several pieces one after another, in the order of the source."""
        pieces = list(parts)
        if len(pieces) == 1:
            return pieces[0]
        at = array("q")
        for piece in pieces:
            at.extend(piece.at)
        return cls("".join(piece.chars for piece in pieces), at)

    def __len__(self) -> int:
        return len(self.chars)

    def __bool__(self) -> bool:
        return bool(self.chars)

    def __str__(self) -> str:
        return self.chars

    def __getitem__(self, part: slice) -> Text:
        return Text(self.chars[part], self.at[part])

    @property
    def span(self) -> Span:
        """From the first character to behind the last, left-out ones between them included."""
        if not self.chars:
            raise ValueError("an empty text stands nowhere")
        return Span(self.at[0], self.at[-1] + 1)

    def without(self, pattern: re.Pattern[str]) -> Text:
        """The text less every match of `pattern`."""
        if not pattern.search(self.chars):
            return self
        kept, last = [], 0
        for match in pattern.finditer(self.chars):
            kept.append(self[last : match.start()])
            last = match.end()
        return Text.joined([*kept, self[last:]])

    def squeezed(self) -> Text:
        """The text without any white space."""
        return self.without(BLANK)

    def folded(self) -> Text:
        """ASCII punctuation as full-width, one character for one."""
        chars = self.chars
        for narrow, wide in FOLD:
            if narrow in chars:
                chars = chars.replace(narrow, wide)
        return Text(chars, self.at)

    def stripped(self, unwanted: str | None = None) -> Text:
        """The text without white space (or the characters of `unwanted`) at both ends."""
        kept = self.chars.strip(unwanted)
        if len(kept) == len(self.chars):
            return self
        left = self.chars.index(kept) if kept else 0
        return self[left : left + len(kept)]

    def split(self, pattern: re.Pattern[str]) -> Iterator[Text]:
        """The pieces between the matches of `pattern`, empty ones left out."""
        last = 0
        for match in pattern.finditer(self.chars):
            if match.start() > last:
                yield self[last : match.start()]
            last = match.end()
        if last < len(self.chars):
            yield self[last:]

    def group(self, match: re.Match[str], name: str | int = 0) -> Text:
        """The part of this text that a named group of a match over `chars` took, maybe empty."""
        start, end = match.span(name)
        return self[max(start, 0) : max(end, 0)]


def squeeze(value: str) -> str:
    """`value` without any white space, the form in which names are written in facts."""
    return "".join(value.split())
