"""GraphML and GEXF."""

from __future__ import annotations

import re
from pathlib import Path

from kg.export.graph import network

__all__ = ["gexf", "graphml"]

TODAY = re.compile(r' lastmodifieddate="[^"]*"')
"""What would make the same graph another file tomorrow."""


def graphml(folder: Path) -> dict[str, str]:
    """GraphML, as the build wrote it, read once so that a broken file is told here."""
    network(folder)
    return {"graph.graphml": (folder / "graph.graphml").read_text(encoding="utf-8")}


def gexf(folder: Path) -> dict[str, str]:
    """GEXF 1.2."""
    import networkx as nx

    graph = network(folder)
    nx.set_node_attributes(graph, {node: found["name"] for node, found in graph.nodes(data=True)}, "label")
    text = "\n".join(nx.generate_gexf(graph))
    return {"graph.gexf": TODAY.sub("", text, count=1) + "\n"}
