"""`kg top`: rankings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.shown import Classes, Graph, Json, Most, as_lines, opened, shown

WHAT = "tasks, leads (bodies by tasks), people (by bodies they sit on), groups (by people), never-lead."


@app.command(
    "top",
    epilog="Examples:  `kg top`  ·  `kg top leads -n 5`  ·  `kg top people --json`  ·  `kg top never-lead`",
)
def top_command(
    what: Annotated[str, typer.Argument(metavar="[WHAT]", help=WHAT)] = "tasks",
    classes: Classes = False,
    most: Most = 20,
    folder: Graph = None,
    as_json: Json = False,
) -> None:
    """Rank bodies by tasks or members, or people by bodies; tasks are told by kind of responsibility."""
    from kg.analysis import BodyDuties, Count, body_duties, never_lead, top

    store = opened(folder)
    rows: Sequence[BodyDuties | Count]
    if what in ("tasks", "never-lead"):
        rows = (body_duties if what == "tasks" else never_lead)(store, classes)[:most]
    else:
        rows = top(store, what, classes)[:most]
    if as_json:
        as_lines(rows)
        return
    columns = (BodyDuties if what in ("tasks", "never-lead") else Count)._fields[1:]
    shown(columns, [row._asdict() for row in rows])
