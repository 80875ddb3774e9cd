"""The tabs in a real browser: what they count is what the graph holds, and what they export opens elsewhere."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib

from kg.build import Built
from kg.facts import Membership, Person
from kg.rdf import turtle
from tests.view.browser import DRAWN, INKED, Open, Opened, saved, settled, until
from tests.view.graphs import CITY, SEAT, seats

PREFIXES = """
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX gz: <https://w3id.org/gazette-kg/ns#> PREFIX org: <http://www.w3.org/ns/org#>
"""
SHARED = """
    SELECT ?a ?b (COUNT(DISTINCT ?task) AS ?n) WHERE {
        ?one a gz:Assignment ; prov:agent/rdfs:label ?a ; prov:hadPlan ?task .
        ?two a gz:Assignment ; prov:agent/rdfs:label ?b ; prov:hadPlan ?task .
    } GROUP BY ?a ?b"""
ROWS = """() => [...document.querySelectorAll(".relations tbody tr")]
  .map((it) => [it.cells[0].textContent, it.cells[2].textContent])"""
CELLS = """() => [...document.querySelectorAll(".matrix tbody tr")].flatMap((row) => {
  const heads = [...document.querySelectorAll(".matrix thead th")].map((it) => it.title);
  const head = row.querySelector("th").title;
  return [...row.querySelectorAll("td button")].map((it, n) => [head, heads[n], Number(it.textContent)]);
})"""


@pytest.fixture(scope="module")
def rdf(built: Built) -> rdflib.Graph:
    """The sample's RDF."""
    return rdflib.Graph().parse(data=turtle(built.graph), format="turtle")


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


def table(path: Path) -> list[list[str]]:
    """A CSV file as a spreadsheet reads it, which needs the byte order mark to know the encoding."""
    raw = Path(path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


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


def test_the_outline_has_every_task_of_every_plan(opened: Open, sample_page: str, built: Built) -> None:
    view = opened(sample_page + "#t=tasks")
    tasks = {a.name for a, _, edge in built.graph.edges(data=True) if edge["relation"] == "task_of"}
    assert set(view.locator(".taskname .node").all_inner_texts()) == tasks
    view.click(".taskname .toggle >> nth=0")
    assert view.locator(".taskname .card blockquote").count() == 1
    view.click(".chip >> nth=0")
    assert view.evaluate("explorer.state().selected").startswith("body/")


def test_pictures_are_not_empty(opened: Open, sample_page: str, tmp_path: Path) -> None:
    view = opened(sample_page)
    saved: dict[str, Path] = {}
    for kind in ("png", "svg"):
        with view.expect_download() as download:
            view.click("#export summary")
            view.click(f"[data-export={kind}]")
        saved[kind] = tmp_path / f"map.{kind}"
        download.value.save_as(saved[kind])
        assert download.value.suggested_filename.endswith(f".{kind}")
    assert saved["png"].read_bytes().startswith(b"\x89PNG")
    assert saved["png"].stat().st_size > 50_000
    drawn = ElementTree.parse(saved["svg"]).getroot()
    texts = drawn.findall(".//{http://www.w3.org/2000/svg}text")
    assert len(texts) == len(view.evaluate("explorer.visibleLabels()"))


def test_paper_shows_map_and_table(opened: Open, sample_page: str) -> None:
    view = opened(sample_page + "#t=table")
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.emulate_media(media="print")
    assert view.locator("#paper tbody tr").count() == view.evaluate("explorer.state().shownLinks")
    assert view.evaluate("document.querySelector('#paper img').naturalWidth") > 500
    assert not view.is_visible("header")
    assert view.is_visible("#paper table")


def test_paper_is_white_in_the_dark_too(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.emulate_media(color_scheme="dark")
    until(view, "document.documentElement.dataset.theme === 'dark'")
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    corner = """async () => {
      const image = document.querySelector("#paper img");
      await image.decode();
      const ctx = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
      ctx.drawImage(image, 0, 0);
      return [...ctx.getImageData(0, 0, 1, 1).data];
    }"""
    assert min(view.evaluate(corner)) > 240
    assert view.evaluate("document.documentElement.dataset.theme") == "dark"


def test_two_nodes_show_what_they_share_and_the_way_between(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    first = view.evaluate("explorer.select('body/三门峡市财政局'); explorer.state().selected")
    settled(view)
    box = view.locator("canvas").bounding_box()
    other = next(it for it in view.evaluate("explorer.visibleLabels()") if it["id"].startswith("task/"))
    view.keyboard.down("Shift")
    view.mouse.click(box["x"] + other["x"] + other["w"] / 2, box["y"] + other["y"] + other["h"] / 2)
    view.keyboard.up("Shift")
    state = view.evaluate("explorer.state()")
    assert (state["selected"], state["second"]) == (first, other["id"])
    view.click("#panel .close")
    view.click("#panel .actions button >> nth=1")
    view.keyboard.press("/")
    view.keyboard.type("教育局")
    view.keyboard.press("Enter")
    assert view.evaluate("explorer.state().second") == "body/三门峡市教育局"
    assert view.locator("#panel .shared").count() >= 1
    assert view.locator("#panel .way .node").count() >= 2
    view.keyboard.press("Escape")
    assert view.evaluate("explorer.state().second") is None


def test_a_step_further_lights_more(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.click("#panel .example >> nth=2")
    settled(view)
    before = view.evaluate("explorer.visibleLabels().length")
    view.click("#panel .actions button >> nth=0")
    settled(view)
    assert view.evaluate("explorer.visibleLabels().length") > before
    assert "x=" in view.url


@pytest.mark.parametrize("letters", ["czj", "wsjkw"])
def test_pinyin_initials_find_a_body(opened: Open, letters: str) -> None:
    view = opened()
    view.keyboard.press("/")
    view.keyboard.type(letters)
    view.keyboard.press("Enter")
    assert view.inner_text("#panel h2") == {"czj": "云州市财政局", "wsjkw": "云州市卫生健康委员会"}[letters]


def test_keys_alone_reach_every_tab_and_a_card(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.focus("#tab-map")
    seen = []
    for _ in range(4):
        view.keyboard.press("ArrowRight")
        seen.append(view.evaluate("document.activeElement.dataset.tab"))
    assert seen == ["shared", "table", "time", "tasks"]
    assert view.evaluate("explorer.state().tab") == "tasks"
    view.keyboard.press("/")
    view.keyboard.type("领导小组")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    assert view.locator("#panel .card").count() >= 1


def test_the_language_leaves_no_word_behind(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.click("#language")
    for tab in ("map", "shared", "table", "time", "tasks"):
        view.click(f"#tab-{tab}")
        words = view.inner_text("#stage .tabtools, #notes") if tab in ("shared", "table", "time") else ""
        assert not re.search("[\u4e00-\u9fff]", words), tab
    assert not re.search("[\u4e00-\u9fff]", view.inner_text(".tabs") + view.inner_text("#export"))
    assert view.evaluate(INKED) > 0.01


def test_choices_are_remembered(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.click("#language")
    view.click("#theme")
    view.reload()
    until(view, DRAWN)
    state = view.evaluate("explorer.state()")
    assert (state["language"], state["theme"]) == ("en", "dark")


def test_what_has_ended_is_dotted_and_says_until_when(opened: Open, tmp_path: Path) -> None:
    draft = seats(
        ("member", "赵明", "成员", "2020-01-01"),
        ("member", "钱文", "成员", "2020-01-01"),
        ("leaves", "赵明", "", "2020-06-01"),
    )
    view = opened(saved(tmp_path / "page.html", draft.graph))
    assert "已结束" in view.inner_text("#facets")
    with view.expect_download() as download:
        view.click("#export summary")
        view.click("[data-export=svg]")
    assert Path(download.value.path()).read_text("utf-8").count("stroke-dasharray") == 1
    view.evaluate("explorer.select('person/赵明')")
    assert "2020-06-01" in view.inner_text("#panel .until >> nth=0")


@dataclass(frozen=True, slots=True)
class Renamed(Person):
    """A person with other names, as a later resolution may give them."""

    aliases: tuple[str, ...] = ()


def test_what_the_graph_says_of_certainty_and_other_names_is_shown(opened: Open, tmp_path: Path) -> None:
    draft = seats(("member", "赵明", "成员", "2020-01-01"))
    other = Renamed("person/钱文", "钱文", CITY, ("钱雯",))
    group = next(node for node in draft.graph if node.type == "group")
    draft.edge(other, group, "member", Membership(**SEAT, person="钱文", body=group.name, role=""), "钱雯")
    for _, _, edge in draft.graph.edges(data=True):
        edge["confidence"] = 0.5
    view = opened(saved(tmp_path / "page.html", draft.graph))
    view.keyboard.press("/")
    view.keyboard.type("钱雯")
    view.keyboard.press("Enter")
    assert view.inner_text("#panel h2") == "钱文"
    assert "钱雯" in view.inner_text("#panel dl >> nth=0")
    assert "50%" in view.inner_text("#panel .how >> nth=0")


def test_every_quote_of_the_page_stands_in_the_source(opened: Open, sample_page: str, sample_text: str) -> None:
    quotes = opened(sample_page).evaluate("JSON.parse(document.getElementById('data').textContent).facts.quotes")
    source = "".join(sample_text.split())
    assert len(quotes) > 150
    assert [quote for quote in quotes if "".join(quote.split()) not in source] == []


def test_a_citation_is_copied_whole(opened: Open, sample_page: str) -> None:
    view = opened(sample_page, permissions=["clipboard-read", "clipboard-write"])
    view.evaluate("explorer.select('body/三门峡市财政局')")
    view.click("#panel .copy >> nth=0")
    until(view, "document.querySelector('#panel .copy').textContent === '已复制'")
    copied = view.evaluate("navigator.clipboard.readText()")
    quote = view.inner_text("#panel .card blockquote >> nth=0")
    assert copied.startswith(f"“{quote}”——《")
    assert re.search(r"sanmenxia-2020-05\.txt:\d+$", copied)


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


SYMBOLS = """(text) => [...new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("path[transform]")]
  .map((it) => it.getAttribute("transform").match(/-?[0-9.]+/g).map(Number))"""


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1280, 720), (700, 450), (390, 844)])
def test_no_symbol_lies_on_another_on_any_screen(opened: Open, sample_page: str, width: int, height: int) -> None:
    view = opened(sample_page, width=width, height=height)
    with view.expect_download() as download:
        view.click("#export summary")
        view.click("[data-export=svg]")
    symbols = view.evaluate(SYMBOLS, Path(download.value.path()).read_text("utf-8"))
    assert len(symbols) == view.evaluate("explorer.state().shown")
    assert min(r for *_, r in symbols) >= 2
    pairs = combinations(symbols, 2)
    assert [(p, q) for p, q in pairs if math.dist(p[:2], q[:2]) < p[2] + q[2]] == []


def test_the_whole_title_is_read_on_a_telephone(opened: Open, sample_page: str) -> None:
    view = opened(sample_page, width=390, height=844)
    cut = "(it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth"
    assert not view.locator("#title").evaluate(cut)
    assert view.inner_text("#title").strip() == view.get_attribute("#title", "title").strip()
