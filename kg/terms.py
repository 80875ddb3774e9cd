"""The words of the graph: our own few terms and those reused; a mistyped one raises."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, DefinedNamespace, Namespace

from kg.entities import BASE
from kg.errors import TermError

__all__ = [
    "DCTERMS",
    "ELI",
    "FOAF",
    "GZ",
    "ID",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SKOS",
    "XSD",
    "term",
]

ID: Final = BASE
"""Where the ids of the graph live unless a build says otherwise."""


class GZ(DefinedNamespace):
    """Our own terms, those of `ontology/gazette.ttl` and no others; the namespace never changes."""

    _NS = Namespace("https://w3id.org/gazette-kg/ns#")
    _fail = True

    Appointment: URIRef
    Assignment: URIRef
    Fact: URIRef
    Indicator: URIRef
    Program: URIRef
    Target: URIRef
    Task: URIRef

    about: URIRef
    action: URIRef
    baseline: URIRef
    comparator: URIRef
    deadline: URIRef
    establishes: URIRef
    host: URIRef
    indicator: URIRef
    line: URIRef
    path: URIRef
    post: URIRef
    year: URIRef

    actions: URIRef
    appoint: URIRef
    lead: URIRef
    participant: URIRef
    remove: URIRef
    responsibilities: URIRef
    responsible: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: the terms used here."""

    _NS = Namespace("http://data.europa.eu/eli/ontology#")
    _fail = True

    LegalResource: URIRef
    cites: URIRef
    date_document: URIRef
    date_no_longer_in_force: URIRef
    first_date_entry_in_force: URIRef
    id_local: URIRef
    passed_by: URIRef
    title: URIRef
    type_document: URIRef


class OA(DefinedNamespace):
    """Web Annotation: the terms used here."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    start: URIRef


class SCHEMA(DefinedNamespace):
    """schema.org under its http name (rdflib's SDO has https): the terms used here."""

    _NS = Namespace("http://schema.org/")
    _fail = True

    PublicationIssue: URIRef
    QuantitativeValue: URIRef
    articleSection: URIRef
    datePublished: URIRef
    issueNumber: URIRef
    maxValue: URIRef
    minValue: URIRef
    pageStart: URIRef
    position: URIRef
    publisher: URIRef
    recipient: URIRef
    unitText: URIRef
    value: URIRef


PREFIXES: Final[dict[str, str]] = {
    "dcterms": str(DCTERMS),
    "eli": str(ELI),
    "foaf": str(FOAF),
    "gz": str(GZ),
    "oa": str(OA),
    "org": str(ORG),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""Prefix to namespace, for Turtle and for SPARQL alike."""


def term(name: str) -> URIRef:
    """The own term called `name`, for names that come from outside; in code write `GZ.name`."""
    if name in GZ:
        return GZ[name]
    near = get_close_matches(name, GZ.__annotations__, n=1)
    hint = f"did you mean gz:{near[0]}?" if near else ""
    raise TermError(f"gz:{name} is no term of the ontology", hint=hint)
