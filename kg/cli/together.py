"""`kg together`: who sits on the same bodies."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.app import app, out
from kg.cli.shown import Graph, Json, Most, as_lines, opened, place, shown

PAIR = ("person", "partner", "groups", "bodies")
SEAT = ("body", "person", "role", "source")


@app.command(
    "together",
    epilog="Examples:  `kg together`  ·  `kg together 安伟`  ·  `kg together 安伟 高永瑞`  ·  `kg together --least 3`",
)
def together_command(
    people: Annotated[
        list[str] | None, typer.Argument(metavar="[PERSON]...", help="Names or ids; all, if none.")
    ] = None,
    least: Annotated[
        int | None, typer.Option(min=1, help="Bodies in common; 2, and 1 where people are named.", show_default=False)
    ] = None,
    most: Most = 100,
    folder: Graph = None,
    as_json: Json = False,
) -> None:
    """Tell who sits on the same bodies: all pairs, one person's partners, or the pairs and seats of those named."""
    from kg.analysis import common_seats, together

    store = opened(folder)
    pairs = together(store, people or [], least)
    if as_json:
        as_lines(pairs)
        return
    rows = ((it.name, it.partner_name, it.groups, "、".join(it.bodies)) for it in pairs[:most])
    shown(PAIR, (dict(zip(PAIR, row, strict=True)) for row in rows))
    if people and len(people) > 1:
        out.print()
        seats = ((it.body_name, it.name, it.role, place(it.evidence)) for it in common_seats(store, people))
        shown(SEAT, (dict(zip(SEAT, row, strict=True)) for row in seats))
