"""Table, timeline, outline and filters in a real browser: what they count is what the graph holds."""

from __future__ import annotations

import re
from collections import Counter

import rdflib

from kg.build import Built
from tests.view.browser import Open, Opened, table
from tests.view.conftest import PREFIXES

ROWS = """() => [...document.querySelectorAll(".relations tbody tr")]
  .map((it) => [it.cells[0].textContent, it.cells[2].textContent])"""


def test_the_rows_of_the_table_are_the_facts(opened: Open, sample_page: str, built: Built) -> None:
    view = opened(sample_page + "#t=table")
    view.click("#facets .showall")
    rows = view.evaluate(ROWS)
    assert Counter(map(tuple, rows)) == Counter((a.name, b.name) for a, b in built.graph.edges())
    view.click(".relations th button >> nth=0")
    assert view.get_attribute(".relations th >> nth=0", "aria-sort") == "ascending"
    view.click(".relations tbody tr >> nth=3")
    assert view.locator("#panel > .card blockquote").count() >= 1
    with view.expect_download() as download:
        view.click("#export summary")
        view.click("[data-export=csv]")
    assert len(table(download.value.path())) == built.graph.number_of_edges() + 1


def test_the_counts_of_the_filters_are_those_of_the_graph(opened: Open, sample_page: str, rdf: rdflib.Graph) -> None:
    view = opened(sample_page)
    ask = PREFIXES + "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { %s }"
    counts = {
        "person": "?x a <http://xmlns.com/foaf/0.1/Person>",
        "task": "?one prov:hadPlan ?x",
    }
    for kind, pattern in counts.items():
        (n,) = next(iter(rdf.query(ask % pattern)))  # type: ignore[misc]
        assert count(view, "type", kind) == int(n)


def count(view: Opened, facet: str, value: str) -> int:
    """The number beside a value of a facet."""
    return int(view.locator(f".value:has([data-{facet}={value}]) > .count").inner_text())


def test_the_counts_follow_the_other_filters(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    members, persons = count(view, "kind", "member"), count(view, "type", "person")
    view.uncheck("#facets [data-type=group]")
    assert count(view, "kind", "member") < members
    assert count(view, "type", "person") == persons
    assert view.locator("#facets .left").inner_text() != ""
    view.hover(".value:has([data-kind=leader])")
    view.click(".value:has([data-kind=holds]) .only")
    assert view.evaluate("explorer.state().shownLinks") == count(view, "kind", "holds")
    other = opened(view.url)
    assert other.evaluate("explorer.state().shownLinks") == count(view, "kind", "holds")
    view.go_back()
    view.go_back()
    assert count(view, "kind", "member") == members


def test_the_day_of_the_timeline_holds_for_all_tabs(opened: Open, sample_page: str, built: Built) -> None:
    view = opened(sample_page + "#t=time")
    assert view.locator(".bars > li").count() >= 20
    assert view.locator(".months li").count() >= 1
    view.focus("#day")
    view.keyboard.press("ArrowRight")
    day = view.evaluate("explorer.state().day")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    view.click("#tab-table")
    early = {(a.name, b.name) for a, b, edge in built.graph.edges(data=True) if edge["date"] <= day}
    rows = view.evaluate(ROWS)
    assert rows
    assert set(map(tuple, rows)) <= early
    view.click("#notes .note")
    assert view.evaluate("explorer.state().day") == ""


def test_the_documents_of_the_timeline_follow_the_filter(opened: Open, sample_page: str) -> None:
    view = opened(sample_page + "#t=time")
    names = view.locator(".dated .node").all_inner_texts()
    view.uncheck("#facets [data-document] >> nth=0")
    left = view.locator(".dated .node").all_inner_texts()
    assert len(left) == len(names) - 1
    month = view.locator("select[aria-label='日期 至'] option >> nth=1").get_attribute("value")
    view.select_option("select[aria-label='日期 至']", month)
    assert 0 < view.locator(".dated .node").count() < len(left)
    for kind in ("person", "body", "group"):
        view.uncheck(f"#facets [data-type={kind}]")
    assert "筛选后没有可以显示的内容" in view.inner_text("#view-time section >> nth=-1")


def test_the_outline_has_every_task_of_every_plan(opened: Open, sample_page: str, built: Built) -> None:
    view = opened(sample_page + "#t=tasks")
    tasks = {a.name for a, _, edge in built.graph.edges(data=True) if edge["relation"] == "task_of"}
    assert set(view.locator(".taskname .node").all_inner_texts()) == tasks
    view.click(".taskname .toggle >> nth=0")
    assert view.locator(".taskname .card blockquote").count() == 1
    view.click(".chip >> nth=0")
    assert view.evaluate("explorer.state().selected").startswith("body/")


def test_a_filter_that_leaves_nothing_offers_a_way_back(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    for box in view.locator("#facets [data-type]").all():
        if box.is_checked():
            box.uncheck()
    assert view.evaluate("explorer.state().shown") == 0
    view.click("#tab-tasks")
    assert "筛选后没有可以显示的内容" in view.inner_text("#view-tasks .empty")
    view.click("#notes .showall")
    state = view.evaluate("explorer.state()")
    assert state["shown"] == state["nodes"]
