"""`kg task`: tasks by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.shown import Graph, Json, Most, as_lines, opened, place
from kg.errors import GraphError
from kg.messages import heading, say

if TYPE_CHECKING:
    from kg.analysis import TaskFound


@app.command(
    "task",
    epilog="Examples:  `kg task 健康知识`  ·  `kg task 妇幼 健康`  ·  `kg task 心理 --json`",
)
def task_command(
    words: Annotated[list[str], typer.Argument(help="Words of the task, all of which it has.")],
    most: Most = 20,
    folder: Graph = None,
    as_json: Json = False,
) -> None:
    """Tell the tasks that have some words: who leads, who takes part, goals, deadline, and where that stands."""
    from kg.analysis import tasks

    found = tasks(opened(folder), " ".join(words))
    if not found:
        raise GraphError(f"{' '.join(words)[:60]}: {say('no_such_name')}")
    if as_json:
        as_lines(found)
        return
    for one in found[:most]:
        show(one)
    out.print(f"{len(found):,} {say('tasks')}", style="dim")


def show(one: TaskFound) -> None:
    """Print a task."""
    out.print(f"[bold]{escape(one.title)}[/]  [dim]{escape(f'{one.program} {one.path}'.strip())}[/]", soft_wrap=True)
    lines = {name: "、".join(getattr(one, name)) for name in ("lead", "participant", "responsible")}
    lines["goals"] = "；".join(
        f"{it.indicator} {it.year or ''} {it.sign} {'' if it.value is None else f'{it.value:g}'}{it.unit}"
        for it in one.goals
    )
    lines |= {"deadline": one.deadline, "source": place(one.evidence)}
    for name, told in lines.items():
        if told:
            out.print(f"  {heading(name)}: {escape(told)}", soft_wrap=True, highlight=False)
