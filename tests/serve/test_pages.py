"""The pages of the server, its headers, named queries, nodes, and plain questions."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
import rdflib

from kg.store import Store, queries

pytestmark = pytest.mark.slow


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


def test_plain_questions_are_answered_over_http(client: httpx.Client) -> None:
    told = client.get("/ask", params={"q": "市教育局牵头哪些行动"})
    assert told.status_code == 200
    assert told.json()["items"] == ["实施中小学健康促进行动"]
    assert client.get("/ask").status_code == 400
    assert client.get("/ask", params={"q": '" } UNION { ?s ?p ?o } #'}).status_code == 200
