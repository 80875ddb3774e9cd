"""`kg build` from end to end where something is in its way, and graphs found one level away from what was given."""

from __future__ import annotations

import itertools
import json
import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.build import Built, build
from kg.cli import app
from kg.store import switched
from tests.conftest import Run

FIND = "SELECT (COUNT(*) AS ?n) { ?one a foaf:Person }"


@pytest.fixture
def graphs(tmp_path: Path, built: Built) -> Path:
    """A folder above that of one graph."""
    build(built, tmp_path / "graphs" / "one")
    return tmp_path / "graphs"


@pytest.mark.parametrize("given", ["graphs", "graphs/one", "graphs/one/graph.html", "graphs/one/facts.jsonl"])
def test_a_graph_one_level_away_is_found(kg: Run, graphs: Path, given: str) -> None:
    done = kg("sparql", FIND, "-g", given, "--format", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["n", "72"])
    assert done.stderr == ("graph: graphs/one\n" if given == "graphs" else "")


@pytest.mark.parametrize("command", ["check", "people", "bodies", "doubts", "open", "judge"])
def test_every_command_finds_it(kg: Run, graphs: Path, command: str) -> None:
    done = kg(command, "graphs", stdin="q\n", BROWSER="true")
    assert done.returncode in (0, 1)
    assert "graph: graphs/one" in done.stderr


def test_of_several_none_is_taken(kg: Run, graphs: Path, built: Built) -> None:
    build(built, graphs / "two", page=False)
    done = kg("ask", "市财政局牵头哪些任务", "-g", "graphs")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: graphs: several graphs here: graphs/one, graphs/two (name one of them)\n"
    assert kg("people", "graphs/nowhere").returncode == 2


def test_an_address_is_not_fetched(kg: Run, tmp_path: Path) -> None:
    done = kg("build", "https://www.example.org/gazette/1.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: https://www.example.org/gazette/1.html: kg fetches nothing")
    assert "save the page" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_seconds_are_those_of_the_whole_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "poem.txt").write_text("春眠不觉晓\n", encoding="utf-8")
    looks = itertools.count()
    monkeypatch.setattr("time.perf_counter", lambda: float(next(looks)))
    done = CliRunner().invoke(app, ["build", str(tmp_path / "poem.txt"), "-o", str(tmp_path / "out"), "--json"])
    assert json.loads(done.stdout)["seconds"] == next(looks) - 1 > 2


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_utf8_is_read_and_no_folder_for_a_graph(kg: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb9\xab.txt")
    (tmp_path / name).write_text("春眠不觉晓\n", encoding="utf-8")
    done = kg("build", "-o", name)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "is not UTF-8 (rename it)" in done.stderr
    assert [os.fsencode(path.name) for path in tmp_path.iterdir()] == [b"\xb9\xab.txt"]
    done = kg("build", name, "-o", "out", "--no-page")
    assert (done.returncode, done.stderr) == (0, "warning: 公.txt: no notice was found in it\n")


def test_a_target_that_is_a_file_is_told(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert kg("build", "-o", "taken").stderr == "error: taken: is a file, not a folder (give another with -o)\n"


def test_who_builds_already_is_told(kg: Run, tmp_path: Path) -> None:
    with switched(tmp_path / "out"):
        done = kg("build", "-o", "out")
    assert done.returncode == 2
    assert re.fullmatch(rf"error: out: another kg build .* process {os.getpid()} \(wait .*\)\n", done.stderr)


def test_a_folder_by_its_dot_has_its_name(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("春眠不觉晓\n", encoding="utf-8")
    assert kg("build", "poem.txt", "-q", "-o", ".").returncode == 0
    assert f"<title>{tmp_path.name}" in (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert (tmp_path / "poem.txt").is_file()
