"""What the page shows, taken from the graph once: nodes by number, links by number, both in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.facts import DocumentNode, Entity, Sourced
from kg.view.link import NAMED, Link, certainty, kind
from kg.view.periods import ended
from kg.view.trust import Trust, band

__all__ = ["Content", "content"]


@dataclass(frozen=True, slots=True)
class Content:
    """Nodes and links of one page; `documents` finds the document of a fact."""

    name: str
    nodes: tuple[Entity, ...]
    links: tuple[Link, ...]
    documents: dict[tuple[str, str | None], DocumentNode]

    def degrees(self) -> list[int]:
        """For each node, how many links end in it."""
        count = Counter(end for link in self.links for end in (link.source, link.target))
        return [count[i] for i in range(len(self.nodes))]

    def document(self, link: Link) -> DocumentNode | None:
        """The document that states the link, None where the graph does not know it."""
        return self.documents.get((link.fact.evidence.file, link.fact.fact.document))

    def title(self) -> str:
        """The gazette's name where there is one gazette, else the name of the graph."""
        issues = {link.source for link in self.links if link.relation == "contains"}
        return self.nodes[issues.pop()].name if len(issues) == 1 else self.name


def content(graph: nx.MultiDiGraph[Entity]) -> Content:
    """The content of a graph: nodes by id, links by their ends, relation and place in the source."""
    nodes: list[Entity] = sorted(graph.nodes, key=lambda node: node.id)
    number = {node: i for i, node in enumerate(nodes)}
    facts: dict[str, Sourced] = graph.graph["facts"]
    trust = Trust.of(graph)
    links = [
        joined((source, target), edge, number, facts[edge["fact"]], trust)
        for source, target, edge in graph.edges(data=True)
    ]
    links.sort(key=lambda it: (it.source, it.target, it.relation, it.role, it.fact.evidence.line, it.fact.id))
    return Content(str(graph.graph["name"]), tuple(nodes), tuple(ended(links, nodes)), graph.graph["documents"])


def joined(
    ends: tuple[Entity, Entity], edge: Mapping[str, Any], number: dict[Entity, int], fact: Sourced, trust: Trust
) -> Link:
    """An edge of the graph as a link."""
    printed = certainty(*ends, fact.evidence.quote)
    figure = trust.figure(ends, fact, edge.get("confidence"))
    return Link(
        number[ends[0]],
        number[ends[1]],
        edge["relation"],
        edge["role"],
        edge["date"],
        kind(edge["relation"], edge["role"]),
        fact,
        printed,
        figure,
        band(figure, printed, named=any(end.type in NAMED for end in ends)),
    )
