"""Answers of the store as bytes, in the formats of SPARQL results and of RDF."""

from __future__ import annotations

from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError, TooLongError
from kg.rdf import PREFIXES

__all__ = ["GRAPHS", "RESULTS", "Answer", "Format", "written"]

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Format(NamedTuple):
    """A format by its short name, its media type, and whether it is for triples rather than rows."""

    name: str
    media: str
    triples: bool


RESULTS = (
    Format("json", "application/sparql-results+json", False),
    Format("xml", "application/sparql-results+xml", False),
    Format("csv", "text/csv", False),
    Format("tsv", "text/tab-separated-values", False),
)
GRAPHS = (
    Format("ttl", "text/turtle", True),
    Format("nt", "application/n-triples", True),
    Format("rdf", "application/rdf+xml", True),
    Format("jsonld", "application/ld+json", True),
)


def written(found: Answer, form: Format, most: int = 0) -> bytes:
    """The answer in a format; one of more bytes than `most` (0: any) is refused, never cut off unseen.

    Rows asked for as RDF are written as JSON, triples asked for as rows as Turtle.
    """
    sink = _Sink(most)
    try:
        if isinstance(found, ox.QueryTriples):
            graph = ox.RdfFormat.from_extension(form.name if form.triples else "ttl")
            prefixes = PREFIXES if graph == ox.RdfFormat.TURTLE else None
            ox.serialize(found, sink, graph, prefixes=prefixes)  # type: ignore[arg-type]
        else:
            results = ox.QueryResultsFormat.from_extension("json" if form.triples else form.name)
            found.serialize(sink, results)  # type: ignore[arg-type]
    except _TooLong:
        hint = "add LIMIT, or narrow the question"
        raise TooLongError(f"the answer has more than {most:,} bytes", hint=hint) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    return b"".join(sink.parts)


class _TooLong(OSError):
    """The answer has more bytes than are allowed."""


class _Sink:
    """Keeps what is written to it, up to `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.size, self.parts = most, 0, list[bytes]()

    def write(self, part: bytes) -> int:
        """Keep a part."""
        self.size += len(part)
        if self.most and self.size > self.most:
            raise _TooLong
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """There is nothing to flush."""
