"""The page in a real browser: drawing, search, panel, address, languages, small screens, hostile data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.view.browser import INKED, Open, context, overlapping, saved, settled
from tests.view.graphs import ATTACKS, FILE, gazette, hostile


def test_draws_and_labels_do_not_overlap(opened: Open) -> None:
    view = opened()
    assert view.evaluate(INKED) > 0.01
    labels = view.evaluate("explorer.visibleLabels()")
    assert len(labels) >= 60
    assert min(it["size"] for it in labels) >= 12
    assert overlapping(labels) == []
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    assert overlapping(view.evaluate("explorer.visibleLabels()")) == []


def test_search_enter_panel_with_evidence(opened: Open) -> None:
    view = opened()
    view.keyboard.press("/")
    view.keyboard.type("财政")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("ArrowUp")
    view.keyboard.press("Enter")
    assert view.inner_text("#panel h2") == "云州市财政局"
    assert "市财政局" in view.locator("#panel .card").first.locator("mark").all_inner_texts()
    assert "云政〔2021〕1号" in view.inner_text("#panel .card figcaption >> nth=0")
    assert f"{FILE}:" in view.inner_text("#panel .card code >> nth=0")
    assert view.evaluate("explorer.state().selected") == "body/云州市财政局"


def test_every_relation_has_an_evidence_card(opened: Open) -> None:
    view = opened(width=800, height=300)
    links = view.evaluate("explorer.state().links")
    shown = view.evaluate(
        """(links) => [...Array(links).keys()].filter((j) => {
          history.replaceState(null, "", `#e=${j}`);
          dispatchEvent(new PopStateEvent("popstate"));
          const card = document.querySelector("#panel > .card");
          return ["blockquote", "code", "figcaption"].every((part) => card?.querySelector(part)?.textContent);
        }).length""",
        links,
    )
    assert shown == links == gazette().number_of_edges()


def test_a_click_on_a_line_shows_its_fact(opened: Open) -> None:
    view = opened()
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    box = view.locator("canvas").bounding_box()
    label = next(it for it in view.evaluate("explorer.visibleLabels()") if it["id"].startswith("link:"))
    view.mouse.click(box["x"] + label["x"] + label["w"] / 2, box["y"] + label["y"] + label["h"] / 2)
    assert view.evaluate("explorer.state().link") is not None
    assert view.locator("#panel > .card blockquote mark").count() >= 1


def test_a_click_on_a_name_selects_and_escape_returns(opened: Open) -> None:
    view = opened()
    box = view.locator("canvas").bounding_box()
    label = next(it for it in view.evaluate("explorer.visibleLabels()") if it["id"] == "group/经济普查")
    view.mouse.click(box["x"] + label["x"] + 9, box["y"] + label["y"] + label["h"] / 2)
    assert view.inner_text("#panel h2") == "云州市经济普查工作领导小组"
    view.keyboard.press("Escape")
    assert view.evaluate("explorer.state().selected") is None
    assert view.locator("#panel .example").count() == 3


def test_deep_link_and_back(opened: Open, address: str) -> None:
    view = opened()
    view.click("#panel .example >> nth=0")
    first = view.evaluate("explorer.state().selected")
    view.click("#panel .row .node >> nth=1")
    second = view.evaluate("explorer.state().selected")
    assert second != first
    other = opened(view.url)
    assert other.evaluate("explorer.state().selected") == second
    assert other.inner_text("#panel h2") == view.inner_text("#panel h2")
    view.go_back()
    assert view.evaluate("explorer.state().selected") == first
    view.go_back()
    assert view.evaluate("explorer.state().selected") is None
    assert view.url == address


@pytest.mark.parametrize("bad", ["#n=nobody", "#e=99999", "#n=%E0%A4%A", "#e=-1", "#x", "#n="])
def test_an_address_that_names_nothing_shows_the_whole_map(opened: Open, address: str, bad: str) -> None:
    state = opened(address + bad).evaluate("explorer.state()")
    assert state["selected"] is None
    assert state["link"] is None


def test_both_languages(opened: Open) -> None:
    view = opened()
    assert view.get_attribute("html", "lang") == "zh-CN"
    view.click("#language")
    assert view.get_attribute("html", "lang") == "en"
    assert view.get_attribute("#query", "placeholder") == "Search people, bodies, groups, tasks"
    words = view.inner_text("#facets fieldset >> nth=0") + view.inner_text("#panel .read") + view.inner_text(".tabs")
    assert not re.search("[\u4e00-\u9fff]", words)
    view.click("#language")
    assert view.evaluate("explorer.state().language") == "zh"


def test_dark_by_system_and_by_button(opened: Open) -> None:
    view = opened(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = view.evaluate(paper)
    assert view.evaluate("explorer.state().theme") == "dark"
    assert view.evaluate(INKED) > 0.01
    view.click("#theme")
    assert view.evaluate("explorer.state().theme") == "light"
    assert view.evaluate(paper) != dark


def test_types_can_be_hidden_and_shown(opened: Open) -> None:
    view = opened()
    names = "explorer.visibleLabels().map((it) => it.id.split('/')[0])"
    assert "person" in view.evaluate(names)
    view.uncheck("#facets [data-type=person]")
    settled(view)
    assert "person" not in view.evaluate(names)
    view.check("#facets [data-type=document]")
    settled(view)
    assert "document" in view.evaluate(names)


def test_a_telephone_shows_map_and_sheet(opened: Open) -> None:
    view = opened(width=390, height=844, has_touch=True)
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    stage, sheet = (view.locator(it).bounding_box() for it in ("#view-map", "#panel"))
    assert sheet["width"] == stage["width"] == 390
    assert stage["height"] > 250
    assert sheet["y"] > 350
    assert view.evaluate("document.documentElement.scrollWidth") == 390
    assert view.evaluate("explorer.visibleLabels().length") >= 8


def test_without_script_there_is_a_table(browser: Any, address: str) -> None:
    scriptless = context(browser, java_script_enabled=False, offline=True)
    view = scriptless.new_page()
    view.goto(address)
    rows = view.locator("noscript tbody tr").count() or view.content().count("<tr>") - 1
    scriptless.close()
    assert rows == gazette().number_of_edges()


def test_no_text_of_the_data_runs(opened: Open, tmp_path: Path) -> None:
    view = opened(saved(tmp_path / "hostile.html", hostile()))
    graph = hostile()
    scripts = view.locator("script").count()
    for node in sorted(graph.nodes, key=lambda node: str(node.id)):
        view.evaluate("(id) => explorer.select(id)", node.id)
        assert view.evaluate("document.querySelector('#panel h2').textContent") == node.name
        view.evaluate("document.querySelectorAll('#panel .toggle').forEach((it) => it.click())")
    for j in range(graph.number_of_edges()):
        view.evaluate("(j) => { location.hash = `e=${j}`; }", j)
    for tab in ("shared", "table", "time", "tasks"):
        view.click(f"#tab-{tab}")
        view.evaluate("document.querySelectorAll('#stage .toggle, #stage summary').forEach((it) => it.click())")
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.click("#tab-map")
    for bad in ATTACKS:
        view.fill("#query", bad)
        view.keyboard.press("Enter")
        view.evaluate("(text) => { location.hash = text; }", f"n={quote(bad)}")
    settled(view)
    assert view.evaluate("window.__p") is None
    assert view.locator("script").count() == scripts
    assert view.locator("img:not(#paper > img), iframe, object, embed, a[href]:not(#skip), svg[onload]").count() == 0
    assert ATTACKS[1] in view.evaluate("document.title")
