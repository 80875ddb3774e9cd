"""How two things are connected: the shortest paths over seats, posts, tasks, offices and documents."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kg.analysis.cited import Evidence, ends, evidence, name_of, pairs, the, told_by
from kg.store import Store

__all__ = ["Step", "paths"]

KINDS = ("person", "body", "task", "document")
PLAIN = {
    "org:unitOf": "office of",
    "gz:host": "hosted by",
    "eli:passed_by": "issued by",
    "eli:cites": "cites",
    "gz:establishes": "establishes",
    "dcterms:isPartOf": "part of",
    "dcterms:source": "set out in",
}
"""Relations without a fact of their own, and what they are called."""

FROM = {"dcterms:isPartOf": "task/", "dcterms:source": "program/"}
"""What a relation must begin at: that two documents stand in one issue, say, connects nothing."""


class Step(NamedTuple):
    """One relation of a path; it points from `one` to `other`, and the path may run against it."""

    one: str
    name: str
    relation: str
    other: str
    other_name: str
    evidence: Evidence | None


class Link(NamedTuple):
    """A relation between two nodes, and the fact that states it ('' where none does)."""

    one: str
    relation: str
    other: str
    fact: str


def paths(store: Store, start: str, end: str, most: int = 3) -> list[list[Step]]:
    """The shortest paths between two things, given by name or id; at most `most`, none where they are not connected."""
    first, last = the(store, KINDS, start).id, the(store, KINDS, end).id
    around: defaultdict[str, list[Link]] = defaultdict(list)
    for link in sorted(set(_links(store))):
        around[link.one].append(link)
        around[link.other].append(link)
    found = islice(_walks(around, _distances(around, last), first, last), most)
    return [[_step(store, link) for link in walk] for walk in found] if first != last else []


def _links(store: Store) -> Iterator[Link]:
    """Every relation of the graph over which a path may run."""
    members, roles = ends(store, "org:member"), ends(store, "org:role")
    holders, places = {**ends(store, "gz:about"), **members}, ends(store, "org:postIn")
    for fact, body in ends(store, "org:organization").items():
        if fact in members:
            yield Link(members[fact], roles.get(fact, "").rpartition("/")[2], body, fact)
    for fact, post in pairs(store, "gz:post"):  # a seat may tell several
        if post in places and holders.get(fact, "").startswith("person/"):
            yield Link(holders[fact], post.rpartition("/")[2], places[post], fact)
    agents, kinds = ends(store, "prov:agent"), ends(store, "prov:hadRole")
    for fact, task in ends(store, "prov:hadPlan").items():
        if fact in agents:
            yield Link(agents[fact], kinds.get(fact, ""), task, fact)
    yield from _plain(store)


def _plain(store: Store) -> Iterator[Link]:
    """The relations that are no facts of their own, with the fact about the end that they describe."""
    told = told_by(store)
    for term, relation in PLAIN.items():
        for one, other in pairs(store, term):
            if one.startswith(FROM.get(term, "")):
                yield Link(one, relation, other, told.get(other if term == "gz:establishes" else one, ""))


def _distances(around: dict[str, list[Link]], goal: str) -> dict[str, int]:
    """Steps from every node that is connected to the goal."""
    found, waiting = {goal: 0}, deque([goal])
    while waiting:
        node = waiting.popleft()
        for link in around[node]:
            other = link.other if link.one == node else link.one
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


def _walks(around: dict[str, list[Link]], far: dict[str, int], start: str, goal: str) -> Iterator[list[Link]]:
    """The shortest walks to the goal in the order of their nodes; one relation between any two nodes."""
    waiting: list[tuple[str, list[Link]]] = [(start, [])] if start in far else []
    while waiting:
        node, walked = waiting.pop()
        if node == goal:
            yield walked
            continue
        nearer: dict[str, Link] = {}
        for link in around[node]:
            other = link.other if link.one == node else link.one
            if far[other] < far[node]:
                nearer.setdefault(other, link)
        waiting.extend((other, [*walked, nearer[other]]) for other in sorted(nearer, reverse=True))


def _step(store: Store, link: Link) -> Step:
    """A relation with its names and its words."""
    names = name_of(store, link.one), name_of(store, link.other)
    return Step(link.one, names[0], link.relation, link.other, names[1], evidence(store, link.fact))
