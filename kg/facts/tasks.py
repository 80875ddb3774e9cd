"""Facts about tasks, indicators and targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from kg.facts.base import Fact

__all__ = ["Assignment", "Indicator", "Target"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Fact):
    """A task and the bodies that lead it, take part in it or answer for it."""

    type: ClassVar[str] = "assignment"
    task: str
    path: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    deadline: str | None = None
    note: str | None = None
    program: str | None = None
    """The plan whose text holds the task: the annex's title, or the document's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A row of a table of indicators; values as printed, several where the row has several lines."""

    type: ClassVar[str] = "indicator"
    no: int | None
    name: str
    unit: str | None
    targets: tuple[tuple[str, str | tuple[str, ...]], ...] = field(metadata={"object": True})
    baseline: str | tuple[str, ...] | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """A number to be reached in a year: `comparator` is one of >= <= = > <."""

    type: ClassVar[str] = "target"
    task: str
    path: tuple[str, ...] = ()
    indicator: str
    year: int
    comparator: str
    value: float
    unit: str | None
    program: str | None = None
