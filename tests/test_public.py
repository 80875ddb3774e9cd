"""What `import kg` gives, as README's Architecture tells it, each in a Python that has imported nothing else."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest

import kg
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

FUNCTIONS = {"ask", "build", "construct", "documents", "extract", "gather", "load", "pipeline"}
ROOMS = {
    "analysis",
    "ask",
    "build",
    "constructs",
    "export",
    "facts",
    "formats",
    "graph",
    "identity",
    "lexicon",
    "notice",
    "quality",
    "rdf",
    "serve",
    "store",
    "text",
    "view",
}
NOTICE = """
text = '''临河市人民政府办公室关于成立临河市防汛指挥部的通知

临政办〔2020〕1号

各县区人民政府：

指 挥 长：安 伟（市长）
'''
"""
SOURCE = (
    NOTICE
    + """
from pathlib import Path
path = Path("notice.txt")
path.write_text(text, encoding="utf-8")
"""
)
USES = {
    "extract": NOTICE + "assert [fact.person for fact in kg.extract(text) if fact.type == 'membership'] == ['安伟']",
    "pipeline": NOTICE + "assert kg.pipeline()(text)._.facts",
    "construct": "assert kg.construct('none')(kg.documents) is kg.documents",
    "documents": NOTICE + "assert len(list(kg.documents(text))) == 1",
    "gather": SOURCE + "assert kg.gather([path], 'made').facts",
    "build": SOURCE + "kg.build(kg.gather([path], 'made'), Path('made')); assert Path('made/graph.html').is_file()",
    "load": SOURCE + "kg.build(kg.gather([path], 'made'), Path('made'), page=False); assert len(kg.load(Path('made')))",
    "ask": SOURCE
    + "kg.build(kg.gather([path], 'made'), Path('made'), page=False); "
    + "assert kg.ask('防汛指挥部指挥长是谁', Path('made')).items == ('安伟',)",
    "view": SOURCE + "assert '安伟' in kg.view.page(kg.gather([path], 'made').graph)",
}
"""A use of each function, and of a room by its name."""


def test_what_there_is_is_what_is_told() -> None:
    assert set(kg.__all__) == FUNCTIONS | ROOMS
    told = (ROOT / "README.md").read_text(encoding="utf-8").split("From Python `import kg` gives ")[1]
    assert set(re.findall(r"`(\w+)`", told.split(", and every")[0])) == FUNCTIONS
    assert set(USES) >= FUNCTIONS


def alone(program: str, folder: object) -> subprocess.CompletedProcess[str]:
    """A program run by a fresh Python in a folder, with nothing imported but the package."""
    command = [
        sys.executable,
        "-X",
        "utf8",
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import kg\n{program}",
    ]
    return subprocess.run(command, cwd=str(folder), capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("name", USES)
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_every_use_works_in_a_fresh_python(name: str, tmp_path: object) -> None:
    done = alone(USES[name], tmp_path)
    assert done.returncode == 0, done.stderr


def test_every_room_is_there_by_its_name(tmp_path: object) -> None:
    told = f"import types; assert all(isinstance(getattr(kg, name), types.ModuleType) for name in {sorted(ROOMS)})"
    done = alone(told, tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(inspect.ismodule(getattr(kg, name)) for name in ROOMS)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_function_can_be_called(name: str, tmp_path: object) -> None:
    assert callable(getattr(kg, name))
    assert alone(f"assert callable(kg.{name})", tmp_path).returncode == 0


def test_the_package_starts_without_what_is_slow(tmp_path: object) -> None:
    code = "import kg.cli; assert not {'spacy', 'rdflib', 'numpy', 'networkx'} & set(sys.modules)"
    assert alone(code, tmp_path).returncode == 0
