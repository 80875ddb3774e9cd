from .graphs import load, nquads, read, trig
from .ids import escape, id_of, iri_of
from .iris import Quad
from .json_ld import jsonld
from .ontology import vocabulary
from .prefixes import PREFIXES
from .terms import ID, VOID
from .whole import files, quads, statements, to_rdflib, turtle
from .writer import write

__all__ = [
    "ID",
    "PREFIXES",
    "VOID",
    "Quad",
    "escape",
    "files",
    "id_of",
    "iri_of",
    "jsonld",
    "load",
    "nquads",
    "quads",
    "read",
    "statements",
    "to_rdflib",
    "trig",
    "turtle",
    "vocabulary",
    "write",
]
