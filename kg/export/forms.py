"""The table of forms.

A new form is a function from the folder to its files and a line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.export import ftm, rdf, tables, xml

__all__ = ["FORMATS", "export"]

FORMATS: Mapping[str, tuple[Callable[[Path], dict[str, str]], str]] = {
    "ttl": (rdf.ttl, "RDF Turtle, all graphs as one"),
    "nt": (rdf.nt, "RDF N-Triples, all graphs as one"),
    "nq": (rdf.nq, "RDF N-Quads, one graph a document"),
    "trig": (rdf.trig, "RDF TriG, one graph a document"),
    "jsonld": (rdf.jsonld, "JSON-LD in the words of context.jsonld, one graph a document"),
    "graphml": (xml.graphml, "GraphML for networkx, yEd, Gephi"),
    "gexf": (xml.gexf, "GEXF for Gephi"),
    "csv": (tables.csv_files, "nodes.csv, edges.csv, facts.csv"),
    "neo4j": (tables.neo4j, "nodes.csv and relationships.csv for neo4j-admin database import"),
    "ftm": (ftm.entities, "FollowTheMoney entities, one JSON object a line"),
}
"""Form to its function and what it is."""


def export(name: str, folder: Path) -> dict[str, str]:
    """The files of a form, by name; several for tables, one for all else."""
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format", hint="known are " + ", ".join(FORMATS))
    return FORMATS[name][0](folder)
