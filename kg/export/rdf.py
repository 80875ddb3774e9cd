"""The RDF forms, all from the N-Quads that the build wrote."""

from __future__ import annotations

from pathlib import Path

from rdflib import URIRef

from kg.rdf import ID, PREFIXES, VOID, Quad, nquads, read, write
from kg.rdf import jsonld as as_jsonld
from kg.rdf import trig as as_trig

__all__ = ["jsonld", "nq", "nt", "trig", "ttl"]


def ttl(folder: Path) -> dict[str, str]:
    """Turtle."""
    quads = list(read(folder))
    return {"graph.ttl": write((quad[:3] for quad in quads), _base(quads), PREFIXES)}


def nt(folder: Path) -> dict[str, str]:
    """N-Triples."""
    return {"graph.nt": nquads((*quad[:3], None) for quad in read(folder))}


def nq(folder: Path) -> dict[str, str]:
    """N-Quads."""
    return {"graph.nq": nquads(read(folder))}


def trig(folder: Path) -> dict[str, str]:
    """TriG."""
    quads = list(read(folder))
    return {"graph.trig": as_trig(quads, _base(quads), PREFIXES)}


def jsonld(folder: Path) -> dict[str, str]:
    """JSON-LD."""
    quads = list(read(folder))
    return {"graph.jsonld": as_jsonld(quads, _base(quads))}


def _base(quads: list[Quad]) -> str:
    """The base of the ids, as the dataset says."""
    space: URIRef = VOID.uriSpace
    return next((str(quad[2]) for quad in quads if quad[1] == space), ID)
