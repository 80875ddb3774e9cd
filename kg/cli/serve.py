"""`kg serve`: a built graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import meant
from kg.errors import ServeError
from kg.messages import say
from kg.store import pinned


@app.command("serve", epilog="Examples:  `kg serve`  ·  `kg serve -g graphs/mine --port 8080 --seconds 30`")
def serve_command(
    folder: Annotated[
        Path | None,
        typer.Option("-g", "--graph", metavar="DIR", help="A folder that kg build wrote; the newest below graphs/."),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8321,
    seconds: Annotated[float, typer.Option(min=0.1, max=3600, help="How long a query may take.")] = 10.0,
) -> None:
    """Serve the page, which then answers questions too, a SPARQL endpoint and a page for queries, until Ctrl-C."""
    found = meant(folder)
    try:
        from kg.serve import Limits, serve
    except ImportError as error:
        raise ServeError(f"{error.name} is not installed", hint="pip install 'gazette-kg[serve]'") from error

    def ready(address: str) -> None:
        out.print(
            f"{say('serving')}: {escape(address)}  {escape(address)}query  {escape(address)}sparql", soft_wrap=True
        )

    with pinned(found) as place:
        serve(place, port, Limits(seconds=seconds), ready)
