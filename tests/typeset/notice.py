"""What a notice says, before it is set: the facts, and the gold that `kg.evaluate` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.facts import Fact
from kg.quality.evaluate import norm
from tests.typeset.made_up import Form, Place

__all__ = [
    "Appointment",
    "Clause",
    "Head",
    "Header",
    "Notice",
    "Office",
    "Roster",
    "Seat",
    "expected",
    "keys",
    "records",
]

KINDS = {
    "membership": "memberships",
    "member_body": "member_bodies",
    "office": "offices",
    "assignment": "assignments",
    "appointment": "appointments",
    "document": "documents",
}
"""Each type of fact that a notice states, with its list in the gold."""
COMPARED = {
    "membership": ("body", "role", "person", "posts", "note"),
    "member_body": ("body", "role", "member"),
    "office": ("of", "host"),
    "assignment": ("task", "lead", "participants", "responsible", "deadline"),
    "appointment": ("person", "action", "post"),
    "document": ("title", "number", "issuer", "date", "recipients"),
}


@dataclass(frozen=True, slots=True)
class Header:
    """Who writes to whom; `subject` is what the title is made from, `date` an ISO day."""

    place: Place
    subject: str
    number: str
    issuer: str
    date: str
    recipients: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat; `person` is None where only a post is printed."""

    role: str
    person: str | None
    posts: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A head of an office, `concurrent` where 兼 is printed."""

    person: str
    role: str
    concurrent: bool
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """The office of a body."""

    host: str
    heads: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A body with its seats, the bodies that are its members, its office."""

    body: str
    form: Form
    seats: tuple[Seat, ...]
    members: tuple[str, ...] = ()
    member_role: str = "成员单位"
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A task, what is said of it, and who answers for it."""

    task: str
    detail: str
    lead: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment or a removal."""

    person: str
    action: str
    post: str


@dataclass(frozen=True, slots=True)
class Notice:
    """All that a notice says; it has rosters, or clauses, or appointments."""

    header: Header
    rosters: tuple[Roster, ...] = ()
    clauses: tuple[Clause, ...] = ()
    appointments: tuple[Appointment, ...] = ()


def expected(notice: Notice) -> dict[str, list[dict[str, Any]]]:
    """The gold of a notice."""
    rosters = notice.rosters
    header = {key: value for key, value in asdict(notice.header).items() if key not in ("place", "subject")}
    return {
        "documents": [header],
        "memberships": [{"body": one.body, **asdict(seat)} for one in rosters for seat in one.seats],
        "member_bodies": [
            {"body": one.body, "role": one.member_role, "member": member} for one in rosters for member in one.members
        ],
        "offices": [{"of": one.body, **asdict(one.office)} for one in rosters if one.office],
        "assignments": [asdict(clause) for clause in notice.clauses],
        "appointments": [asdict(one) for one in notice.appointments],
    }


def records(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """Facts as `kg.evaluate` reads them."""
    return [{"type": fact.type, **asdict(fact)} for fact in facts]


def keys(found: Iterable[Mapping[str, Any]] | Mapping[str, list[dict[str, Any]]]) -> Counter[tuple[str, ...]]:
    """What must be read back, of a gold or of the records of facts."""
    if isinstance(found, Mapping):
        return Counter(key(kind, one) for kind, name in KINDS.items() for one in found[name])
    return Counter(key(one["type"], one) for one in found if one["type"] in KINDS)


def key(kind: str, one: Mapping[str, Any]) -> tuple[str, ...]:
    """A record in one shape."""
    values = [one.get(name) for name in COMPARED[kind]]
    values += [
        part
        for head in one.get("heads") or ()
        for part in (head["person"], norm(head["role"]).removeprefix("办公室"), head["concurrent"], head["posts"])
    ]
    return (kind, *(norm("|".join(value) if isinstance(value, (tuple, list)) else value) for value in values))
