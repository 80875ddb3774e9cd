"""How two things are connected: the shortest paths over seats, posts, tasks, offices and documents.

The search goes from both ends at once, a step at a time from the end that has fewer nodes to look at, so that what is
read is what lies near the two, whatever the size of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kg.analysis.cited import Evidence, evidence, name_of, the
from kg.analysis.links import Link, Links
from kg.store import Store

__all__ = ["Step", "paths"]

KINDS = ("person", "body", "task", "document")


class Step(NamedTuple):
    """One relation of a path; it points from `one` to `other`, and the path may run against it."""

    one: str
    name: str
    relation: str
    other: str
    other_name: str
    evidence: Evidence | None


def paths(store: Store, start: str, end: str, most: int = 3) -> list[list[Step]]:
    """The shortest paths between two things, given by name or id; at most `most`, none where they are not connected."""
    first, last = the(store, KINDS, start).id, the(store, KINDS, end).id
    if first == last:
        return []
    links = Links(store)
    found = islice(_walks(links, _distances(links, first, last), first, last), most)
    return [[_step(store, link) for link in walk] for walk in found]


def _distances(links: Links, start: str, goal: str) -> dict[str, int]:
    """The steps to the goal from each node of the shortest paths to it; empty where there is none."""
    near, far = [{start}], [{goal}]
    seen, back = {start}, {goal}
    while not near[-1] & far[-1]:
        rings, known = (near, seen) if len(near[-1]) <= len(far[-1]) else (far, back)
        ring = {link.beyond(node) for node in rings[-1] for link in links.around(node)} - known
        if not ring:
            return {}
        rings.append(ring)
        known |= ring
    found = {node: step for step, ring in enumerate(far) for node in ring}
    front = near.pop() & far[-1]
    steps = {node: found[node] for node in front}
    for ring in reversed(near):
        front = {node for node in ring if any(link.beyond(node) in front for link in links.around(node))}
        steps |= dict.fromkeys(front, max(steps.values()) + 1)
    return found | steps


def _walks(links: Links, far: dict[str, int], start: str, goal: str) -> Iterator[list[Link]]:
    """The shortest walks to the goal in the order of their nodes; one relation between any two nodes."""
    waiting: list[tuple[str, list[Link]]] = [(start, [])] if start in far else []
    while waiting:
        node, walked = waiting.pop()
        if node == goal:
            yield walked
            continue
        nearer: dict[str, Link] = {}
        for link in links.around(node):
            other = link.beyond(node)
            if far.get(other, len(far)) == far[node] - 1:
                nearer.setdefault(other, link)
        waiting.extend((other, [*walked, nearer[other]]) for other in sorted(nearer, reverse=True))


def _step(store: Store, link: Link) -> Step:
    """A relation with its names and its words."""
    names = name_of(store, link.one), name_of(store, link.other)
    return Step(link.one, names[0], link.relation, link.other, names[1], evidence(store, link.fact))
