"""The graph as its facts see it: which nodes and edges belong to which fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rdflib import URIRef

from kg.facts import Creation, DocumentNode, Entity, Group, Issue, MemberBody, Membership, Sourced
from kg.identity import Known
from kg.rdf.iris import Iris

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["Edge", "Links"]

E = TypeVar("E", bound=Entity)


class Edge(NamedTuple):
    """An edge of the graph; `role`, `date` and `fact` are empty where it has none."""

    source: Entity
    target: Entity
    relation: str
    role: str
    date: str
    fact: str


class Links:
    """Nodes and edges by fact, and the IRIs of all of them."""

    def __init__(self, graph: MultiDiGraph[Entity], iris: Iris) -> None:
        self.iris = iris
        self.facts: Mapping[str, Sourced] = graph.graph.get("facts", {})
        self.documents: Mapping[tuple[str, str | None], DocumentNode] = graph.graph.get("documents", {})
        self.nodes: list[Entity] = list(graph)
        self.background: tuple[Known, ...] = graph.graph.get("background", ())
        self.edges = [
            Edge(u, v, *(str(data.get(name) or "") for name in ("relation", "role", "date", "fact")))
            for u, v, data in graph.edges(data=True)
        ]
        self.units = {e.source for e in self.edges if e.relation == "office_of" or _is_part(e)}
        """Bodies within a group: its offices and parts."""
        self.issues = {e.source for e in self.edges if e.relation == "contains"} | self._mastheads()
        """Issues of a gazette, among the documents."""
        self._of: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            self._of[edge.fact].append(edge)
        self._named = self._index()
        self._homes: dict[Entity, set[URIRef]] = defaultdict(set)
        for edge in self.edges:
            for end in edge[:2] if edge.fact in self.facts else ():
                self._homes[end].add(self.graph(self.facts[edge.fact]))
        self.written = dict.fromkeys(self.documents.values())
        """The documents whose text is here, in order; others are only cited."""

    def graph(self, known: Sourced) -> URIRef:
        """The graph of the document that states a fact, of its file where it is an excerpt."""
        document = self.document(known)
        return self.graph_of(document) if document else self.iris("graph", known.evidence.file)

    def graph_of(self, document: DocumentNode) -> URIRef:
        """The graph of a document."""
        return self.iris("graph", document.id.partition("/")[2])

    def homes(self, node: Entity) -> set[URIRef]:
        """The graphs of the documents whose facts tell of a node."""
        return set(self._homes.get(node, ()))

    def of(self, known: Sourced, *relations: str) -> list[Edge]:
        """The edges that a fact gave, of these relations."""
        return [edge for edge in self._of.get(known.id, ()) if edge.relation in relations]

    def document(self, known: Sourced) -> DocumentNode | None:
        """The document that states a fact."""
        return self.documents.get((known.evidence.file, known.fact.document))

    def named(self, known: Sourced, kind: type[E], name: str) -> E:
        """The node of this kind that a fact means by `name`.

        The nearest scope (fact, document, file, graph) where just one node has the name decides;
        where none does the node is a new one, known by its name alone.
        """
        for scope in _scopes(known):
            found = self._named.get((scope, kind, name), {})
            if len(found) == 1:
                return next(iter(found))  # type: ignore[return-value]
        return kind(id=f"{'body' if kind is Group else kind.type}/{name}", name=name)

    def _mastheads(self) -> set[Entity]:
        """The documents that are issues by their own word."""
        found = (self.document(known) for known in self.facts.values() if isinstance(known.fact, Issue))
        return {document for document in found if document}

    def _index(self) -> dict[tuple[Hashable, type[Entity], str], dict[Entity, None]]:
        """Nodes by scope, class and name (the printed one too), each as the key of a dict: an ordered set."""
        index: dict[tuple[Hashable, type[Entity], str], dict[Entity, None]] = defaultdict(dict)
        for node in self.nodes:
            index[None, type(node), node.name][node] = None
        for known in self.facts.values():
            for edge in self._of.get(known.id, ()):
                for scope in _scopes(known)[:-1]:
                    for node in edge[:2]:
                        index[scope, type(node), node.name][node] = None
                    for alias in _aliases(known, edge):
                        index[scope, type(edge.target), alias][edge.target] = None
        return index


def _scopes(known: Sourced) -> tuple[Hashable, ...]:
    """Where a fact looks for a name, the nearest first."""
    file = known.evidence.file
    return ("fact", known.id), ("document", file, known.fact.document), ("file", file), None


def _aliases(known: Sourced, edge: Edge) -> tuple[str, ...]:
    """The name that a fact prints for the group at the end of its edge."""
    fact = known.fact
    if edge.relation in ("member", "creates") and isinstance(fact, Membership | MemberBody | Creation):
        return (fact.body,)
    return ()


def _is_part(edge: Edge) -> bool:
    """Whether the edge makes its source a part of a group."""
    return edge.relation == "part_of" and isinstance(edge.target, Group)
