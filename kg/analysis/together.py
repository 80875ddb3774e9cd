"""People who sit on the same bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from kg.analysis.cited import Evidence, ends, evidence, name_of, the
from kg.store import Store

__all__ = ["Seat", "Together", "common_seats", "seated", "together"]

Seated = dict[str, dict[str, str]]
"""Body, person, the first fact that seats the person there."""


class Together(NamedTuple):
    """Two people and the bodies on which both sit."""

    person: str
    name: str
    partner: str
    partner_name: str
    groups: int
    bodies: tuple[str, ...]


class Seat(NamedTuple):
    """A seat of a person on a body, as a roster tells it."""

    body: str
    body_name: str
    person: str
    name: str
    role: str
    date: str
    evidence: Evidence | None


def seated(store: Store) -> Seated:
    """The people on each body; its office (办公室) is no body of its own here, and a word of leaving no seat."""
    members, offices = ends(store, "org:member"), ends(store, "org:unitOf")
    left = {fact for fact, action in ends(store, "gz:action").items() if action == "leave"}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for fact, body in sorted(ends(store, "org:organization").items()):
        person = members.get(fact, "")
        if person.startswith("person/") and body not in offices and fact not in left:
            found[body].setdefault(person, fact)
    return dict(found)


def together(store: Store, people: Sequence[str] = (), least: int | None = None) -> list[Together]:
    """Pairs of people that sit on at least `least` bodies together (2, or 1 where people are named), most first.

    One name gives that person's partners, two or more the pairs among them; names or ids.
    """
    asked = list(dict.fromkeys(the(store, ("person",), name).id for name in people))
    least = least if least is not None else 1 if asked else 2
    pairs: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for body, persons in sorted(seated(store).items()):
        among = sorted(persons) if len(asked) < 2 else sorted(set(asked) & set(persons))
        for one, other in combinations(among, 2):
            if len(asked) != 1 or asked[0] in (one, other):
                pairs[(other, one) if [other] == asked else (one, other)].append(body)
    bodies = {body: name_of(store, body) for body in {body for found in pairs.values() for body in found}}
    rows = [
        Together(one, name_of(store, one), other, name_of(store, other), len(found), tuple(bodies[it] for it in found))
        for (one, other), found in pairs.items()
        if len(found) >= least
    ]
    return sorted(rows, key=lambda row: (-row.groups, row.person, row.partner))


def common_seats(store: Store, people: Sequence[str]) -> list[Seat]:
    """The seats of people on the bodies on which all of them sit, with the words that say so."""
    asked = list(dict.fromkeys(the(store, ("person",), name).id for name in people))
    common = {body for body, persons in seated(store).items() if asked and all(one in persons for one in asked)}
    seats = []
    for person in asked:
        for row in store.run("seats", person=person):
            if row["body"] in common:
                body, role, date = str(row["body"]), str(row["role"]), str(row["date"] or "")
                told = evidence(store, str(row["fact"]))
                seats.append(Seat(body, str(row["bodyName"]), person, str(row["name"]), role, date, told))
    return sorted(seats, key=lambda seat: (seat.body, asked.index(seat.person), seat.date))
