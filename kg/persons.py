"""Names of persons to persons: one person a name within a jurisdiction."""

from __future__ import annotations

from kg.bodies import safe
from kg.entities import Person
from kg.places import Jurisdiction

__all__ = ["person"]


def person(name: str, place: Jurisdiction, scope: str) -> Person:
    """The person of that name in the documents of a place; unplaced ones stay within `scope`."""
    return Person(f"person/{safe(place.name or scope)}/{safe(name)}", name, place.name)
