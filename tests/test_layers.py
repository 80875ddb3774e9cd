"""The import order of the house: a module imports only from those above it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "kg"
LAYERS = (
    "errors text tables messages prefixes vocabulary",
    "folder",
    "facts facts.* entities dates words kept queries",
    "names sparql",
    "store answers shapes",
    "analysis analysis.*",
    "terms",
    "evidence layout traditional",
    "addressees paragraphs stacked listed",
    "header spaced",
    "foot outline contents",
    "issue",
    "segment places",
    "constructs constructs.lists constructs.cells constructs.posts constructs.seat",
    "constructs.naming constructs.names constructs.parties",
    "constructs.seats constructs.roster_table",
    "constructs.wrapped constructs.seating constructs.joint constructs.led",
    "constructs.people constructs.roster",
    "constructs.office constructs.prose_roster constructs.assignment",
    "constructs.*",
    "language read read.text evaluate departments titles",
    "mentions bodies",
    "strands corrections background",
    "judging",
    "persons printed",
    "resolve",
    "edges contract timeline",
    "registers",
    "graph",
    "rdf rdf.* view view.* check",
    "export.*",
    "export",
    "ask.lexicon ask.when",
    "ask.elsewhere ask.left_out ask.likeness ask.shortened ask.titled ask.translated",
    "ask.linking",
    "ask.asked",
    "ask.evidence ask.intents ask.unknown ask.plans ask.posts",
    "ask.partners ask.people",
    "ask.claims ask.papers ask.tasks ask.together",
    "ask.*",
    "ask",
    "serve serve.*",
    "mcp",
    "assemble",
    "cli.app cli.doubt cli.folder",
    "cli.people cli.sparql",
    "cli.shown",
    "cli.*",
    "cli",
)
FUNCTION_LINES, MODULE_LINES = 25, 250


def modules() -> list[str]:
    """The package's modules by dotted name below kg."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.rglob("*.py")]
    names = [name.removesuffix(".__init__") for name in names]
    skipped = ("__init__", "data", "samples")
    return sorted(name for name in names if name not in skipped)


def layer(name: str) -> int:
    """The layer of a module: the named one, else that of its folder's `.*`."""
    for index, names in enumerate(LAYERS):
        if name in names.split():
            return index
    folder = name.rpartition(".")[0] + ".*"
    return next(index for index, names in enumerate(LAYERS) if folder in names.split())


def imported(name: str) -> set[str]:
    """The modules of the package that a module imports when it is loaded, type hints left out."""
    path = ROOT / Path(*name.split("."))
    tree = ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            below = {f"{node.module}.{alias.name}".removeprefix("kg.") for alias in node.names}
            found |= {known for known in modules() if known in below} or {node.module.removeprefix("kg.")}
    return found - {"kg"}


@pytest.mark.parametrize("name", modules())
def test_imports_point_up(name: str) -> None:
    for other in imported(name):
        same_folder = name.split(".")[0] == other.split(".")[0]
        assert layer(other) < layer(name) or (same_folder and layer(other) == layer(name)), f"{name} imports {other}"


@pytest.mark.parametrize("name", modules())
def test_modules_and_functions_stay_small(name: str) -> None:
    path = ROOT / Path(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MODULE_LINES, f"{name} has outgrown a module"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            assert lines <= FUNCTION_LINES, f"{name}.{node.name} has {lines} lines"


@pytest.mark.parametrize("name", modules())
def test_public_functions_say_what_they_mean(name: str) -> None:
    path = ROOT / Path(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}.{node.name}"


def test_only_the_pipeline_loads_spacy() -> None:
    code = "import sys, kg.rdf, kg.view, kg.graph, kg.contract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
