"""The page's own SPARQL: what users bring for it, its ready questions, and the tab in a real browser."""

from __future__ import annotations

import io
import re
import tarfile
from pathlib import Path

import pytest
import rdflib

from kg.build import Built
from kg.errors import InputError
from kg.rdf import turtle
from kg.view import engine
from kg.view.sparql import PREFIXES, packed, questions
from tests.conftest import Run
from tests.view.browser import Open, settled, until

ROWS = "document.querySelectorAll('.result tbody tr').length === %d"
"""Whether an answer of so many rows is shown."""


def archive(path: Path, **members: str) -> Path:
    """An npm archive with some members."""
    with tarfile.open(path, "w:gz") as made:
        for name, text in members.items():
            content = text.encode()
            head = tarfile.TarInfo(f"package/{name}")
            head.size = len(content)
            made.addfile(head, io.BytesIO(content))
    return path


def test_what_is_no_oxigraph_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.tgz").write_text("no archive")
    unfit = [
        tmp_path / "missing.tgz",
        tmp_path / "text.tgz",
        tmp_path,
        archive(tmp_path / "empty.tgz"),
        archive(tmp_path / "other.tgz", **{"web.js": "export class Store {}", "web_bg.wasm": "x"}),
    ]
    for path in unfit:
        with pytest.raises(InputError, match="oxigraph"):
            engine(path)


def test_the_command_tells_it_before_it_reads(kg: Run, tmp_path: Path) -> None:
    done = kg("build", "--with-sparql", "missing.tgz", "-o", "out")
    assert done.returncode == 2
    assert "missing.tgz" in done.stderr
    assert "npm pack oxigraph" in done.stderr
    assert not (tmp_path / "out").exists()


def test_packing_is_the_same_every_time() -> None:
    assert packed(b"abc" * 100) == packed(b"abc" * 100)
    assert packed(b"abc")[:4] == "H4sI"


@pytest.mark.parametrize("number", range(10))
def test_every_ready_question_has_an_answer(built: Built, number: int) -> None:
    zh, en, query = questions()[number]
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en)
    graph = rdflib.Graph().parse(data=turtle(built.graph), format="turtle")
    assert len(list(graph.query(PREFIXES + query))) >= 1


def test_the_tab_answers_and_shows_it_on_the_map(
    kg: Run, opened: Open, oxigraph: Path, built: Built, tmp_path: Path
) -> None:
    assert kg("build", "-q", "-o", "out", "--with-sparql", str(oxigraph)).returncode == 0
    address = (tmp_path / "out" / "graph.html").as_uri()
    view = opened(address + "#t=query")
    graph = rdflib.Graph().parse(data=turtle(built.graph), format="turtle")
    assert view.locator("#view-query select option").count() == 10
    for number, (_, _, query) in enumerate(questions()):
        view.select_option("#view-query select", str(number))
        until(view, ROWS % len(list(graph.query(PREFIXES + query))))
        first = re.search(r"\?(\w+)", query)
        assert first
        assert view.inner_text(".result th >> nth=0") == first[1]
    view.fill("#view-query textarea", "SELECT ?x WHERE { ?x a foaf:Person } LIMIT 3")
    view.keyboard.press("Control+Enter")
    until(view, ROWS % 3)
    view.click(".result .more")
    settled(view)
    labels = view.evaluate("explorer.visibleLabels()")
    assert [it["id"].split("/")[0] for it in labels] == ["person"] * 3
    view.click("#tab-query")
    view.fill("#view-query textarea", "SELECT nonsense")
    view.click("#view-query .run")
    view.wait_for_selector(".mistake")


def test_a_telephone_shows_every_column_of_an_answer(kg: Run, opened: Open, oxigraph: Path, tmp_path: Path) -> None:
    assert kg("build", "-q", "-o", "out", "--with-sparql", str(oxigraph)).returncode == 0
    view = opened((tmp_path / "out" / "graph.html").as_uri() + "#t=query", width=390, height=844)
    view.fill("#view-query textarea", "SELECT ?a ?b ?c ?d WHERE { ?a a foaf:Person ; ?b ?c ; rdfs:label ?d } LIMIT 3")
    view.click("#view-query .run")
    until(view, ROWS % 3)
    assert [view.locator(f".result {cell} >> nth=3").is_visible() for cell in ("th", "tbody td")] == [True, True]
    assert view.evaluate("document.documentElement.scrollWidth") == 390


def test_a_page_without_the_engine_has_no_such_tab(opened: Open) -> None:
    view = opened()
    assert view.locator("#tab-query").count() == 0
    assert "wasm" not in view.get_attribute("meta[http-equiv]", "content")
