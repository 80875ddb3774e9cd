"""`kg changes`: what changed over time."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.folder import built
from kg.cli.shown import Graph, Json, as_lines, opened, place, shown, word
from kg.messages import say


@app.command(
    "changes",
    epilog="Examples:  `kg changes`  ·  `kg changes 周建文`  ·  `kg changes --json`",
)
def changes_command(
    name: Annotated[str | None, typer.Argument(help="Only changes that name this person, body or post.")] = None,
    folder: Graph = None,
    as_json: Json = False,
) -> None:
    """Tell who changed posts, who followed whom, who was appointed or removed, who joined or left a body."""
    from kg.analysis import changes

    home = built(folder)
    found = changes(home, opened(home))
    rows = [one for one in found if name is None or any(name in told for told in (one.subject, *one[3:6]))]
    if as_json:
        as_lines(rows)
        return
    words = {"change": say("change"), "succession": say("succession")}
    columns = ("date", "kind", "name", "since", "before", "after")
    told = [
        {
            **{it: getattr(one, it) for it in columns},
            "kind": words.get(one.kind, word(one.kind)),
            "source": place(one.evidence),
        }
        for one in rows
    ]
    shown((*columns, "source"), told)
