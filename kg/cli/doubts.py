"""`kg doubts`: what looks like a fact and could not be read, and how much of each document was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app, out
from kg.cli.doubt import show_doubt
from kg.cli.folder import built
from kg.cli.shown import Json, shown
from kg.errors import Place
from kg.store import Record

Cover = Annotated[bool, typer.Option("--coverage", help="Show how much of each document was read instead.")]


@app.command(epilog="Examples:  `kg doubts graphs/mine`  ·  `kg doubts graphs/mine --coverage`")
def doubts(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
    cover: Cover = False,
    as_json: Json = False,
) -> None:
    """Show what looks like a fact and could not be read, each with its place; exit code 1 if there is any.

    With `--coverage`, document by document: the characters of rosters, clauses, lists and tables, how many of them
    are in facts or doubts, and the percentage that facts have.
    """
    if cover:
        covered(folder, as_json)
        return
    if listed(built(folder, "facts.jsonl"), as_json):
        raise typer.Exit(1)


def listed(folder: Path, as_json: bool) -> int:
    """Print the doubts of a folder, each with its line, or as JSON; how many they are."""
    from kg.quality import read_facts
    from kg.store import read_kept

    found = [one for one in read_facts(folder) if one["type"] == "doubt"]
    for one in found:
        source = one["source"]
        if as_json:
            print(json.dumps(one, ensure_ascii=False))
            continue
        text = read_kept(folder, source["file"])
        show_doubt(out, Place.of(source["file"], text, source["start"]), one["reason"], text, source["start"])
    return len(found)


def covered(folder: Path, as_json: bool) -> None:
    """Print how much of the regions of each document was read, those that have any."""
    from kg.store import register

    rows = [one for one in register(built(folder, "coverage.jsonl"), "coverage.jsonl") if one["opened"]]
    if as_json:
        for one in rows:
            print(json.dumps(one, ensure_ascii=False))
        return
    columns = ("document", "opened", "covered", "read")
    shown(columns, [told(one) for one in rows])


def told(one: Record) -> dict[str, str]:
    """A record as a row: the document by number and title, or by its file where it has neither."""
    name = " ".join(filter(None, (one["number"], one["title"]))) or one["file"]
    counted = {"opened": f"{one['opened']:,}", "covered": f"{one['fact'] + one['doubt']:,}"}
    return {"document": name, **counted, "read": f"{one['read']:g} %"}
