"""The tab of shared tasks in a real browser: its cells are counts of the graph."""

from __future__ import annotations

from typing import Any

import rdflib

from kg.build import Built
from tests.view.browser import Open, table
from tests.view.conftest import PREFIXES

SHARED = """
    SELECT ?a ?b (COUNT(DISTINCT ?task) AS ?n) WHERE {
        ?one a gz:Assignment ; prov:agent/rdfs:label ?a ; prov:hadPlan ?task .
        ?two a gz:Assignment ; prov:agent/rdfs:label ?b ; prov:hadPlan ?task .
    } GROUP BY ?a ?b"""
CELLS = """() => [...document.querySelectorAll(".matrix tbody tr")].flatMap((row) => {
  const heads = [...document.querySelectorAll(".matrix thead th")].map((it) => it.title);
  const head = row.querySelector("th").title;
  return [...row.querySelectorAll("td button")].map((it, n) => [head, heads[n], Number(it.textContent)]);
})"""


def test_every_cell_of_the_matrix_is_a_sparql_count(opened: Open, sample_page: str, rdf: rdflib.Graph) -> None:
    counted = {(str(a), str(b)): int(n) for a, b, n in rdf.query(PREFIXES + SHARED)}  # type: ignore[misc]
    view = opened(sample_page + "#t=shared")
    cells = view.evaluate(CELLS)
    assert len(cells) == 40 * 40
    assert {(a, b): n for a, b, n in cells if n} == {
        key: n for key, n in counted.items() if key in {(a, b) for a, b, _ in cells}
    }


def test_a_cell_shows_the_shared_tasks_with_their_sentences(opened: Open, sample_page: str, sample_text: str) -> None:
    view = opened(sample_page + "#t=shared")
    cell = view.locator(".matrix td[class^=heat] button").first
    count = int(cell.inner_text())
    cell.click()
    assert view.locator("#panel .shared").count() == count
    view.evaluate("document.querySelectorAll('#panel .shared .toggle').forEach((it) => it.click())")
    source = "".join(sample_text.split())
    quotes = view.locator("#panel .shared blockquote").all_inner_texts()
    assert len(quotes) >= 2 * count
    assert all("".join(quote.split()) in source for quote in quotes)
    view.go_back()
    assert view.evaluate("explorer.state().selected") is None


def test_duties_can_be_narrowed_to_those_who_lead(opened: Open, sample_page: str) -> None:
    view = opened(sample_page + "#t=shared")
    before = view.evaluate(CELLS)
    view.uncheck("text=配合 >> nth=-1")
    assert "r=lead.responsible" in view.url
    assert sum(n for _, _, n in view.evaluate(CELLS)) < sum(n for _, _, n in before)


def test_combinations_hold_what_they_claim(opened: Open, sample_page: str, built: Built) -> None:
    tasks: dict[str, set[Any]] = {}
    for source, target, edge in built.graph.edges(data=True):
        if edge["relation"] in ("lead", "participant", "responsible"):
            tasks.setdefault(source.name, set()).add(target)
    view = opened(sample_page + "#t=shared")
    with view.expect_download() as download:
        view.click("#export summary")
        view.click("[data-export=csvMatrix]")
    rows = table(download.value.path())
    combinations = rows[rows.index([]) + 2 :]
    assert len(combinations) > 20
    for members, count, _ in combinations:
        assert len(set.intersection(*(tasks[name] for name in members.split(" + ")))) == int(count) >= 2


def test_officials_who_serve_together(opened: Open, sample_page: str) -> None:
    view = opened(sample_page + "#t=shared")
    view.click(".segment button >> nth=1")
    assert view.evaluate("document.querySelectorAll('.matrix tbody tr').length") >= 10
    assert view.locator(".combos li").count() >= 1
    assert "s=persons" in view.url
