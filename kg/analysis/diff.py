"""What two graphs have apart: documents, people, bodies, seats, posts, tasks and duties that came or went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.analysis.changes import Change, changes
from kg.analysis.cited import Evidence, ends, evidence, name_of, pairs, told_by
from kg.analysis.shared import duties
from kg.rdf import PREFIXES
from kg.store import CLASSES, Store

__all__ = ["Difference", "diff"]

KINDS = ("document", "person", "body", "seat", "post", "task", "duty", "change")
"""What is compared, in the order in which it is told."""


class Difference(NamedTuple):
    """Something that only one of two graphs has: `sign` + for the second, - for the first.

    `name` is a label; of a seat or duty the labels of both ends, `detail` its role or kind; of a post
    its title; of a change what was and what is then.
    """

    sign: str
    kind: str
    id: str
    name: str
    detail: str
    evidence: Evidence | None


class Item(NamedTuple):
    """One thing to compare, by ids."""

    kind: str
    one: str
    other: str
    detail: str


def diff(first: Path, second: Path) -> list[Difference]:
    """What the graph of the second folder has and that of the first has not (+), and the other way round (-).

    Beside things and relations it compares the changes that the documents of each folder show together: a person
    who leaves a body still has the seat of the earlier roster.
    """
    stores = Store.open(first), Store.open(second)
    before, after = (dict(_items(store)) for store in stores)
    found = [_told("-", stores[0], item, fact) for item, fact in before.items() if item not in after]
    found += [_told("+", stores[1], item, fact) for item, fact in after.items() if item not in before]
    old, new = (changes(folder, store) for folder, store in zip((first, second), stores, strict=True))
    known = {sign: {one[:-1] for one in told} for sign, told in (("+", old), ("-", new))}
    found += [
        _changed(sign, one) for sign, told in (("-", old), ("+", new)) for one in told if one[:-1] not in known[sign]
    ]
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.sign, one.id, one.detail))


def _changed(sign: str, one: Change) -> Difference:
    """A change that only one of the graphs shows."""
    told = " → ".join(part for part in (one.before, one.after) if part)
    return Difference(sign, "change", one.subject, one.name, f"{one.kind}: {told}", one.evidence)


def _items(store: Store) -> Iterator[tuple[Item, str]]:
    """Everything that is compared, with a fact that states it ('' where none does)."""
    for kind in ("document", "person", "body", "task"):
        classes = " ".join(f"<{one}>" for one in CLASSES[kind])
        text = f"SELECT DISTINCT ?thing WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class }}"
        named = _stating(store) if kind == "document" else {}
        for row in store.select(text):
            node = str(store.plain(row["thing"]))
            if kind != "document" or node in named:
                yield Item(kind, node, "", ""), named.get(node, "")
    for task, bodies in duties(store).items():
        for body, kinds in bodies.items():
            for kind, fact in kinds.items():
                yield Item("duty", body, task, kind), fact
    yield from _held(store)


def _stating(store: Store) -> dict[str, str]:
    """The documents that the sources hold, not those they cite, with the fact of each one's head."""
    heads, sources = told_by(store), ends(store, "dcterms:source").values()
    return {source: heads.get(source, "") for source in sources if source.startswith("document/")}


def _held(store: Store) -> Iterator[tuple[Item, str]]:
    """Seats and posts."""
    members, roles = ends(store, "org:member"), ends(store, "org:role")
    for fact, body in sorted(ends(store, "org:organization").items()):
        if fact in members:
            yield Item("seat", members[fact], body, roles.get(fact, "").rpartition("/")[2]), fact
    holders = {**ends(store, "gz:about"), **members}
    for fact, post in sorted(pairs(store, "gz:post")):  # a seat may tell several
        if holders.get(fact, "").startswith("person/"):
            yield Item("post", holders[fact], post, name_of(store, post)), fact


def _told(sign: str, store: Store, item: Item, fact: str) -> Difference:
    """A difference with its names and its words."""
    if item.kind == "post":
        return Difference(sign, item.kind, item.one, name_of(store, item.one), item.detail, evidence(store, fact))
    name = " · ".join(name_of(store, node) for node in (item.one, item.other) if node)
    number = store.values(item.one, PREFIXES["eli"] + "id_local") if item.kind == "document" else []
    return Difference(sign, item.kind, item.one, name, number[0] if number else item.detail, evidence(store, fact))
