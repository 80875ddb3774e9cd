"""The triples of a fact: `triples`, open to new kinds, and what all kinds share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch

from rdflib import Literal, URIRef

from kg.facts import Doubt, Evidence, Fact, Sourced
from kg.rdf.iris import Triple, date
from kg.rdf.links import Links
from kg.rdf.terms import DCTERMS, FOAF, GZ, OA, PROV, RDF, RDFS

__all__ = ["located", "stated", "triples"]

ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
"""An address that can stand as an IRI."""


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
    for term, value in ((GZ.page, place.page), (GZ.sheet, place.sheet), (GZ.cell, place.cell)):
        if value is not None:
            yield node, term, Literal(value)
    yield node, PROV.wasQuotedFrom, file
    yield file, RDF.type, FOAF.Document
    yield file, RDFS.label, Literal(place.file)
    if place.url and ADDRESS.fullmatch(place.url):
        yield file, DCTERMS.source, URIRef(place.url)


@triples.register
def doubt(fact: Doubt, known: Sourced, links: Links) -> Iterator[Triple]:
    """A doubt states nothing."""
    yield from ()
