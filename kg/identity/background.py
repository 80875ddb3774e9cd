"""What the tables know of the bodies of a graph, beside what documents state: reforms, and members of classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.facts import Body
from kg.identity.bodies import body, is_class, table_levels
from kg.lexicon import Department, Jurisdiction, below, by_key, jurisdiction_of

__all__ = ["Known", "background"]

COUNTIES = re.compile(r"\A各?(?:县|区|市|旗)(?:[、（）市县区旗和及]*)(?:人民)?政府\Z")
"""A class of the governments one level below."""
ZONE = re.compile(r"开发区|产业园|示范区|管理区|高新|保税区")
"""Places of the table that have a committee and no government."""


class Known(NamedTuple):
    """A relation that a table knows: `includes`, or `succeeded_by` with the reform's year ('' where places differ)."""

    source: Body
    target: Body
    relation: str
    year: str = ""


def background(nodes: Mapping[str, Body]) -> Iterator[Known]:
    """What the tables know of the bodies of a build."""
    yield from reforms(nodes)
    for path in sorted(nodes):
        if is_class(nodes[path].name):
            yield from (Known(nodes[path], one, "includes") for one in members(nodes[path], nodes))


def reforms(nodes: Mapping[str, Body]) -> Iterator[Known]:
    """The bodies of which both a predecessor and its successor are in the graph; they are two bodies."""
    for path in sorted(nodes):
        found = nodes[path]
        start = f"body/{found.jurisdiction}"
        if not found.level or not path.startswith(start):
            continue
        for row in rows(path[len(start) :], found):
            for key, year in row.successors:
                after = nodes.get(f"{start}{key}")
                if after:
                    yield Known(found, after, "succeeded_by", str(year or ""))


def rows(key: str, found: Body) -> Iterator[Department]:
    """The rows of the table that a body can be; the four municipalities have bodies of two levels."""
    for level in table_levels(found.level, found.jurisdiction):
        yield from by_key().get((key, level), ())


def members(group: Body, nodes: Mapping[str, Body]) -> Iterable[Body]:
    """The governments of the places below the class's place, where the class is one of them."""
    if not COUNTIES.match(group.name) or not group.jurisdiction:
        return
    place = jurisdiction_of(f"{group.jurisdiction}人民政府")
    for one in below(place):
        if not ZONE.search(one.name):
            found = government(one)
            yield nodes.get(found.id, found)


def government(place: Jurisdiction) -> Body:
    """The government of a place."""
    return body(f"{place.name}人民政府", place, place.label)
