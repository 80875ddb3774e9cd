"""The sentences on which an answer rests, and the documents that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.analysis import Evidence
from kg.store import Row, Store

__all__ = ["documents_of", "evidence"]

MOST = 400
"""Rows whose sentences are looked up."""


def evidence(store: Store, rows: Sequence[Row]) -> tuple[Evidence, ...]:
    """The sentences of rows, each once, in the order of the rows; `kg.analysis` looks up those of one fact."""
    titles = {str(row["number"] or row["title"]): str(row["title"]) for row in store.run("documents")}
    found: dict[tuple[str, int, int], Evidence] = {}
    for row in rows[:MOST]:
        told = row.evidence
        if told and (told.file, told.start, told.end) not in found:
            title = titles.get(told.document, told.document)
            found[told.file, told.start, told.end] = Evidence(
                told.document, title, str(told.date or ""), told.file, told.line, told.quote
            )
    return tuple(found.values())


def documents_of(quotes: Iterable[Evidence]) -> str:
    """The documents of sentences, each once: number and date."""
    told = {one.document: f"{one.document}，{one.date}" if one.date else one.document for one in quotes if one.document}
    return "；".join(told.values())
