"""What an answer rests on, and the names of what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.store import Store, Thing

__all__ = ["Evidence", "ends", "evidence", "name_of", "pairs", "record", "the", "told_by"]

LABEL, SOURCE = PREFIXES["rdfs"] + "label", PREFIXES["dcterms"] + "source"
SHOWN = 5


class Evidence(NamedTuple):
    """The words that state a fact: number (else title), title and ISO date of the document, file, line from 1."""

    document: str
    title: str
    date: str
    file: str
    line: int
    quote: str


def evidence(store: Store, fact: str | None) -> Evidence | None:
    """The words that state a fact, given by its id; None where there are none."""
    found = store.quotation(fact) if fact else None
    if fact is None or found is None:
        return None
    source = next(iter(store.values(fact, SOURCE)), "")
    title = name_of(store, source) if source else ""
    return Evidence(found.document, title, found.date, found.file, found.line, found.quote)


def name_of(store: Store, node: str) -> str:
    """The label of a node, given by id or IRI; the last part of its id where it has none."""
    return next(iter(store.values(node, LABEL)), node.rpartition("/")[2])


def the(store: Store, kinds: tuple[str, ...], name: str) -> Thing:
    """The one thing that a name means, of the first kind that has it; QueryError tells what else it may be."""
    for kind in kinds:
        found = store.find(kind, name) if name.strip() else []
        if len(found) == 1:
            return found[0]
        if found:
            told = ", ".join(thing.id for thing in found[:SHOWN])
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            raise QueryError(f"{name} may be several: {told}{more}", hint="give one of these ids")
    raise QueryError(f"no {' or '.join(kinds)} is called {name[:60]!r}")


def ends(store: Store, term: str) -> dict[str, str]:
    """The value of a property (prov:agent) for every subject that has it, as ids; one value where it has several."""
    return dict(pairs(store, term))


def told_by(store: Store) -> dict[str, str]:
    """The first fact about each node that is the subject of one; about a document its own head, not a contents line."""
    sources, found = ends(store, "dcterms:source"), {}
    for fact, node in sorted(ends(store, "gz:about").items(), reverse=True):
        if not node.startswith("document/") or sources.get(fact) == node:
            found[node] = fact
    return found


def pairs(store: Store, term: str) -> Iterator[tuple[str, str]]:
    """Every subject of a property with each of its values, as ids."""
    prefix, _, local = term.partition(":")
    quads = store.inner.quads_for_pattern(None, ox.NamedNode(PREFIXES[prefix] + local), None)
    return ((str(store.plain(quad.subject)), str(store.plain(quad.object))) for quad in quads)


def record(row: Any) -> dict[str, Any]:
    """A row as JSON tells it: its fields by name, those of rows within it too."""
    if hasattr(row, "_asdict"):
        return {name: record(value) for name, value in row._asdict().items()}
    if isinstance(row, (tuple, list)):
        return [record(one) for one in row]  # type: ignore[return-value]
    return row  # type: ignore[no-any-return]
