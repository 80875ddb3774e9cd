"""The registry of constructs: a construct reads one kind of statement out of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.facts import Fact
from kg.notice import Document

__all__ = ["CONSTRUCTS", "Construct", "construct"]

Construct = Callable[[Document], Iterator[Fact]]

CONSTRUCTS: dict[str, Construct] = {}
"""Every construct by name, in the order in which they run."""


def construct(name: str) -> Callable[[Construct], Construct]:
    """Register a construct under `name`; a second one of that name takes the first one's place."""

    def register(function: Construct) -> Construct:
        CONSTRUCTS[name] = function
        return function

    return register
