"""Facts about bodies, the seats on them, and posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.text import Span

__all__ = ["Appointment", "Change", "Creation", "Head", "MemberBody", "Membership", "Office", "Part", "PostHeld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """A seat on a body (领导小组成员): `person` is None for a seat printed without a name."""

    type: ClassVar[str] = "membership"
    body: str
    role: str
    person: str | None
    posts: tuple[str, ...] = ()
    note: str | None = None
    role_at: Span | None = None
    """Where the label stands that governs the seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """A change of a body's composition: `action` is join or leave."""

    type: ClassVar[str] = "change"
    body: str
    role: str
    person: str
    action: str
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberBody(Fact):
    """A body that is a member of a body (成员单位), elided prefix restored."""

    type: ClassVar[str] = "member_body"
    body: str
    role: str
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who heads an office: `concurrent` where the text says 兼."""

    person: str | None
    role: str
    concurrent: bool
    posts: tuple[str, ...] = ()
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Fact):
    """The office (办公室) of a body: the body that hosts it and who heads it."""

    type: ClassVar[str] = "office"
    of: str
    name: str
    host: str | None = None
    heads: tuple[Head, ...] = ()
    duty: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a body as the text sets it up: relation is the printed verb (下设, 设立)."""

    name: str
    relation: str
    host: str | None = None
    duty: str | None = None
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Creation(Fact):
    """A body that the document sets up, with its short name, creator, duty and parts."""

    type: ClassVar[str] = "creation"
    body: str
    kind: str
    short: str | None = None
    creator: str | None = None
    duty: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld(Fact):
    """A person with a post outside rosters: `source` is byline or running_text."""

    type: ClassVar[str] = "post_held"
    person: str
    post: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Fact):
    """An appointment or removal: `action` is appoint, remove or retire."""

    type: ClassVar[str] = "appointment"
    person: str
    action: str
    post: str
