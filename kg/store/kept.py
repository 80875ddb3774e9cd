"""What a build keeps in its folder: the texts of its sources, and the graph as a store."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.store.held import current

__all__ = ["LARGE", "opened", "prepared", "read_kept", "text_name"]

LARGE = 64_000_000
"""Bytes of N-Quads (about 270,000 triples, 0.8 s to load) from which a graph is kept on disk: its
store opens at once, though it counts 4 to 8 times slower."""


def text_name(origin: str) -> str:
    """The name under which the text of a source is kept."""
    return origin if origin.endswith(".txt") else f"{origin}.txt"


def read_kept(folder: Path, origin: str) -> str:
    """The text of a source as a build kept it."""
    path = current(folder) / "text" / text_name(origin)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror}", path, "build the graph again") from error


def opened(folder: Path) -> ox.Store:
    """The store of a folder: in memory, from `LARGE` bytes on from the disk."""
    path = current(folder) / "graph.nq"
    try:
        if _large(path):
            return ox.Store.read_only(str(_on_disk(path)))
        return _loaded(ox.Store(), path)
    except (OSError, SyntaxError, ValueError) as error:
        hint = "build the graph again: kg build"
        raise GraphError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path, hint) from error


def prepared(folder: Path) -> None:
    """Put the store of a large graph on disk, so that it opens at once."""
    path = current(folder) / "graph.nq"
    if _large(path):
        _on_disk(path)


def _large(path: Path) -> bool:
    """Whether a graph is one to keep on disk."""
    return path.stat().st_size >= LARGE


def _loaded(store: ox.Store, path: Path) -> ox.Store:
    """A store with the quads of a file."""
    store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return store


def _on_disk(path: Path) -> Path:
    """The store beside a file, made anew when the file has changed; whole or not at all."""
    told = path.stat()
    target = path.parent / "store" / f"{told.st_size}-{told.st_mtime_ns}"
    if target.is_dir():
        return target
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as place:
        store = _loaded(ox.Store(str(Path(place) / "new")), path)
        store.flush()
        del store
        with suppress(OSError):  # another process may have been faster
            os.replace(Path(place) / "new", target)
    for old in target.parent.iterdir():
        if old != target and not old.name.startswith("."):  # that of somebody who is still at it
            shutil.rmtree(old, ignore_errors=True)
    return target
