"""The order of the rooms: a room imports only from rooms above it, and only the names that they give out."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent / "kg"
ROOMS = (
    "errors messages",
    "lexicon",
    "text",
    "formats",
    "facts",
    "notice",
    "constructs",
    "identity",
    "graph",
    "rdf",
    "store",
    "quality",
    "analysis",
    "ask",
    "view",
    "export",
    "serve",
    "mcp",
    "build",
    "cli",
)
"""The rooms from top to bottom, as README's Architecture lists them."""
FUNCTION_LINES, MODULE_LINES = 25, 250
TESTS = Path(__file__).parent
TEST_MODULES = sorted(str(path.relative_to(TESTS)) for path in TESTS.rglob("*.py"))
MEDIAN_LINES, MOST_LINES = 7, 20
"""Lines of a function: the median, and what nine in ten do not exceed."""


def modules() -> list[str]:
    """The package's modules by dotted name below kg; a room's own is its `__init__`."""
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.rglob("*.py"))
    return sorted(name for name in names if name.split(".")[0] not in ("__init__", "data", "samples"))


def room(name: str) -> str:
    """The room in which a module stands."""
    return name.split(".")[0]


def floor(name: str) -> int:
    """The place of a room in the list."""
    return next(index for index, names in enumerate(ROOMS) if name in names.split())


@cache
def tree(name: str) -> ast.Module:
    """The syntax of a module; that of a stub where a room looks its names up when they are used."""
    path = ROOT / f"{name.replace('.', '/')}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(name: str) -> Iterator[tuple[str, str]]:
    """The module and the name of each import from the package, those within functions and for types included."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            module = node.module.removeprefix("kg").lstrip(".")
            if node.module.split(".")[0] == "kg":
                yield from ((module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("kg.") for alias in node.names), f"{name}: from kg.room import name"


def given_out(of: str) -> set[str]:
    """The names that a room gives out: `__all__` of its `__init__`, or of the stub beside it."""
    stub, package, module = ROOT / of / "__init__.pyi", ROOT / of / "__init__.py", ROOT / f"{of}.py"
    source = next(path for path in (stub, package, module) if path.is_file()).read_text(encoding="utf-8")
    listed = (node.value for node in ast.parse(source).body if isinstance(node, ast.Assign) and names_all(node))
    return set(ast.literal_eval(next(listed)))


def names_all(node: ast.Assign) -> bool:
    """Whether an assignment is that of `__all__`."""
    return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the package with its number of lines."""
    return ((f"{name}.{function}", lines) for name in modules() for function, lines in lengths(tree(name)))


def lengths(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every function of a module with its number of lines."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("name", modules())
def test_rooms_import_downwards_and_only_what_is_given_out(name: str) -> None:
    for module, imported in imports(name):
        if room(module) == room(name):
            continue
        assert "." not in module, f"{name} imports from the inside of {module}"
        assert floor(module) < floor(room(name)), f"{name} imports {module}, which stands below it"
        assert imported in given_out(module), f"{name} imports {imported}, which {module} does not give out"


@pytest.mark.parametrize("of", sorted({room(name) for name in modules()}))
def test_no_circle_within_a_room(of: str) -> None:
    inside = {name for name in modules() if room(name) == of and not name.endswith("__init__")}
    graph = {
        name: {other for module, one in imports(name) for other in (module, f"{module}.{one}") if other in inside}
        for name in inside
    }
    tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("of", sorted({room(name) for name in modules() if "." in name}))
def test_a_room_says_its_purpose_and_its_names(of: str) -> None:
    assert ast.get_docstring(tree(f"{of}.__init__"))
    assert given_out(of)


@pytest.mark.parametrize("of", sorted(path.parent.name for path in ROOT.glob("*/__init__.pyi")))
def test_no_name_looked_up_late_is_that_of_a_module(of: str) -> None:
    beside = {path.stem for path in (ROOT / of).iterdir()}
    assert given_out(of) & beside == set(), "a module that is imported first takes the place of the name"


@pytest.mark.parametrize("name", modules())
def test_modules_stay_small(name: str) -> None:
    path = ROOT / f"{name.replace('.', '/')}.py"
    assert path.read_text(encoding="utf-8").count("\n") <= MODULE_LINES, f"{name} has outgrown a module"


def test_functions_stay_short() -> None:
    assert [name for name, lines in functions() if lines > FUNCTION_LINES] == []
    lines = [lines for _, lines in functions()]
    assert median(lines) <= MEDIAN_LINES
    assert quantiles(lines, n=10)[8] <= MOST_LINES


@pytest.mark.parametrize("path", TEST_MODULES)
def test_tests_stay_small_too(path: str) -> None:
    text = (TESTS / path).read_text(encoding="utf-8")
    assert text.count("\n") <= MODULE_LINES, f"{path} has outgrown a module"
    assert [name for name, lines in lengths(ast.parse(text)) if lines > FUNCTION_LINES] == []


def test_a_room_of_tests_has_one_place_for_fixtures() -> None:
    told = [path for path in TEST_MODULES if "@pytest.fixture" in (TESTS / path).read_text(encoding="utf-8")]
    assert [path for path in TEST_MODULES if path.endswith("conftest.py") and path.count("/") > 1] == []
    assert [path for path in told if Path(path).name != "conftest.py" and not Path(path).name.startswith("test_")] == []


@pytest.mark.parametrize("name", modules())
def test_public_functions_say_what_they_mean(name: str) -> None:
    for node in tree(name).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}.{node.name}"


def test_only_the_pipeline_loads_spacy() -> None:
    code = "import sys, kg.rdf, kg.view, kg.graph, kg.facts; kg.rdf.turtle; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
