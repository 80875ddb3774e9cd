"""The graph as one HTML page that opens anywhere, needs no network and shows a source for every line."""

from __future__ import annotations

from kg.view.for_serving import served
from kg.view.shown import Page, page
from kg.view.sparql import Engine, Sparql, engine

__all__ = [
    "Engine",
    "Page",
    "Sparql",
    "engine",
    "page",
    "served",
]
