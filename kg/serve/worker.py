"""A process that holds the graph and answers one job at a time, so that a query can be stopped by killing it.

`python -m kg.serve.worker DIR ANSWER MEMORY SECONDS` reads jobs from its input and writes replies: frames of
four bytes of length and as many bytes. A job is JSON; a reply is a frame of JSON with status and media type,
and a frame of bytes.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from kg.ask import Engine
from kg.errors import KgError, QueryError, RefusedError, TooLongError
from kg.serve.node import described
from kg.store import GRAPHS, RESULTS, Format, Store, answers_triples, wall, written
from kg.text import as_json

__all__ = ["TEXT", "Reply", "answer", "frame"]


class Reply(NamedTuple):
    """Status, media type, body, and lines on what the asker may have got wrong."""

    status: int
    media: str
    body: bytes
    notes: tuple[str, ...] = ()


TEXT = "text/plain; charset=utf-8"
STATUS = ((RefusedError, 403), (TooLongError, 422), (QueryError, 400))


def frame(content: bytes) -> bytes:
    """Bytes with their length before them."""
    return struct.pack(">I", len(content)) + content


def answer(store: Store, job: Mapping[str, Any], most: int) -> Reply:
    """The reply to a job; what is the asker's fault is a status of 4xx with one line of text."""
    try:
        return JOBS[job["kind"]](store, job, most)
    except QueryError as error:
        status = next(status for kind, status in STATUS if isinstance(error, kind))
        return Reply(status, TEXT, f"{error}\n".encode("utf-8", "replace"))


def _query(store: Store, job: Mapping[str, Any], most: int) -> Reply:
    """A SPARQL query."""
    found = store.query(job["query"], job["default"], job["named"])
    form = _format(job["graphs" if answers_triples(found) else "results"])
    if form is None:
        kinds = GRAPHS if answers_triples(found) else RESULTS
        told = ", ".join(one.media for one in kinds)
        return Reply(406, TEXT, f"the answer can be had as {told}\n".encode())
    return Reply(200, form.media, written(found, form, most), tuple(store.notes(job["query"])))


def _named(store: Store, job: Mapping[str, Any], most: int) -> Reply:
    """The SPARQL of a named query with its parameters in place."""
    del most
    return Reply(200, TEXT, store.named(job["name"], **job["parameters"]).encode())


def _node(store: Store, job: Mapping[str, Any], most: int) -> Reply:
    """What the graph says of a node: as RDF, or as JSON for its page."""
    form = _format(job["graphs"])
    node = store.iri(job["id"])
    if node is None or not store.query(f"ASK {{ {{ {node} ?p ?o }} UNION {{ ?s ?p {node} }} }}"):
        return Reply(404, TEXT, b"there is no such node\n")
    if form is None:
        return Reply(200, "application/json", json.dumps(described(store, node)).encode())
    text = f"CONSTRUCT {{ {node} ?p ?o . ?s ?q {node} }} WHERE {{ {{ {node} ?p ?o }} UNION {{ ?s ?q {node} }} }}"
    return Reply(200, form.media, written(store.query(text), form, most))


@cache
def _engine(store: Store, folder: str) -> Engine:
    """What answers questions over the graph, with its names read once."""
    return Engine(store, Path(folder))


def _ask(store: Store, job: Mapping[str, Any], most: int) -> Reply:
    """A plain question."""
    del most
    record = _engine(store, job["folder"]).ask(job["question"]).record()
    return Reply(200, "application/json", as_json(record).encode())


JOBS: dict[str, Callable[[Store, Mapping[str, Any], int], Reply]] = {
    "ask": _ask,
    "query": _query,
    "named": _named,
    "node": _node,
}


def _format(name: str | None) -> Format | None:
    """The format of a name."""
    return next((one for one in (*RESULTS, *GRAPHS) if one.name == name), None)


def _bound(memory: int, seconds: float) -> Callable[[], None]:
    """Limit this process's memory from here on; gives a function that limits the next query's seconds.

    The server stops a query long before; these seconds are for a server that is no more.
    """
    try:
        import resource
    except ImportError:
        return lambda: None
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
    if pages:
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def wind() -> None:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 5, resource.RLIM_INFINITY))

    return wind


def main(folder: str, most: str, memory: str, seconds: str) -> None:
    """Open the graph, say so, and answer jobs until the input ends; no network from here."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    wall()
    try:
        store = Store.open(folder)
    except KgError as error:
        _send(sink, Reply(500, TEXT, str(error).encode()))
        return
    wind = _bound(int(memory), float(seconds))
    _send(sink, Reply(200, TEXT, b"ready"))
    while head := source.read(4):
        job = json.loads(source.read(struct.unpack(">I", head)[0]))
        wind()
        _send(sink, answer(store, job, int(most)))


def _send(sink: BinaryIO, reply: Reply) -> None:
    """Write a reply."""
    head = [reply.status, reply.media, reply.notes]
    sink.write(frame(json.dumps(head).encode()) + frame(reply.body))
    sink.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
