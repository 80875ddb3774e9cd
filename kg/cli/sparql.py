"""`kg sparql`: questions to a built graph, written in SPARQL or kept under a name."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.cli.app import app, err, out
from kg.cli.folder import built
from kg.errors import InputError, QueryError
from kg.messages import language, say

if TYPE_CHECKING:
    from kg.store import Answer, Row, Store, Value

WIDE = 2000
"""Columns of a table that goes to a file or another program."""

FORMATS = ("table", "json", "xml", "csv", "tsv", "ttl", "nt")


@app.command(
    "sparql",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    epilog="Examples:  `kg sparql --list`  ·  `kg sparql --name shared-responsibility --body 市财政局`  ·  "
    "`kg sparql 'SELECT ?name { ?one a foaf:Person ; rdfs:label ?name }' --format csv`  ·  "
    "`kg sparql ask.rq -g graphs/mine`",
)
def sparql_command(
    context: typer.Context,
    text: Annotated[
        str | None, typer.Argument(metavar="[QUERY|FILE|-]", help="SPARQL, a file of it, or - for the standard input.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("-g", "--graph", metavar="DIR", help="A folder that kg build wrote; the newest below graphs/."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help=", ".join(FORMATS))] = "table",
    name: Annotated[str | None, typer.Option(help="A named query; its parameters follow as --PARAMETER VALUE.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the named queries with their parameters.")] = False,
) -> None:
    """Ask a built graph in SPARQL; the prefixes are known, and the default graph is all graphs at once."""
    if form not in FORMATS:
        raise InputError(f"{form!r} is no format", hint="known are " + ", ".join(FORMATS))
    if listed:
        list_queries()
        return
    words = [*([text] if text and (name or text.startswith("--")) else []), *context.args]
    given = parameters(words, name)
    if not name and not (text and text.strip()):
        raise InputError("give either a query or --name", hint="kg sparql --list names the queries")
    ask(folder, form, name, given, text or "")


def ask(folder: Path | None, form: str, name: str | None, given: dict[str, str], text: str) -> None:
    """Open the graph, out of reach of any network, and print the answer."""
    from kg.store import Store, wall

    wall()
    store = Store.open(built(folder))
    if name and form == "table":
        show_rows(store.run(name, **given))
    else:
        answer(store, store.named(name, **given) if name else source(text), form)


def answer(store: Store, text: str, form: str) -> None:
    """Print the answer to a query."""
    import pyoxigraph as ox

    from kg.store import GRAPHS, RESULTS, written

    found = store.query(text)
    for note in store.notes(text):
        err.print(f"{say('warning')}: {escape(note)}", soft_wrap=True, highlight=False)
    if form == "table" and not isinstance(found, ox.QueryTriples):
        show(store, found)
        return
    shown = "ttl" if form == "table" else form
    known = next(one for one in (*RESULTS, *GRAPHS) if one.name == shown)
    if known.triples is not isinstance(found, ox.QueryTriples):
        kind = "triples" if known.triples else "rows"
        raise QueryError(f"the format {form} is for {kind}, which this query does not give")
    sys.stdout.buffer.write(written(found, known))


def show(store: Store, found: Answer) -> None:
    """Print rows as a table, or yes or no."""
    import pyoxigraph as ox

    if isinstance(found, ox.QueryBoolean):
        out.print(say("yes") if found else say("no"))
        return
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    table(names, ({name: store.plain(row[name]) for name in names} for row in found))


def show_rows(rows: list[Row]) -> None:
    """Print the rows of a named query, each with the line that states it."""
    names = [name for name in rows[0] if name != "fact"] if rows else []
    told = [name for name in names if f"{name}Name" not in names and not _beside(name, names)]
    shown = [{name: row[name] for name in told} for row in rows]
    if rows and "fact" in rows[0]:
        for row, line in zip(rows, shown, strict=True):
            found = row.evidence
            line[say("source")] = f"{found.file}:{found.line}" if found else ""
        told.append(say("source"))
    table(told, shown)


def _beside(name: str, names: list[str]) -> bool:
    """Whether a column holds the id of what the next one names."""
    index = names.index(name) + 1
    return index < len(names) and names[index] in ("name", "title") and name not in ("role", "action", "date", "change")


def table(names: list[str], rows: Iterable[Mapping[str, Value]]) -> None:
    """Print a table and the number of its rows."""
    shown = Table(box=None, pad_edge=False)
    for name in names:
        shown.add_column(name, overflow="fold")
    for row in rows:
        shown.add_row(*(escape("" if row[name] is None else str(row[name])) for name in names))
    if names:
        (out if out.is_terminal else Console(width=WIDE)).print(shown)
    out.print(f"{shown.row_count:,} {say('rows')}", style="dim")


def parameters(words: list[str], name: str | None) -> dict[str, str]:
    """The parameters of a named query, from what the command line has left: --PARAMETER VALUE."""
    given: dict[str, str] = {}
    if words and not name:
        raise InputError(f"{words[0]!r} is no option", hint="kg sparql --help")
    rest = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    while rest:
        word = rest.pop(0)
        if not word.startswith("--") or not rest:
            raise InputError(f"{word!r} is no option", hint="parameters of a named query are --PARAMETER VALUE")
        given[word.removeprefix("--")] = rest.pop(0)
    return given


def source(text: str) -> str:
    """The query itself, or that of a file or of the standard input."""
    if text == "-":
        return sys.stdin.read()
    if len(text) < 256 and "{" not in text:
        try:
            return Path(text).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "no UTF-8"
            raise InputError(f"is no query, and as a file cannot be read: {reason}", text) from error
    return text


def list_queries() -> None:
    """Print the named queries: name, title, parameters, an example."""
    from kg.store import queries

    chinese = language() == "zh"
    for found in queries().values():
        out.print(f"[bold]{found.name}[/]  {escape(found.zh if chinese else found.en)}", soft_wrap=True)
        for one in found.parameters:
            out.print(f"    --{one.name} {one.kind.upper()}  {escape(one.zh if chinese else one.en)}", soft_wrap=True)
        told = " ".join(f"--{key} {value}" for key, value in found.example)
        out.print(f"    [dim]kg sparql --name {found.name} {escape(told)}[/]".rstrip(), soft_wrap=True, highlight=False)
