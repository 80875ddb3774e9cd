"""`kg ask`: plain questions, exact answers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import built
from kg.cli.shown import Graph, Json
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.ask import Answer


@app.command(
    epilog="Examples:  `kg ask 市财政局牵头哪些任务`  ·  "
    "`kg ask 'Who heads the census leading group?' -g graphs/mine`  ·  `kg ask - --json < questions.txt`"
)
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question, or - for one a line of the input.")],
    folder: Graph = None,
    as_json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the sentences, the intent and the queries.")] = False,
    patterns: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A table of your own intents (kg/data/questions.tsv shows the form)."),
    ] = None,
) -> None:
    """Answer a question in Chinese or English from the graph, with the documents that say so."""
    from kg.ask import Engine

    engine = Engine.open(built(folder), patterns)
    for one in questions(question):
        answer = engine.ask(one)
        if as_json:
            print(json.dumps(answer.record(), ensure_ascii=False))
        else:
            show(answer, explain)


def questions(given: str) -> Iterator[str]:
    """The question given, or those of the input, one a line."""
    if given != "-":
        if not given.strip():
            raise InputError("the question is empty", hint="kg ask 谁是防汛指挥部的指挥长")
        yield given
        return
    for line in sys.stdin:
        if line.strip():
            yield line.strip()


def show(answer: Answer, explain: bool) -> None:
    """Print an answer, and on demand what it rests on."""
    out.print(escape(answer.text), soft_wrap=True, highlight=False)
    if not explain:
        return
    out.print(f"[dim]{answer.intent} · {answer.confidence:.2f}[/]")
    for one in answer.evidence:
        quote = " ".join(one.quote.split())
        out.print(f"[dim]{escape(one.file)}:{one.line}[/] {escape(quote)}", soft_wrap=True, highlight=False)
    for text in answer.sparql:
        out.print(escape(text), style="cyan", soft_wrap=True, highlight=False)
