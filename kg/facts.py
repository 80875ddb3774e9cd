"""The typed facts: what a notice states, in the words it prints, each with its place.

Names are without inner blanks, otherwise as printed; a later stage maps them to nodes and never
rewrites them. `docs` of the fields are the output contract; values follow the gold's format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from kg.text import Span

__all__ = [
    "Appointment",
    "Assignment",
    "Citation",
    "ContentsEntry",
    "Creation",
    "Doubt",
    "Fact",
    "Head",
    "Header",
    "Indicator",
    "Issue",
    "MemberBody",
    "Membership",
    "Office",
    "Part",
    "PostHeld",
    "Target",
]


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
class Citation:
    """A cited document: title without 《》, number (豫政〔2019〕26号) or None, its own place."""

    title: str
    number: str | None
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Fact):
    """A document (公文): what its head, its signature and its running text say of itself."""

    type: ClassVar[str] = "document"
    title: str
    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    """ISO date of the signature, or of delivery for a report."""
    recipients: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    adopted_by: str | None = None
    presented_at: str | None = None
    on_behalf_of: str | None = None
    annexes: tuple[str, ...] = ()
    valid: tuple[str, str] | None = None
    """First and last ISO day of validity, where the text names both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Fact):
    """A gazette issue (公报) as its masthead describes it."""

    type: ClassVar[str] = "gazette"
    title: str
    number: int | None = None
    total: int | None = None
    year: int | None = None
    date: str | None = None
    publisher: str | None = None
    editor: str | None = None
    printer: str | None = None
    address: str | None = None
    website: str | None = None
    postcode: str | None = None
    permit: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry(Fact):
    """A line of the table of contents; `refers` is the document it was matched to, or None."""

    type: ClassVar[str] = "contents"
    section: str | None
    title: str
    page: int
    refers: str | None = None


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
class Appointment(Fact):
    """An appointment or removal: `action` is appoint, remove or retire."""

    type: ClassVar[str] = "appointment"
    person: str
    action: str
    post: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Fact):
    """What looks like a construct and does not parse; `reason` says why."""

    type: ClassVar[str] = "doubt"
    construct: str
    reason: str
