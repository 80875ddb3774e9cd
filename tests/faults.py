"""Builds of a small graph that are stopped, killed, or repeated for others to read meanwhile.

`python -m tests.faults FOLDER MODE`: in three modes a build is stopped at its n-th step on the disk, for every n. A
step is whatever makes, writes, renames, links or removes a file or folder. In the mode `kill` the process dies in it,
half of a text written; in `full` that step fails as on a full disk; in `filled` it and all later ones that need room
do. In the mode `200` so many builds are killed at any time. Each prints a line of JSON: the state that a reader then
finds (old, new, mixed), what the build said, and what is in the folder and beside it after the next build.
`again` builds one state after the other until it is killed.
"""

from __future__ import annotations

import errno
import io
import itertools
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kg.build import Built, put, write
from kg.errors import KgError
from kg.facts import BASE
from kg.formats import Source
from kg.identity import resolve
from kg.store import current, switched
from tests.rdf_graphs import small

ROOM = ("mkdir", "link", "write")
FREE = ("rename", "replace", "unlink", "rmdir", "ftruncate")
DONE, TOLD, SURVIVED, KILLED, ODD = 0, 2, 3, 9, 70

State = dict[str, bytes]


class Fault:
    """Counts the steps of this process, and stops it at one."""

    def __init__(self, at: int, mode: str) -> None:
        self.at, self.mode, self.count = at, mode, 0

    def arm(self) -> None:
        """Have every step counted from here on."""
        for name in (*ROOM, *FREE):
            setattr(os, name, partial(self.step, getattr(os, name), name in ROOM))
        io.open = self.opened(io.open)

    def step(self, real: Callable[..., Any], room: bool, *args: Any, **options: Any) -> Any:
        """Do a step, or stop."""
        self.stop(room)
        return real(*args, **options)

    def stop(self, room: bool = True, first: Callable[[], object] = lambda: None) -> None:
        """Count a step; at the one meant do `first` and stop."""
        self.count += 1
        if self.count == self.at or (self.mode == "filled" and room and self.count > self.at):
            first()
            if self.mode == "kill":
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """`open` whose files are made in one step and written in another, of which half is done before it stops."""

        def opens(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
            if "w" not in mode:
                return real(file, mode, *args, **options)
            self.stop()
            handle = real(file, mode, *args, **options)
            whole = handle.write

            def half(text: Any) -> None:
                whole(text[: len(text) // 2])
                handle.flush()

            def writes(text: Any) -> Any:
                self.stop(first=partial(half, text))
                return whole(text)

            handle.write = writes
            return handle

        return opens


def build(folder: Path, word: str, page: bool) -> None:
    """Build a small graph whose text is a word, with a page or without."""
    graph = small()
    graph.graph["names"] = resolve(())
    graph.graph["name"] = word
    with switched(folder) as place:
        write(Built(word, (Source(f"{word}\n", f"{word}/{word}.txt"),), (), graph), place, f"{BASE}{word}/")
        if page:
            put(place / "graph.html", f"<html>{word}</html>")


def state(folder: Path) -> State:
    """The files of a built folder as a reader finds them."""
    home = current(folder)
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and ".kg-" not in str(path.relative_to(home)) and path.name != "own.toml"
    }


def forked(folder: Path, fault: Fault) -> tuple[int, Callable[[], tuple[int, str]]]:
    """A process that builds the new state; its number, and what waits for its end and tells how and with what words."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        say, told, code = os.write, "", DONE
        try:
            fault.arm()
            build(folder, *NEW)
        except KgError as error:
            code, told = error.exit_code, str(error)
        except BaseException as error:
            code, told = ODD, repr(error)
        say(theirs, told.encode())
        os._exit(code or (SURVIVED if fault.count >= fault.at > 0 else DONE))
    os.close(theirs)

    def ended() -> tuple[int, str]:
        with os.fdopen(ours, "rb") as pipe:
            told = pipe.read().decode()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told

    return child, ended


OLD, NEW = ("old", True), ("new", False)


def faults(folder: Path, mode: str) -> Iterator[tuple[int, str]]:
    """How builds end that are stopped at one step after another, until one has fewer steps."""
    for at in itertools.count(1):
        _, ended = forked(folder, Fault(at, mode))
        yield (told := ended())
        if told[0] == DONE:
            return


def kills(folder: Path, times: int) -> Iterator[tuple[int, str]]:
    """How builds end that are killed at any time within that of a whole one."""
    began = time.perf_counter()
    forked(folder, Fault(0, ""))[1]()
    whole, chance = time.perf_counter() - began, random.Random(times)
    build(folder, *OLD)
    for _ in range(times):
        child, ended = forked(folder, Fault(0, ""))
        time.sleep(chance.random() * whole)
        os.kill(child, signal.SIGKILL)
        yield ended()


def states(folder: Path) -> dict[str, State]:
    """The two states, and last the old one built."""
    found = {}
    for word, page in (NEW, OLD):
        build(folder, word, page)
        found[word] = state(folder)
    return found


def main(folder: Path, mode: str) -> None:
    """Stop builds, each from the same old state, and tell what is left of each."""
    folder.mkdir(exist_ok=True)
    (folder / "own.toml").write_text("the user's")
    whole = states(folder)
    for code, told in kills(folder, int(mode)) if mode.isdigit() else faults(folder, mode):
        found = state(folder)
        named = next((word for word, one in whole.items() if one == found), "mixed")
        build(folder, *OLD)
        left = sorted(path.name for path in (*folder.iterdir(), *folder.parent.glob(".*")))
        again = state(folder) == whole["old"]
        print(json.dumps({"code": code, "told": told, "state": named, "left": left, "again": again}))


if __name__ == "__main__":
    if sys.argv[2] == "again":
        for one in itertools.cycle((NEW, OLD)):
            build(Path(sys.argv[1]), *one)
    main(Path(sys.argv[1]), sys.argv[2])
