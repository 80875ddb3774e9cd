"""The graph as RDF with provenance: Turtle, TriG, N-Quads, JSON-LD, an rdflib Dataset; the terms and their ontology.

Every fact has an IRI of its own, derived from a span of its source; there are no blank nodes. rdflib is slow to
import, so names are looked up here when they are first used.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
