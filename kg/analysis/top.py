"""Rankings: who answers for most tasks, who sits on most bodies, which bodies have most members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.analysis.cited import name_of
from kg.analysis.shared import classes_of_bodies, duties
from kg.analysis.together import seated
from kg.errors import QueryError
from kg.store import Store

__all__ = ["RANKINGS", "BodyDuties", "Count", "body_duties", "never_lead", "top"]

RANKINGS = ("tasks", "leads", "people", "groups")
"""What can be ranked: bodies by tasks in any role or led, people by bodies they sit on, bodies by people on them."""

ORDER = ("lead", "participant", "responsible", "total")
"""The counts of `BodyDuties`, in the order of its fields."""


class BodyDuties(NamedTuple):
    """The number of tasks of a body in each kind of responsibility; `total` counts each task once."""

    body: str
    name: str
    lead: int
    participant: int
    responsible: int
    total: int


class Count(NamedTuple):
    """Something and how many others it has."""

    id: str
    name: str
    number: int


def body_duties(store: Store, classes: bool = False) -> list[BodyDuties]:
    """The tasks of every body that has any, counted by kind; most tasks first.

    Classes of bodies (各县（市、区）政府), which are no single body, are ranked only where `classes` asks for them.
    """
    kinds: dict[str, Counter[str]] = {}
    for bodies in duties(store, but=() if classes else classes_of_bodies(store)).values():
        for body, told in bodies.items():
            kinds.setdefault(body, Counter()).update([*told, "total"])
    rows = [BodyDuties(body, name_of(store, body), *map(count.__getitem__, ORDER)) for body, count in kinds.items()]
    return sorted(rows, key=lambda row: (-row.total, -row.lead, row.body))


def never_lead(store: Store, classes: bool = False) -> list[BodyDuties]:
    """The bodies that answer for tasks and lead none; see `body_duties` for `classes`."""
    return [row for row in body_duties(store, classes) if not row.lead]


def top(store: Store, what: str = "tasks", classes: bool = False) -> list[Count]:
    """A ranking, one of RANKINGS, whole and with most first; equals by id. See `body_duties` for `classes`."""
    if what == "tasks":
        return _ranked(store, ((row.body, row.total) for row in body_duties(store, classes)))
    if what == "leads":
        return _ranked(store, ((row.body, row.lead) for row in body_duties(store, classes)))
    if what == "people":
        return _ranked(store, Counter(person for people in seated(store).values() for person in people).items())
    if what == "groups":
        return _ranked(store, ((body, len(people)) for body, people in seated(store).items()))
    raise QueryError(f"{what!r} is no ranking", hint="known are " + ", ".join(RANKINGS))


def _ranked(store: Store, counts: Iterable[tuple[str, int]]) -> list[Count]:
    """Counts above zero, the highest first."""
    found: Sequence[tuple[str, int]] = sorted(counts, key=lambda it: (-it[1], it[0]))
    return [Count(node, name_of(store, node), count) for node, count in found if count]
