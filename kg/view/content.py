"""What the page shows, taken from the graph once: nodes by number, links by number, both in a fixed order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import networkx as nx

from kg.entities import DocumentNode, Entity
from kg.evidence import Sourced

__all__ = ["Content", "Link", "content"]

OFFICE = re.compile("办公室|联络")
LEADER = re.compile("(?:组长|主任|指挥长|总指挥|主编|主席|主任委员|会长|理事长|召集人|负责人|政委)$")


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between the nodes numbered `source` and `target`, as a fact states it.

    `kind` is what thickness and colour tell: leader, deputy, member, lead, participant, responsible,
    holds or other.
    """

    source: int
    target: int
    relation: str
    role: str
    date: str
    kind: str
    fact: Sourced


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
    links = [
        Link(
            number[source],
            number[target],
            edge["relation"],
            edge["role"],
            edge["date"],
            kind(edge["relation"], edge["role"]),
            facts[edge["fact"]],
        )
        for source, target, edge in graph.edges(data=True)
    ]
    links.sort(key=lambda it: (it.source, it.target, it.relation, it.role, it.fact.evidence.line, it.fact.id))
    return Content(str(graph.graph["name"]), tuple(nodes), tuple(links), graph.graph["documents"])


def kind(relation: str, role: str) -> str:
    """How much an edge weighs to the eye: 组长 leads, 副组长 is a deputy, 办公室主任 neither.

    What stands in brackets is the seat's post: 成员（副市长） is a member.
    """
    role = role.partition("（")[0]
    if relation == "member":
        if "副" in role:
            return "deputy"
        return "leader" if LEADER.search(role) and not OFFICE.search(role) else "member"
    return relation if relation in ("lead", "participant", "responsible", "holds") else "other"
