"""`kg open`: the page of a graph in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.errors import GraphError
from kg.messages import say


@app.command("open", epilog="Examples:  `kg open`  ·  `kg open graphs/mine`")
def open_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
    ] = None,
) -> None:
    """Open the page of a graph in the browser."""
    import webbrowser

    pages = [folder / "graph.html"] if folder else sorted(Path("graphs").glob("*/graph.html"), key=modified)
    page = next((path for path in reversed(pages) if path.is_file()), None)
    if page is None:
        raise GraphError(say("no_graph"), folder or Path("graphs"))
    opened = webbrowser.open(page.resolve().as_uri())
    out.print(f"{say('opened') if opened else say('page')}: {escape(str(page))}", soft_wrap=True)


def modified(path: Path) -> float:
    """When a file was last written."""
    return path.stat().st_mtime
