"""Rows as columns of small numbers, so that a page of many nodes stays small; page/rows.js makes rows of them again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["Table", "column", "label", "news", "steps"]

Row = list[Any]


class Table:
    """Values that occur again and again, each known by its number."""

    def __init__(self) -> None:
        self.values: dict[str, tuple[int, Any]] = {}

    def at(self, value: Any) -> int:
        """The number of a value: text, number, or list of such."""
        return self.values.setdefault(json.dumps(value, ensure_ascii=False), (len(self.values), value))[0]

    @property
    def all(self) -> Row:
        """The values in the order of their numbers."""
        return [value for _, value in self.values.values()]


def column(values: Sequence[Any]) -> Row:
    """A column; one whose values are all the same holds that value once."""
    return list(values[:1]) if all(value == values[0] for value in values) else list(values)


def steps(numbers: Iterable[int]) -> Row:
    """Numbers as differences, each from the one before: small where they grow slowly."""
    before, found = 0, []
    for number in numbers:
        found.append(number - before)
        before = number
    return column(found)


def news(numbers: Iterable[int]) -> Row:
    """Numbers given out in the order of first use: 0 for one that is new, else how far back it was new."""
    known, found = 0, []
    for number in numbers:
        found.append(known - number)
        known = max(known, number + 1)
    return column(found)


def label(text: str, name: str) -> str | int:
    """A label by the name: 0 the whole, `n` without its first `n` characters, `-n` its first `n` and …; else as text.

    Characters beyond the first 65,536 count twice in the page's script, so that names with such are left alone.
    """
    if text == name:
        return 0
    if max(name, default="") > "\uffff":
        return text
    if text and name.endswith(text):
        return len(name) - len(text)
    return 1 - len(text) if len(text) > 1 and text[-1] == "…" and name.startswith(text[:-1]) else text
