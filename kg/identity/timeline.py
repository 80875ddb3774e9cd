"""Posts over time: who changed posts, and who followed whom at the head of a body.

An attestation is a document's day, no beginning and no end: a change lies somewhere between two of them. Who is removed
from a post, or retires, held it until that day: that goes before whoever is told to hold it from that day on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.identity.mentions import Mention, PostIn
from kg.identity.persons import People
from kg.lexicon import is_chief

__all__ = ["Attested", "PostChange", "Succession", "attested", "changes", "successions"]


@dataclass(frozen=True, slots=True, order=True)
class Attested:
    """A post of a person in a document: ISO date ('' where unknown), body's id, title, document's id."""

    date: str
    body: str
    title: str
    document: str


@dataclass(frozen=True, slots=True)
class PostChange:
    """A person in one body at one time and in another later, or under another title there."""

    person: str
    before: Attested
    after: Attested


@dataclass(frozen=True, slots=True)
class Succession:
    """Two persons who headed a body one after the other."""

    body: str
    before: tuple[str, Attested]
    after: tuple[str, Attested]


def attested(people: People, person: str) -> list[Attested]:
    """The posts of a person in order of time."""
    return [
        Attested(iso(mention), post.body, post.title, mention.document)
        for mention in mentions(people, person)
        for post in mention.posts
    ]


def mentions(people: People, person: str) -> list[Mention]:
    """The dated mentions of a person in order, those that end a post first of their day, then those without a date."""
    found = [mention for strand in people.strands[person] for mention in strand.mentions]
    return sorted(found, key=lambda one: (one.day is None, one.day or 0, not one.ended, one.document, one.key))


def iso(mention: Mention) -> str:
    """The day of a mention as an ISO date."""
    return date.fromordinal(mention.day).isoformat() if mention.day is not None else ""


def changes(people: People) -> Iterator[PostChange]:
    """The changes of all persons: posts in other bodies than before, or another title in the only one.

    A removal tells of a change only where the same document appoints the person elsewhere.
    """
    for person in sorted(people.strands):
        dated = [one for one in mentions(people, person) if one.posts and one.day is not None]
        held = {one.document for one in dated if not one.ended}
        for before, after in pairwise(one for one in dated if not one.ended or one.document in held):
            apart = before.ended or before.day != after.day
            if apart and not after.ended and is_change(before.posts, after.posts):
                yield PostChange(person, at(before, before.posts[-1]), at(after, after.posts[-1]))


def is_change(before: tuple[PostIn, ...], after: tuple[PostIn, ...]) -> bool:
    """Whether posts are others: in no body of those before, or one post in the same body under another title."""
    if not {post.body for post in before} & {post.body for post in after}:
        return True
    return len(before) == len(after) == 1 and before[0].title != after[0].title


def at(mention: Mention, post: PostIn) -> Attested:
    """A post as a mention attests it."""
    return Attested(iso(mention), post.body, post.title, mention.document)


def successions(people: People, kinds: Mapping[str, str]) -> Iterator[Succession]:
    """Who followed whom at the head of each body; `kinds` are those of the bodies by id.

    A party secretary heads the party's body, not the department beside its director.
    """
    heads: dict[str, list[tuple[str, bool, Attested, str]]] = {}
    for person in sorted(people.strands):
        for mention in mentions(people, person):
            for one in (at(mention, post) for post in mention.posts):
                secretary = one.title.endswith("书记") and kinds.get(one.body) not in ("党委", "党委部门")
                if one.date and is_chief(one.title) and not secretary:
                    heads.setdefault(one.body, []).append((one.date, not mention.ended, one, person))
    for body in sorted(heads):
        for (before, first), (after, second) in pairwise(in_turn(sorted(heads[body]))):
            if first != second:
                yield Succession(body, (first, before), (second, after))


def in_turn(heads: list[tuple[str, bool, Attested, str]]) -> Iterator[tuple[Attested, str]]:
    """The heads of a body in order; a removal that is told after another has followed ends nothing."""
    known: set[str] = set()
    last = ""
    for _, held, one, person in heads:
        if held or person == last or person not in known:
            yield one, person
            known.add(person)
            last = person
