"""A new state of a built folder, switched in by one rename: whole or not at all.

The folder itself stays where it is, with plain files under the names that README lists. A build writes all of them
to `.kg-build/new`, and links each a second time to `.kg-build/place`. Then one rename, `ready` to `switched`, makes
the new state the one that `current` and so every command reads, still in `.kg-build/new`. Only then are the links
moved one by one to the names in the folder, and when all are there, `switched` is removed: from here on the files
of the folder are read, the very same files. Whoever dies before the rename leaves the old state whole, whoever dies
after it the new; the next build first completes what a dead one switched in, then removes what that left behind.

Why not otherwise. Two directories swapped by name need a call that only some systems have, or leave a moment
without any folder; they also pull the folder away under a shell that stands in it, fail where it is a mount, and
every file of the user's must be carried over. A symbolic link to the newest of several states needs rights on
Windows, and neither it nor what it points to survives a copy, an archive or `git`. A list of digests only finds a
mixture, and then there is no graph until the next build. What is left to bear here: for the millisecond in which
the links are moved, or until the next build after a kill just then, somebody else's program that reads several
files of the folder by name may meet old ones beside new ones; each by itself is whole.

Readers that hold a state are waited for before its files are replaced (`PATIENCE`); one that takes longer is told
by `Held.whole`. All this is meant for processes that die. A power cut can undo what the disk had not yet written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import OutputError
from kg.store.held import NEW, OWN, SWITCHED, WORK
from kg.store.lock import alone, locked, writing

__all__ = ["PINNED", "linked", "switched"]

PATIENCE = 5.0
"""Seconds that a build waits for another, and for those that read."""

READY, PLACE, OLD = (f"{WORK}/{name}" for name in ("ready", "place", "old"))
PINNED = ".kg-pinned-"
"""How the names of the folders begin in which a server keeps the state that it serves."""


@contextmanager
def switched(folder: Path) -> Iterator[Path]:
    """An empty folder for the files of a build, which at the end become those of `folder`, all at once.

    After an error in between nothing has changed. OutputError where the folder cannot be written, or another
    build is at work in it.
    """
    home = folder.resolve()
    made = [one for one in (home, *home.parents) if not one.exists()]
    try:
        home.mkdir(parents=True, exist_ok=True)
        with writing(home / WORK, folder, PATIENCE), _cleaned(home):
            _settle(home)
            _clear(home)
            (home / NEW).mkdir()
            yield home / NEW
            _switch(home)
    except OSError as error:
        raise OutputError(_told(folder, home, error), folder, _advice(home)) from error
    finally:
        for one in made:
            with suppress(OSError):
                one.rmdir()


def linked(source: Path, target: Path) -> None:
    """A file, or all files below a folder, under one more name; copied where the file system has no links."""
    for path in [source] if source.is_file() else sorted(source.rglob("*")):
        if path.is_file():
            twin = target / path.relative_to(source)
            twin.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, twin)
            except OSError:
                shutil.copy2(path, twin)


def _switch(home: Path) -> None:
    """Make the state that was written the one that is read, and put its files in place."""
    for name in OWN:
        if (home / NEW / name).exists() and (home / name).exists():
            _same_kind(home / NEW / name, home / name)
    (home / PLACE).mkdir()
    linked(home / NEW, home / PLACE)
    (home / OLD).mkdir()
    (home / READY).touch()
    os.rename(home / READY, home / SWITCHED)
    _settle(home)


def _same_kind(new: Path, old: Path) -> None:
    """OutputError where a file is to take the place of somebody's folder, or a folder that of a file."""
    if new.is_dir() is not old.is_dir():
        here, there = ("folder", "file") if old.is_dir() else ("file", "folder")
        raise OutputError(f"is a {here}, and a build has a {there} of that name", old, "move it away")


def _settle(home: Path) -> None:
    """Put the files of the state that is read in place, those that are not there yet."""
    if not (home / SWITCHED).exists():
        return
    with alone(home, PATIENCE) as nobody:
        for name in OWN:
            _put(home, name)
        os.unlink(home / SWITCHED)
        if nobody:
            _unpin(home)


def _put(home: Path, name: str) -> None:
    """Put a file or folder of the new state in place; take away what the new state does not have."""
    if (home / PLACE / name).is_file():
        os.replace(home / PLACE / name, home / name)
    elif (home / PLACE / name).is_dir() or not (home / NEW / name).exists():
        if (home / name).exists():
            shutil.rmtree(home / OLD / name, ignore_errors=True)
            os.rename(home / name, home / OLD / name)
        if (home / PLACE / name).is_dir():
            os.rename(home / PLACE / name, home / name)


@contextmanager
def _cleaned(home: Path) -> Iterator[None]:
    """Remove at the end, error or not, what is needed no longer."""
    try:
        yield
    finally:
        if not (home / SWITCHED).exists():
            _clear(home)


def _clear(home: Path) -> None:
    """Remove all that a build leaves in its folder of work but the lock, once nobody reads there."""
    if (home / NEW).exists():
        with alone(home / NEW, PATIENCE):
            shutil.rmtree(home / NEW, ignore_errors=True)
    for name in (PLACE, OLD):
        shutil.rmtree(home / name, ignore_errors=True)
    with suppress(OSError):
        os.unlink(home / READY)


def _unpin(home: Path) -> None:
    """Remove the states that servers kept which are no more."""
    for place in home.glob(f"{PINNED}*"):
        with suppress(OSError):
            handle = os.open(place / "lock", os.O_RDWR | os.O_CREAT)
            dead = locked(handle)
            os.close(handle)
            if dead:
                shutil.rmtree(place, ignore_errors=True)


def _told(folder: Path, home: Path, error: OSError) -> str:
    """What could not be done."""
    if home.exists() and not home.is_dir():
        return "is a file, not a folder"
    reason = error.strerror or error
    if (home / SWITCHED).exists():
        return f"the new graph is there, but not all its files could be put in place: {reason}"
    return f"cannot be written: {reason}"


def _advice(home: Path) -> str:
    """What to do about it."""
    if (home / SWITCHED).exists():
        return "kg build does so when it runs again"
    return "give another with -o" if home.exists() and not home.is_dir() else ""
