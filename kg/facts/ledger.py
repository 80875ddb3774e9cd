"""The reader's ledger: what became of every character of a document, and how much of its constructs was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.text import Span

__all__ = ["Coverage", "Entry", "Ledger"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Characters of one kind: fact, doubt, head, foot, heading, furniture or prose.

    `opened` says that they stand in a region that a construct opened; `size` is how many of them are not blank.
    """

    at: Span
    kind: str
    opened: bool
    size: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of a document in order: they leave nothing out and do not lie upon each other."""

    entries: tuple[Entry, ...]

    def counts(self, opened: bool = False) -> Counter[str]:
        """The characters of each kind, blanks not counted; only those in opened regions on demand."""
        found: Counter[str] = Counter()
        for entry in self.entries:
            if entry.opened or not opened:
                found[entry.kind] += entry.size
        return found


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was read of the regions that constructs opened in a document, in characters that are not blank.

    `opened` are all of these characters, `fact` those within facts, `doubt` those within doubts alone.
    """

    file: str
    document: str | None
    title: str | None
    number: str | None
    opened: int
    fact: int
    doubt: int

    @property
    def read(self) -> float:
        """The percentage that facts cover; 100 where no construct opened anything."""
        return round(100 * self.fact / self.opened, 1) if self.opened else 100.0
