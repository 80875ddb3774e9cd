"""Government gazettes to a knowledge graph of officials, bodies and programs.

>>> import kg
>>> facts = kg.extract("…")            # doctest: +SKIP
>>> nlp = kg.pipeline()                # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.ask import ask
    from kg.assemble import build, gather
    from kg.constructs import construct
    from kg.language import extract, pipeline
    from kg.rdf.quads import load
    from kg.segment import documents

__all__ = ["ask", "build", "construct", "documents", "extract", "gather", "load", "pipeline"]

HOME = {
    "ask": "kg.ask",
    "build": "kg.assemble",
    "gather": "kg.assemble",
    "construct": "kg.constructs",
    "documents": "kg.segment",
    "extract": "kg.language",
    "load": "kg.rdf.quads",
    "pipeline": "kg.language",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when they are first used: spaCy is slow to start."""
    if name not in HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(HOME[name]), name)
