"""The SPARQL 1.1 Protocol: ways to ask, formats, graphs, what is wrong, and a client of others."""

from __future__ import annotations

import csv
import io

import httpx
import pyoxigraph
import pytest
import rdflib
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.serve.conftest import BUILD, FORM, PEOPLE, QUERY

pytestmark = pytest.mark.slow


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
