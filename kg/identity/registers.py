"""The registers that a build keeps beside its facts: people, bodies, judgements, changes, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from kg.identity.judging import Judgement
from kg.identity.resolution import Resolution
from kg.identity.timeline import attested, changes, successions
from kg.text import as_json

__all__ = ["registers"]


def registers(names: Resolution) -> Iterator[tuple[str, str]]:
    """The name of each register's file and its text."""
    yield "people.jsonl", lines(people(names))
    yield "bodies.jsonl", lines(bodies(names))
    yield "judgements.jsonl", lines(judgements(names))
    yield "changes.jsonl", lines(timeline(names))


def lines(records: Iterable[dict[str, Any]]) -> str:
    """Records as lines of JSON."""
    return "".join(as_json(one, separators=(",", ":")) + "\n" for one in records)


def people(names: Resolution) -> Iterator[dict[str, Any]]:
    """Every person with the posts that documents attest, and the strands of mentions it was joined from."""
    for path, strands in sorted(names.people.strands.items()):
        yield {
            "id": path,
            "name": strands[0].name,
            "place": strands[0].place if strands[0].mentions[0].placed else "",
            "documents": len({mention.document for strand in strands for mention in strand.mentions}),
            "posts": [asdict(one) for one in attested(names.people, path)],
            "strands": [strand.id for strand in strands],
        }


def bodies(names: Resolution) -> Iterator[dict[str, Any]]:
    """Every body with its names, its kind and place, and the department of which it is a unit."""
    for path, one in sorted(names.nodes.items()):
        above = names.parent(one)
        yield {
            "id": path,
            "name": one.name,
            "full": one.full or None,
            "kind": one.kind or None,
            "level": one.level or None,
            "place": one.jurisdiction or None,
            "aliases": list(one.aliases),
            "unit_of": above.id if above else None,
        }


def judgements(names: Resolution) -> Iterator[dict[str, Any]]:
    """Every judgement on two strands of a name, and on short names of bodies."""
    for kind, told in (("body", names.judgements), ("person", names.people.judgements)):
        yield from (record(kind, one) for one in told)


def record(kind: str, one: Judgement) -> dict[str, Any]:
    """A judgement as a record."""
    return {"kind": kind, **asdict(one), "reasons": list(one.reasons)}


def timeline(names: Resolution) -> Iterator[dict[str, Any]]:
    """The changes of posts, then the successions at the head of bodies."""
    for change in changes(names.people):
        yield {"type": "change", **asdict(change)}
    for one in successions(names.people, {path: found.kind for path, found in names.nodes.items()}):
        before, after = ({"person": person, **asdict(post)} for person, post in (one.before, one.after))
        yield {"type": "succession", "body": one.body, "before": before, "after": after}
