"""The triples of a whole graph, and the files that hold them.

Every fact has an IRI of its own, derived from a span of its source; there are no blank nodes. What a
document states stands in a graph of its own; what things are and how they relate, which no single
document decides, stands in the default graph. No triple stands in two graphs: what several
documents state is in the default graph. So the union of all graphs holds each triple once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import rdflib

from kg.rdf import papers as papers
from kg.rdf import plans as plans
from kg.rdf import seats as seats
from kg.rdf.dataset import nquads
from kg.rdf.iris import Iris, Quad, Triple
from kg.rdf.links import Links
from kg.rdf.placed import placed
from kg.rdf.prefixes import PREFIXES
from kg.rdf.terms import ID
from kg.rdf.writer import write

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.facts import Entity

__all__ = ["files", "quads", "statements", "to_rdflib", "turtle"]


def turtle(graph: MultiDiGraph[Entity], base: str = ID) -> str:
    """The whole graph as Turtle, byte for byte the same for the same graph."""
    return write(statements(graph, base), base, PREFIXES)


def files(graph: MultiDiGraph[Entity], base: str = ID) -> dict[str, str]:
    """The RDF that a build keeps, by the name of the file: Turtle to read, N-Quads for the store."""
    found = quads(graph, base)
    return {"graph.ttl": write((quad[:3] for quad in found), base, PREFIXES), "graph.nq": nquads(found)}


def to_rdflib(graph: MultiDiGraph[Entity], base: str = ID) -> rdflib.Graph:
    """The whole graph as an rdflib graph with our prefixes bound."""
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    for triple in statements(graph, base):
        result.add(triple)
    return result


def statements(graph: MultiDiGraph[Entity], base: str = ID) -> Iterator[Triple]:
    """The triples of all graphs, each once."""
    return (quad[:3] for quad in quads(graph, base))


def quads(graph: MultiDiGraph[Entity], base: str = ID) -> list[Quad]:
    """Every triple once, with the graph of the document that states it, or None for the default graph."""
    return placed(Links(graph, Iris(base)), graph.graph.get("name") or "")
