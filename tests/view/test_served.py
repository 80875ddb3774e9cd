"""The pages of the server in a real browser: questions in the search field, and the page for queries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.ask import Engine
from kg.store import Store
from tests.served import patient
from tests.view.browser import Open, context, settled, until

pytestmark = pytest.mark.slow

QUESTION = "市教育局牵头哪些任务？"


@pytest.fixture(scope="module")
def server(page_folder: Path) -> Iterator[str]:
    """The address of a server of the sample."""
    with patient(page_folder) as (found, _):
        yield found


def test_the_search_field_asks_the_engine(opened: Open, server: str, page_folder: Path) -> None:
    told = Engine.open(page_folder).ask(QUESTION)
    view = opened(server, offline=False)
    view.fill("#query", QUESTION)
    assert view.locator("#hits .hit .name").all_inner_texts() == [f"提问：{QUESTION}"]
    box = view.locator("#hits .hit .name").bounding_box()
    assert box["width"] > 150
    view.press("#query", "Enter")
    until(view, "document.querySelector('#panel .answer') !== null")
    assert view.inner_text("#panel .answer") == told.text
    assert view.inner_text("#panel h2") == QUESTION
    quotes = view.locator("#panel .card blockquote").all_inner_texts()
    assert [text.split() for text in quotes] == [one.quote.split() for one in told.evidence]
    assert view.locator("#panel .row .node").all_inner_texts() == list(told.items)
    view.click("#panel .row .node")
    assert view.evaluate("explorer.state().selected").startswith("task/")
    view.go_back()
    until(view, "document.querySelector('#panel .answer') !== null")
    view.click("#language")
    assert "Evidence" in view.inner_text("#panel")
    view.press("body", "Escape")
    assert view.evaluate("explorer.state().question") == ""


def test_a_question_in_the_address_is_answered(opened: Open, server: str) -> None:
    asked = "谁是<img src=x onerror=alert(1)>局长"
    view = opened(f"{server}#q={quote(asked)}", offline=False)
    until(view, "document.querySelector('#panel .answer') !== null")
    assert view.inner_text("#panel h2") == asked
    assert view.locator("#panel img").count() == 0
    view.evaluate("location.hash = 'q=' + 'x'.repeat(1500)")
    until(view, "document.querySelector('#panel h2').textContent.length === 1500")
    until(view, "document.querySelector('#panel .answer, #panel .mistake') !== null")


def test_a_page_of_a_file_asks_nobody(opened: Open, sample_page: str) -> None:
    view = opened(f"{sample_page}#q={quote(QUESTION)}")
    assert view.locator("#panel .answer").count() == 0
    view.fill("#query", QUESTION)
    assert view.locator("#hits .hit").count() == 0
    settled(view)


def test_the_page_for_queries(opened: Open, server: str, page_folder: Path, browser: object) -> None:
    del opened
    view = context(browser).new_page()
    wrong: list[str] = []
    view.on("pageerror", lambda it: wrong.append(str(it)))
    view.goto(f"{server}query")
    until(view, "document.querySelectorAll('#names option').length > 10")
    view.select_option("#names", "members")
    view.fill("#parameters input[name=body]", "普查工作领导小组")
    view.click("#named button")
    rows = len(Store.open(page_folder).run("members", body="普查工作领导小组"))
    until(view, f"document.querySelectorAll('#result tbody tr').length === {rows}")
    view.click("#result a.graph >> nth=0")
    until(view, "window.explorer !== undefined && explorer.state().selected !== null")
    view.go_back()
    view.fill("#text", "SELECT nonsense")
    view.click("#ask button")
    until(view, "document.querySelector('#state.error') !== null")
    assert "cannot be read" in view.inner_text("#state")
    view.context.close()
    assert wrong == []
