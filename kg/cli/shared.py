"""`kg shared`: which bodies answer for tasks together."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.app import app, out
from kg.cli.folder import put
from kg.cli.shown import Classes, Graph, Json, Most, opened, place, put_picture, shown, word
from kg.messages import say

if TYPE_CHECKING:
    from kg.analysis import Sharing

WIDEST = 12
"""Bodies in a matrix on the terminal; a file has them all."""

Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the matrix as CSV.")]
Png = Annotated[Path | None, typer.Option("--png", metavar="FILE", help="Write the matrix as a heat map.")]


@app.command(
    "shared",
    epilog="Examples:  `kg shared`  ·  `kg shared 市财政局`  ·  `kg shared 市财政局 市教育局 --role any`  ·  "
    "`kg shared --csv matrix.csv --png matrix.png`",
)
def shared_command(
    bodies: Annotated[list[str] | None, typer.Argument(metavar="[BODY]...", help="Names or ids; all, if none.")] = None,
    role: Annotated[str, typer.Option(metavar="lead|any", help="Count a body where it leads, or in any role.")] = "any",
    classes: Classes = False,
    table: Csv = None,
    picture: Png = None,
    most: Most = 20,
    folder: Graph = None,
    as_json: Json = False,
) -> None:
    """Tell which bodies answer for tasks together: all, one and its partners, or those named.

    Shows a matrix (a body's own tasks on the diagonal), pairs, combinations, and the tasks of all bodies named.
    """
    from kg.analysis import heat_map, shared

    found = shared(opened(folder), bodies or [], kind(role), classes)
    if table:
        put(table, as_csv(found))
    if picture:
        put_picture(heat_map(found), picture)
    if as_json:
        print(json.dumps(as_record(found), ensure_ascii=False))
    elif not (table or picture):
        show(found, most, bool(bodies))


def kind(role: str) -> Literal["lead", "any"]:
    """The role as it is given, when it is one."""
    if role == "lead":
        return "lead"
    if role == "any":
        return "any"
    raise typer.BadParameter("is lead or any", param_hint="--role")


def as_csv(found: Sharing) -> str:
    """The matrix with the names of the bodies, and a byte order mark for spreadsheets."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["body", *(thing.name for thing in found.bodies)])
    writer.writerows([thing.name, *row] for thing, row in zip(found.bodies, found.matrix, strict=True))
    return "\ufeff" + text.getvalue()


def as_record(found: Sharing) -> dict[str, object]:
    """All that was found, for programs."""
    from kg.analysis import record

    parts = {name: record(getattr(found, name)) for name in ("bodies", "pairs", "combinations", "tasks")}
    return {**parts, "matrix": found.matrix}


def show(found: Sharing, most: int, asked: bool) -> None:
    """Print matrix, pairs, combinations and tasks."""
    few = found.bodies[:WIDEST]
    cells = [[str(number or "·") for number in row[:WIDEST]] for row in found.matrix[:WIDEST]]
    columns = [f"{index}" for index in range(1, len(few) + 1)]
    rows = (
        {"": f"{n} {thing.name}", **dict(zip(columns, row, strict=True))}
        for n, (thing, row) in enumerate(zip(few, cells, strict=True), 1)
    )
    shown(["", *columns], rows)
    out.print()
    pairs = [{"body": it.name, "partner": it.partner_name, "tasks": it.tasks} for it in found.pairs]
    shown(("body", "partner", "tasks"), pairs[:most])
    combined = [one for one in found.combinations if asked or one.tasks > 1][:most]
    if combined:
        out.print(f"\n[bold]{say('combinations')}[/]")
        shown(("tasks", "bodies"), ({"tasks": one.tasks, "bodies": "、".join(one.names)} for one in combined))
    if found.tasks:
        out.print(f"\n[bold]{say('tasks_together')}[/]")
        rows_of = (
            {"title": it.title, "kind": " · ".join(kinds(it.kinds)), "source": place(it.evidence)} for it in found.tasks
        )
        shown(("title", "kind", "source"), rows_of)


def kinds(told: tuple[str, ...]) -> Iterator[str]:
    """The kinds of responsibility of each body, in the language of the terminal."""
    return ("、".join(map(word, one.split("、"))) for one in told)
