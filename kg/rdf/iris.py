"""Names of things: readable IRIs below a base, and the literals that describe them."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from rdflib import Literal, URIRef

from kg.errors import OutputError
from kg.facts import Entity, Evidence
from kg.rdf.ids import escape
from kg.rdf.terms import XSD

__all__ = ["Iris", "Quad", "Triple", "date", "number", "zh"]

Triple = tuple[URIRef, URIRef, URIRef | Literal]
Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef | None]
"""A triple with its graph, None for the default graph."""

BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>\"{}|\\^`%#\x00-\x20]|%[0-9A-Fa-f]{2})+")
"""An absolute IRI without a fragment, for the spans of a source are fragments below it."""

DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


class Iris:
    """The IRIs below `base`, which is taken as it stands: it should end in `/`."""

    def __init__(self, base: str) -> None:
        if not BASE.fullmatch(base):
            hint = "it should be like https://example.org/id/, without #"
            raise OutputError(f"the base {base!r} is no absolute IRI", hint=hint)
        self.base = base
        self._entities: dict[Entity, URIRef] = {}

    def __call__(self, *parts: str) -> URIRef:
        """The IRI of the path `parts`: `iris("role", "组长")`."""
        return URIRef(self.base + escape("/".join(parts)))

    def entity(self, entity: Entity) -> URIRef:
        """The IRI of a node of the graph."""
        iri = self._entities.get(entity)
        if iri is None:
            iri = self._entities[entity] = self(entity.id)
        return iri

    def span(self, place: Evidence) -> URIRef:
        """The IRI of characters of a source, as RFC 5147 counts them."""
        return URIRef(f"{self(*('source', place.file))}#char={place.start},{place.end}")


def zh(text: str) -> Literal:
    """Text in Chinese."""
    return Literal(text, lang="zh")


def date(iso: str) -> Literal:
    """A day, a month or a year, whichever `iso` writes; what is none of them stays text."""
    for pattern, datatype in DATES:
        if pattern.fullmatch(iso):
            return Literal(iso, datatype=datatype, normalize=False)
    return Literal(iso)


def number(value: float) -> Literal:
    """A decimal number, exactly as its shortest writing: 22.0, 0.1; infinity, which is no decimal, as a double."""
    if not math.isfinite(value):
        return Literal(str(value).upper().replace("NAN", "NaN"), datatype=XSD.double, normalize=False)
    text = f"{Decimal(repr(float(value))):f}"
    return Literal(text if "." in text else f"{text}.0", datatype=XSD.decimal, normalize=False)
