"""A folder that a build wrote: which one is meant, and the registers in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.messages import say

__all__ = ["Record", "newest", "register"]

Record = dict[str, Any]
AGAIN = "build the graph again"
FIELDS = {
    "people.jsonl": {"id", "name", "place", "posts", "strands"},
    "bodies.jsonl": {"id", "name", "full", "kind", "aliases"},
    "judgements.jsonl": {"kind", "left", "right", "verdict", "confidence", "reasons"},
    "changes.jsonl": {"type", "before", "after"},
}
"""The registers, and what each of their records has."""


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
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror}", path, say("no_graph")) from error
    except ValueError as error:
        raise GraphError(f"no lines of JSON: {error}", path, AGAIN) from error
    if not all(isinstance(one, dict) and FIELDS[name] <= one.keys() for one in found):
        raise GraphError("a line is no record of this register", path, AGAIN)
    return found
