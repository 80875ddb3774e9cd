"""What the tests of several rooms use; what one room uses alone stands in its own folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from kg.build import Built, build, gather, sample
from kg.constructs import pipeline
from tests.served import LONG

ROOT = Path(__file__).parent.parent
SLOW = {"browser", "kg"}
"""Fixtures that start programs: who uses them is left out by `make quick`, as are modules that say so."""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what starts a browser or the command."""
    for item in items:
        if SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


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
            timeout=LONG,
            check=False,
        )

    return run
