"""Every fixture of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from spacy.language import Language

from kg.build import Built, build, gather, sample
from kg.constructs import pipeline
from kg.rdf import turtle
from tests.browser import DRAWN, Open, Opened, of_the_page, saved, until
from tests.rdf_graphs import small
from tests.view_graphs import gazette

ROOT = Path(__file__).parent.parent
LATER = """三门峡市人民政府办公室关于调整三门峡市脱贫攻坚普查工作领导小组成员的通知

三政办文〔2021〕9号

各县（市、区）人民政府：

根据工作需要，现将领导小组成员调整如下：

组　长：林海清（市长）
副组长：宋　东（副市长）
成　员：何山川（市财政局局长）
        乔继明（市委组织部副部长）

三门峡市人民政府办公室
2021年3月5日
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline, built once."""
    return pipeline()


@pytest.fixture(scope="session")
def sample_text() -> str:
    """The sample gazette."""
    return sample().read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built() -> Built:
    """The sample gazette's build."""
    return gather([sample()], "sanmenxia-2020-05")


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The sample gazette, built into a folder without a page."""
    place = tmp_path_factory.mktemp("graph") / "sample"
    build(built, place, page=False)
    return place


@pytest.fixture(scope="session")
def page_folder(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The sample gazette, built into a folder with its page."""
    place = tmp_path_factory.mktemp("page") / "sample"
    build(built, place)
    return place


@pytest.fixture(scope="session")
def later_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample gazette and a notice of the next year that changes a roster, built into a folder."""
    place = tmp_path_factory.mktemp("later")
    (place / "notice.txt").write_text(LATER, encoding="utf-8")
    build(gather([sample(), place / "notice.txt"], "later"), place / "graph", page=False)
    return place / "graph"


@pytest.fixture
def kg(tmp_path: Path) -> Run:
    """Run the command `kg` in an empty folder, as a user would."""

    def run(*args: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", *args],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "NO_COLOR": "1", **environment},
            capture_output=True,
            input=stdin,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by playwright; its absence is a failure in CI and a reason to skip elsewhere."""
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("no chromium on the path: apt-get install chromium fonts-noto-cjk")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("no playwright: pip install playwright")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync"
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=program, args=flags.split())
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a made-up gazette, as a file."""
    return saved(tmp_path_factory.mktemp("view") / "page.html", gazette())


@pytest.fixture(scope="session")
def sample_page(tmp_path_factory: pytest.TempPathFactory, built: Built) -> str:
    """The page of the sample gazette, as a file."""
    return saved(tmp_path_factory.mktemp("sample") / "page.html", built.graph)


@pytest.fixture(scope="session")
def oxigraph() -> Path:
    """The npm package of Oxigraph, fetched once beside the tests' own packages."""
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    folder = Path(sys.prefix) / "npm"
    folder.mkdir(exist_ok=True)
    if not list(folder.glob("oxigraph-*.tgz")):
        npm = shutil.which("npm") or missing("no npm on the path: apt-get install npm")
        done = subprocess.run(
            [str(npm), "pack", "oxigraph@0.5"], cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            missing(f"npm pack oxigraph: {done.stderr[-200:]}")
    return max(folder.glob("oxigraph-*.tgz"))


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Open]:
    """Opens a page offline; fails at the end on a complaint of the console, a dialog or any other request."""
    contexts: list[Any] = []
    complaints: list[Any] = []

    def refuse(dialog: Any) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def open_page(url: str = address, width: int = 1400, height: int = 900, **options: Any) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": height}, **{"offline": True, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        view = context.new_page()
        view.on("console", lambda it: complaints.append(it.text) if it.type in ("error", "warning") else None)
        view.on("pageerror", lambda it: complaints.append(str(it)))
        view.on("dialog", refuse)
        view.on("request", lambda it: complaints.append(it.url) if not of_the_page(it.url, url) else None)
        view.goto(url)
        until(view, DRAWN)
        return view

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def read() -> Graph:
    """The small graph of every kind of fact as Turtle, read back by rdflib."""
    return Graph().parse(data=turtle(small()), format="turtle")
