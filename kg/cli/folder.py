"""Which built folder a command reads, and how it writes what it made."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import GraphError, OutputError
from kg.messages import say

__all__ = ["built", "put"]


def built(folder: Path | None, name: str = "graph.nq") -> Path:
    """The folder given, else the one below graphs/ that was built last; it must hold the file `name`."""
    folders = [folder] if folder else sorted(Path("graphs").glob("*/"), key=lambda one: _modified(one / name))
    found = next((one for one in reversed(folders) if (one / name).is_file()), None)
    if found is None:
        raise GraphError(say("no_graph"), folder or Path("graphs"))
    return found


def put(path: Path, content: str | bytes) -> None:
    """Write a file, text in UTF-8, as a whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as place:
            made = Path(place) / path.name
            made.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
            os.replace(made, path)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror or error}", path) from error


def _modified(path: Path) -> float:
    """When a file was last written; long ago where there is none."""
    return path.stat().st_mtime if path.is_file() else 0.0
