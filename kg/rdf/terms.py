"""The words of the graph: our own few terms and those reused; a mistyped one raises."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from rdflib import URIRef
from rdflib.namespace import (
    DCAT,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    VOID,
    XSD,
    DefinedNamespace,
    Namespace,
)

from kg.errors import TermError
from kg.facts import BASE
from kg.rdf.prefixes import PREFIXES

__all__ = [
    "DCAT",
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
    "VOID",
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
    adoptedBy: URIRef
    baseline: URIRef
    cell: URIRef
    comparator: URIRef
    deadline: URIRef
    establishes: URIRef
    host: URIRef
    indicator: URIRef
    level: URIRef
    line: URIRef
    onBehalfOf: URIRef
    page: URIRef
    path: URIRef
    post: URIRef
    presentedAt: URIRef
    sheet: URIRef
    year: URIRef

    actions: URIRef
    appoint: URIRef
    bodyKinds: URIRef
    documentKinds: URIRef
    join: URIRef
    lead: URIRef
    leave: URIRef
    participant: URIRef
    remove: URIRef
    responsibilities: URIRef
    responsible: URIRef
    retire: URIRef
    roles: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: the terms used here."""

    _NS = Namespace("http://data.europa.eu/eli/ontology#")
    _fail = True

    LegalResource: URIRef
    amends: URIRef
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
    address: URIRef
    articleSection: URIRef
    citation: URIRef
    creator: URIRef
    datePublished: URIRef
    editor: URIRef
    endDate: URIRef
    identifier: URIRef
    issueNumber: URIRef
    legalName: URIRef
    location: URIRef
    maxValue: URIRef
    minValue: URIRef
    pageStart: URIRef
    position: URIRef
    postalCode: URIRef
    producer: URIRef
    publisher: URIRef
    recipient: URIRef
    startDate: URIRef
    telephone: URIRef
    unitText: URIRef
    url: URIRef
    value: URIRef


def term(name: str) -> URIRef:
    """The own term called `name`, for names that come from outside; in code write `GZ.name`."""
    if name in GZ:
        return GZ[name]
    near = get_close_matches(name, GZ.__annotations__, n=1)
    hint = f"did you mean gz:{near[0]}?" if near else ""
    raise TermError(f"gz:{name} is no term of the ontology", hint=hint)
