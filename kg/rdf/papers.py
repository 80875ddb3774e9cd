"""The triples of documents, gazette issues and their contents, and of what a document sets up."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from rdflib import Literal, URIRef

from kg.facts import ContentsEntry, Creation, Group, Header, Issue, Part, Sourced
from kg.rdf.facts import stated, triples
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Edge, Links
from kg.rdf.nodes import concept, described
from kg.rdf.terms import DCTERMS, ELI, GZ, RDFS, SCHEMA, SKOS, XSD

HEADER = {"adopted_by": GZ.adoptedBy, "presented_at": GZ.presentedAt, "on_behalf_of": GZ.onBehalfOf}
"""Fields of a header that are words about its document."""

LISTS = {"recipients": SCHEMA.recipient, "annexes": DCTERMS.tableOfContents}

MASTHEAD = {
    "publisher": SCHEMA.publisher,
    "editor": SCHEMA.editor,
    "printer": SCHEMA.producer,
    "address": SCHEMA.address,
}
"""Fields of a masthead that are words; those below are codes and numbers of no language."""

CODES = {
    "number": SCHEMA.issueNumber,
    "total": SCHEMA.position,
    "website": SCHEMA.url,
    "postcode": SCHEMA.postalCode,
    "permit": SCHEMA.identifier,
}


@triples.register
def header(fact: Header, known: Sourced, links: Links) -> Iterator[Triple]:
    """What a document says of itself: recipients, annexes, who adopted it, how long it is valid."""
    iri = yield from _about(known, links)
    if iri is None:
        return
    yield from _words(iri, fact, HEADER)
    for name, term in LISTS.items():
        for word in getattr(fact, name):
            yield iri, term, zh(word)
    for cited in fact.cites:
        if not cited.number:
            yield iri, SCHEMA.citation, zh(cited.title)
    if fact.valid:
        yield iri, ELI.first_date_entry_in_force, date(fact.valid[0])
        yield iri, ELI.date_no_longer_in_force, date(fact.valid[1])


@triples.register
def issue(fact: Issue, known: Sourced, links: Links) -> Iterator[Triple]:
    """The masthead of a gazette issue."""
    iri = yield from _about(known, links)
    if iri is None:
        return
    yield from _words(iri, fact, MASTHEAD)
    for name, term in CODES.items():
        if getattr(fact, name) is not None:
            yield iri, term, Literal(getattr(fact, name))
    for phone in fact.phones:
        yield iri, SCHEMA.telephone, Literal(phone)
    if fact.year is not None:
        yield iri, DCTERMS.issued, Literal(f"{fact.year:04}", datatype=XSD.gYear, normalize=False)
    if fact.date:
        yield iri, SCHEMA.datePublished, date(fact.date)


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
    """A body that a document sets up: its kind, short name, creator and duty, and its parts."""
    node, group = links.iris("fact", known.id), links.named(known, Group, fact.body)
    yield from stated(node, known, links, GZ.Fact)
    yield from described(group, links)
    yield node, GZ.about, links.iris.entity(group)
    yield node, DCTERMS.type, links.iris("kind", fact.kind)
    yield from concept(links, "kind", fact.kind, GZ.bodyKinds)
    if fact.short:
        yield node, SKOS.altLabel, zh(fact.short)
    if fact.creator:
        yield node, SCHEMA.creator, zh(fact.creator)
    if fact.duty:
        yield node, DCTERMS.description, zh(fact.duty)
    edges = links.of(known, "part_of", "office_of")
    for edge in edges:
        yield node, GZ.about, links.iris.entity(edge.source)
    for number, part in enumerate(fact.parts, 1):
        own = [edge for edge in edges if edge.source.name.endswith(part.name)]
        yield from _part(links.iris("fact", known.id, "part", str(number)), part, own, known, links)


def _part(node: URIRef, part: Part, edges: list[Edge], known: Sourced, links: Links) -> Iterator[Triple]:
    """A part of a body as printed: the verb that sets it up, where it is seated, what it is for."""
    yield from stated(node, known, links, GZ.Fact)
    yield node, RDFS.label, zh(part.name)
    yield node, SKOS.note, zh(part.relation)
    if part.host:
        yield node, SCHEMA.location, zh(part.host)
    if part.duty:
        yield node, DCTERMS.description, zh(part.duty)
    for edge in edges:
        yield node, GZ.about, links.iris.entity(edge.source)


def _about(known: Sourced, links: Links) -> Generator[Triple, None, URIRef | None]:
    """A fact about the document that states it; returns the document's node, None where it has none."""
    node, document = links.iris("fact", known.id), links.document(known)
    yield from stated(node, known, links, GZ.Fact)
    if document is None:
        return None
    iri = links.iris.entity(document)
    yield node, GZ.about, iri
    return iri


def _words(node: URIRef, fact: Header | Issue, names: dict[str, URIRef]) -> Iterator[Triple]:
    """The fields that are words, where a fact has them."""
    for name, term in names.items():
        if getattr(fact, name):
            yield node, term, zh(getattr(fact, name))
