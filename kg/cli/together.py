"""`kg together`: who sits on the same bodies."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.app import app, out
from kg.cli.shown import Graph, Json, Most, as_lines, opened, place, shown


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
    """Tell who sits on the same bodies: all pairs, one person's partners, or the pairs among those named.

    For two or more people it also shows the seats of each on the bodies that all share, with their place in the text.
    """
    from kg.analysis import common_seats, together

    store = opened(folder)
    pairs = together(store, people or [], least)
    if as_json:
        as_lines(pairs)
        return
    rows = [
        {"person": it.name, "partner": it.partner_name, "groups": it.groups, "bodies": "、".join(it.bodies)}
        for it in pairs
    ]
    shown(("person", "partner", "groups", "bodies"), rows[:most])
    if people and len(people) > 1:
        seats = common_seats(store, people)
        out.print()
        told = [
            {"body": it.body_name, "person": it.name, "role": it.role, "source": place(it.evidence)} for it in seats
        ]
        shown(("body", "person", "role", "source"), told)
