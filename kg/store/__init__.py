"""A folder that a build wrote: its texts, its registers, its graph in Oxigraph; SPARQL and named queries to rows."""

from __future__ import annotations

from kg.store.answers import GRAPHS, RESULTS, Answer, Format, written
from kg.store.folder import Record, newest, register
from kg.store.graph_store import Row, Store, Value, answers_triples
from kg.store.kept import opened, read_kept, text_name
from kg.store.named import Query, queries, query
from kg.store.names import CLASSES, Thing
from kg.store.wall import wall

__all__ = [
    "CLASSES",
    "GRAPHS",
    "RESULTS",
    "Answer",
    "Format",
    "Query",
    "Record",
    "Row",
    "Store",
    "Thing",
    "Value",
    "answers_triples",
    "newest",
    "opened",
    "queries",
    "query",
    "read_kept",
    "register",
    "text_name",
    "wall",
    "written",
]
