"""How the page bears size, bad networks, notebooks and assistive technology, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kg.errors import OutputError
from kg.view import page
from kg.view.scale import MODES, mode, within
from tests.view.browser import DRAWN, INKED, Open, Opened, context, drawn, overlapping, saved, settled, until
from tests.view.graphs import country, gazette
from tests.work import grows_in_step

pytestmark = pytest.mark.slow

WORK = "Performance.getMetrics"


@pytest.mark.parametrize(("counties", "expected"), [(7, "full"), (45, "folded"), (480, "overview")])
def test_large_graphs_open(opened: Open, tmp_path: Path, counties: int, expected: str) -> None:
    graph = country(counties)
    view = opened(saved(tmp_path / "page.html", graph))
    state = view.evaluate("explorer.state()")
    assert (state["mode"], state["nodes"]) == (expected, graph.number_of_nodes())
    assert overlapping(view.evaluate("explorer.visibleLabels()")) == []
    view.evaluate("explorer.select('group/第3县')")
    settled(view)
    labels = view.evaluate("explorer.visibleLabels().map((it) => it.id)")
    assert len([it for it in labels if it.startswith("person/第3县")]) >= 15
    view.keyboard.press("Escape")
    settled(view)
    shown = view.evaluate("explorer.visibleLabels()")
    if expected == "folded":
        assert any("+22" in it["text"] for it in shown)
    if expected == "overview":
        assert all(it["id"].startswith("bubble:") for it in shown)


def test_the_work_of_opening_grows_as_the_graph_does(browser: Any, tmp_path: Path) -> None:
    pages = [saved(tmp_path / f"{counties}.html", country(counties)) for counties in (140, 560)]

    def opening(page: str) -> float:
        offline = context(browser, offline=True)
        view = offline.new_page()
        work = worker(view)
        drawn(view, page)
        view.evaluate("explorer.select('group/第3县')")
        settled(view)
        spent = work()
        offline.close()
        return spent

    assert grows_in_step(opening, *pages)


def worker(view: Opened) -> Callable[[], float]:
    """Tells the seconds of processor that a page has taken so far; those of other programs do not count."""
    session = view.context.new_cdp_session(view)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return lambda: next(it["value"] for it in session.send(WORK)["metrics"] if it["name"] == "TaskDuration")


def test_a_bubble_opens_on_who_is_in_it(opened: Open, tmp_path: Path) -> None:
    view = opened(saved(tmp_path / "page.html", country(130)))
    box = view.locator("canvas").bounding_box()
    label = view.evaluate("explorer.visibleLabels()")[0]
    view.mouse.click(box["x"] + label["x"] + 9, box["y"] + label["y"] + label["h"] / 2)
    view.click("#panel .row .node >> nth=0")
    assert view.evaluate("explorer.state().selected") is not None
    assert not any(it["id"].startswith("bubble:") for it in view.evaluate("explorer.visibleLabels()"))
    view.click("#notes .note")
    assert view.evaluate("explorer.visibleLabels().every((it) => it.id.startsWith('bubble:'))")


@pytest.mark.parametrize(("nodes", "name"), [(300, "full"), (301, "folded"), (5_000, "packed"), (50_000, "overview")])
def test_what_a_page_opens_on(nodes: int, name: str) -> None:
    assert mode(nodes) == name


def test_what_no_page_can_show_is_refused() -> None:
    with pytest.raises(OutputError, match=r"50,001 nodes.*--no-page"):
        mode(MODES[-1][0] + 1)
    with pytest.raises(OutputError, match=r"26 MB.*--no-page"):
        within("x" * 26_000_000)


def test_a_network_that_never_answers_changes_nothing(browser: Any, address: str) -> None:
    online = context(browser)
    held: list[str] = []
    online.route(lambda url: not url.startswith("file:"), lambda route: held.append(route.request.url))
    drawn(online.new_page(), address)
    online.close()
    assert held == []


def test_a_page_at_rest_leaves_the_processor_alone(opened: Open) -> None:
    view = opened()
    work = worker(view)
    view.wait_for_timeout(500)
    before = work()
    view.wait_for_timeout(2000)
    assert work() - before < 0.3


@pytest.mark.parametrize(("scheme", "width", "height"), [("light", 1400, 900), ("dark", 390, 844)])
def test_axe_finds_nothing_serious(opened: Open, sample_page: str, scheme: str, width: int, height: int) -> None:
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    view = opened(sample_page, width=width, height=height, color_scheme=scheme)
    view.evaluate(axe)
    found = []
    for tab in ("map", "shared", "table", "time", "tasks"):
        view.click(f"#tab-{tab}")
        if tab == "shared":
            view.uncheck("#view-shared .check input >> nth=1")  # a smaller matrix: axe looks at every cell
            view.click(".matrix td[class^=heat] button >> nth=0")
        checked = view.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        found += [(tab, it["id"], it["nodes"][0]["html"]) for it in checked["violations"] if it["impact"] in SERIOUS]
    assert found == []


SERIOUS = ("serious", "critical")


def test_a_notebook_shows_the_page_in_a_frame(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><title>n</title>{page(gazette())._repr_html_()}", encoding="utf-8")
    offline = context(browser, offline=True)
    view = offline.new_page()
    errors: list[str] = []
    view.on("pageerror", lambda it: errors.append(str(it)))
    view.goto(path.as_uri())
    frame = view.frames[1]
    until(frame, DRAWN)
    frame.evaluate("explorer.select('group/经济普查')")
    assert frame.inner_text("#panel h2") == "云州市经济普查工作领导小组"
    offline.close()
    assert errors == []


@pytest.mark.parametrize("options", [{"width": 700, "height": 450}, {"device_scale_factor": 2}])
def test_enlarged_screens(opened: Open, options: dict[str, Any]) -> None:
    view = opened(**options)
    assert view.evaluate(INKED) > 0.005
    assert overlapping(view.evaluate("explorer.visibleLabels()")) == []
    assert view.evaluate("document.documentElement.scrollWidth") <= options.get("width", 1400)


def test_chinese_characters_are_told_apart(opened: Open) -> None:
    view = opened()
    shapes = view.evaluate(
        """() => ["财", "政"].map((c) => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
          const ctx = canvas.getContext("2d");
          ctx.font = "30px " + getComputedStyle(document.body).fontFamily;
          ctx.fillText(c, 2, 32);
          return canvas.toDataURL();
        })"""
    )
    assert shapes[0] != shapes[1], "no Chinese font: apt-get install fonts-noto-cjk"
