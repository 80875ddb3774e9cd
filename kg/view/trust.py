"""Whether a link joins the right nodes: by the judgements on its names, and by what its sentence prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx

from kg.facts import Body, Entity, Person, Sourced
from kg.identity import SAME, UNSURE, Judgement, Resolution, printed_names

__all__ = ["HIGH", "LOW", "MEDIUM", "Trust", "band"]

HIGH, MEDIUM, LOW = "high", "medium", "low"
FIRM, WEAK = 0.75, 0.6
"""A figure below the first makes a link one of the middle, below the second a doubtful one.

The weakest judgement by which a build takes two names for one has 0.7 (the only body of a document that a
short name fits), the weakest on persons 0.8 (one name in the documents of one place)."""


def band(figure: float | None, certainty: str, named: bool) -> str:
    """`low` where a name may be somebody else's; `medium` where it comes from nearby or is told by what fits; `high`.

    `named` tells whether the link is about a person or a body at all: a task of a plan hangs on no such name.
    """
    if figure is not None and figure < WEAK:
        return LOW
    if (figure is not None and figure < FIRM) or (named and certainty == "context"):
        return MEDIUM
    return HIGH


@dataclass(frozen=True, slots=True)
class Trust:
    """The judgements of a graph: on persons by id, and on short names of bodies by the name as printed."""

    names: Resolution | None = None
    persons: dict[str, float] = field(default_factory=dict)
    bodies: dict[str, list[Judgement]] = field(default_factory=dict)
    known: dict[str, dict[Body, float]] = field(default_factory=dict)
    """What `told` found for each fact, which may have thousands of links."""

    @classmethod
    def of(cls, graph: nx.MultiDiGraph[Entity]) -> Trust:
        """The judgements that a graph made by `kg.graph` keeps; none where it keeps none."""
        names: Resolution | None = graph.graph.get("names")
        if names is None:
            return cls()
        bodies: dict[str, list[Judgement]] = {}
        for one in names.judgements:
            bodies.setdefault(one.left, []).append(one)
        return cls(names, figures(names), bodies)

    def figure(self, ends: Iterable[Entity], fact: Sourced, own: float | None) -> float | None:
        """The least figure from 0 to 1 that there is for a link, None where nothing had to be judged."""
        told = [own, *(self.end(end, fact) for end in ends)]
        return min((one for one in told if one is not None), default=None)

    def end(self, node: Entity, fact: Sourced) -> float | None:
        """The figure for one end of a link."""
        if isinstance(node, Person):
            return self.persons.get(node.id)
        if self.names is None or not isinstance(node, Body):
            return None
        if fact.id not in self.known:
            self.known[fact.id] = self.told(fact, self.names)
        return self.known[fact.id].get(node)

    def told(self, fact: Sourced, names: Resolution) -> dict[Body, float]:
        """The least figure for each body of which a fact prints a short name that had to be judged."""
        at = (fact.evidence.file, fact.fact.document)
        found: dict[Body, float] = {}
        for printed, group in printed_names(fact.fact):
            for one in self.bodies.get(printed, ()):
                node = names.body(at, printed, group)
                if one.verdict != SAME or one.right == node.name:
                    figure = one.confidence if one.verdict == SAME else doubted(one)
                    found[node] = min(figure, found.get(node, 1.0))
        return found


def figures(names: Resolution) -> dict[str, float]:
    """For persons of several strands how surely these are one; less where another of that name may be meant."""
    owner = {strand.id: person for person, own in names.people.strands.items() for strand in own}
    joined: dict[str, float] = {}
    found: dict[str, float] = {}
    for one in names.people.judgements:
        left, right = owner.get(one.left, ""), owner.get(one.right, "")
        if left == right and one.verdict == SAME:
            joined |= {end: max(one.confidence, joined.get(end, 0.0)) for end in (one.left, one.right)}
        elif left != right and one.verdict == UNSURE:
            found |= {end: min(doubted(one), found.get(end, 1.0)) for end in (left, right)}
    for strand, figure in joined.items():
        found[owner[strand]] = min(figure, found.get(owner[strand], 1.0))
    return found


def doubted(one: Judgement) -> float:
    """The figure for a name that is not settled: never more than an even chance."""
    return min(one.confidence, 0.5)
