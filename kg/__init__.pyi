from . import (
    analysis,
    ask,
    build,
    constructs,
    export,
    facts,
    formats,
    graph,
    identity,
    lexicon,
    notice,
    quality,
    rdf,
    serve,
    store,
    text,
    view,
)
from .build import gather
from .constructs import construct, extract, pipeline
from .notice import documents
from .rdf import load

__all__ = [
    "analysis",
    "ask",
    "build",
    "construct",
    "constructs",
    "documents",
    "export",
    "extract",
    "facts",
    "formats",
    "gather",
    "graph",
    "identity",
    "lexicon",
    "load",
    "notice",
    "pipeline",
    "quality",
    "rdf",
    "serve",
    "store",
    "text",
    "view",
]
