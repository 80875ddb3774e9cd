"""`kg check`: what is wrong with a built graph."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import built
from kg.messages import language, say

if TYPE_CHECKING:
    from kg.quality import Finding

COLORS = {"violation": "red", "warning": "yellow", "doubt": "yellow"}


@app.command(
    "check",
    epilog="Examples:  `kg check`  ·  `kg check graphs/mine --json`  ·  `kg check graphs/mine --strict`",
)
def check_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings and doubts count as violations.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check a graph: its shapes (SHACL), its quotes against the texts, its doubts; exit code 1 on violations."""
    from kg.quality import check

    found = check(built(folder))
    if as_json:
        print(json.dumps([record(one) for one in found], ensure_ascii=False, indent=1))
    else:
        report(found)
    if any(strict or one.severity == "violation" for one in found):
        raise typer.Exit(1)


def report(found: list[Finding]) -> None:
    """Print each finding as a line that names file and line, and how many there are."""
    for one in found:
        where = f"{one.place}: " if one.place else ""
        words = one.zh if language() == "zh" else one.en
        value = f" ({one.value})" if one.value and one.severity != "doubt" else ""
        told = escape(f"{one.shape}: {words}: {one.node}{value}")
        kind = f"[{COLORS[one.severity]}]{say(one.severity)}[/]"
        out.print(f"{escape(where)}{kind} {told}", soft_wrap=True, highlight=False)
    counts: Counter[str] = Counter(one.severity for one in found)
    if counts["violation"] + counts["warning"] == 0:
        out.print(say("conforms"), soft_wrap=True)
    out.print(" · ".join(f"{counts[kind]:,} {say(f'{kind}s')}" for kind in COLORS))


def record(one: Finding) -> dict[str, object]:
    """A finding as JSON."""
    place = one.place
    return {
        "severity": one.severity,
        "shape": one.shape,
        "message": {"zh": one.zh, "en": one.en},
        "node": one.node,
        "value": one.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
