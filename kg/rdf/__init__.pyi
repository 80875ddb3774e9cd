from .dataset import load, nquads, read, trig
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
    "files",
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
