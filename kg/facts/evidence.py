"""Where a fact stands in its source, and the fact together with that."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.base import Fact

__all__ = ["Evidence", "Sourced"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: file name, characters [start, end), line from 1, and the quote.

    `page` (from 1), `sheet` and `cell` are those of the file, `url` its address; None where there is none.
    """

    file: str
    start: int
    end: int
    line: int
    quote: str
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sourced:
    """A fact with its stable id and its evidence."""

    id: str
    fact: Fact
    evidence: Evidence
