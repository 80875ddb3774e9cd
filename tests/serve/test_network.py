"""Nobody is asked by way of the server or of `kg mcp`, and nobody from elsewhere asks the server."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from mcp import Client

from kg.mcp import server
from tests.conftest import ROOT
from tests.network import Counter, counting, table
from tests.served import apart, patient

QUERY = "application/sparql-query"
PEOPLE = "SELECT ?name { ?one a foaf:Person ; rdfs:label ?name } LIMIT 3"
WORKER = """
import sys
import kg.store.graph_store as graph_store
from kg.store.sparql import Checked
graph_store.checked = lambda text: Checked(text, (), ())
from kg.serve.worker import main
main(*sys.argv[1:])
"""


@pytest.fixture(scope="module")
def address(page_folder: Path) -> Iterator[str]:
    """The address of a server of the sample."""
    with patient(page_folder) as (found, _):
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as found:
        yield found


@pytest.fixture(scope="module")
def counter() -> Iterator[Counter]:
    with counting() as found:
        yield found


def ways(client: httpx.Client, query: str) -> list[httpx.Response]:
    """The replies to a query that is asked in all ways, the last as the page for queries asks."""
    body, own = query.encode(), str(client.base_url).rstrip("/")
    page = {"Content-Type": QUERY, "Origin": own, "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}
    return [
        client.get("sparql", params={"query": query}),
        client.post("sparql", data={"query": query}),
        client.post("sparql", content=body, headers={"Content-Type": QUERY}),
        client.post("sparql", content=body, headers=page),
    ]


@pytest.mark.parametrize(("kind", "statuses"), [("refused", {400, 403}), ("answered", {200})])
def test_over_http(client: httpx.Client, counter: Counter, kind: str, statuses: set[int]) -> None:
    for title, query in table(kind, counter.address).items():
        assert {reply.status_code for reply in ways(client, query)} <= statuses, title
    assert counter.asked == []


def test_over_mcp(graph_folder: Path, counter: Counter) -> None:
    asked = {kind: table(kind, counter.address).values() for kind in ("refused", "answered")}

    async def run() -> dict[str, set[bool]]:
        async with Client(server(graph_folder)) as client:
            return {
                kind: {bool((await client.call_tool("sparql", {"query": query})).is_error) for query in queries}
                for kind, queries in asked.items()
            }

    assert apart(run) == {"refused": {True}, "answered": {False}}
    assert counter.asked == []


def test_the_worker_stands_behind_the_wall(graph_folder: Path, counter: Counter) -> None:
    held = subprocess.run(
        [sys.executable, "-c", "from kg.store.wall import wall; print(*wall())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    if not held.stdout.strip():
        pytest.skip("this system has no namespace and no filter to give")
    query = f"SELECT * {{ SERVICE <{counter.address}> {{ ?a ?b ?c }} }}"
    job = {"kind": "query", "query": query, "default": [], "named": [], "results": "json", "graphs": "ttl"}
    sent = json.dumps(job).encode()
    done = subprocess.run(
        [sys.executable, "-c", WORKER, str(graph_folder), "1000000", "1500000000", "10"],
        cwd=ROOT,
        input=struct.pack(">I", len(sent)) + sent,
        capture_output=True,
        check=False,
    )
    assert b"cannot be answered" in done.stdout, done.stderr
    assert counter.asked == []


def test_terms_that_there_are_not_are_told(client: httpx.Client, graph_folder: Path) -> None:
    query = "SELECT * { ?s a gz:Pesron ; gz:中 ?o }"
    reply = client.get("sparql", params={"query": query})
    assert reply.json()["results"]["bindings"] == []
    assert reply.headers["gazette-notes"] == (
        "gz:Pesron is no term of the ontology; did you mean foaf:Person? | gz:\\u4e2d is no term of the ontology"
    )
    assert "gazette-notes" not in client.get("sparql", params={"query": PEOPLE}).headers
    assert "Gazette-Notes" in client.get("query.js").text

    async def told() -> list[str]:
        async with Client(server(graph_folder)) as tools:
            asked = [query, "CONSTRUCT WHERE { ?s a gz:Pesron }"]
            replies = [await tools.call_tool("sparql", {"query": one}) for one in asked]
        return [one.content[0].text for one in replies]  # type: ignore[union-attr]

    rows, triples = apart(told)
    assert json.loads(rows)["head"]["notes"][0].startswith("gz:Pesron is no term")
    assert triples.startswith("# gz:Pesron is no term")


SITE = "https://elsewhere.example"
LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}


@pytest.mark.parametrize(
    ("headers", "served"),
    [
        ({}, True),
        ({"Host": "localhost:1"}, True),
        ({"Host": "LOCALHOST"}, True),
        ({"Host": "[::1]:80"}, True),
        ({"Host": "elsewhere.example"}, False),
        ({"Host": "127.0.0.1.elsewhere.example"}, False),
        ({"Host": "localhost:80@elsewhere.example"}, False),
        ({"Host": "testserver"}, False),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, False),
        (LINK, False),
        ({"Origin": SITE}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://localhost:1", "Host": "localhost:1"}, True),
        ({"Origin": "http://localhost:2", "Host": "localhost:1"}, False),
        ({"Origin": "http://elsewhere.example", "Host": "elsewhere.example"}, False),
    ],
)
def test_other_sites_get_no_answer(client: httpx.Client, headers: dict[str, str], served: bool) -> None:
    for method, path, options in (
        ("GET", "sparql", {"params": {"query": PEOPLE}}),
        ("POST", "sparql", {"data": {"query": PEOPLE}}),
        ("GET", "ask", {"params": {"q": "组长是谁"}}),
        ("GET", "queries/members", {}),
    ):
        reply = client.request(method, path, headers=headers, **options)  # type: ignore[arg-type]
        assert reply.status_code == (200 if served else 403), (path, reply.text[:100])
        assert served or reply.text.startswith("refused: ")


def test_links_to_pages_are_followed_and_pages_are_not_taken_as_parts(client: httpx.Client) -> None:
    for path in ("", "query"):
        assert client.get(path, headers=LINK).status_code == 200
        assert client.get(path, headers={**LINK, "Sec-Fetch-Mode": "no-cors"}).status_code == 403
