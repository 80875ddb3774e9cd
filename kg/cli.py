"""The command line: each command parses its arguments, calls one function, prints."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.assemble import Built, build, gather, read_kept, sample
from kg.entities import BASE
from kg.errors import GraphError, KgError, Place
from kg.facts import Doubt
from kg.messages import say

__all__ = ["app", "main"]

app = typer.Typer(
    help="Government gazettes (政府公报) to a knowledge graph, every fact with its sentence.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        print(version("gazette-kg"))
        raise typer.Exit


@app.callback()
def common(
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Government gazettes (政府公报) to a knowledge graph, every fact with its sentence."""


@app.command(
    "build",
    epilog="Examples:  `kg build`  ·  `kg build gazette.txt -o graphs/mine`  ·  `kg build gazettes/ --json`",
)
def build_command(
    found: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[SOURCES]...", help="Files or folders; the sample gazette when none is given."),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where to write; graphs/NAME by default.")
    ] = None,
    base: Annotated[str, typer.Option(metavar="IRI", help="What the ids of the RDF begin with.")] = BASE,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read gazettes and write facts, graph and page."""
    paths = found or [sample()]
    name = folder.name if folder else paths[0].resolve().stem if len(paths) == 1 else "gazettes"
    target = folder or Path("graphs") / name
    built = gather(paths, name, bar if err.is_terminal and not (quiet or as_json) else iter)
    page = build(built, target, base)
    if not quiet:
        warn(built)
    if as_json:
        print(json.dumps({**built.counts(), "seconds": round(built.seconds, 3), "page": str(page)}))
    elif not quiet:
        summary(built, page)


def bar(found: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """The sources one after another under a progress bar, where there are several."""
    from rich.progress import track

    several = list(found)
    if len(several) < 2:
        return iter(several)
    return iter(track(several, description=say("reading"), console=err, transient=True))


def warn(built: Built) -> None:
    """Say on the error stream which sources hold no notice, and show each doubt with a caret."""
    files = {one.evidence.file for one in built.facts if not isinstance(one.fact, Doubt)}
    for gazette in built.gazettes:
        if gazette.origin not in files:
            err.print(f"[yellow]{say('warning')}[/]: {escape(gazette.origin)}: {say('no_notice')}", soft_wrap=True)
    texts = {gazette.origin: gazette.text for gazette in built.gazettes}
    for one in built.facts:
        if isinstance(one.fact, Doubt):
            text, start = texts[one.evidence.file], one.evidence.start
            show_doubt(err, Place.of(one.evidence.file, text, start), one.fact.reason, text, start)


def show_doubt(console: Console, place: Place, reason: str, text: str, start: int) -> None:
    """Print the place and reason of a doubt, and its line with a caret."""
    console.print(f"[yellow]{escape(str(place))}[/]: {escape(reason)}", soft_wrap=True)
    console.print(escape(caret(text, start)), soft_wrap=True, highlight=False)


def caret(text: str, offset: int) -> str:
    """The line of `offset` with a caret below it, at most 60 characters around the place."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - 20)
    end = text.find("\n", offset)
    line = text[start : min(end if end >= 0 else len(text), offset + 40)]
    before = "".join("\u3000" if ord(char) > 0x2E7F else " " for char in text[start:offset])
    return f"    {line}\n    {before}^".replace("\t", " ")


def summary(built: Built, page: Path) -> None:
    """Print the table that ends a build."""
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, count in built.counts().items():
        table.add_row(say(name), f"[bold]{count:,}[/]")
    table.add_row(say("seconds"), f"{built.seconds:.1f}")
    out.print(table)
    out.print(f"{say('page')}: {escape(str(page))}", soft_wrap=True)


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
    from kg.evaluate import evaluate, read_facts, read_gold, total

    tallies = evaluate(read_facts(facts), read_gold(gold))
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


@app.command(epilog="Examples:  `kg doubts graphs/mine`")
def doubts(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that kg build wrote.")],
) -> None:
    """Show what looks like a fact and could not be read, each with its place; exit code 1 if there is any."""
    from kg.evaluate import read_facts

    found = [one for one in read_facts(folder) if one["type"] == "doubt"]
    for one in found:
        source = one["source"]
        text = read_kept(folder, source["file"])
        show_doubt(out, Place.of(source["file"], text, source["start"]), one["reason"], text, source["start"])
    if found:
        raise typer.Exit(1)


@app.command("open", epilog="Examples:  `kg open`  ·  `kg open graphs/mine`")
def open_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder that kg build wrote; the newest below graphs/.")
    ] = None,
) -> None:
    """Open the page of a graph in the browser."""
    import webbrowser

    pages = [folder / "graph.html"] if folder else sorted(Path("graphs").glob("*/graph.html"), key=modified)
    page = next((path for path in reversed(pages) if path.is_file()), None)
    if page is None:
        raise GraphError(say("no_graph"), folder or Path("graphs"))
    opened = webbrowser.open(page.resolve().as_uri())
    out.print(f"{say('opened') if opened else say('page')}: {escape(str(page))}", soft_wrap=True)


def modified(path: Path) -> float:
    """When a file was last written."""
    return path.stat().st_mtime


def main() -> None:
    """Run a command; an error of the user's is one line and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KgError as error:
        err.print(f"[red]{say('error')}[/]: {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(error.exit_code) from None
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        told = f"{type(error).__name__}: {error}"
        err.print(f"[red]{say('bug')}[/]: {escape(told)} (KG_DEBUG=1)", soft_wrap=True, highlight=False)
        raise SystemExit(70) from None
