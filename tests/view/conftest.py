"""A browser, pages as files, and the packages that the page's tests need."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

from kg.build import Built
from kg.rdf import turtle
from tests.served import LONG
from tests.view.browser import FLAGS, Open, Opened, context, drawn, of_the_page, saved
from tests.view.graphs import gazette

PREFIXES = """
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX gz: <https://w3id.org/gazette-kg/ns#> PREFIX org: <http://www.w3.org/ns/org#>
"""
"""Of queries over the RDF of a page's graph."""


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
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=program, args=FLAGS.split(), timeout=LONG * 1000)
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
def rdf(built: Built) -> rdflib.Graph:
    """The sample's RDF."""
    return rdflib.Graph().parse(data=turtle(built.graph), format="turtle")


@pytest.fixture(scope="session")
def oxigraph() -> Path:
    """The npm package of Oxigraph, fetched once beside the tests' own packages."""
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    folder = Path(sys.prefix) / "npm"
    folder.mkdir(exist_ok=True)
    if not list(folder.glob("oxigraph-*.tgz")):
        npm = shutil.which("npm") or missing("no npm on the path: apt-get install npm")
        with tempfile.TemporaryDirectory(dir=folder) as place:  # another run may be fetching it too
            command = [str(npm), "pack", "oxigraph@0.5"]
            done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
            if done.returncode:
                missing(f"npm pack oxigraph: {done.stderr[-200:]}")
            for fetched in Path(place).glob("oxigraph-*.tgz"):
                fetched.replace(folder / fetched.name)
    return max(folder.glob("oxigraph-*.tgz"))


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Open]:
    """Opens a page offline; fails at the end on a complaint of the console, a dialog or any other request."""
    contexts: list[Any] = []
    complaints: list[Any] = []

    def open_page(url: str = address, width: int = 1400, height: int = 900, **options: Any) -> Opened:
        usual: dict[str, Any] = {"offline": True, "reduced_motion": "reduce"}
        contexts.append(context(browser, **{**usual, "viewport": {"width": width, "height": height}, **options}))
        view = contexts[-1].new_page()
        watch(view, url, complaints)
        return drawn(view, url)

    yield open_page
    for one in contexts:
        one.close()
    assert complaints == []


def watch(view: Opened, url: str, complaints: list[Any]) -> None:
    """Notes what a page of that address complains of, and requests for anything else."""

    def refuse(dialog: Any) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    view.on("console", lambda it: complaints.append(it.text) if it.type in ("error", "warning") else None)
    view.on("pageerror", lambda it: complaints.append(str(it)))
    view.on("dialog", refuse)
    view.on("request", lambda it: complaints.append(it.url) if not of_the_page(it.url, url) else None)
