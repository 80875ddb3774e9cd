"""A dossier as a report: Markdown, or a page of HTML that prints well and asks nothing of a network."""

from __future__ import annotations

import html as markup
import re
from functools import cache
from typing import TYPE_CHECKING

from kg.analysis.dossier import Dossier, Section
from kg.messages import COLUMNS
from kg.store import Value

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["html", "markdown"]

SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
CITED = ("document", "date", "line", "quote")


def markdown(found: Dossier, language: str = "zh") -> str:
    """The dossier as Markdown: a table for each section, every row with document, date, line and quote."""
    parts = [f"# {_safe(found.name)}\n"]
    if found.others:
        parts.append("、".join(map(_safe, found.others)) + "\n")
    for section in found.sections:
        heads, rows = _cells(section, language)
        lines = [heads, ["---"] * len(heads), *rows]
        table = "\n".join("| " + " | ".join(map(_safe, line) if line in rows else line) + " |" for line in lines)
        parts.append(f"## {_heading(section.name, language)}\n\n{table}\n")
    return "\n".join(parts)


def html(found: Dossier, language: str = "zh") -> str:
    """The dossier as one page of HTML; what a gazette prints cannot become markup."""
    told = [(_heading(section.name, language), *_cells(section, language)) for section in found.sections]
    return _template().render(found=found, sections=told, language=language) + "\n"


def _cells(section: Section, language: str) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of a section as text, the words it rests on at the end where there are any."""
    cited = any(entry.evidence for entry in section.entries)
    extra = [name for name in CITED if cited and name not in section.columns]
    rows = [[_heading(_text(cell), language) for cell in entry.cells] for entry in section.entries]
    for row, entry in zip(rows, section.entries, strict=True):
        told = entry.evidence._asdict() if entry.evidence else dict.fromkeys(CITED, "")
        place = f"{told['file']}:{told['line']}" if entry.evidence else ""
        row += [str(told[name]) if name != "line" else place for name in extra]
    return [_heading(name, language) for name in (*section.columns, *extra)], rows


def _text(value: Value) -> str:
    """A cell as text."""
    return "" if value is None else str(value)


def _heading(name: str, language: str) -> str:
    """A heading in the language of the report."""
    return COLUMNS.get(name, name) if language == "zh" else name


def _safe(text: str) -> str:
    """Text that Markdown takes as it is."""
    return SPECIAL.sub(r"\\\1", markup.escape(" ".join(text.split()), quote=False))


@cache
def _template() -> Template:
    """The template, read once."""
    from jinja2 import Environment, PackageLoader

    return Environment(loader=PackageLoader("kg.analysis", "."), autoescape=True).get_template("report.html")
