"""Names to things of a store: what a user writes to the terms of a query."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.store.named import Parameter

__all__ = ["Asked", "Thing", "find", "term"]

CLASSES = {
    "body": (
        PREFIXES["org"] + "FormalOrganization",
        PREFIXES["org"] + "OrganizationalCollaboration",
        PREFIXES["org"] + "OrganizationalUnit",
    ),
    "person": (PREFIXES["foaf"] + "Person",),
    "task": (PREFIXES["gz"] + "Task",),
    "indicator": (PREFIXES["gz"] + "Indicator",),
    "document": (PREFIXES["eli"] + "LegalResource", PREFIXES["schema"] + "PublicationIssue"),
}
"""Kinds of things that a parameter can name, and their classes."""

RDF_TYPE, LABEL = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label"
NAMES = "rdfs:label|skos:altLabel|schema:legalName|eli:id_local"
EXACT = '{{ VALUES ?name {{ "{0}" "{0}"@zh }} ?thing {1} ?name }}'
TESTS = ('STRENDS(STR(?name), "{0}")', 'CONTAINS(STR(?name), "{0}")')
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
TERM = re.compile(r"(?:gz:)?(?P<name>[A-Za-z]+)")
SHOWN = 5


class Asked(Protocol):
    """What is asked here: a store."""

    def node(self, node: str) -> ox.NamedNode:
        """The node of an id or IRI."""

    def plain(self, term: object) -> str | int | float | bool | None:
        """A term as a plain value, a node as its id."""

    def select(self, text: str) -> ox.QuerySolutions:
        """The rows of a query."""

    def values(self, node: str, term: str) -> list[str]:
        """The values of a property of a node."""


class Thing(NamedTuple):
    """Something with a name: `id` as in the graph (body/三门峡市财政局), `name` its label."""

    id: str
    name: str


def find(store: Asked, kind: str, name: str) -> list[Thing]:
    """The things of a kind that a name may mean: by id or name, else by the end of one, else by a part."""
    safe = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    if found := _by_id(store, kind, name):
        return found
    if found := _select(store, kind, EXACT.format(safe, NAMES)):
        return found
    for test in TESTS:
        if found := _select(store, kind, f"?thing {NAMES} ?name FILTER({test.format(safe)})"):
            return found
    return []


def term(store: Asked, parameter: Parameter, value: str) -> ox.NamedNode | ox.Literal:
    """A parameter's value as a term; what cannot be one is an error that says what could."""
    if parameter.kind == "text":
        return ox.Literal(value, language="zh")
    if parameter.kind == "date" and DATE.fullmatch(value):
        return ox.Literal(value)
    if parameter.kind == "number" and re.fullmatch(r"-?\d{1,18}", value, re.ASCII):
        return ox.Literal(int(value))
    if parameter.kind == "term" and (named := TERM.fullmatch(value)):
        return ox.NamedNode(PREFIXES["gz"] + named["name"])
    if parameter.kind not in CLASSES:
        raise QueryError(f"{parameter.name} cannot be {value!r}", hint=f"it is a {parameter.kind}")
    return store.node(_one(find(store, parameter.kind, value), parameter, value).id)


def _one(found: list[Thing], parameter: Parameter, value: str) -> Thing:
    """The only thing found."""
    if not found:
        raise QueryError(f"no {parameter.kind} is called {value}")
    if len(found) > 1:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        names = ", ".join(thing.id for thing in found[:SHOWN])
        raise QueryError(f"{value} may be several: {names}{more}", hint="give one of these ids")
    return found[0]


def _by_id(store: Asked, kind: str, name: str) -> list[Thing]:
    """The thing whose id or IRI it is."""
    try:
        classes = store.values(name, RDF_TYPE)
    except ValueError:
        return []
    labels = store.values(name, LABEL) if any(one in classes for one in CLASSES[kind]) else []
    return [Thing(str(store.plain(store.node(name))), label) for label in labels[:1]]


def _select(store: Asked, kind: str, pattern: str) -> list[Thing]:
    """The things of a kind that fit a pattern, in the order of their ids."""
    classes = " ".join(f"<{one}>" for one in CLASSES[kind])
    text = f"""SELECT DISTINCT ?thing ?label WHERE {{
        {pattern} VALUES ?class {{ {classes} }} ?thing a ?class ; rdfs:label ?label }} ORDER BY ?thing"""
    rows = ((row["thing"], row["label"]) for row in store.select(text))
    return [
        Thing(str(store.plain(thing)), label.value)
        for thing, label in rows
        if isinstance(thing, ox.NamedNode) and isinstance(label, ox.Literal)
    ]
