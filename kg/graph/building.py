"""Facts and their resolution to a networkx graph whose nodes are the entities.

Every edge carries `relation`, `role` (the printed word), `date` (ISO, or '') and `fact`, the id of the
fact that states it; `graph.graph["facts"]` holds the facts by id, `graph.graph["background"]` what tables know
of the bodies and no document states.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import networkx as nx

from kg.facts import Body, Entity, Sourced
from kg.graph.edges import Edge, Scene, edges
from kg.identity import Resolution, background

__all__ = ["build_graph"]


Found = tuple[Edge, str, str]
"""An edge with the id of its fact and the date of the fact's document."""


def build_graph(facts: Sequence[Sourced], names: Resolution, name: str = "") -> nx.MultiDiGraph[Entity]:
    """The graph of a build; nodes and edges in an order that depends on the facts alone."""
    graph: nx.MultiDiGraph[Entity] = nx.MultiDiGraph()
    dates = {at: node.date for at, node in names.documents.items()}
    found = [
        (edge, sourced.id, dates.get((sourced.evidence.file, sourced.fact.document), ""))
        for sourced in facts
        for edge in edges(sourced.fact, Scene((sourced.evidence.file, sourced.fact.document), names))
    ]
    found += revisions(found, facts, names)
    found += units(found, names)
    ends = {end for edge, _, _ in found for end in edge[:2]} | set(names.documents.values())
    graph.add_nodes_from(sorted(ends, key=lambda end: (end.type, end.id)))
    for number, (edge, fact, date) in enumerate(found):
        key = f"{edge.relation}:{fact}:{number}"
        graph.add_edge(edge.source, edge.target, key, relation=edge.relation, role=edge.role, date=date, fact=fact)
    graph.graph.update(
        name=name,
        facts={sourced.id: sourced for sourced in facts},
        documents=dict(names.documents),
        names=names,
        background=tuple(background(names.nodes)),
    )
    return graph


def units(found: Sequence[Found], names: Resolution) -> list[Found]:
    """The departments of which bodies are units (市统计局地调队 of 市统计局), by the fact that first names the unit."""
    kept: dict[Entity, Found] = {}
    for edge, fact, date in found:
        for end in edge[:2]:
            above = names.parent(end) if type(end) is Body and end not in kept else None
            if above:
                kept[end] = Edge(end, above, "part_of", ""), fact, date
    return list(kept.values())


def revisions(found: Sequence[Found], facts: Sequence[Sourced], names: Resolution) -> list[Found]:
    """A later roster of a body revises the one before it: edges between their documents."""
    at = {one.id: names.documents.get((one.evidence.file, one.fact.document)) for one in facts}
    rosters: dict[Entity, dict[Entity, tuple[str, str]]] = {}
    for edge, fact, date in found:
        document = at[fact]
        if edge.relation == "member" and document and date:
            rosters.setdefault(edge.target, {}).setdefault(document, (date, fact))
    kept: list[Found] = []
    for group, documents in rosters.items():
        order = sorted(documents.items(), key=lambda pair: (pair[1][0], pair[0].id))
        for (earlier, _), (later, (date, fact)) in pairwise(order):
            kept.append((Edge(later, earlier, "revises", group.name), fact, date))
    return kept
