"""What is wrong with a built folder: shapes that its graph breaks, quotes that are not what stands there, doubts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import Place
from kg.quality.evaluate import read_facts
from kg.quality.shapes import Constraint, constraints
from kg.rdf import id_of
from kg.store import Store, Value, read_kept

__all__ = ["Finding", "broken", "check"]

SPANS = """SELECT ?this ?file ?start ?end ?quote ?line WHERE {
    ?this oa:start ?start ; oa:end ?end ; oa:exact ?quote ; gz:line ?line ; prov:wasQuotedFrom/rdfs:label ?file .
} ORDER BY ?file ?start ?end"""
AROUND = """SELECT ?file ?start WHERE {
    { BIND(<{0}> AS ?span) } UNION { <{0}> prov:wasDerivedFrom ?span }
    UNION { <{0}> prov:hadMember/prov:wasDerivedFrom ?span }
    UNION { ?fact gz:about|org:organization|org:member|prov:agent|gz:post <{0}> ; prov:wasDerivedFrom ?span }
    ?span oa:start ?start ; prov:wasQuotedFrom/rdfs:label ?file .
} ORDER BY ?file ?start LIMIT 1"""

Severity = Literal["violation", "warning", "doubt"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: in which shape (or `quote`, `doubt`), what about it, and where it stands.

    `place` is None for what no line of a source tells of; `value` is what is to blame, or ''.
    """

    severity: Severity
    shape: str
    zh: str
    en: str
    node: str
    value: str
    place: Place | None


def check(folder: Path) -> list[Finding]:
    """All findings of a folder that `kg build` wrote: violations first, then warnings, then doubts."""
    store, texts = Store.open(folder), Texts(folder)
    found = [*_shapes(store, texts), *_quotes(store, texts), *_facts(folder, texts)]
    order = ("violation", "warning", "doubt")
    return sorted(found, key=lambda one: order.index(one.severity))


def broken(store: Store) -> Iterator[tuple[Constraint, str, Value]]:
    """Each constraint that a graph breaks, with the IRI of what breaks it and the value to blame, if any."""
    for one in constraints():
        for row in store.select(one.sparql):
            yield one, row["this"].value, store.plain(row["value"])


class Texts:
    """The texts of a folder, and their places."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, tuple[str, list[int]]] = {}

    def text(self, file: str) -> str:
        """The text of a source."""
        return self._read(file)[0]

    def place(self, file: str, offset: int) -> Place:
        """The place of a character, of the last one where the text is shorter."""
        text, breaks = self._read(file)
        offset = max(0, min(offset, len(text)))
        line = bisect_left(breaks, offset)
        return Place(file, line + 1, offset - (breaks[line - 1] if line else -1))

    def _read(self, file: str) -> tuple[str, list[int]]:
        if file not in self._kept:
            text = read_kept(self.folder, file)
            self._kept[file] = text, [index for index, char in enumerate(text) if char == "\n"]
        return self._kept[file]


def _shapes(store: Store, texts: Texts) -> Iterator[Finding]:
    """What breaks a shape."""
    for one, node, value in broken(store):
        severity: Severity = "warning" if one.warning else "violation"
        told = "" if value is None else str(value)
        shown = id_of(store.base, node)
        yield Finding(severity, one.shape, one.zh, one.en, shown, told, _place(store, node, texts))


def _place(store: Store, node: str, texts: Texts) -> Place | None:
    """Where the first fact about a node stands."""
    for row in store.select(AROUND.replace("{0}", node)):
        file, start = store.plain(row["file"]), store.plain(row["start"])
        if isinstance(start, int):
            return texts.place(str(file), start)
    return None


def _quotes(store: Store, texts: Texts) -> Iterator[Finding]:
    """Spans of the graph whose quote or line is not what stands in the text."""
    names = ("this", "file", "start", "end", "line", "quote")
    for row in store.select(SPANS):
        node, file, start, end, line, quote = (store.plain(row[name]) for name in names)
        if isinstance(start, int) and isinstance(end, int) and isinstance(line, int):
            yield from _quote(texts, str(file), (start, end, line), str(quote), str(node))


def _quote(texts: Texts, file: str, at: tuple[int, int, int], quote: str, node: str) -> Iterator[Finding]:
    """A quote or a line that is not what stands there."""
    start, end, line = at
    place = texts.place(file, start)
    if texts.text(file)[start:end] != quote:
        yield Finding("violation", "Quote", "引文与原文不符", "a quote is what stands there", node, quote, place)
    if place.line != line:
        words = ("行号不符", "a line is counted right")
        yield Finding("violation", "Quote", *words, node, str(line), place)


def _facts(folder: Path, texts: Texts) -> Iterator[Finding]:
    """The same of facts.jsonl, and its doubts."""
    for fact in read_facts(folder):
        source = fact["source"]
        yield from _quote(
            texts, source["file"], (source["start"], source["end"], source["line"]), source["quote"], fact["id"]
        )
        if fact["type"] == "doubt":
            place, reason = texts.place(source["file"], source["start"]), str(fact["reason"])
            yield Finding("doubt", "Doubt", reason, reason, fact["id"], source["quote"], place)
