"""`kg path`: how two things are connected."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, err, out
from kg.cli.shown import Graph, Json, Most, opened, place, word
from kg.messages import say

What = Annotated[str, typer.Argument(help="A person, body, task or document; a name or an id.")]


@app.command(
    "path",
    epilog="Examples:  `kg path 安伟 市教育局`  ·  `kg path 周建文 李涛 -n 1`  ·  `kg path 市财政局 市气象局 --json`",
)
def path_command(one: What, other: What, most: Most = 3, folder: Graph = None, as_json: Json = False) -> None:
    """Tell the shortest ways from one thing to another, over seats, posts, tasks, offices and documents.

    Each step has the place of the fact behind it. Exit code 1 where the two are not connected.
    """
    from kg.analysis import paths, record

    found = paths(opened(folder), one, other, most)
    for number, steps in enumerate(found, 1):
        if as_json:
            print(json.dumps({"steps": record(steps)}, ensure_ascii=False))
            continue
        out.print(f"[bold]{number}[/]", highlight=False)
        for step in steps:
            told = f"  {step.name} —{word(step.relation)}→ {step.other_name}"
            out.print(f"{escape(told)}  [dim]{escape(place(step.evidence))}[/]", soft_wrap=True, highlight=False)
    if not found:
        err.print(say("not_connected"))
        raise typer.Exit(1)
