"""`kg evaluate`: facts measured against a gold annotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kg.cli.app import app, out
from kg.cli.folder import built


@app.command(
    epilog="Examples:  `kg evaluate graphs/mine gold.json`  ·  `kg evaluate facts.jsonl gold.json --misses 20`"
)
def evaluate(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="A facts.jsonl, or the folder that holds it.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="What a careful reader found, as JSON.")],
    misses: Annotated[int, typer.Option(metavar="N", help="List up to N wrong and missing keys a kind.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure facts against a gold annotation: precision, recall, F1."""
    from kg.quality import evaluate, read_facts, read_gold, total

    tallies = evaluate(read_facts(facts if facts.is_file() else built(facts, "facts.jsonl")), read_gold(gold))
    tallies["micro"] = total(tallies.values())
    if as_json:
        figures = {kind: {"precision": t.precision, "recall": t.recall, "f1": t.f1} for kind, t in tallies.items()}
        print(json.dumps(figures))
        return
    table = Table("", "P", "R", "F1", "gold", box=None, pad_edge=False)
    for kind, one in tallies.items():
        table.add_row(kind, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", str(one.wanted))
    out.print(table)
    for kind, one in tallies.items():
        for label, keys in (("wrong", one.wrong), ("missed", one.missed)):
            for key in keys[:misses]:
                out.print(f"{label} {kind}: {escape(' | '.join(key))}", soft_wrap=True, highlight=False)
