"""Until when a link holds: what a later document says of its end, and nothing where none says it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

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
    ends: dict[tuple[int, int, str, str], set[str]] = defaultdict(set)
    for link in links:
        for relation in ENDS.get(link.relation, ()):
            ends[link.source, link.target, relation, link.role].add(link.date)
    days = {key: sorted(found) for key, found in ends.items()}
    found = {}
    for i, link in enumerate(links):
        said = (days.get((link.source, link.target, link.relation, role), []) for role in {"", link.role})
        later = [day for listed in said for day in islice(after(listed, link.date), 1)]
        if later:
            found[i] = min(later)
    return found


def revised(links: Sequence[Link], nodes: Sequence[Entity]) -> dict[int, str]:
    """Seats that a later roster of the same group no longer has; the graph says which rosters are revised."""
    renewed: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.relation == "revises":
            renewed[link.role].add(link.date)
    days = {name: sorted(found) for name, found in renewed.items()}
    seats: dict[tuple[int, str], set[int]] = defaultdict(set)
    for link in links:
        if link.relation == "member":
            seats[link.target, link.date].add(link.source)
    found = {}
    for i, link in enumerate(links):
        if link.relation != "member" or not link.date:
            continue
        listed = days.get(nodes[link.target].name, [])
        gone = next((day for day in after(listed, link.date) if link.source not in seats[link.target, day]), None)
        if gone:
            found[i] = gone
    return found


def after(days: Sequence[str], day: str) -> Iterator[str]:
    """Of some days in order those after one, one by one."""
    return (days[k] for k in range(bisect_right(days, day), len(days)))
