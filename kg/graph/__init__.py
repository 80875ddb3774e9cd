"""Facts to one networkx MultiDiGraph of entities."""

from __future__ import annotations

from kg.graph.building import build_graph

__all__ = [
    "build_graph",
]
