"""Which built folder a command reads, and how it writes what it made."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from rich.markup import escape

from kg.cli.app import at_end, err
from kg.errors import GraphError, OutputError
from kg.messages import say
from kg.store import Held, hold, newest

__all__ = ["built", "meant", "put"]


def meant(folder: Path | None, name: str = "graph.nq") -> Path:
    """The folder that is meant by the one given, or by none; it holds the file `name`.

    Where it is not the one given but the only one below, a line on the error stream says so.
    """
    found = newest(folder, name)
    if folder is not None and found.parent == folder:
        err.print(f"{say('graph')}: {escape(str(found))}", soft_wrap=True, highlight=False)
    return found


def built(folder: Path | None, name: str = "graph.nq") -> Path:
    """Where to read the files of the folder that is meant: one state of it until the command ends.

    A build waits for that. Where it did not, the command ends with an error.
    """
    held = hold(meant(folder, name))
    at_end(lambda: let_go(held))
    return held.path


def let_go(held: Held) -> None:
    """End the reading of a folder; GraphError where it was built anew meanwhile."""
    whole = held.whole()
    held.close()
    if not whole:
        raise GraphError(say("changed"), held.folder, say("run_again"))


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
