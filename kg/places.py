"""Jurisdictions: which place a document speaks for, and the places above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.tables import Division, divisions
from kg.words import place_prefix

__all__ = ["NATION", "Jurisdiction", "jurisdiction_of"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place and the places above it, nearest first: 湖滨区, 三门峡市, 河南省. '' where unknown."""

    name: str
    above: tuple[str, ...] = ()

    def at(self, level: str) -> str:
        """The full name of the place whose level word (市, 省, 县, 区) is `level`, or ''."""
        for place in (self.name, *self.above):
            if place.endswith(level):
                return place
        return ""


NATION = Jurisdiction("全国")
NATIONAL = ("国务院", "国家", "中共中央", "中央", "中国", "中华人民共和国", "全国")


@cache
def named() -> dict[str, tuple[Division, ...]]:
    """Divisions by full name; several places can share one."""
    found: dict[str, list[Division]] = {}
    for division in divisions().values():
        found.setdefault(division.name, []).append(division)
    return {name: tuple(same) for name, same in found.items()}


@cache
def jurisdiction_of(issuer: str) -> Jurisdiction:
    """The jurisdiction of a body by the places that its full name begins with.

    三门峡市财政局 is 三门峡市 in 河南省; of a name shared by several places nothing above is known.
    """
    issuer = issuer.removeprefix("中共").removeprefix("《")
    if issuer.startswith(NATIONAL) or (issuer.endswith("部") and not place_prefix(issuer)):
        return NATION
    place = place_prefix(issuer)
    if place not in named():
        return Jurisdiction("")
    inner = issuer[len(place) :]
    below = place_prefix(inner)
    if below in named() and any(place in chain(division) for division in named()[below]):
        return Jurisdiction(below, (place, *above(place)))
    return Jurisdiction(place, above(place))


def chain(division: Division) -> tuple[str, ...]:
    """The names of the divisions above one, nearest first."""
    found = []
    while division.parent in divisions():
        division = divisions()[division.parent]
        found.append(division.name)
    return tuple(found)


def above(place: str) -> tuple[str, ...]:
    """The places above one whose name is borne by it alone."""
    same = named().get(place, ())
    return chain(same[0]) if len(same) == 1 else ()
