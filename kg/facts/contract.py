"""Facts as lines of facts.jsonl, the stable interface for other programs."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import singledispatch
from typing import Any, Protocol

from kg.facts.base import Fact
from kg.facts.entities import Body, Person
from kg.facts.evidence import Evidence, Sourced
from kg.facts.posts import Appointment, Change, MemberBody, Membership, Office, PostHeld
from kg.facts.tasks import Assignment
from kg.formats import Mark, Source
from kg.text import Span, as_json, encodable

__all__ = ["Context", "Names", "lines", "record", "sourced"]

Context = tuple[str, str | None]
"""Where a name stands: the source, and the document of it."""


class Names(Protocol):
    """What tells which body and which person a printed name is."""

    def body(self, at: Context, printed: str, group: bool = False) -> Body:
        """The body that a document calls so."""

    def person(self, at: Context, name: str, posts: tuple[str, ...] = ()) -> Person:
        """The person whom a document names, with these posts behind the name."""


def sourced(facts: Iterable[Fact], source: Source) -> Iterator[Sourced]:
    """Facts with stable ids, by file, kind and place, and with their evidence in the source."""
    breaks = [index for index, char in enumerate(source.text) if char == "\n"]
    seen: dict[str, int] = {}
    for fact in facts:
        place = f"{source.origin}\0{fact.type}\0{fact.at.start}\0{fact.at.end}"
        seen[place] = seen.get(place, -1) + 1
        data = encodable(f"{place}\0{seen[place]}").encode()
        line = bisect_right(breaks, fact.at.start - 1) + 1
        digest = hashlib.blake2b(data, digest_size=6).hexdigest()
        yield Sourced(f"{fact.type}-{digest}", fact, evidence(fact.at, line, source))


def evidence(at: Span, line: int, source: Source) -> Evidence:
    """Where characters of a source stand, in its text and in its file."""
    mark = source.where(at.start, at.end) or Mark(at.start, at.end)
    quote = source.text[at.start : at.end]
    place = (mark.page, mark.sheet, mark.cell, source.url or None)
    return Evidence(source.origin, at.start, at.end, line, quote, *place)


def lines(facts: Iterable[Sourced], names: Names) -> Iterator[str]:
    """Each fact as one line of JSON."""
    for one in facts:
        yield as_json(record(one, names), separators=(",", ":"))


def record(one: Sourced, names: Names) -> dict[str, Any]:
    """A fact as the contract's object: type, id, document, its fields, resolved ids, source."""
    at = (one.evidence.file, one.fact.document)
    shown: dict[str, Any] = {"type": one.fact.type, "id": one.id, "document": one.fact.document}
    for name, content in values(one.fact):
        shown.setdefault(name, content)
    shown.update(resolved(one.fact, at, names))
    found = one.evidence
    shown["source"] = {
        "file": found.file,
        "start": found.start,
        "end": found.end,
        "line": found.line,
        "quote": found.quote,
    }
    for name in ("page", "sheet", "cell", "url"):
        if getattr(found, name) is not None:
            shown["source"][name] = getattr(found, name)
    return shown


def values(item: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a fact or of a part of it as JSON values; spans as [start, end]."""
    for field in fields(item):
        if field.name == "at" and isinstance(item, Fact):
            continue
        content = getattr(item, field.name)
        if field.metadata.get("optional") and not content:
            continue
        yield field.name, dict(content) if field.metadata.get("object") else plain(content)


def plain(content: Any) -> Any:
    """A field's value as JSON knows it."""
    if isinstance(content, Span):
        return [content.start, content.end]
    if isinstance(content, tuple):
        return [plain(one) for one in content]
    if hasattr(content, "__dataclass_fields__"):
        return dict(values(content))
    return content


@singledispatch
def resolved(fact: Fact, at: Context, names: Names) -> dict[str, Any]:
    """The ids of the nodes that a fact's names stand for."""
    del fact, at, names
    return {}


@resolved.register
def _(fact: Membership, at: Context, names: Names) -> dict[str, Any]:
    person = names.person(at, fact.person, fact.posts).id if fact.person else None
    return {"body_id": names.body(at, fact.body, group=True).id, "person_id": person}


@resolved.register
def _(fact: Change, at: Context, names: Names) -> dict[str, Any]:
    return {
        "body_id": names.body(at, fact.body, group=True).id,
        "person_id": names.person(at, fact.person, fact.posts).id,
    }


@resolved.register
def _(fact: Appointment, at: Context, names: Names) -> dict[str, Any]:
    return {"person_id": names.person(at, fact.person, (fact.post,)).id}


@resolved.register
def _(fact: MemberBody, at: Context, names: Names) -> dict[str, Any]:
    return {"body_id": names.body(at, fact.body, group=True).id, "member_id": names.body(at, fact.member).id}


@resolved.register
def _(fact: Office, at: Context, names: Names) -> dict[str, Any]:
    host = names.body(at, fact.host).id if fact.host else None
    return {"body_id": names.body(at, fact.of, group=True).id, "host_id": host}


@resolved.register
def _(fact: PostHeld, at: Context, names: Names) -> dict[str, Any]:
    return {"person_id": names.person(at, fact.person, (fact.post,)).id}


@resolved.register
def _(fact: Assignment, at: Context, names: Names) -> dict[str, Any]:
    return {
        f"{part}_ids": [names.body(at, printed).id for printed in printed_names]
        for part, printed_names in (
            ("lead", fact.lead),
            ("participant", fact.participants),
            ("responsible", fact.responsible),
        )
    }
