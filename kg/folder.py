"""A folder that a build wrote: which one is meant, and the registers in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.messages import say

__all__ = ["Record", "newest", "register"]

Record = dict[str, Any]


def newest(folder: Path | None) -> Path:
    """The folder that is given, else the one below graphs/ that was built last; GraphError where there is none."""
    if folder is not None:
        return folder
    pages = sorted(Path("graphs").glob("*/facts.jsonl"), key=lambda path: path.stat().st_mtime)
    if not pages:
        raise GraphError(say("no_graph"), Path("graphs"))
    return pages[-1].parent


def register(folder: Path | None, name: str) -> list[Record]:
    """The records of one of the files of JSON lines in a folder."""
    path = newest(folder) / name
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror}", path, say("no_graph")) from error
    except ValueError as error:
        raise GraphError(f"no lines of JSON: {error}", path, "build the graph again") from error
