"""`kg doubts`: what looks like a fact and could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app, out
from kg.cli.doubt import show_doubt
from kg.cli.folder import built
from kg.errors import Place


@app.command(epilog="Examples:  `kg doubts graphs/mine`")
def doubts(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
) -> None:
    """Show what looks like a fact and could not be read, each with its place; exit code 1 if there is any."""
    from kg.quality import read_facts
    from kg.store import read_kept

    folder = built(folder, "facts.jsonl")
    found = [one for one in read_facts(folder) if one["type"] == "doubt"]
    for one in found:
        source = one["source"]
        text = read_kept(folder, source["file"])
        show_doubt(out, Place.of(source["file"], text, source["start"]), one["reason"], text, source["start"])
    if found:
        raise typer.Exit(1)
