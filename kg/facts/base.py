"""What every fact has, and the doubt that stands for one that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.text import Span

__all__ = ["Doubt", "Fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one place of a gazette states.

    `document` is the number of the document, its title where it has none, None where it has
    neither; `at` the characters of the source that state the fact.
    """

    type: ClassVar[str]
    document: str | None
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Fact):
    """What looks like a construct and does not parse; `reason` says why."""

    type: ClassVar[str] = "doubt"
    construct: str
    reason: str
