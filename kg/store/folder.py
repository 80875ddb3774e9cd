"""A folder that a build wrote: which one is meant, and the registers in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.messages import say
from kg.store.held import current

__all__ = ["Record", "newest", "register"]

Record = dict[str, Any]
AGAIN = "build the graph again"
MOST = 10
"""Folders that an error lists."""

FIELDS = {
    "people.jsonl": {"id", "name", "place", "posts", "strands"},
    "bodies.jsonl": {"id", "name", "full", "kind", "aliases"},
    "judgements.jsonl": {"kind", "left", "right", "verdict", "confidence", "reasons"},
    "changes.jsonl": {"type", "before", "after"},
    "coverage.jsonl": {"file", "document", "title", "number", "opened", "fact", "doubt", "read"},
}
"""The registers, and what each of their records has."""


def newest(folder: Path | None, name: str = "facts.jsonl") -> Path:
    """The folder with the file `name` that is meant, else the one below graphs/ that was built last.

    `folder` may also be a file in it, or the folder above where that has one such folder. GraphError where there
    is none, or where there are several.
    """
    if folder is None:
        found = sorted(_below(Path("graphs"), name), key=lambda one: (current(one) / name).stat().st_mtime)
        if not found:
            raise GraphError(say("no_graph"), Path("graphs"))
        return found[-1]
    home = folder.parent if folder.is_file() else folder
    if _has(home, name):
        return home
    found = _below(home, name)
    if len(found) > 1:
        raise GraphError(f"{say('several')}: {_listed(found)}", folder, say("name_one"))
    if not found:
        raise GraphError(say("no_graph"), folder)
    return found[0]


def _below(folder: Path, name: str) -> list[Path]:
    """The folders in a folder that hold a graph, by name; hidden ones are nobody's graphs."""
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith(".") and _has(one, name))
    except OSError:
        return []


def _has(folder: Path, name: str) -> bool:
    """Whether a folder holds a file of a build."""
    return (current(folder) / name).is_file()


def _listed(found: list[Path]) -> str:
    """Folders in one line, of many the first."""
    return ", ".join(map(str, found[:MOST])) + (f", … ({len(found)})" if len(found) > MOST else "")


def register(folder: Path | None, name: str) -> list[Record]:
    """The records of one of the files of JSON lines in a folder."""
    path = current(newest(folder, name)) / name
    try:
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror}", path, say("no_graph")) from error
    except ValueError as error:
        raise GraphError(f"no lines of JSON: {error}", path, AGAIN) from error
    if not all(isinstance(one, dict) and FIELDS[name] <= one.keys() for one in found):
        raise GraphError("a line is no record of this register", path, AGAIN)
    return found
