"""Moving about the page in a real browser: nodes, keys, languages, choices, a telephone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.facts import Membership, Person
from tests.view.browser import DRAWN, INKED, Open, saved, settled, until
from tests.view.graphs import CITY, SEAT, seats


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


def test_the_whole_title_is_read_on_a_telephone(opened: Open, sample_page: str) -> None:
    view = opened(sample_page, width=390, height=844)
    cut = "(it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth"
    assert not view.locator("#title").evaluate(cut)
    assert view.inner_text("#title").strip() == view.get_attribute("#title", "title").strip()
