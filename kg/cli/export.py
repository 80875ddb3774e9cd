"""`kg export`: a built graph in the forms of other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import built, put

WHAT = "ttl, nt, nq, trig, jsonld (RDF); graphml, gexf; csv, neo4j (tables); ftm (FollowTheMoney)."


@app.command(
    "export",
    epilog="Examples:  `kg export trig graphs/mine > mine.trig`  ·  `kg export csv -o tables`  ·  "
    "`kg export jsonld -o mine.jsonld`",
)
def export_command(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help=WHAT)],
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="A file, for tables a folder; else the standard output."),
    ] = None,
) -> None:
    """Write a built graph in another form; the same graph gives the same bytes."""
    from kg.export import export

    files = export(name, built(folder))
    if len(files) > 1:
        place = target or Path(name)
        for file, text in files.items():
            put(place / file, text)
            out.print(escape(str(place / file)), soft_wrap=True, highlight=False)
        return
    text = next(iter(files.values()))
    if target:
        put(target, text)
    else:
        sys.stdout.buffer.write(text.encode())
