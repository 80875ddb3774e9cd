"""`kg people` and `kg bodies`: who is who in a graph, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kg.cli.app import app, out
from kg.cli.folder import built
from kg.errors import GraphError
from kg.messages import say

if TYPE_CHECKING:
    from kg.store import Record

__all__ = ["told"]

Folder = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
]
Explain = Annotated[str | None, typer.Option(metavar="NAME", help="Say why a name is one or several.")]
Unsure = Annotated[bool, typer.Option("--unsure", help="List only the pairs that are in doubt; exit code 1 if any.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


@app.command(epilog="Examples:  `kg people`  ·  `kg people graphs/mine --explain 安伟`  ·  `kg people --changes`")
def people(
    folder: Folder = None,
    explain: Explain = None,
    unsure: Unsure = False,
    changes: Annotated[bool, typer.Option("--changes", help="List who changed posts and who followed whom.")] = False,
    as_json: Json = False,
) -> None:
    """List the persons of a graph with their posts over time, and the judgements on names."""
    folder = built(folder, "people.jsonl")
    if unsure:
        doubtful(folder, "person", as_json)
        return
    if changes:
        show(records(folder, "changes.jsonl"), as_json, changed)
        return
    found = [one for one in records(folder, "people.jsonl") if explain in (None, one["name"])]
    show(known(found, explain), as_json, person)
    if explain:
        show(about(folder, "person", [strand for one in found for strand in one["strands"]]), as_json, told)


@app.command(epilog="Examples:  `kg bodies`  ·  `kg bodies graphs/mine --explain 国调队`")
def bodies(folder: Folder = None, explain: Explain = None, unsure: Unsure = False, as_json: Json = False) -> None:
    """List the bodies of a graph with their full names and printed forms."""
    folder = built(folder, "bodies.jsonl")
    if unsure:
        doubtful(folder, "body", as_json)
        return
    found = [
        one for one in records(folder, "bodies.jsonl") if explain in (None, one["name"], one["full"], *one["aliases"])
    ]
    show(known(found, explain), as_json, body)
    if explain:
        show(about(folder, "body", [explain, *(one["name"] for one in found)]), as_json, told)


def records(folder: Path | None, file: str) -> list[Record]:
    """The records of a register."""
    from kg.store import register

    return register(folder, file)


def known(found: list[Record], name: str | None) -> list[Record]:
    """The records found; GraphError where a name is in none."""
    if name and not found:
        raise GraphError(f"{name}: {say('no_such_name')}")
    return found


def about(folder: Path, kind: str, ids: Iterable[str]) -> list[Record]:
    """The judgements of a kind on any of some strands or names."""
    wanted = set(ids)
    found = records(folder, "judgements.jsonl")
    return [one for one in found if one["kind"] == kind and wanted & {one["left"], one["right"]}]


def doubtful(folder: Path, kind: str, as_json: bool) -> None:
    """List the pairs in doubt, with exit code 1 where there is one."""
    found = [one for one in records(folder, "judgements.jsonl") if one["kind"] == kind and one["verdict"] == "unsure"]
    show(found, as_json, told)
    if found:
        raise typer.Exit(1)


def show(found: Iterable[Record], as_json: bool, row: Callable[[Record], Iterator[str]]) -> None:
    """Print records as JSON or as a table."""
    if as_json:
        for one in found:
            print(json.dumps(one, ensure_ascii=False))
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for one in found:
        table.add_row(*map(escape, row(one)))
    if table.row_count:
        out.print(table, soft_wrap=True)


def person(one: Record) -> Iterator[str]:
    """A person as cells: name, place, posts with their days."""
    seen: dict[str, list[str]] = {}
    for post in one["posts"]:
        seen.setdefault(post["body"].removeprefix("body/") + post["title"], []).append(post["date"] or "?")
    yield one["name"]
    yield one["place"]
    yield "；".join(
        f"{post} ({days[0]}{f' – {days[-1]}' if days[-1] != days[0] else ''})" for post, days in seen.items()
    )
    yield one["id"]


def body(one: Record) -> Iterator[str]:
    """A body as cells: label, full name, kind, printed forms."""
    yield one["name"]
    yield one["full"] or ""
    yield one["kind"] or ""
    yield "、".join(one["aliases"])


def told(one: Record) -> Iterator[str]:
    """A judgement as cells."""
    yield f"{say(one['verdict'])} {one['confidence']:.2f}"
    yield f"{one['left']}  ·  {one['right']}"
    yield "；".join(one["reasons"])


def changed(one: Record) -> Iterator[str]:
    """A change or a succession as cells."""
    before, after = one["before"], one["after"]
    where = [f"{post['body'].removeprefix('body/')}{post['title']}" for post in (before, after)]
    who = [post.get("person", one.get("person", "")).rpartition("/")[2] for post in (before, after)]
    yield say(one["type"])
    yield f"{who[0]} {where[0]} {before['date']}"
    yield f"→ {who[1]} {where[1]} {after['date']}"
