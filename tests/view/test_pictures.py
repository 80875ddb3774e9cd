"""Pictures, paper and quotations of the page: what it exports opens elsewhere."""

from __future__ import annotations

import math
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.view.browser import Open, saved, until
from tests.view.graphs import seats


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
