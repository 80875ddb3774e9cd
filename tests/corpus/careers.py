"""Posts and the people who hold them, month by month: who follows whom, who moves where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.corpus.departments import COMMITTEE, GOVERNMENT, departments
from tests.corpus.places import PLACES, Place

__all__ = ["FIRST_YEAR", "MONTHS", "Person", "Slot", "Term", "month_name", "slots", "world_places"]

FIRST_YEAR = 2012
MONTHS = 120


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up human being."""

    key: str
    name: str
    woman: bool
    nation: str = ""

    @property
    def note(self) -> str:
        """What a roster that prints such notes prints behind the name."""
        return "，".join(part for part in ("女" if self.woman else "", self.nation) if part)


@dataclass(frozen=True, slots=True)
class Slot:
    """A post that one person holds: the unit, the kind of title, the number among its like, the rank.

    `also` is a department that its holder heads, too: a deputy mayor who is chief of the police.
    """

    place: str
    unit: str
    kind: str
    nth: int
    rank: int
    also: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A person in a post, from one month to before another."""

    person: Person
    slot: Slot
    start: int
    end: int

    @property
    def city(self) -> str:
        """The city or province that the holder works for."""
        return PLACES[self.slot.place].city


def month_name(month: int) -> str:
    """The month as 2012-01."""
    return f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02d}"


def world_places(code: str) -> tuple[Place, ...]:
    """A province alone, or a city with its counties."""
    if len(code) == 2:
        return (PLACES[code],)
    return tuple(place for place in PLACES.values() if place.city == code)


def slots(place: Place, date: str) -> list[Slot]:
    """The posts of a place on a date, the first ones first."""
    found = list(leaders(place))
    headed = {slot.also for slot in found}
    lower = {"县": 2}.get(place.rank, 0)
    for one in departments(place, date):
        if one.name not in headed:
            found.append(Slot(place.code, one.name, "head", 0, 3 + lower))
        found.append(Slot(place.code, one.name, "deputy", 0, 4 + lower))
        if place.rank != "县":
            found.append(Slot(place.code, one.name, "deputy", 1, 4))
            found.append(Slot(place.code, one.name, "clerk", 0, 6))
    return found


def leaders(place: Place) -> Iterator[Slot]:
    """The leaders of a place; those of a county rank with heads and deputies of the city's departments."""
    lower = {"县": 2}.get(place.rank, 0)
    police = {"省": "公安厅"}.get(place.rank, "公安局")
    yield Slot(place.code, COMMITTEE, "head", 0, 1 + lower)
    yield Slot(place.code, GOVERNMENT, "head", 0, 1 + lower)
    yield Slot(place.code, COMMITTEE, "standing", 0, 2 + lower, "委组织部")
    yield Slot(place.code, COMMITTEE, "standing", 1, 2 + lower, "委宣传部")
    for nth in range(4 if lower else 6):
        also = police if nth == (3 if lower else 5) else ""
        yield Slot(place.code, GOVERNMENT, "deputy", nth, 2 + lower, also)
    if not lower:
        yield Slot(place.code, GOVERNMENT, "secretary", 0, 2)
        for nth in range(3):
            also = "信访局" if place.rank == "市" and nth == 2 else ""
            yield Slot(place.code, GOVERNMENT, "undersecretary", nth, 4, also)
