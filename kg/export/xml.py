"""GraphML and GEXF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.graph import network
from kg.text import marked, marked_id

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.facts import Entity

__all__ = ["as_graphml", "gexf", "graphml"]

TODAY = re.compile(r' lastmodifieddate="[^"]*"')
"""What would make the same graph another file tomorrow."""


def as_graphml(graph: MultiDiGraph[Entity]) -> str:
    """A graph made by `kg.graph` as GraphML, nodes by id; what XML cannot hold is written as `kg.text` says."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph:
        plain.add_node(marked_id(node.id), type=node.type, name=marked(node.name))
    for source, target, key, found in graph.edges(keys=True, data=True):
        said = {name: marked(value) if isinstance(value, str) else value for name, value in found.items()}
        plain.add_edge(marked_id(source.id), marked_id(target.id), marked_id(key), **said)
    return "\n".join(nx.generate_graphml(plain)) + "\n"


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
