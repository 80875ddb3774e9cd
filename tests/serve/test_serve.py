"""The server: the SPARQL 1.1 Protocol through real clients, its limits, its pages, and what it refuses."""

from __future__ import annotations

import asyncio
import csv
import io
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.store import Store, queries
from tests.conftest import Run
from tests.served import ENDLESS, load, percentile, running

PEOPLE = "SELECT ?name { ?one a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
BUILD = "CONSTRUCT { ?one rdfs:label ?name } WHERE { ?one a foaf:Person ; rdfs:label ?name }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
SECONDS = 2.0


@pytest.fixture(scope="module")
def address(page_folder: Path) -> Iterator[str]:
    """The address of a server of the sample."""
    with running(page_folder, "--seconds", str(SECONDS)) as (found, _):
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.fixture(scope="module")
def names(page_folder: Path) -> list[str]:
    """The people of the sample, asked without a server."""
    return [str(row["name"].value) for row in Store.open(page_folder).select(PEOPLE)]  # type: ignore[union-attr]


def test_all_three_ways_to_ask(client: httpx.Client, names: list[str]) -> None:
    replies = [
        client.get("sparql", params={"query": PEOPLE}),
        client.post("sparql", data={"query": PEOPLE}),
        client.post("sparql", content=PEOPLE.encode(), headers={"Content-Type": QUERY}),
        client.post("sparql", content=PEOPLE.encode(), headers={"Content-Type": f"{QUERY}; charset=utf-8"}),
    ]
    for reply in replies:
        assert reply.status_code == 200, reply.text
        assert reply.headers["content-type"] == "application/sparql-results+json"
        assert [row["name"]["value"] for row in reply.json()["results"]["bindings"]] == names
    head = client.head("sparql", params={"query": PEOPLE})
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/*;q=0.5, application/*;q=0.4", "text/csv; charset=utf-8"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/pdf, text/csv;q=nonsense, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_rows_in_the_format_that_is_wanted(
    client: httpx.Client, names: list[str], accept: str | None, media: str
) -> None:
    request = client.build_request("GET", "sparql", params={"query": PEOPLE})
    request.headers.pop("accept")
    if accept:
        request.headers["accept"] = accept
    reply = client.send(request)
    assert (reply.status_code, reply.headers["content-type"]) == (200, media)
    assert reply.headers["vary"] == "Accept"
    form = pyoxigraph.QueryResultsFormat.from_media_type(media.partition(";")[0])
    if "csv" in media:
        assert [row["name"] for row in csv.DictReader(io.StringIO(reply.text))] == names
    else:
        rows = pyoxigraph.parse_query_results(reply.content, format=form)
        assert [row["name"].value for row in rows] == names  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("text/plain", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/sparql-results+json, text/turtle;q=0.5", "text/turtle; charset=utf-8", "turtle"),
    ],
)
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_triples_in_the_format_that_is_wanted(
    client: httpx.Client, names: list[str], accept: str, media: str, form: str
) -> None:
    reply = client.get("sparql", params={"query": BUILD}, headers={"Accept": accept})
    assert (reply.status_code, reply.headers["content-type"]) == (200, media)
    assert sorted(str(name) for name in rdflib.Graph().parse(data=reply.text, format=form).objects()) == names


def test_yes_and_no(client: httpx.Client) -> None:
    for query, answer in (("ASK { ?s a foaf:Person }", True), ("ASK { ?s a foaf:Agent }", False)):
        assert client.get("sparql", params={"query": query}).json()["boolean"] is answer
        told = client.get("sparql", params={"query": query}, headers={"Accept": "text/csv"}).text
        assert told.strip() == str(answer).lower()


def test_the_graphs_of_the_protocol(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"

    def rows(query: str, **given: str | list[str]) -> list[str]:
        told = client.get("sparql", params={"query": query, **{k.replace("_", "-"): v for k, v in given.items()}})
        return [next(iter(row.values()))["value"] for row in told.json()["results"]["bindings"]]

    every = rows(graphs)
    parts = [int(rows(count, default_graph_uri=graph)[0]) for graph in every]
    assert int(rows(count, default_graph_uri=every)[0]) == sum(parts) < int(rows(count)[0])
    assert rows(graphs, named_graph_uri=every[0]) == every[:1]
    assert rows(count, named_graph_uri=every[0]) == ["0"]
    reply = client.post(
        "sparql", params={"default-graph-uri": every[0]}, content=count, headers={"Content-Type": QUERY}
    )
    assert reply.json()["results"]["bindings"][0]["n"]["value"] == str(parts[0])
    assert client.get("sparql", params={"query": count, "default-graph-uri": "no iri"}).status_code == 400


@pytest.mark.parametrize(
    ("method", "options", "status"),
    [
        ("GET", {"params": {"query": "SELECT nonsense"}}, 400),
        ("GET", {"params": {"query": ""}}, 400),
        ("GET", {"params": [("query", PEOPLE), ("query", PEOPLE)]}, 400),
        ("GET", {"params": {"query": "SELECT * { ?s ?p ?o FILTER(<urn:f>(?s)) }"}}, 400),
        ("GET", {"params": {"query": PEOPLE}, "headers": {"Accept": "image/png"}}, 406),
        ("GET", {"params": {"query": BUILD}, "headers": {"Accept": "text/csv"}}, 406),
        ("GET", {"headers": {"Accept": "image/png"}}, 406),
        ("POST", {}, 415),
        ("POST", {"content": PEOPLE, "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"data": {"nothing": "here"}}, 400),
        ("POST", {"content": b"query=%FF", "headers": {"Content-Type": FORM}}, 400),
        ("POST", {"content": b"\xff", "headers": {"Content-Type": QUERY}}, 400),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403),
        ("POST", {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
        ("GET", {"params": {"query": "DROP ALL"}}, 403),
        ("GET", {"params": {"query": "LOAD <http://127.0.0.1:1/>"}}, 403),
        ("GET", {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 403),
        ("POST", {"content": b" " * 300_000, "headers": {"Content-Type": QUERY}}, 413),
        ("PUT", {"content": PEOPLE}, 405),
        ("DELETE", {}, 405),
    ],
)
def test_what_is_wrong_has_its_status_and_one_line(
    client: httpx.Client, method: str, options: dict[str, object], status: int
) -> None:
    reply = client.request(method, "sparql", **options)  # type: ignore[arg-type]
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"].startswith("text/plain")
    assert reply.text.count("\n") >= 1
    if status == 405:
        assert "POST" in reply.headers["allow"]


def test_the_service_describes_itself(client: httpx.Client, address: str) -> None:
    for accept, form in (("*/*", "turtle"), ("application/rdf+xml", "xml")):
        reply = client.get("sparql", headers={"Accept": accept})
        found = rdflib.Graph().parse(data=reply.text, format=form)
        sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
        service = rdflib.URIRef(f"{address}sparql")
        assert (service, sd.supportedLanguage, sd.SPARQL11Query) in found
        assert (service, sd.feature, sd.UnionDefaultGraph) in found
    assert client.get("sparql", headers={"Accept": "text/html,*/*;q=0.8"}).headers["location"] == "/query"


def test_a_client_library_of_others(address: str, names: list[str]) -> None:
    wrapper = SPARQLWrapper(f"{address}sparql")
    wrapper.setQuery("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n" + PEOPLE)
    wrapper.setReturnFormat(JSON)
    assert [row["name"]["value"] for row in wrapper.queryAndConvert()["results"]["bindings"]] == names
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(XML)
    assert len(wrapper.queryAndConvert().getElementsByTagName("result")) == len(names)
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert().decode().splitlines()[1:] == names
    wrapper.setQuery(BUILD)
    wrapper.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=wrapper.queryAndConvert(), format="turtle")) == len(names)
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery("SELECT nonsense")
    with pytest.raises(QueryBadFormed):
        wrapper.query()


def test_a_query_that_never_ends_is_stopped_and_the_others_are_not(client: httpx.Client, address: str) -> None:
    with ThreadPoolExecutor(3) as others:
        began = time.perf_counter()
        endless = [others.submit(httpx.get, f"{address}sparql", params={"query": ENDLESS}, timeout=30) for _ in "ab"]
        time.sleep(0.3)
        asked = time.perf_counter()
        assert client.get("sparql", params={"query": PEOPLE}).status_code == 200
        assert time.perf_counter() - asked < SECONDS / 2
        for one in endless:
            assert one.result().status_code == 504
            assert "stopped after 2 s" in one.result().text
        assert time.perf_counter() - began < SECONDS + 2
    assert client.get("sparql", params={"query": PEOPLE}).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 422),
        ("SELECT * " + "{" * 30_000 + "}" * 30_000, 400),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", 504),
    ],
)
def test_a_query_of_death_is_stopped(client: httpx.Client, query: str, status: int) -> None:
    reply = client.post("sparql", data={"query": query})
    assert reply.status_code in (status, 503, 504), reply.text[:200]
    assert reply.status_code != 422 or "add LIMIT" in reply.text
    assert client.get("sparql", params={"query": PEOPLE}).status_code == 200


def test_the_pages(client: httpx.Client, page_folder: Path) -> None:
    page, shown = (page_folder / "graph.html").read_text("utf-8"), client.get("").text
    bare = shown.replace('<script src="ask.js"></script>\n', "", 1)
    assert bare.replace("connect-src &#39;self&#39;; script-src &#39;self&#39; ", "script-src ", 1) == page
    assert len(shown) > len(page)
    for path, media in (
        ("query", "text/html"),
        ("ask.js", "text/javascript"),
        ("query.js", "text/javascript"),
        ("query.css", "text/css"),
    ):
        reply = client.get(path)
        assert (reply.status_code, reply.headers["content-type"].partition(";")[0]) == (200, media)
        assert "http://" not in reply.text.replace("http://www.w3.org", "")
        assert "https://" not in reply.text
    assert client.get("nothing").status_code == 404


def test_headers_keep_strangers_out(client: httpx.Client) -> None:
    for path in ("query", "sparql", "nodes/x", "nothing", ""):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers
        assert path == "" or "default-src 'none'" in headers["content-security-policy"]
    assert client.get("query", headers={"Host": "elsewhere.example"}).status_code == 403


def test_named_queries(client: httpx.Client, page_folder: Path) -> None:
    listed = client.get("queries").json()
    assert [one["name"] for one in listed] == list(queries())
    text = client.get("queries/members", params={"body": "普查工作领导小组", "role": ""}).text
    told = client.post("sparql", data={"query": text}).json()["results"]["bindings"]
    assert len(told) == len(Store.open(page_folder).run("members", body="普查工作领导小组")) > 20
    assert client.get("queries/nothing").status_code == 400
    assert client.get("queries/members", params={"body": "局"}).status_code == 400


def test_nodes_for_people_and_for_programs(client: httpx.Client, page_folder: Path) -> None:
    person = next(str(row["member"]) for row in Store.open(page_folder).run("members"))
    path = f"nodes/{quote(person)}"
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert person.rpartition("/")[2] in page.text
    assert "<blockquote>" in page.text
    assert f"/#n={quote(person, safe='')}" in page.text
    for accept, form in (("text/turtle", "turtle"), ("*/*", "turtle"), ("application/n-triples", "nt")):
        found = rdflib.Graph().parse(data=client.get(path, headers={"Accept": accept}).text, format=form)
        base = Store.open(page_folder).base
        assert list(found.objects(rdflib.URIRef(base + person), rdflib.RDFS.label))
    assert client.get("nodes/person/nobody").status_code == 404
    assert client.get("nodes/<script>", headers={"Accept": "text/html"}).status_code == 404
    assert client.get(path, headers={"Accept": "image/png"}).status_code == 406


TEXTS = st.text(max_size=40)
MEDIA = st.sampled_from([FORM, QUERY, "application/sparql-update", "text/plain", "", ";", "a/b;c"])
ACCEPT = st.one_of(
    st.sampled_from(["*/*", "text/csv", "text/html", "application/rdf+xml;q=0", "", ",;q=,", "*/*;q=9"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30).map(str.strip),
)
PATHS = st.one_of(
    st.sampled_from(["sparql", "queries", "query", "nodes/body/x", "queries/members", "queries/tasks", ""]),
    TEXTS.map(lambda text: "nodes/" + quote(text)),
    TEXTS.map(lambda text: "queries/" + quote(text)),
    st.binary(max_size=20).map(lambda raw: "nodes/" + quote(raw)),
)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(["query", "update", "default-graph-uri", "named-graph-uri", "body", "kind", "year", "x"]),
        st.one_of(TEXTS, st.sampled_from([PEOPLE, "ASK {}", "urn:x", "lead"])),
    ),
    max_size=4,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "OPTIONS"]),
    path=PATHS,
    fields=FIELDS,
    media=MEDIA,
    accept=ACCEPT,
    body=st.one_of(st.binary(max_size=60), TEXTS.map(str.encode), st.just(PEOPLE.encode())),
)
def test_no_request_whatever_gives_a_500(
    client: httpx.Client, method: str, path: str, fields: list[tuple[str, str]], media: str, accept: str, body: bytes
) -> None:
    headers = {"Content-Type": media, "Accept": accept}
    reply = client.request(method, path, params=fields, content=body if method == "POST" else None, headers=headers)
    assert reply.status_code < 500, reply.text


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /sparql HTTP/1.1\r\n\r\n",
        b"GET /sparql?query=%ZZ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET /nodes/%ff%fe HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: \xff\r\nConnection: close\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET /" + b"a" * 300_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    ],
)
def test_bytes_that_are_no_request(address: str, raw: bytes) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        told = b""
        with suppress(ConnectionError):  # what is too long is not read to its end
            line.sendall(raw)
            with suppress(OSError):  # nor is the end of a line told that the other side has left
                line.shutdown(socket.SHUT_WR)
            while part := line.recv(65536):
                told += part
    assert not told or told.startswith((b"HTTP/1.1 4", b"HTTP/1.1 2")), told[:200]


def test_many_clients_beside_endless_queries(page_folder: Path) -> None:
    with running(page_folder, "--seconds", "2") as (address, _):
        idle, statuses, _ = asyncio.run(load(address, 14, 2, 0))
        assert set(statuses) == {200}
        taken, statuses, stopped = asyncio.run(load(address, 14, 5, 2))
    assert set(statuses) == {200}
    assert set(stopped) == {504}
    assert percentile(taken, 0.95) <= 3 * percentile(idle, 0.95)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told_and_leaves_nothing_running(page_folder: Path, stop: signal.Signals) -> None:
    with running(page_folder, "--seconds", "60") as (address, process):
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        with ThreadPoolExecutor(1) as other:
            endless = other.submit(httpx.get, f"{address}sparql", params={"query": ENDLESS}, timeout=30)
            time.sleep(0.5)
            process.send_signal(stop)
            assert process.wait(8) == 0
            with pytest.raises(httpx.HTTPError):
                endless.result().raise_for_status()
    assert workers
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


def test_what_cannot_be_served_is_told(kg: Run, page_folder: Path, tmp_path: Path) -> None:
    assert kg("serve", "-g", "nowhere").returncode == 2
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = kg("serve", "-g", str(page_folder), "--port", str(taken.getsockname()[1]))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    (tmp_path / "graph.nq").write_text("<a> <b", encoding="utf-8")
    done = kg("serve", "-g", str(tmp_path), "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_it_says_what_to_install(page_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "starlette.py").write_text("raise ImportError('no', name='starlette')", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from kg.cli import main; main()"
    command = ["-c", code, "serve", "-g", str(page_folder)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'gazette-kg[serve]'" in done.stderr


def test_plain_questions_are_answered_over_http(client: httpx.Client) -> None:
    told = client.get("/ask", params={"q": "市教育局牵头哪些行动"})
    assert told.status_code == 200
    assert told.json()["items"] == ["实施中小学健康促进行动"]
    assert client.get("/ask").status_code == 400
    assert client.get("/ask", params={"q": '" } UNION { ?s ?p ?o } #'}).status_code == 200
