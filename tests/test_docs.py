"""README says what is true: its commands run, its Python runs, its tables name what there is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import Built
from kg.facts import Fact, contract
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.slow

README = (ROOT / "README.md").read_text(encoding="utf-8")


def code(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_commands_of_use(kg: Run, tmp_path: Path, sample_text: str) -> None:
    (tmp_path / "gazettes").mkdir()
    for path in ("gazette.txt", "gazettes/a.txt"):
        (tmp_path / path).write_text(sample_text, encoding="utf-8")
    shutil.copy(ROOT / "tests" / "data" / "sanmenxia-2020-05.gold.json", tmp_path / "gold.json")
    commands = re.findall(r"^\.venv/bin/kg (.*?)(?:  +#.*)?$", code("sh")[1], flags=re.MULTILINE)
    assert len(commands) >= 10
    for command in commands:
        done = kg(*command.split(), BROWSER="true")
        assert done.returncode == 0, f"kg {command}: {done.stderr}"


@pytest.mark.parametrize("block", code("python"))
def test_the_python_runs(block: str) -> None:
    program = "import kg\n" + block
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_type_of_fact_and_every_field_is_told(built: Built) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", README, flags=re.MULTILINE))
    kinds = {kind.type for kind in Fact.__subclasses__() if kind.__module__.startswith("kg.facts.")}
    assert kinds == set(rows)
    for one in built.facts:
        told = set(re.findall(r"\w+", rows[one.fact.type]))
        shown = set(contract.record(one, built.graph.graph["names"])) - {"type", "id", "document", "source"}
        assert shown <= told, f"{one.fact.type}: {shown - told}"


def test_every_module_has_its_place() -> None:
    told = README.split("## Architecture")[1]
    for path in sorted((ROOT / "kg").iterdir()):
        if path.name not in ("__init__.py", "__init__.pyi", "__pycache__", "py.typed", "data", "samples"):
            assert path.name in told, path.name
