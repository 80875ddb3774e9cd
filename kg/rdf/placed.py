"""Which graph a triple belongs to, and the description of the dataset that they make up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef

from kg.facts import DocumentNode, Entity, IndicatorNode, Program, Task
from kg.rdf.facts import located, triples
from kg.rdf.iris import Quad, Triple, date, zh
from kg.rdf.links import Links
from kg.rdf.nodes import described, linked
from kg.rdf.prefixes import PREFIXES
from kg.rdf.reforms import known as background
from kg.rdf.rosters import rosters
from kg.rdf.terms import DCAT, DCTERMS, GZ, PROV, RDF, VOID

__all__ = ["placed"]

OWN = (Task, Program, IndicatorNode)
"""Kinds of nodes that exist by the word of a document."""

SHARED = frozenset({"person", "body", "post", "role", "kind", "place", "action"})
"""First steps of the ids of what no single document decides; its triples are in the default graph."""


class Graphs:
    """Triples by graph; one that two graphs claim, or that is about a shared thing, is the default graph's."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.of: dict[Triple, URIRef | None] = {}

    def put(self, found: Iterable[Triple], home: URIRef | None) -> None:
        """Take triples up, stated in the graph `home`."""
        for triple in found:
            own = None if self._shared(triple[0]) else home
            if self.of.setdefault(triple, own) != own:
                self.of[triple] = None

    def _shared(self, subject: str) -> bool:
        step, _, rest = subject.removeprefix(self.base).partition("/")
        return step in SHARED or (step == "source" and "#" not in rest)


def placed(links: Links, name: str) -> list[Quad]:
    """All quads of a graph, the description of the dataset at the end; none for an empty graph."""
    graphs = Graphs(links.iris.base)
    for node in links.nodes:
        graphs.put(described(node, links), _home(node, links))
    for edge in links.edges:
        known = links.facts.get(edge.fact)
        graphs.put(linked(edge, links), links.graph(known) if known else None)
    for known in links.facts.values():
        own = list(triples(known.fact, known, links))
        if own:
            graphs.put(own, links.graph(known))
            graphs.put(located(known.evidence, links), links.graph(known))
    for document, triple in rosters(links):
        graphs.put([triple], links.graph_of(document))
    graphs.put(background(links), None)
    if graphs.of:
        graphs.put(list(_dataset(links, name, len(graphs.of))), None)
    return [(*triple, home) for triple, home in graphs.of.items()]


def _home(node: Entity, links: Links) -> URIRef | None:
    """The graph that says what a node is."""
    if isinstance(node, DocumentNode):
        return links.graph_of(node) if node in links.written else None
    homes = links.homes(node) if isinstance(node, OWN) else set()
    return homes.pop() if len(homes) == 1 else None


def _dataset(links: Links, name: str, size: int) -> Iterator[Triple]:
    """The dataset: its name, terms, size and days, and the graph of every document (a prov:Bundle)."""
    node = links.iris("dataset", name) if name else links.iris("dataset")
    for kind in (DCAT.Dataset, VOID.Dataset):
        yield node, RDF.type, kind
    yield node, DCTERMS.title, zh(name or "公报知识图谱")
    yield node, DCTERMS.conformsTo, URIRef(str(GZ).rstrip("#"))
    yield node, VOID.uriSpace, Literal(links.iris.base)
    yield node, VOID.triples, Literal(size)
    for prefix in sorted({"dcterms", "eli", "foaf", "gz", "oa", "org", "prov", "schema", "skos"}):
        yield node, VOID.vocabulary, URIRef(PREFIXES[prefix].rstrip("#"))
    days = sorted(document.date for document in links.written if document.date)
    if days:
        yield node, DCAT.startDate, date(days[0])
        yield node, DCAT.endDate, date(days[-1])
    for document in links.written:
        bundle = links.graph_of(document)
        yield bundle, RDF.type, PROV.Bundle
        yield bundle, DCTERMS.isPartOf, node
        yield bundle, DCTERMS.source, links.iris.entity(document)
