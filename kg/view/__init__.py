"""The graph as one HTML page that opens anywhere, needs no network and shows a source for every line."""

from __future__ import annotations

import networkx as nx

from kg.entities import Entity

__all__ = ["page"]


def page(graph: nx.MultiDiGraph[Entity]) -> str:
    """The explorer (图谱) of a graph made by `kg.graph`: HTML text, the same for the same graph.

    Write it as UTF-8; it holds its own script, style and data and asks for nothing else.
    """
    from kg.view.explorer import Explorer  # pyvis takes a third of a second to import

    return str(Explorer(graph).generate_html())
