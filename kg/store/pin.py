"""A state of a built folder kept for as long as a server needs it, whatever is built meanwhile."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.store.held import OWN, hold
from kg.store.kept import prepared
from kg.store.lock import locked
from kg.store.switch import PINNED, linked

__all__ = ["pinned"]


@contextmanager
def pinned(folder: Path) -> Iterator[Path]:
    """A folder with the files of a built one as they are now, but for the texts; gone at the end.

    Links cost no room. A folder that cannot be written is copied to where temporary files are kept. What a killed
    server leaves, the next build in the folder removes.
    """
    place = _place(folder)
    handle = os.open(place / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        locked(handle)
        _fill(folder, place)
        yield place
    finally:
        os.close(handle)
        shutil.rmtree(place, ignore_errors=True)


def _place(folder: Path) -> Path:
    """A new folder within the folder, else among the temporary files."""
    try:
        return Path(tempfile.mkdtemp(dir=folder, prefix=PINNED))
    except OSError:
        return Path(tempfile.mkdtemp(prefix=PINNED))


def _fill(folder: Path, place: Path) -> None:
    """Link the files of one state of a folder."""
    whole = False
    while not whole:
        held = hold(folder)
        try:
            with suppress(OSError):  # told when the graph is opened
                prepared(held.path)
            for name in OWN:
                if name != "text":
                    _twin(held.path / name, place / name)
            whole = held.whole()
        finally:
            held.close()


def _twin(source: Path, target: Path) -> None:
    """One more name for a file or a folder of files, in place of what had it; none where there is no source."""
    shutil.rmtree(target, ignore_errors=True)
    target.unlink(missing_ok=True)
    linked(source, target)
