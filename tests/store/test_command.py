"""`kg sparql`: questions, the list of them, and bad ones."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.store import queries
from tests.conftest import Run
from tests.store.conftest import GROUP


def test_questions_from_the_command_line(kg: Run, graph_folder: Path, tmp_path: Path) -> None:
    at = ("-g", str(graph_folder))
    done = kg("sparql", "--name", "shared-responsibility", "--body", "市财政局", *at)
    assert done.returncode == 0, done.stderr
    assert "三门峡市财政局" in done.stdout
    assert "sanmenxia-2020-05.txt:" in kg("sparql", *at, "--name", "members", "--body", GROUP, "--role=组长").stdout
    text = "SELECT ?name { ?one a foaf:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
    (tmp_path / "ask.rq").write_text(text, encoding="utf-8")
    told = kg("sparql", text, "--format", "csv", *at).stdout
    assert told.startswith("name\n")
    assert kg("sparql", "ask.rq", "--format", "csv", *at).stdout == told
    for form in ("json", "xml", "tsv"):
        found = kg("sparql", text, "--format", form, *at).stdout
        known = pyoxigraph.QueryResultsFormat.from_extension(form)
        parsed = pyoxigraph.parse_query_results(found.encode(), format=known)
        assert len(list(parsed)) == 2  # type: ignore[arg-type]
    assert kg("sparql", "ASK { ?s ?p ?o }", *at, KG_LANG="zh").stdout == "是\n"
    turtle = kg("sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s a foaf:Person ; ?p ?o }", *at).stdout
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) > 100


def test_the_list_of_queries(kg: Run) -> None:
    done = kg("sparql", "--list")
    assert set(queries()) <= set(re.findall(r"^[a-z-]+", done.stdout, re.MULTILINE))
    assert "--body BODY" in done.stdout
    assert "机构的成员" in kg("sparql", "--list", KG_LANG="zh").stdout


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--name", "nothing"),
        ("--name", "members", "--body"),
        ("--name", "members", "body", "x"),
        ("--format", "doc", "ASK {}"),
        ("nowhere.rq",),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "--format", "ttl"),
        ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "--format", "csv"),
        ("ASK {}", "-g", "nowhere"),
        ("--wrong", "ASK {}"),
    ],
)
def test_bad_questions_are_one_line_and_exit_code_2(kg: Run, graph_folder: Path, args: tuple[str, ...]) -> None:
    done = kg("sparql", *args, *(() if "-g" in args else ("-g", str(graph_folder))))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
