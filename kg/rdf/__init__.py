"""The graph as RDF with provenance: Turtle, an rdflib graph, or the triples one by one.

Every fact has an IRI of its own, derived from a span of its source; there are no blank nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import rdflib

from kg.rdf import plans as plans
from kg.rdf import seats as seats
from kg.rdf.facts import located, stated, triples
from kg.rdf.iris import Iris, Triple
from kg.rdf.links import Edge, Links
from kg.rdf.nodes import described, linked
from kg.rdf.writer import write
from kg.terms import ID, PREFIXES

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.entities import Entity

__all__ = [
    "Edge",
    "Iris",
    "Links",
    "Triple",
    "described",
    "stated",
    "statements",
    "to_rdflib",
    "triples",
    "turtle",
]


def turtle(graph: MultiDiGraph[Entity], base: str = ID) -> str:
    """The whole graph as Turtle, byte for byte the same for the same graph."""
    return write(statements(graph, base), base, PREFIXES)


def to_rdflib(graph: MultiDiGraph[Entity], base: str = ID) -> rdflib.Graph:
    """The whole graph as an rdflib graph with our prefixes bound."""
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    for triple in statements(graph, base):
        result.add(triple)
    return result


def statements(graph: MultiDiGraph[Entity], base: str = ID) -> Iterator[Triple]:
    """The triples of nodes, edges and facts, some of them more than once."""
    links = Links(graph, Iris(base))
    for node in links.nodes:
        yield from described(node, links)
    for edge in links.edges:
        yield from linked(edge, links)
    for known in links.facts.values():
        own = list(triples(known.fact, known, links))
        if own:
            yield from own
            yield from located(known.evidence, links)
