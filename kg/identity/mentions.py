"""What facts say of a person at one place: the name, the posts, the group, the day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from kg.facts import Appointment, Change, Fact, Membership, Office, PostHeld

__all__ = ["Mention", "Named", "PostIn", "contrary", "day_of", "named"]

SEXES = frozenset("男女")


@dataclass(frozen=True, slots=True)
class PostIn:
    """A post that a mention prints: the body's id, the title, the grade (None where unknown).

    `whole` says that it takes all of an official's time: the head or a deputy of a department or county.
    """

    body: str
    title: str
    grade: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a document.

    `key` tells it from other mentions; `place` is the label of the document's place, `document` the
    document's id, `day` its date as a number of days (None where unknown), `group` the body on whose
    roster the name stands ('' elsewhere), `note` what is printed behind the name (女, 回族). `ended` says that
    the posts were held until that day: a removal or a retirement. Where no place is known, `place` is what keeps the
    names of the document apart from others, and `placed` is false.
    """

    key: str
    name: str
    place: str
    document: str
    day: int | None = None
    posts: tuple[PostIn, ...] = ()
    group: str = ""
    note: str = ""
    ended: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its posts as a fact prints them; `group` the body of the roster, '' elsewhere; see `Mention`."""

    name: str
    posts: tuple[str, ...]
    group: str = ""
    note: str = ""
    ended: bool = False


def contrary(one: Collection[str], other: Collection[str]) -> bool:
    """Whether notes on two mentions speak of two sexes or two peoples; 女 and 回族 can be one person's."""
    if not one or not other:
        return False
    words = [{word for note in notes for word in re.split(r"[，、,\s]+", note) if word} for notes in (one, other)]
    return any(
        first and second and not first & second
        for first, second in ([found & SEXES for found in words], [found - SEXES for found in words])
    )


def day_of(iso: str) -> int | None:
    """An ISO date as a number of days; of a year or month alone the first day, None for none."""
    parts = [int(part) for part in iso.split("-") if part.isdigit()]
    if not parts:
        return None
    try:
        return date(*[*parts, 1, 1][:3]).toordinal()
    except ValueError:
        return None


@singledispatch
def named(fact: Fact) -> Iterator[Named]:
    """The persons whom a fact names; none for a kind without a function of its own."""
    del fact
    return iter(())


@named.register
def _(fact: Membership) -> Iterator[Named]:
    if fact.person:
        yield Named(fact.person, fact.posts, fact.body, fact.note or "")


@named.register
def _(fact: Change) -> Iterator[Named]:
    yield Named(fact.person, fact.posts)


@named.register
def _(fact: Office) -> Iterator[Named]:
    for head in fact.heads:
        if head.person:
            yield Named(head.person, head.posts)


@named.register
def _(fact: PostHeld) -> Iterator[Named]:
    yield Named(fact.person, (fact.post,))


@named.register
def _(fact: Appointment) -> Iterator[Named]:
    yield Named(fact.person, (fact.post,), ended=fact.action != "appoint")
