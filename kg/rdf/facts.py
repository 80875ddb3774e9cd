"""The triples of a fact: `triples`, open to new kinds, what all share, and the facts on documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from rdflib import Literal, URIRef

from kg.entities import Group
from kg.evidence import Evidence, Sourced
from kg.facts import (
    ContentsEntry,
    Creation,
    Doubt,
    Fact,
    Header,
    Issue,
)
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Links
from kg.rdf.nodes import described
from kg.terms import DCTERMS, ELI, FOAF, GZ, OA, PROV, RDF, RDFS, SCHEMA

__all__ = ["located", "stated", "triples"]


@singledispatch
def triples(fact: Fact, known: Sourced, links: Links) -> Iterator[Triple]:
    """What a fact says; a kind without a function of its own is written as a bare gz:Fact.

    A new kind joins with `@triples.register`. Its first node is `links.iris("fact", known.id)`,
    and `stated` gives every node its evidence.
    """
    yield from stated(links.iris("fact", known.id), known, links, GZ.Fact)


def stated(node: URIRef, known: Sourced, links: Links, *classes: URIRef) -> Iterator[Triple]:
    """The classes of a node and its evidence: the span, the document, and the day of attestation."""
    for kind in classes:
        yield node, RDF.type, kind
    yield node, PROV.wasDerivedFrom, links.iris.span(known.evidence)
    document = links.document(known)
    if document is None:
        return
    yield node, DCTERMS.source, links.iris.entity(document)
    if document.date:
        yield node, DCTERMS.date, date(document.date)


def located(place: Evidence, links: Links) -> Iterator[Triple]:
    """A span of a source: characters, line, quote, and the file it is quoted from."""
    node, file = links.iris.span(place), links.iris("source", place.file)
    yield node, RDF.type, OA.TextPositionSelector
    yield node, RDF.type, OA.TextQuoteSelector
    yield node, OA.start, Literal(place.start)
    yield node, OA.end, Literal(place.end)
    yield node, OA.exact, Literal(place.quote)
    yield node, GZ.line, Literal(place.line)
    yield node, PROV.wasQuotedFrom, file
    yield file, RDF.type, FOAF.Document
    yield file, RDFS.label, Literal(place.file)


@triples.register
def doubt(fact: Doubt, known: Sourced, links: Links) -> Iterator[Triple]:
    """A doubt states nothing."""
    yield from ()


@triples.register
def header(fact: Header, known: Sourced, links: Links) -> Iterator[Triple]:
    """What the head of a document says of it: the recipients, and how long it is valid."""
    node, document = links.iris("fact", known.id), links.document(known)
    yield from stated(node, known, links, GZ.Fact)
    if document is None:
        return
    iri = links.iris.entity(document)
    yield node, GZ.about, iri
    for recipient in fact.recipients:
        yield iri, SCHEMA.recipient, zh(recipient)
    if fact.valid:
        yield iri, ELI.first_date_entry_in_force, date(fact.valid[0])
        yield iri, ELI.date_no_longer_in_force, date(fact.valid[1])


@triples.register
def issue(fact: Issue, known: Sourced, links: Links) -> Iterator[Triple]:
    """The masthead of a gazette issue."""
    node, document = links.iris("fact", known.id), links.document(known)
    yield from stated(node, known, links, GZ.Fact)
    if document is None:
        return
    iri = links.iris.entity(document)
    yield node, GZ.about, iri
    if fact.number is not None:
        yield iri, SCHEMA.issueNumber, Literal(fact.number)
    if fact.date:
        yield iri, SCHEMA.datePublished, date(fact.date)
    if fact.publisher:
        yield iri, SCHEMA.publisher, zh(fact.publisher)


@triples.register
def contents_entry(fact: ContentsEntry, known: Sourced, links: Links) -> Iterator[Triple]:
    """A line of the table of contents: section and page of a document."""
    node = links.iris("fact", known.id)
    yield from stated(node, known, links, GZ.Fact)
    yield node, DCTERMS.title, zh(fact.title)
    yield node, SCHEMA.pageStart, Literal(fact.page)
    if fact.section:
        yield node, SCHEMA.articleSection, zh(fact.section)
    for edge in links.of(known, "contains"):
        yield node, GZ.about, links.iris.entity(edge.target)


@triples.register
def creation(fact: Creation, known: Sourced, links: Links) -> Iterator[Triple]:
    """A body that a document sets up, with its duty and its parts."""
    node, group = links.iris("fact", known.id), links.named(known, Group, fact.body)
    yield from stated(node, known, links, GZ.Fact)
    yield from described(group, links)
    yield node, GZ.about, links.iris.entity(group)
    for edge in links.of(known, "part_of", "office_of"):
        yield node, GZ.about, links.iris.entity(edge.source)
    if fact.duty:
        yield node, DCTERMS.description, zh(fact.duty)
