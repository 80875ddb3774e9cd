"""`kg person` and `kg body`: all that a graph tells of one of them, on the terminal or as a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import put
from kg.cli.shown import Graph, Json, opened, place, put_picture, shown, word
from kg.errors import InputError
from kg.messages import heading, language

if TYPE_CHECKING:
    from kg.analysis import Dossier

Name = Annotated[str, typer.Argument(help="A name (full, short or printed) or an id.")]
Report = Annotated[Path | None, typer.Option(metavar="FILE", help="Write a report with every quote: .md or .html.")]
Picture = Annotated[Path | None, typer.Option("--png", metavar="FILE", help="Write a timeline of posts and seats.")]


@app.command(
    epilog="Examples:  `kg person 安伟`  ·  `kg person 安伟 --report anwei.html`  ·  `kg person 安伟 --png anwei.png`",
)
def person(name: Name, report: Report = None, png: Picture = None, folder: Graph = None, as_json: Json = False) -> None:
    """Tell every post, seat and change of a person, each with its document, date and line."""
    from kg.analysis import person as dossier

    tell(dossier(opened(folder), name), report, png, as_json)


@app.command(
    epilog="Examples:  `kg body 市财政局`  ·  `kg body 市财政局 --report finance.md`  ·  `kg body 财政局 --json`",
)
def body(name: Name, report: Report = None, png: Picture = None, folder: Graph = None, as_json: Json = False) -> None:
    """Tell every member, post, task, office and document of a body, each with its document, date and line."""
    from kg.analysis import body as dossier

    tell(dossier(opened(folder), name), report, png, as_json)


def tell(found: Dossier, report: Path | None, picture: Path | None, as_json: bool) -> None:
    """Write what is to be written, else print."""
    if report:
        put(report, written(found, report))
    if picture:
        from kg.analysis import timeline

        put_picture(timeline(found), picture)
    if as_json:
        sections = {section.name: section.rows() for section in found.sections}
        told = {"id": found.id, "name": found.name, "others": found.others, "sections": sections}
        print(json.dumps(told, ensure_ascii=False))
    elif not (report or picture):
        show(found)


def written(found: Dossier, path: Path) -> str:
    """The report in the form that the name of the file asks for."""
    from kg.analysis import html, markdown

    forms = {".md": markdown, ".html": html, ".htm": html}
    if path.suffix.lower() not in forms:
        raise InputError("is no form of a report", path, "end the name in .md or .html")
    return forms[path.suffix.lower()](found, language())


def show(found: Dossier) -> None:
    """Print a dossier, section by section."""
    others = f"  [dim]{escape('、'.join(found.others))}[/]" if found.others else ""
    out.print(f"[bold]{escape(found.name)}[/]{others}  [dim]{escape(found.id)}[/]", soft_wrap=True, highlight=False)
    for section in found.sections:
        out.print(f"\n[bold]{escape(heading(section.name))}[/]")
        told = any(entry.evidence for entry in section.entries)
        columns = (*section.columns, "source") if told else section.columns
        cells = ((*map(word, entry.cells), place(entry.evidence)) for entry in section.entries)
        shown(columns, [dict(zip(columns, row, strict=False)) for row in cells])
