"""A built folder as it is read: one state of it, whatever a build does meanwhile."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from kg.store.lock import PAUSE, reading

__all__ = ["NEW", "OWN", "SWITCHED", "WORK", "Held", "current", "hold"]

WORK = ".kg-build"
"""The folder within a built folder that is there while a build writes, and after one that was killed."""

NEW = f"{WORK}/new"
SWITCHED = f"{WORK}/switched"
"""The new state, and the file whose presence says that it is the one to read."""

OWN = (
    "facts.jsonl",
    "people.jsonl",
    "bodies.jsonl",
    "judgements.jsonl",
    "changes.jsonl",
    "sources.jsonl",
    "coverage.jsonl",
    "graph.ttl",
    "graph.graphml",
    "graph.nq",
    "graph.html",
    "text",
    "store",
)
"""What a build writes, and the store that readers keep beside it; all else in the folder is the user's."""

Stamp = tuple[tuple[int, int] | None, ...]
TRIES = 250


@dataclass(frozen=True, slots=True)
class Held:
    """A state of a built folder that is being read: `path` is where its files are."""

    folder: Path
    path: Path
    handle: int
    stamp: Stamp

    def whole(self) -> bool:
        """Whether all that was read until now is of one state: no build has replaced a file of it."""
        return _stamp(self.path) == self.stamp

    def close(self) -> None:
        """Let go of it, so that a build which waits for its readers goes on."""
        if self.handle >= 0:
            os.close(self.handle)


def current(folder: Path) -> Path:
    """Where the files of a built folder are: in it, or for the moment of a switch, or after one cut short, below it."""
    return folder / NEW if (folder / SWITCHED).exists() else folder


def hold(folder: Path) -> Held:
    """The state of a folder to read from now on; a build waits a while for those that hold the one before.

    Close it when all is read, and ask `whole` before.
    """
    for _ in range(TRIES):
        path = current(folder)
        handle = reading(path)
        if handle is not None:
            held = Held(folder, path, handle, _stamp(path))
            if current(folder) == path:
                return held
            held.close()
        time.sleep(PAUSE)
    return Held(folder, path, -1, _stamp(path))


def _stamp(path: Path) -> Stamp:
    """What tells a state of a folder from the next: which files its names mean, and of when they are."""
    return tuple(_file(path / name) for name in OWN if name not in ("text", "store"))


def _file(path: Path) -> tuple[int, int] | None:
    """Which file a name means and when that was written; None where there is none."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_ino, told.st_mtime_ns
