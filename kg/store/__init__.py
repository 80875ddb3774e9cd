"""A folder that a build wrote: its texts, its registers, its graph in Oxigraph; SPARQL and named queries to rows."""

from __future__ import annotations

from kg.store.answers import GRAPHS, RESULTS, Answer, Format, written
from kg.store.folder import Record, newest, register
from kg.store.graph_store import Row, Store, Value, answers_triples
from kg.store.held import Held, current, hold
from kg.store.kept import opened, read_kept, text_name
from kg.store.named import Query, queries, query
from kg.store.names import CLASSES, Thing
from kg.store.pin import pinned
from kg.store.switch import switched
from kg.store.wall import wall

__all__ = [
    "CLASSES",
    "GRAPHS",
    "RESULTS",
    "Answer",
    "Format",
    "Held",
    "Query",
    "Record",
    "Row",
    "Store",
    "Thing",
    "Value",
    "answers_triples",
    "current",
    "hold",
    "newest",
    "opened",
    "pinned",
    "queries",
    "query",
    "read_kept",
    "register",
    "switched",
    "text_name",
    "wall",
    "written",
]
