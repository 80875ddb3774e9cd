"""The page's scripts: their own tests under node, and what can be told of them by reading."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from kg.view.bundle import EXPORT, IMPORT, bundle
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

PAGE = ROOT / "kg" / "view" / "page"
MODULES = {path.stem: path.read_text("utf-8") for path in sorted(PAGE.glob("*.js"))}
LINES = 300


def test_the_scripts_pass_their_own_tests() -> None:
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no node on the path: apt-get install nodejs")
    tests = [str(path) for path in sorted((ROOT / "tests" / "page").glob("*.test.js"))]
    done = subprocess.run([node, "--test", *tests], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def imports(text: str) -> Iterator[tuple[str, str]]:
    """The names that a module imports, each with its module."""
    for found in IMPORT.finditer(text):
        for name in found["names"].split(","):
            yield name.strip(), found["module"]


@pytest.mark.parametrize("name", MODULES)
def test_what_is_imported_exists_and_is_used(name: str) -> None:
    text = MODULES[name]
    assert len(re.findall(r"^import\b", text, re.MULTILINE)) == len(list(IMPORT.finditer(text)))
    for word, module in imports(text):
        assert word in {found["name"] for found in EXPORT.finditer(MODULES[module])}, f"{module} has no {word}"
        assert len(re.findall(rf"(?:(?<![\w.])|(?<=\.\.\.)){word}\b", text)) > 1, f"{word} is not used"


@pytest.mark.parametrize("name", MODULES)
def test_no_script_makes_markup_of_text(name: str) -> None:
    text = MODULES[name]
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setAttribute\(\"on", text
    )
    assert text.startswith("// "), "a module says at its head what it is for"
    assert text.count("\n") <= LINES


def test_every_script_is_part_of_the_page() -> None:
    joined = bundle("main")
    assert [name for name in MODULES if f"const ${name} = " not in joined] == []
    assert not re.search(r"^(?:import|export) ", joined, re.MULTILINE)
