"""All pairs at once: bodies that answer for tasks together, people who sit on bodies together.

The edges are pulled once and the pairs counted in Python: at a million triples two to five times faster than the
join in SPARQL, and a sparse matrix (scipy) would save nothing that is worth 40 MB of dependency.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from itertools import combinations
from typing import NamedTuple

from kg.analysis.cited import ends
from kg.store import Store

__all__ = ["Pair", "co_service", "counted", "grouped", "shared_responsibility"]


class Pair(NamedTuple):
    """Two things, by id and in the order of their ids, and how many others they share."""

    one: str
    other: str
    shared: int


def shared_responsibility(store: Store, least: int = 1) -> list[Pair]:
    """Bodies that answer for at least `least` tasks together, in any role; most tasks first."""
    return _pairs(store, "prov:hadPlan", "prov:agent", least)


def co_service(store: Store, least: int = 1) -> list[Pair]:
    """Members (people, and bodies with seats) that sit on at least `least` bodies together; most bodies first."""
    return _pairs(store, "org:organization", "org:member", least)


def _pairs(store: Store, shared: str, end: str, least: int) -> list[Pair]:
    """Ends of the facts that lead to the same shared thing, counted pair by pair."""
    counts = counted(grouped(store, shared, end).values())
    found = (Pair(*pair, count) for pair, count in counts.items() if count >= least)
    return sorted(found, key=lambda pair: (-pair.shared, pair.one, pair.other))


def grouped(store: Store, shared: str, end: str, role: str = "") -> dict[str, set[str]]:
    """The ends of facts by what these lead to (prov:agent by prov:hadPlan); with a role only of facts that have it."""
    others = ends(store, end)
    kinds = ends(store, "prov:hadRole") if role else {}
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for fact, thing in ends(store, shared).items():
        if fact in others and (not role or kinds.get(fact) == role):
            groups[thing].add(others[fact])
    return dict(groups)


def counted(groups: Iterable[Set[str]]) -> Counter[tuple[str, str]]:
    """How many groups hold each pair."""
    counts: Counter[tuple[str, str]] = Counter()
    for group in groups:
        counts.update(combinations(sorted(group), 2))
    return counts
