"""The names of bodies that facts print: their forms, and the abbreviations that only the document explains."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, singledispatch
from typing import Protocol

from kg.facts import (
    Appointment,
    Assignment,
    Body,
    Change,
    Creation,
    Fact,
    Header,
    MemberBody,
    Membership,
    Office,
    PostHeld,
    Sourced,
)
from kg.identity.bodies import is_class
from kg.identity.judging import SAME, UNSURE, Judgement
from kg.lexicon import Jurisdiction, fold, split_post, table

__all__ = ["Told", "abbreviations", "bodies_printed", "printed_names"]

Context = tuple[str, str | None]
SHORTEST, LONGEST = 3, 6
"""Characters of a name short of which too much fits it (中行), and beyond which it is no abbreviation."""


class Names(Protocol):
    """What resolves a printed name: the resolution as far as it has come."""

    def place(self, at: Context) -> Jurisdiction:
        """The jurisdiction of a document."""
        ...

    def body(self, at: Context, printed: str, group: bool = False) -> Body:
        """The body of a printed name."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Names that a document tells by the others in it, with the judgements."""

    printed: Mapping[tuple[Context, str], Body] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()


@singledispatch
def printed_names(fact: Fact) -> Iterator[tuple[str, bool]]:
    """The names of bodies that a fact prints, and whether each is a body of seats."""
    del fact
    return iter(())


def owners(posts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The bodies that posts print."""
    return ((owner, False) for owner, _ in map(split_post, posts) if owner)


@printed_names.register
def _(fact: Membership) -> Iterator[tuple[str, bool]]:
    yield fact.body, True
    yield from owners(fact.posts)


@printed_names.register
def _(fact: Change) -> Iterator[tuple[str, bool]]:
    yield fact.body, True
    yield from owners(fact.posts)


@printed_names.register
def _(fact: MemberBody) -> Iterator[tuple[str, bool]]:
    yield fact.body, True
    yield fact.member, False


@printed_names.register
def _(fact: Office) -> Iterator[tuple[str, bool]]:
    yield fact.of, True
    if fact.host:
        yield fact.host, False
    yield from owners(post for head in fact.heads for post in head.posts)


@printed_names.register
def _(fact: Creation) -> Iterator[tuple[str, bool]]:
    yield fact.body, True


@printed_names.register
def _(fact: PostHeld) -> Iterator[tuple[str, bool]]:
    yield from owners((fact.post,))


@printed_names.register
def _(fact: Appointment) -> Iterator[tuple[str, bool]]:
    yield from owners((fact.post,))


@printed_names.register
def _(fact: Assignment) -> Iterator[tuple[str, bool]]:
    for name in (*fact.lead, *fact.participants, *fact.responsible):
        yield name, False


@printed_names.register
def _(fact: Header) -> Iterator[tuple[str, bool]]:
    for issuer in (fact.issuer or "").split("、"):
        if issuer:
            yield issuer, False


def bodies_printed(facts: Iterable[Sourced], names: Names) -> dict[str, Body]:
    """The bodies of a build by id, each with the forms in which its name is printed, other than its own.

    A body that the table does not know is called by its longest form, whatever document comes first.
    """
    found: dict[str, Body] = {}
    forms: dict[str, dict[str, None]] = {}
    for at, printed, group in all_printed(facts):
        one = names.body(at, printed, group)
        kept = found.setdefault(one.id, one)
        if (-len(one.name), one.name) < (-len(kept.name), kept.name):
            found[one.id] = replace(kept, name=one.name)
        forms.setdefault(one.id, {})[printed] = None
    return {
        path: replace(one, aliases=tuple(sorted(form for form in forms[path] if form not in (one.name, one.full))))
        for path, one in found.items()
    }


def all_printed(facts: Iterable[Sourced]) -> Iterator[tuple[Context, str, bool]]:
    """The printed names of all facts with their documents."""
    for sourced in facts:
        at = (sourced.evidence.file, sourced.fact.document)
        for printed, group in printed_names(sourced.fact):
            yield at, printed, group


def abbreviations(facts: Iterable[Sourced], names: Names) -> Told:
    """The short names that exactly one body of their document fits: 国调队 beside 国家统计局三门峡调查队."""
    by_document: dict[Context, dict[str, Body]] = {}
    attested: dict[str, dict[str, Body]] = {}
    for at, printed, group in all_printed(facts):
        one = names.body(at, printed, group)
        by_document.setdefault(at, {})[printed] = one
        attested.setdefault(names.place(at).label, {})[one.id] = one
    told: dict[tuple[Context, str], Body] = {}
    judgements: list[Judgement] = []
    for at, found in by_document.items():
        for printed, one in found.items():
            if one.level and one.full:
                continue
            fitting = fits(printed, found) or loosely(printed, names.place(at), attested)
            if len(fitting) == 1:
                told[at, printed] = fitting[0]
            if fitting:
                judgements.append(judgement(printed, at, fitting))
    return Told(told, tuple(judgements))


def judgement(printed: str, at: Context, fitting: Collection[Body]) -> Judgement:
    """The judgement on a short name."""
    best = sorted(one.name for one in fitting)
    why = f"the only body of {at[1] or at[0]} that fits" if len(best) == 1 else f"could be {'、'.join(best)}"
    verdict, sure = (SAME, 0.7) if len(best) == 1 else (UNSURE, 0.4)
    return Judgement(printed, best[0], verdict, sure, (why,))


def fits(printed: str, found: Mapping[str, Body]) -> list[Body]:
    """The other bodies of a document whose name holds the characters of a short one in order, from end to end."""
    if not SHORTEST <= len(printed) <= LONGEST or is_class(printed):
        return []
    own = found[printed].id
    if found[printed].level:
        return []
    fitting = {
        one.id: one
        for one in found.values()
        if one.id != own and one.level and any(holds(name, printed) for name in (one.name, one.full))
    }
    return list(fitting.values())


def holds(name: str, short: str) -> bool:
    """Whether a name holds the characters of a shorter one in their order, the first and the last at its ends."""
    if len(name) <= len(short) or name[0] != short[0] or name[-1] != short[-1]:
        return False
    rest = iter(name)
    return all(char in rest for char in short)


@cache
def loose() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The keys that a loose form can mean, by folded form and level."""
    return {
        (fold(form), level): tuple(keys.split(";"))
        for form, levels, keys, _ in table("ambiguous_forms.tsv", 4)
        for level in levels
    }


def loosely(printed: str, place: Jurisdiction, attested: Mapping[str, Mapping[str, Body]]) -> list[Body]:
    """The attested bodies of the place that a loose form (市文旅局) can mean."""
    word = place.name[-1:]
    form = printed.removeprefix(place.name).removeprefix(word)
    keys = loose().get((fold(form), place.level), ()) if form != printed else ()
    known = attested.get(place.label, {})
    return [known[path] for path in (f"body/{place.label}{key}" for key in keys) if path in known and known[path].full]
