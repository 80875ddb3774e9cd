"""The SPARQL 1.1 Protocol: what a request asks, and in which format its answer is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.store import GRAPHS, RESULTS, Format

__all__ = ["Ask", "ProtocolError", "ask", "best", "wanted"]

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
    "application/x-turtle": "text/turtle",
}
"""Other names of media types that clients send."""


class ProtocolError(Exception):
    """A request that is not as the protocol says: a status, and a line that says what is wrong."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status, self.what = status, what


@dataclass(frozen=True, slots=True)
class Ask:
    """A query, the graphs to which it keeps, and the formats wanted, None where none of a kind will do."""

    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    results: Format | None
    graphs: Format | None

    def job(self) -> dict[str, Any]:
        """The query as a job of a worker."""
        return {
            "kind": "query",
            "query": self.query,
            "default": self.default,
            "named": self.named,
            "results": self.results and self.results.name,
            "graphs": self.graphs and self.graphs.name,
        }


def ask(method: str, url: str, media: str, body: bytes, accept: str) -> Ask | None:
    """What a request asks; None for a GET without a query, which wants the service description.

    `url` is the query string, `media` the Content-Type, `accept` the Accept header.
    """
    told = pairs(url)
    kind = media.partition(";")[0].strip().lower()
    if method == "POST" and kind == FORM:
        told = pairs(text(body))
    elif method == "POST" and kind == QUERY:
        told = [*((key, value) for key, value in told if key != "query"), ("query", text(body))]
    elif method == "POST" and kind != UPDATE:
        raise ProtocolError(415, f"a query is posted as {QUERY} or as {FORM}")
    if kind == UPDATE or any(key == "update" for key, _ in told):
        raise ProtocolError(403, "UPDATE is refused: the graph is read-only")
    queries = [value for key, value in told if key == "query"]
    if not queries and method == "GET":
        return None
    if len(queries) != 1:
        raise ProtocolError(400, f"a request has one query, this has {len(queries)}")
    default, named = (graphs_of(told, f"{name}-graph-uri") for name in ("default", "named"))
    return Ask(queries[0], default, named, best(accept, RESULTS), best(accept, GRAPHS))


def pairs(form: str) -> list[tuple[str, str]]:
    """The fields of a form or of a query string."""
    try:
        return parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise ProtocolError(400, "the request is no form in UTF-8 of at most 100 fields") from error


def text(body: bytes) -> str:
    """The body as text."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the request is not in UTF-8") from error


def graphs_of(told: Sequence[tuple[str, str]], name: str) -> tuple[str, ...]:
    """The graphs of a field; each must be an IRI."""
    found = tuple(value for key, value in told if key == name)
    for iri in found:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise ProtocolError(400, f"{name} is no IRI: {iri[:100]}") from error
    return found


def wanted(accept: str) -> list[tuple[float, str]]:
    """The media ranges of an Accept header with their weights, those wanted most first."""
    found = []
    for place, part in enumerate(accept.split(",") if accept.strip() else ["*/*"]):
        media, *parameters = (one.strip().lower() for one in part.split(";"))
        weight = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        try:
            found.append((-max(0.0, min(1.0, float(weight))), place, media))
        except ValueError:
            continue
    return [(-weight, media) for weight, _, media in sorted(found) if weight < 0]


def best(accept: str, kinds: Sequence[Format]) -> Format | None:
    """The format that an Accept header wants most, the first of `kinds` where it leaves the choice."""
    for _, media in wanted(accept):
        media = ALIASES.get(media, media)
        for one in kinds:
            if media in (one.media, "*/*", one.media.partition("/")[0] + "/*"):
                return one
    return None
