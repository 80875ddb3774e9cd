"""What one query may take: it is stopped, the others are not, and the next one is answered."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx
import pytest

from tests.serve.conftest import PEOPLE, QUERY
from tests.served import ENDLESS, LONG, patient, until, yielding

pytestmark = pytest.mark.slow


def asked(address: str, query: str) -> httpx.Response:
    """The reply of a server to a query."""
    return httpx.get(f"{address}sparql", params={"query": query}, timeout=LONG)


def test_a_query_that_never_ends_is_stopped_and_the_next_one_is_answered(page_folder: Path) -> None:
    with patient(page_folder, seconds=1.0) as (address, _), ThreadPoolExecutor(2) as others:
        for reply in others.map(partial(asked, address), [ENDLESS] * 2):
            assert reply.status_code == 504
            assert "stopped after 1 s" in reply.text
        until(lambda: asked(address, PEOPLE).status_code == 200)


def test_many_clients_are_answered_while_endless_queries_run(page_folder: Path) -> None:
    with ThreadPoolExecutor(16) as clients, patient(page_folder, patience=0.5) as (address, process):
        endless = [clients.submit(asked, address, ENDLESS) for _ in "ab"]
        until(lambda: len(yielding(process.pid)) >= len(endless))
        replies = list(clients.map(partial(asked, address), [PEOPLE] * 70))
        assert {reply.status_code for reply in replies} == {200}
        assert not any(one.done() for one in endless)


@pytest.fixture(scope="module")
def narrow(page_folder: Path) -> Iterator[str]:
    """The address of a server with little room for a query and its answer."""
    with patient(page_folder, memory=200_000_000, answer=1_000_000) as (found, _):
        yield found


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 422, "add LIMIT"),
        ("SELECT * " + "{" * 30_000 + "}" * 30_000, 400, ""),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", 503, "more memory"),
    ],
)
def test_a_query_of_death_is_stopped(narrow: str, query: str, status: int, says: str) -> None:
    reply = httpx.post(f"{narrow}sparql", data={"query": query}, timeout=LONG)
    assert reply.status_code == status, reply.text[:200]
    assert says in reply.text
    assert asked(narrow, PEOPLE).status_code == 200


def test_a_request_that_does_not_come_is_not_waited_for(page_folder: Path) -> None:
    head = f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {QUERY}\r\nContent-Length: 9\r\n\r\nASK"
    with patient(page_folder, arrival=0.2) as (address, _):
        port = int(address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=LONG) as line:
            line.sendall(head.encode())
            assert line.recv(65536).startswith(b"HTTP/1.1 408")
