"""`kg open`: the page of a graph in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import meant
from kg.messages import say
from kg.store import current


@app.command("open", epilog="Examples:  `kg open`  ·  `kg open graphs/mine`")
def open_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
    ] = None,
) -> None:
    """Open the page of a graph in the browser."""
    import webbrowser

    page = current(meant(folder, "graph.html")) / "graph.html"
    opened = webbrowser.open(page.resolve().as_uri())
    out.print(f"{say('opened') if opened else say('page')}: {escape(str(page))}", soft_wrap=True)
