"""The triples of the graph's nodes and of its plain edges."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, singledispatch

from rdflib import Literal, URIRef

from kg.facts import Body, DocumentNode, Entity, Group, IndicatorNode, Person, Program, Task
from kg.lexicon import divisions
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Edge, Links
from kg.rdf.terms import DCTERMS, ELI, FOAF, GZ, ORG, PROV, RDF, RDFS, SCHEMA, SKOS

__all__ = ["POSTS", "concept", "described", "linked", "post", "posted"]

PLAIN: dict[str, tuple[URIRef, bool]] = {
    "task_of": (DCTERMS.isPartOf, True),
    "program_of": (DCTERMS.source, True),
    "issues": (ELI.passed_by, False),
    "creates": (GZ.establishes, True),
    "office_of": (ORG.unitOf, True),
    "hosts": (GZ.host, False),
    "part_of": (ORG.subOrganizationOf, True),
    "cites": (ELI.cites, True),
    "indicator_of": (DCTERMS.isPartOf, True),
    "contains": (DCTERMS.isPartOf, False),
}
"""Relation to property, and whether the property runs the way of the edge. The relations with a
role and a kind (member, lead, target_of …) are n-ary: their facts write them; `revises` is between
rosters (kg/rdf/rosters.py)."""

FIELDS: tuple[tuple[str, URIRef], ...] = (
    ("aliases", SKOS.altLabel),
    ("full", SCHEMA.legalName),
    ("level", GZ.level),
)
"""Fields that a node may have, each a word or several; a new one joins with a line here."""

LEVELS = {2: "省", 4: "市", 6: "县"}
"""The level of a division by the length of its code."""

POSTS = ("holds", "appointed", "removed")
"""The relations of a person to a body whose role is the title of a post there."""


@singledispatch
def described(entity: Entity, links: Links) -> Iterator[Triple]:
    """What a node is: its classes, its label, its own fields."""
    yield links.iris.entity(entity), RDFS.label, zh(entity.name)


def linked(edge: Edge, links: Links) -> Iterator[Triple]:
    """An edge that one property says, and the posts that persons hold."""
    source, target = links.iris.entity(edge.source), links.iris.entity(edge.target)
    if edge.relation in POSTS and edge.role:
        yield from posted(edge, links)
        if edge.relation == "holds":
            yield post(edge, links), ORG.heldBy, source
            yield source, ORG.holds, post(edge, links)
    elif edge.relation in PLAIN:
        term, forward = PLAIN[edge.relation]
        yield (source, term, target) if forward else (target, term, source)


def post(edge: Edge, links: Links) -> URIRef:
    """The IRI of the post that an edge to a body tells of: one for a body and a title."""
    return links.iris("post", edge.target.id.partition("/")[2], edge.role)


def posted(edge: Edge, links: Links) -> Iterator[Triple]:
    """The post that an edge to a body tells of, whoever holds it."""
    node = post(edge, links)
    yield node, RDF.type, ORG.Post
    yield node, RDFS.label, zh(edge.target.name + edge.role)
    yield node, ORG.postIn, links.iris.entity(edge.target)


def concept(links: Links, path: str, word: str, scheme: URIRef) -> Iterator[Triple]:
    """The concept of a printed word: a role, a kind of body or of document."""
    node = links.iris(path, word)
    yield node, RDF.type, SKOS.Concept
    yield node, SKOS.prefLabel, zh(word)
    yield node, SKOS.inScheme, scheme
    if scheme == GZ.roles:
        yield node, RDF.type, ORG.Role


@described.register
def person(entity: Person, links: Links) -> Iterator[Triple]:
    """foaf:Person with a name and a place."""
    node = links.iris.entity(entity)
    yield node, RDF.type, FOAF.Person
    yield node, RDFS.label, zh(entity.name)
    yield node, FOAF.name, Literal(entity.name)
    yield from _fields(node, entity)
    yield from _placed(node, entity.jurisdiction, links)


@described.register
def body(entity: Body, links: Links) -> Iterator[Triple]:
    """org:FormalOrganization; a part of a group is org:OrganizationalUnit instead."""
    unit = entity in links.units
    yield from _organization(entity, ORG.OrganizationalUnit if unit else ORG.FormalOrganization, links)


@described.register
def group(entity: Group, links: Links) -> Iterator[Triple]:
    """org:OrganizationalCollaboration: a leading group (领导小组) and its like."""
    yield from _organization(entity, ORG.OrganizationalCollaboration, links)


@described.register
def document(entity: DocumentNode, links: Links) -> Iterator[Triple]:
    """eli:LegalResource with title, number, date and kind; an issue is schema:PublicationIssue."""
    node = links.iris.entity(entity)
    yield node, RDF.type, SCHEMA.PublicationIssue if entity in links.issues else ELI.LegalResource
    yield node, RDFS.label, zh(entity.name)
    yield node, ELI.title, zh(entity.name)
    if entity.number:
        yield node, ELI.id_local, Literal(entity.number)
    if entity.date:
        yield node, ELI.date_document, date(entity.date)
    if entity.kind:
        yield node, ELI.type_document, links.iris("kind", entity.kind)
        yield from concept(links, "kind", entity.kind, GZ.documentKinds)


@described.register
def program(entity: Program, links: Links) -> Iterator[Triple]:
    """gz:Program, a prov:Plan."""
    node = links.iris.entity(entity)
    yield node, RDF.type, GZ.Program
    yield node, RDF.type, PROV.Plan
    yield node, RDFS.label, zh(entity.name)


@described.register
def task(entity: Task, links: Links) -> Iterator[Triple]:
    """gz:Task, a prov:Plan, with the headings above it."""
    node = links.iris.entity(entity)
    yield node, RDF.type, GZ.Task
    yield node, RDF.type, PROV.Plan
    yield node, RDFS.label, zh(entity.name)
    if entity.path:
        yield node, GZ.path, zh(" / ".join(entity.path))


@described.register
def indicator(entity: IndicatorNode, links: Links) -> Iterator[Triple]:
    """gz:Indicator with its unit."""
    node = links.iris.entity(entity)
    yield node, RDF.type, GZ.Indicator
    yield node, RDFS.label, zh(entity.name)
    if entity.unit:
        yield node, SCHEMA.unitText, zh(entity.unit)


def _organization(entity: Body, kind: URIRef, links: Links) -> Iterator[Triple]:
    """What bodies of every class have: names, kind and place."""
    node = links.iris.entity(entity)
    yield node, RDF.type, kind
    yield node, RDFS.label, zh(entity.name)
    yield node, SKOS.prefLabel, zh(entity.name)
    yield from _fields(node, entity)
    if entity.kind:
        yield node, ORG.classification, links.iris("kind", entity.kind)
        yield from concept(links, "kind", entity.kind, GZ.bodyKinds)
    yield from _placed(node, entity.jurisdiction, links)


def _fields(node: URIRef, entity: Entity) -> Iterator[Triple]:
    """The fields that this kind of node has and this node fills."""
    for name, term in FIELDS:
        found = getattr(entity, name, None) or ()
        for word in (found,) if isinstance(found, str) else found:
            yield node, term, zh(word)


def _placed(node: URIRef, jurisdiction: str, links: Links) -> Iterator[Triple]:
    """The place whose persons and bodies share a namespace; none where it is unknown."""
    if jurisdiction:
        place = links.iris("place", jurisdiction)
        yield node, DCTERMS.spatial, place
        yield place, RDF.type, DCTERMS.Location
        yield place, RDFS.label, zh(jurisdiction)
        if level := _levels().get(jurisdiction):
            yield place, GZ.level, zh(level)


@cache
def _levels() -> dict[str, str]:
    """The level of each place whose name belongs to one level alone."""
    found: dict[str, set[str]] = {}
    for division in divisions().values():
        found.setdefault(division.name, set()).add(LEVELS[len(division.code)])
    return {name: levels.pop() for name, levels in found.items() if len(levels) == 1}
