"""`kg diff`: what one more gazette added."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app, out
from kg.cli.folder import built
from kg.cli.shown import Json, as_lines, place, shown, word
from kg.messages import say


@app.command(
    "diff",
    epilog="Examples:  `kg diff graphs/may graphs/may-and-june`  ·  `kg diff graphs/may --json`  ·  "
    "`kg diff graphs/may graphs/june --kind person`",
)
def diff_command(
    first: Annotated[Path, typer.Argument(metavar="DIR1", help="A folder that kg build wrote.")],
    second: Annotated[
        Path | None, typer.Argument(metavar="[DIR2]", help="Another one; the newest below graphs/.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only document, person, body, seat, post, task, duty or change.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Tell what the second graph has and the first has not (+), and what it has no longer (-)."""
    from kg.analysis import KINDS, diff

    if kind not in (None, *KINDS):
        raise typer.BadParameter(f"is one of {', '.join(KINDS)}", param_hint="--kind")
    found = [one for one in diff(built(first), built(second)) if kind in (None, one.kind)]
    if as_json:
        as_lines(found)
    elif not found:
        out.print(say("no_change"))
    else:
        columns = ("sign", "kind", "name", "detail")
        rows = [{**{it: word(getattr(one, it)) for it in columns}, "source": place(one.evidence)} for one in found]
        shown((*columns, "source"), rows)
