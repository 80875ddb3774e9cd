"""How the analyses are asked and shown: the graph, JSON, tables with the place of every fact."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.app import err
from kg.cli.folder import built, put
from kg.cli.sparql import table
from kg.messages import heading, say

if TYPE_CHECKING:
    from kg.analysis import Drawn, Evidence
    from kg.store import Store

__all__ = ["Classes", "Graph", "Json", "Most", "as_lines", "opened", "place", "put_picture", "shown", "word"]

Graph = Annotated[
    Path | None,
    typer.Option("-g", "--graph", metavar="DIR", help="A folder that kg build wrote; the newest below graphs/."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Most = Annotated[int, typer.Option("-n", "--most", metavar="N", min=1, help="Print at most so many rows.")]
Classes = Annotated[
    bool, typer.Option("--classes", help="Count classes of bodies too, such as 各县（市、区）政府 and 有关部门.")
]


def opened(folder: Path | None) -> Store:
    """The graph of a folder."""
    from kg.store import Store

    return Store.open(built(folder))


def as_lines(rows: Iterable[Any]) -> None:
    """Print rows as JSON, one a line."""
    from kg.analysis import record

    for row in rows:
        print(json.dumps(record(row), ensure_ascii=False))


def place(told: Evidence | None) -> str:
    """Where a fact stands: document, date, file and line."""
    return f"{told.document} {told.date} {told.file}:{told.line}" if told else ""


def put_picture(drawn: Drawn, path: Path) -> None:
    """Write a picture, and say so where its names cannot be read."""
    put(path, drawn.png)
    if not drawn.readable:
        err.print(f"{say('warning')}: {say('no_font')}", soft_wrap=True)


def shown(names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as a table with headings in the language of the terminal."""
    heads = {name: heading(name) for name in names}
    told = {name: head if list(heads.values()).count(head) == 1 else name for name, head in heads.items()}
    table(list(told.values()), [{head: row[name] for name, head in told.items()} for row in rows])


def word(value: Any) -> Any:
    """A kind (lead, appoint) in the language of the terminal; any other value as it is."""
    return heading(value) if isinstance(value, str) else value
