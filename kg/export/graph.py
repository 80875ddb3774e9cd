"""The nodes and edges of a built folder, from its GraphML, and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import GraphError
from kg.quality import read_facts

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["Edge", "Node", "edges", "facts", "network", "nodes"]


class Node(NamedTuple):
    """A node: `type` is person, body, group, document, program, task or indicator."""

    id: str
    type: str
    name: str


class Edge(NamedTuple):
    """An edge with the id of the fact that states it."""

    source: str
    target: str
    relation: str
    role: str
    date: str
    fact: str


def network(folder: Path) -> MultiDiGraph[str]:
    """The graph whose nodes are ids."""
    import networkx as nx

    path = folder / "graph.graphml"
    try:
        return nx.MultiDiGraph(nx.read_graphml(path, force_multigraph=True))
    except (OSError, nx.NetworkXError, SyntaxError) as error:
        raise GraphError(f"cannot be read: {error}", path, "build the graph again") from error


def nodes(graph: MultiDiGraph[str]) -> list[Node]:
    """The nodes in the order of their ids."""
    return sorted(Node(node, found["type"], found["name"]) for node, found in graph.nodes(data=True))


def edges(graph: MultiDiGraph[str]) -> list[Edge]:
    """The edges in order."""
    names = Edge._fields[2:]
    return sorted(Edge(u, v, *(found[name] or "" for name in names)) for u, v, found in graph.edges(data=True))


def facts(folder: Path) -> Iterator[dict[str, Any]]:
    """The facts in order of appearance."""
    return (dict(fact) for fact in read_facts(folder))
