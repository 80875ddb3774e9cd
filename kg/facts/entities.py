"""The nodes of the graph: frozen, hashable, each with an id below the base IRI."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

__all__ = ["BASE", "Body", "DocumentNode", "Entity", "Group", "IndicatorNode", "Person", "Program", "Task"]

BASE = "https://w3id.org/gazette-kg/id/"
"""What the IRIs of nodes begin with, unless a build asks for another."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: `id` is a readable path such as body/三门峡市财政局; `name` what people call it."""

    type: ClassVar[str]
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person(Entity):
    """One name within one jurisdiction (empty where none is known)."""

    type: ClassVar[str] = "person"
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class Body(Entity):
    """A body: government, department, company …; kind as in the table of departments.

    `full` is the full name where it is certain, `level` 国 省 市 县 or '', `aliases` the other forms in
    which the sources print the name.
    """

    type: ClassVar[str] = "body"
    jurisdiction: str = ""
    kind: str = ""
    full: str = field(default="", compare=False)
    level: str = field(default="", compare=False)
    aliases: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Group(Body):
    """A body of seats: leading group (领导小组), headquarters (指挥部), committee, editorial board."""

    type: ClassVar[str] = "group"


@dataclass(frozen=True, slots=True)
class DocumentNode(Entity):
    """A document, or a gazette issue: number, ISO date, kind and issuer as printed, or empty."""

    type: ClassVar[str] = "document"
    number: str = ""
    date: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Program(Entity):
    """A plan (方案), the policy whose text holds tasks and indicators."""

    type: ClassVar[str] = "program"


@dataclass(frozen=True, slots=True)
class Task(Entity):
    """A task of a program under its heading path."""

    type: ClassVar[str] = "task"
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorNode(Entity):
    """An indicator with its unit, or empty."""

    type: ClassVar[str] = "indicator"
    unit: str = ""
