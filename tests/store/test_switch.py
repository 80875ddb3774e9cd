"""A build is whole or not there at all: stopped at every step, killed at any time, read meanwhile, two at once."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kg.errors import OutputError
from kg.store import hold, pinned, switched
from kg.store.held import OWN
from tests.conftest import ROOT
from tests.faults import DONE, KILLED, NEW, OLD, SURVIVED, TOLD, build, state, states

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

FILES = sorted({*OWN, "own.toml"} - {"store"})


@contextmanager
def running(folder: Path, mode: str) -> Iterator[subprocess.Popen[str]]:
    """Builds in another process, killed at the end."""
    command = [sys.executable, "-m", "tests.faults", str(folder), mode]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            yield process
        finally:
            process.kill()


def told(folder: Path, mode: str) -> list[dict[str, Any]]:
    """What was found after each build that was stopped."""
    with running(folder, mode) as process:
        assert process.stdout
        rows = [json.loads(line) for line in process.stdout]
        assert process.wait() == 0
    return rows


@pytest.mark.parametrize("mode", ["kill", "full", "filled"])
def test_a_build_stopped_at_any_step_leaves_one_state_and_the_next_build_no_trace(tmp_path: Path, mode: str) -> None:
    rows = told(tmp_path / "out", mode)
    assert len(rows) > 60
    assert {row["state"] for row in rows} == {"old", "new"}
    assert all(row["again"] and row["left"] == FILES for row in rows)
    assert rows.pop()["code"] == DONE
    assert {row["code"] for row in rows} <= ({KILLED} if mode == "kill" else {TOLD, SURVIVED})
    for row in rows:
        assert bool(row["told"]) is (row["code"] == TOLD)
        assert not row["told"] or (os.strerror(errno.ENOSPC) in row["told"] and "\n" not in row["told"])
        assert row["code"] != SURVIVED or row["state"] == "new"


def test_builds_killed_at_any_time(tmp_path: Path) -> None:
    rows = told(tmp_path / "out", "20")
    assert len(rows) == 20
    assert {row["state"] for row in rows} <= {"old", "new"}
    assert all(row["again"] and row["left"] == FILES for row in rows)
    assert -signal.SIGKILL in {row["code"] for row in rows}


def test_those_who_read_during_builds_see_one_state(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    whole, seen = states(folder), []
    with running(folder, "again") as process:
        while len(seen) < 50 or len(set(seen)) < 2:
            held = hold(folder)
            found = state(held.path)
            assert held.whole()
            held.close()
            seen.append(next(word for word, one in whole.items() if one == found))
            assert process.poll() is None


def test_a_reader_who_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.switch.PATIENCE", 0.0)
    build(tmp_path / "out", *OLD)
    held = hold(tmp_path / "out")
    assert held.whole()
    build(tmp_path / "out", *NEW)
    assert not held.whole()
    held.close()


def test_a_build_waits_for_those_who_read(tmp_path: Path) -> None:
    build(tmp_path / "out", *OLD)
    old, held = state(tmp_path / "out"), hold(tmp_path / "out")
    other = threading.Thread(target=build, args=(tmp_path / "out", *NEW))
    other.start()
    while hold(tmp_path / "out").path == tmp_path / "out":
        pass
    assert state(held.path / "text") == {name[5:]: text for name, text in old.items() if name.startswith("text/")}
    assert held.whole()
    held.close()
    other.join()
    assert not (tmp_path / "out" / "graph.html").exists()


def test_a_server_keeps_its_state(tmp_path: Path) -> None:
    build(tmp_path / "out", *OLD)
    with pinned(tmp_path / "out") as place:
        before = {name: text for name, text in state(tmp_path / "out").items() if not name.startswith("text/")}
        build(tmp_path / "out", *NEW)
        assert {name: text for name, text in state(place).items() if name != "lock"} == before
    assert not list((tmp_path / "out").glob(".*"))


def test_what_a_killed_server_kept_is_removed_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    build(folder, *OLD)
    for name in (".kg-pinned-dead", ".old", ".out-theirs"):
        (folder / name).mkdir()
        (folder / name / "lock").touch()
    build(folder, *NEW)
    assert sorted(path.name for path in folder.glob(".*")) == [".old", ".out-theirs"]


def test_of_two_builds_the_second_is_told_who_is_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.switch.PATIENCE", 0.1)
    with switched(tmp_path / "out") as place, pytest.raises(OutputError, match=f"process {os.getpid()}"):  # noqa: PT012
        (place / "facts.jsonl").touch()
        build(tmp_path / "out", *NEW)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["facts.jsonl"]


def test_a_build_waits_for_another(tmp_path: Path) -> None:
    others = [threading.Thread(target=build, args=(tmp_path / "out", *one)) for one in (OLD, NEW, OLD, NEW)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert state(tmp_path / "out") in states(tmp_path / "other").values()
    assert not list((tmp_path / "out").glob(".*"))


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "disk" / "real")
    build(tmp_path / "out", *OLD)
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "disk" / "real" / "facts.jsonl").is_file()


@pytest.mark.parametrize("name", ["graph.html", "text"])
def test_what_is_not_ours_is_not_replaced(tmp_path: Path, name: str) -> None:
    theirs = tmp_path / "out" / name
    theirs.parent.mkdir()
    theirs.mkdir() if name == "graph.html" else theirs.write_text("mine")
    with pytest.raises(OutputError, match="move it away"):
        build(tmp_path / "out", *OLD)
    assert list((tmp_path / "out").iterdir()) == [theirs]


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No space"), switched(tmp_path / "a" / "b"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []
