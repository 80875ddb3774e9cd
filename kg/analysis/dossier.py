"""All that a graph tells of one person or body, section by section, each row with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.analysis.cited import Evidence, evidence, name_of, the
from kg.analysis.shared import shared
from kg.analysis.together import together
from kg.rdf import PREFIXES
from kg.store import Row, Store, Value

__all__ = ["Dossier", "Entry", "Section", "body", "person"]

NAMES = (PREFIXES["schema"] + "legalName", PREFIXES["skos"] + "altLabel")


class Entry(NamedTuple):
    """A row of a section: its cells in the order of the section's columns."""

    cells: tuple[Value, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one sort: seats, posts, tasks."""

    name: str
    columns: tuple[str, ...]
    entries: list[Entry]

    def rows(self) -> list[dict[str, Value]]:
        """The section as flat rows, ready for pandas: the cells, then document, title, date, file, line, quote."""
        empty = dict.fromkeys(Evidence._fields, None)
        return [
            {**(one.evidence._asdict() if one.evidence else empty), **dict(zip(self.columns, one.cells, strict=True))}
            for one in self.entries
        ]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person or a body: label, full and other names, and the sections that are not empty."""

    id: str
    name: str
    others: tuple[str, ...]
    sections: list[Section]

    def section(self, name: str) -> list[dict[str, Value]]:
        """The rows of a section; none where the graph tells nothing of that."""
        return [row for one in self.sections if one.name == name for row in one.rows()]


class Asked(NamedTuple):
    """A section, the named query that fills it, the parameter that is the entity, and the columns shown.

    A column is one of the query's, under a name of its own where it is written name=column.
    """

    name: str
    query: str
    parameter: str
    columns: tuple[str, ...]


PERSON = (
    Asked("posts", "posts", "person", ("post=title", "bodyName", "date", "action")),
    Asked("seats", "seats", "person", ("bodyName", "role", "date", "action")),
    Asked("appointments", "appointments", "person", ("action", "post=title", "date")),
    Asked("post-changes", "post-changes", "person", ("from", "before", "to", "after")),
)
BODY = (
    Asked("establishments", "establishments", "body", ("number", "title", "date")),
    Asked("members", "members", "body", ("role", "name", "date")),
    Asked("offices", "offices", "body", ("officeName", "hostName", "role", "name")),
    Asked("hosted-offices", "hosted-offices", "body", ("officeName", "ofName")),
    Asked("holders", "holders", "body", ("post=title", "name", "date", "action")),
    Asked("seats", "body-seats", "body", ("bodyName", "role", "date", "action")),
    Asked("tasks", "tasks", "body", ("task=title", "kind", "program")),
    Asked("successions", "successions", "body", ("post=title", "from", "name", "to", "successorName")),
    Asked("roster-revisions", "roster-revisions", "body", ("date", "change", "name", "role")),
    Asked("issued", "documents", "issuer", ("number", "title", "date")),
)


def person(store: Store, name: str) -> Dossier:
    """Every post, seat and appointment of a person, and who sits on the same bodies; a name or an id."""
    thing = the(store, ("person",), name)
    rows = [Entry((one.partner_name, "、".join(one.bodies)), None) for one in together(store, [thing.id])]
    return _dossier(store, thing.id, PERSON, Section("together", ("name", "bodies"), rows))


def body(store: Store, name: str) -> Dossier:
    """Every seat, post, task, office and document of a body, and who shares its tasks; a name or an id."""
    thing = the(store, ("body",), name)
    rows = [Entry((one.partner_name, one.tasks), None) for one in shared(store, [thing.id]).pairs]
    return _dossier(store, thing.id, BODY, Section("shared", ("name", "tasks"), rows))


def _dossier(store: Store, node: str, asked: tuple[Asked, ...], last: Section) -> Dossier:
    """The sections that have anything to tell."""
    label = name_of(store, node)
    others = (value for term in NAMES for value in store.values(node, term))
    sections = [*(_section(store, node, one) for one in asked), last]
    told = [section for section in sections if section.entries]
    return Dossier(node, label, tuple(dict.fromkeys(other for other in others if other != label)), told)


def _section(store: Store, node: str, asked: Asked) -> Section:
    """The rows of a named query; columns that no row fills are left out."""
    found = store.run(asked.query, **{asked.parameter: node})
    named = {told.rpartition("=")[2]: told.partition("=")[0] for told in asked.columns}
    columns = {column: name for column, name in named.items() if any(row[column] is not None for row in found)}
    entries = dict.fromkeys(Entry(tuple(row[it] for it in columns), _evidence(store, row)) for row in found)
    return Section(asked.name, tuple(columns.values()), list(entries))


def _evidence(store: Store, row: Row) -> Evidence | None:
    """The words on which a row of a named query rests."""
    return evidence(store, str(row["fact"])) if row["fact"] else None
