"""`kg build`: sources in, a folder with facts, graph and page out."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kg.cli.app import app, err, out
from kg.cli.doubt import show_doubt
from kg.errors import InputError, Place
from kg.messages import say

if TYPE_CHECKING:
    from kg.build import Built, Progress
    from kg.formats import Metadata
    from kg.view import Engine

Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where to write; graphs/NAME by default.")
]
Fixes = Annotated[
    Path | None, typer.Option("--corrections", metavar="FILE", help="Decisions to apply; DIR/corrections.toml.")
]
WithSparql = Annotated[
    Path | None,
    typer.Option("--with-sparql", metavar="FILE", help="Queries in the page, by the file `npm pack oxigraph` makes."),
]
Base = Annotated[
    str | None,
    typer.Option(
        metavar="IRI", help="What the ids of the RDF begin with.", show_default="https://w3id.org/gazette-kg/id/"
    ),
]
NoPage = Annotated[bool, typer.Option("--no-page", help="Leave the page out, as for a graph too large for one.")]


Sources = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[SOURCES]...", help="Files or folders; the sample gazette when none is given."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
PLACE = typer.Option(metavar="NAME", help="The jurisdiction, where the text does not tell it: 临河市.")
DATE = typer.Option(metavar="DAY", help="The day of the document, where the text prints none: 2020-05-11.")
ISSUER = typer.Option(metavar="NAME", help="Who issued the document, where the text does not say.")
TITLE = typer.Option(metavar="WORDS", help="The document's title, where the text prints none.")
NUMBER = typer.Option(metavar="NO", help="The document's number, where the text prints none.")
URL = typer.Option(metavar="ADDRESS", help="Where the source was got from; facts cite it.")


@app.command(
    "build",
    epilog="Examples:  `kg build`  ·  `kg build gazette.pdf -o graphs/mine`  ·  `kg build gazettes/ --json`"
    "  ·  `kg build notice.html --place 临河市 --url https://…`",
)
def build_command(
    found: Sources = None,
    folder: Output = None,
    fixes: Fixes = None,
    base: Base = None,
    with_sparql: WithSparql = None,
    no_page: NoPage = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
    place: Annotated[str, PLACE] = "",
    date: Annotated[str, DATE] = "",
    issuer: Annotated[str, ISSUER] = "",
    title: Annotated[str, TITLE] = "",
    number: Annotated[str, NUMBER] = "",
    url: Annotated[str, URL] = "",
) -> None:
    """Read gazettes and write facts, graph and page."""
    began = time.perf_counter()
    said = about(place=place, date=date, issuer=issuer, title=title, number=number, url=url)
    target, built = read(found, folder, fixes, said, quiet or as_json)
    page = written(built, target, base, with_sparql, not no_page)
    report(replace(built, seconds=time.perf_counter() - began), page, quiet, as_json)


def about(**said: str) -> Metadata:
    """What the user says of the sources; InputError where the date is no day."""
    from kg.formats import Metadata, dated

    if said["date"] and not dated(said["date"]):
        raise InputError(f"--date {said['date']} is no day", hint="write it as 2020-05-11")
    return Metadata(**{**said, "date": dated(said["date"]) or ""})


def read(
    found: Sequence[Path] | None, folder: Path | None, fixes: Path | None, said: Metadata, silent: bool
) -> tuple[Path, Built]:
    """The folder to write to, and what the sources say."""
    from kg.build import gather, sample
    from kg.identity import FILE, corrections

    paths = [local(path) for path in found or [sample()]]
    target = folder or Path("graphs") / (paths[0].resolve().stem if len(paths) == 1 else "gazettes")
    decided = corrections(fixes or target / FILE, needed=fixes is not None)
    return target, gather(paths, Path(os.path.abspath(target)).name, progress(silent), decided, said)


def written(built: Built, target: Path, base: str | None, with_sparql: Path | None, page: bool) -> Path:
    """The path of the page, or the folder, that a build is written to."""
    from kg.build import build
    from kg.facts import BASE

    return build(built, target, base or BASE, page, engine_of(with_sparql))


def local(path: Path) -> Path:
    """A path as it is; InputError where it is an address on the network."""
    address = re.fullmatch(r"(?i)(https?|ftp):/+(.+)", str(path))
    if address and not path.exists():
        where = f"{address[1]}://{address[2]}"
        raise InputError("kg fetches nothing from the network", where, "save the page to a file, then kg build FILE")
    return path


def progress(silent: bool) -> Progress:
    """A bar where somebody looks at a terminal, else nothing."""
    return bar if err.is_terminal and not silent else iter


def report(built: Built, page: Path, quiet: bool, as_json: bool) -> None:
    """Say what a build found and what it could not read."""
    if not quiet:
        warn(built)
    if as_json or not quiet:
        summary(built, page, as_json)


def engine_of(path: Path | None) -> Engine | None:
    """The engine of queries that the user brings, told to be unfit before anything else is done."""
    from kg.view import engine

    return engine(path) if path else None


def bar(found: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """The sources one after another under a progress bar, where there are several."""
    from rich.progress import track

    several = list(found)
    if len(several) < 2:
        return iter(several)
    return iter(track(several, description=say("reading"), console=err, transient=True))


def warn(built: Built) -> None:
    """Say on the error stream which sources hold no notice, and show each doubt with a caret."""
    from kg.facts import Doubt

    files = {one.evidence.file for one in built.facts if not isinstance(one.fact, Doubt)}
    for gazette in built.gazettes:
        if gazette.origin not in files:
            err.print(f"[yellow]{say('warning')}[/]: {escape(gazette.origin)}: {say('no_notice')}", soft_wrap=True)
    for refused in built.refused:
        err.print(f"[yellow]{say('not_read')}[/]: {escape(str(refused))}", soft_wrap=True)
    for told in built.warnings:
        err.print(f"[yellow]{say('warning')}[/]: {escape(told)}", soft_wrap=True)
    for told in built.stale:
        err.print(f"[yellow]{say('warning')}[/]: {say('stale')}: {escape(told)}", soft_wrap=True)
    texts = {gazette.origin: gazette.text for gazette in built.gazettes}
    for one in built.facts:
        if isinstance(one.fact, Doubt):
            text, start = texts[one.evidence.file], one.evidence.start
            show_doubt(err, Place.of(one.evidence.file, text, start), one.fact.reason, text, start)


def summary(built: Built, page: Path, as_json: bool) -> None:
    """Print the table that ends a build, or the same as JSON."""
    counts = built.counts()
    if as_json:
        numbers = {**counts, "read": built.read(), "stopped": dict(sorted(built.stopped.items()))}
        shown = str(page) if page.is_file() else None
        print(json.dumps({**numbers, "seconds": round(built.seconds, 3), "page": shown}))
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, count in counts.items():
        table.add_row(say(name), f"[bold]{count:,}[/]")
    table.add_row(say("seconds"), f"{built.seconds:.1f}")
    out.print(table)
    out.print(f"{say('regions_read')} {built.read():g} % ({say('doubts')} {counts['doubts']:,})")
    if built.stopped:
        out.print(f"{say('stopped')}: {sum(built.stopped.values()):,}")
    out.print(f"{say('page' if page.is_file() else 'folder')}: {escape(str(page))}", soft_wrap=True)
