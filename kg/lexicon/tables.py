"""The tables of kg/data as Python values, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Division", "divisions", "former_names", "sections", "surnames", "table", "word_list"]


class Division(NamedTuple):
    """An administrative division: code, full name, code of the division above (empty at the top)."""

    code: str
    name: str
    parent: str


def rows(name: str) -> Iterator[str]:
    """The lines of a table without comments and blank lines."""
    for line in files("kg.data").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a table, longest first, each once."""
    found = {word for line in rows(name) for word in line.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def surnames() -> frozenset[str]:
    """Single and compound surnames."""
    return frozenset(word_list("surnames.txt"))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a table by its [sections], longest first."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in rows(name):
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {section: tuple(sorted(kept, key=lambda w: (-len(w), w))) for section, kept in found.items()}


@cache
def divisions() -> dict[str, Division]:
    """All divisions by code."""
    return {row[0]: Division(*row) for row in (line.split("\t") for line in rows("divisions.tsv"))}


@cache
def former_names() -> tuple[tuple[str, str, int], ...]:
    """Codes of divisions, names that they bore before, and the year in which each changed."""
    return tuple((code, name, int(year)) for code, name, year in table("former_names.tsv", 3))


@cache
def table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of tab-separated cells, each filled up with empty ones to `columns`."""
    found = (tuple(line.split("\t")) for line in rows(name))
    return tuple((*row, *[""] * (columns - len(row)))[:columns] for row in found)
