"""README says what is true: its commands run, its Python runs, its tables name what there is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
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


NOTICE = """东川市人民政府办公室关于成立东川市防汛指挥部的通知

东政办〔2020〕3号

各县（市、区）人民政府：

根据工作需要，决定成立东川市防汛指挥部，成员如下：

指 挥 长：贺远山（市长）
副指挥长：林一舟（副市长）
成　　员：陶　明（市财政局局长）

东川市人民政府办公室
2020年3月5日
"""


def commands(block: str, program: str) -> list[str]:
    """What a block of commands gives to `kg`."""
    return re.findall(rf"^{re.escape(program)} (.*?)(?: +#.*)?$", block, flags=re.MULTILINE)


def test_the_commands_of_use(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "gazettes").mkdir()
    (tmp_path / "gazette.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "gazettes" / "a.txt").write_text(NOTICE, encoding="utf-8")
    later = NOTICE.replace("3号", "9号").replace("财政局", "教育局").replace("3月", "9月")
    (tmp_path / "gazettes" / "b.txt").write_text(later, encoding="utf-8")
    (tmp_path / "tests" / "data").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "data" / "sanmenxia-2020-05.gold.json", tmp_path / "tests" / "data")
    own, sample = (commands(block, ".venv/bin/kg") for block in code("sh")[1:3])
    assert len(own) >= 10
    assert len(sample) >= 6
    for command in (*own, *sample):
        done = kg(*command.split(), BROWSER="true")
        assert done.returncode == 0, f"kg {command}: {done.stderr}"
    assert (tmp_path / "anwei.html").is_file()


def test_commands_with_names_of_the_sample_are_about_the_sample(sample_text: str) -> None:
    own, sample = (commands(block, ".venv/bin/kg") for block in code("sh")[1:3])
    assert not [word for command in own for word in command.split() if word in sample_text and not word.isascii()]
    assert all("sanmenxia-2020-05" in command for command in sample[1:])


def test_the_lines_for_installing(kg: Run, tmp_path: Path) -> None:
    posix, windows = code("text")[:2]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wheel = f"{project['name'].replace('-', '_')}-{project['version']}-py3-none-any.whl"
    assert wheel in posix
    extras = re.search(r"\[(.*)\]", posix)
    assert extras is not None
    assert set(extras[1].split(",")) <= set(project["optional-dependencies"])
    (tmp_path / "gazette.txt").write_text(NOTICE, encoding="utf-8")
    told = commands(windows, ".venv\\Scripts\\kg")
    assert len(told) == 2
    for command in told:
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
