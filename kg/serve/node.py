"""What the page of a node shows: its names, what it says, what refers to it, and the words that tell of it."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from kg.rdf import PREFIXES, id_of
from kg.store import Store

__all__ = ["described"]

MOST = 200
"""Rows of each part of a page."""

OUT = """SELECT ?term ?value ?label WHERE { {node} ?term ?value . OPTIONAL { ?value rdfs:label|skos:prefLabel ?label } }
ORDER BY ?term ?value LIMIT {most}"""
IN = """SELECT ?term ?value ?label WHERE { ?value ?term {node} . OPTIONAL { ?value rdfs:label|skos:prefLabel ?label } }
ORDER BY ?term ?value LIMIT {most}"""
TOLD = """SELECT DISTINCT ?quote ?file ?line WHERE {
    { {node} prov:wasDerivedFrom ?span } UNION { ?fact ?term {node} ; prov:wasDerivedFrom ?span }
    UNION { ?post org:postIn {node} . ?fact gz:post ?post ; prov:wasDerivedFrom ?span }
    ?span oa:exact ?quote ; gz:line ?line ; prov:wasQuotedFrom/rdfs:label ?file
} ORDER BY ?file ?line LIMIT {most}"""


def described(store: Store, node: str) -> dict[str, Any]:
    """A node, written as SPARQL writes it, as JSON for its page."""
    told = _rows(store, OUT, node)
    quotes = [
        {name: store.plain(row[name]) for name in ("quote", "file", "line")}
        for row in store.select(_filled(TOLD, node))
    ]
    iri = node[1:-1]
    path = id_of(store.base, iri)
    return {
        "id": path,
        "iri": iri,
        "name": next((row["value"] for row in told if row["term"] == "rdfs:label"), path),
        "told": told,
        "refers": _rows(store, IN, node),
        "quotes": quotes,
    }


def _rows(store: Store, text: str, node: str) -> list[dict[str, Any]]:
    """Terms and values; a value that is a node of ours has its id."""
    rows = []
    for row in store.select(_filled(text, node)):
        value, label = row["value"], row["label"]
        iri = value.value if isinstance(value, ox.NamedNode) else None
        own = iri is not None and iri.startswith(store.base)
        plain = str(store.plain(value)) if own or iri is None else _short(iri)
        name = plain if label is None else str(store.plain(label))
        term = _short(row["term"].value)
        rows.append({"term": term, "value": name, "id": plain if own else None})
    return rows


def _filled(text: str, node: str) -> str:
    """A query about a node."""
    return text.replace("{node}", node).replace("{most}", str(MOST))


def _short(iri: str) -> str:
    """A term with its prefix."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
