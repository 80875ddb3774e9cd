"""Until when a link holds: what a later document says of its end, and nothing where none says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.facts import Entity
from kg.view.link import Link

__all__ = ["ended"]

ENDS = {"removed": ("holds", "appointed"), "leaves": ("member", "joins")}
"""By relation that ends something: the relations that it ends."""


def ended(links: Sequence[Link], nodes: Sequence[Entity]) -> list[Link]:
    """The links, each with the day on which it ended where a document tells that."""
    ends = stated(links)
    for i, day in revised(links, nodes).items():
        ends.setdefault(i, day)
    return [replace(link, until=ends.get(i, "")) for i, link in enumerate(links)]


def stated(links: Sequence[Link]) -> dict[int, str]:
    """Ends that a sentence states: somebody is removed from a post, or leaves a group."""
    ends: dict[tuple[int, int, str], list[Link]] = defaultdict(list)
    for link in links:
        for relation in ENDS.get(link.relation, ()):
            ends[link.source, link.target, relation].append(link)
    found = {}
    for i, link in enumerate(links):
        said = ends.get((link.source, link.target, link.relation), [])
        days = [end.date for end in said if end.date > link.date and end.role in ("", link.role)]
        if days:
            found[i] = min(days)
    return found


def revised(links: Sequence[Link], nodes: Sequence[Entity]) -> dict[int, str]:
    """Seats that a later roster of the same group no longer has; the graph says which rosters are revised."""
    renewed = {(link.role, link.date) for link in links if link.relation == "revises"}
    seats: dict[tuple[int, str], set[int]] = defaultdict(set)
    for link in links:
        if link.relation == "member":
            seats[link.target, link.date].add(link.source)
    found = {}
    for i, link in enumerate(links):
        if link.relation != "member" or not link.date:
            continue
        name = nodes[link.target].name
        later = sorted(day for named, day in renewed if named == name and day > link.date)
        gone = [day for day in later if link.source not in seats[link.target, day]]
        if gone:
            found[i] = gone[0]
    return found
