"""Tables in CSV: nodes, edges and facts, and the two that Neo4j imports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.export.graph import Edge, Node, edges, facts, network, nodes
from kg.text import as_json, celled

__all__ = ["csv_files", "neo4j"]

FACT = ("id", "type", "document", "file", "start", "end", "line", "quote", "fields")
LABELS = {
    "person": "Person",
    "body": "Body",
    "group": "Body;Group",
    "document": "Document",
    "program": "Program",
    "task": "Task",
    "indicator": "Indicator",
}


def csv_files(folder: Path) -> dict[str, str]:
    """Nodes, edges with their facts, and facts with their evidence."""
    graph = network(folder)
    return {
        "nodes.csv": table(Node._fields, nodes(graph)),
        "edges.csv": table(Edge._fields, edges(graph)),
        "facts.csv": table(FACT, _facts(folder)),
    }


def neo4j(folder: Path) -> dict[str, str]:
    """Nodes and relationships with the headers that neo4j-admin database import reads, one row a line."""
    graph = network(folder)
    return {
        "nodes.csv": table(
            ("id:ID", "name", ":LABEL"),
            ((node.id, _line(node.name), LABELS.get(node.type, node.type.title())) for node in nodes(graph)),
        ),
        "relationships.csv": table(
            (":START_ID", ":END_ID", ":TYPE", "role", "date", "fact"),
            ((edge.source, edge.target, edge.relation.upper(), *map(_line, edge[3:])) for edge in edges(graph)),
        ),
    }


def table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV with a first line of names; what a spreadsheet would run stands behind an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([celled(value) for value in row] for row in rows)
    return text.getvalue()


def _line(text: str) -> str:
    """A text without line ends, at which the importer of Neo4j would end the row."""
    return text.replace("\n", " ")


def _facts(folder: Path) -> Iterator[tuple[object, ...]]:
    """Each fact with its evidence; what only its kind has is JSON in the last column."""
    for fact in facts(folder):
        source = fact.pop("source")
        first = [fact.pop(name) for name in FACT[:3]]
        fields = as_json(fact, separators=(",", ":"))
        yield (*first, *(source[name] for name in FACT[3:8]), fields)
