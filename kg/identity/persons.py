"""Names of persons to persons: strands of mentions joined by judgements, those refused recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise, product

from kg.facts import Person, safe
from kg.identity.judging import DIFFERENT, SAME, UNSURE, Holders, Judgement, judge
from kg.identity.mentions import Mention
from kg.identity.strands import Sets, Strand, strands
from kg.lexicon import is_chief

__all__ = ["People", "Rulings", "people"]

Rulings = Mapping[frozenset[str], str]
"""What a person decided: a pair of strands' ids, and same or different."""
MOST = 60
"""Strands of one name in one place beyond which not every pair is judged; those with posts then stay apart."""


@dataclass(frozen=True, slots=True)
class People:
    """Who the mentions are: persons by the mention's key, strands by person's id, and every judgement."""

    of: dict[str, Person] = field(default_factory=dict)
    strands: dict[str, tuple[Strand, ...]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()


def people(mentions: Iterable[Mention], rulings: Rulings | None = None) -> People:
    """The persons of all mentions, name by name; the same for the same mentions in any order."""
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    heads = holders(by_name)
    of: dict[str, Person] = {}
    kept: dict[str, tuple[Strand, ...]] = {}
    judgements: list[Judgement] = []
    for name in sorted(by_name):
        found = strands(by_name[name])
        told = wary(found, sorted(judged(found, heads, rulings or {}), key=lambda one: (one.left, one.right)))
        judgements.extend(told)
        for person, own in identified(clusters(found, told)):
            kept[person.id] = tuple(map(replace, own))  # copies: what was worked out for judging takes too much room
            of.update((mention.key, person) for strand in own for mention in strand.mentions)
    return People(of, kept, tuple(judgements))


def holders(by_name: Mapping[str, Collection[Mention]]) -> Holders:
    """For each body who headed it on which day."""
    found: dict[str, set[tuple[int, str]]] = {}
    for name, mentions in by_name.items():
        for mention in mentions:
            for post in mention.posts:
                if mention.day is not None and is_chief(post.title):
                    found.setdefault(post.body, set()).add((mention.day, name))
    return {body: tuple(sorted(seen)) for body, seen in found.items()}


def judged(found: Sequence[Strand], heads: Holders, rulings: Rulings) -> Iterator[Judgement]:
    """The judgements on strands of one name, place by place; rulings go before."""
    by_place: dict[str, list[Strand]] = {}
    for strand in found:
        for place in sorted({mention.place for mention in strand.mentions}):
            by_place.setdefault(place, []).append(strand)
    decided = dict(ruled_pairs(found, rulings))
    for pair, verdict in decided.items():
        yield Judgement(min(pair), max(pair), verdict, 1.0, ("decided in corrections.toml",))
    seen = set(decided)
    for together in by_place.values():
        for left, right in pairs(together):
            pair = frozenset((left.id, right.id))
            if pair not in seen:
                seen.add(pair)
                yield judge(left, right, heads)


def pairs(together: Sequence[Strand]) -> Iterator[tuple[Strand, Strand]]:
    """The pairs of strands of one place that are judged: all; of many, those with a post, and the others beside them.

    Strands without a post are many where a mayor is named in hundreds of documents: each is judged with
    those that have one, and with the next of its kind.
    """
    if len(together) <= MOST:
        yield from combinations(together, 2)
        return
    posted = [one for one in together if one.bodies]
    bare = [one for one in together if not one.bodies]
    if len(posted) <= MOST:
        yield from combinations(posted, 2)
        yield from product(bare, posted)
        yield from pairwise(bare)


def ruled_pairs(found: Sequence[Strand], rulings: Rulings) -> Iterator[tuple[frozenset[str], str]]:
    """The rulings on strands of one name, by the strands' own ids."""
    if not rulings:
        return
    by_id = {one: strand.id for strand in reversed(found) for one in strand.ids()}
    for pair, verdict in rulings.items():
        own = frozenset(by_id[one] for one in pair if one in by_id)
        if len(own) == 2:
            yield own, verdict


def wary(found: Sequence[Strand], told: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, those unsure by which a strand without posts would be one of several persons."""
    bare = {strand.id for strand in found if not strand.bodies}
    apart = {frozenset((one.left, one.right)) for one in told if one.verdict == DIFFERENT}
    mates: dict[str, set[str]] = {}
    for one in told:
        for own, other in ((one.left, one.right), (one.right, one.left)):
            if own in bare and one.verdict == SAME and len(one.reasons) == 1:
                mates.setdefault(own, set()).add(other)
    torn = {own for own, others in mates.items() if any(frozenset(pair) in apart for pair in combinations(others, 2))}
    doubt = "several persons of that name there"
    return [
        replace(one, verdict=UNSURE, confidence=0.4, reasons=(*one.reasons, doubt))
        if one.verdict == SAME and len(one.reasons) == 1 and torn & {one.left, one.right}
        else one
        for one in told
    ]


def clusters(found: Sequence[Strand], told: Sequence[Judgement]) -> list[list[Strand]]:
    """The strands joined by what is judged the same, the surest first, against nothing judged different."""
    place = {strand.id: index for index, strand in enumerate(found)}
    sets = Sets(len(found))
    members = [{index} for index in range(len(found))]
    apart: list[set[int]] = [set() for _ in found]
    for one in told:
        if one.verdict == DIFFERENT:
            apart[place[one.left]].add(place[one.right])
            apart[place[one.right]].add(place[one.left])
    for one in sorted(told, key=lambda one: (-one.confidence, one.left, one.right)):
        left, right = sorted((sets.find(place[one.left]), sets.find(place[one.right])))
        if one.verdict == SAME and left != right and apart[left].isdisjoint(members[right]):
            sets.join(left, right)
            members[left], apart[left] = united(members, left, right), united(apart, left, right)
    return [[found[index] for index in group] for group in sets.groups()]


def united(sets: Sequence[set[int]], left: int, right: int) -> set[int]:
    """The larger of two sets with the smaller one in it."""
    few, many = sorted((sets[left], sets[right]), key=len)
    many |= few
    return many


def identified(groups: Sequence[Sequence[Strand]]) -> Iterator[tuple[Person, tuple[Strand, ...]]]:
    """Persons with ids: place and name of the first attestation, for those who came later also its body."""
    taken: set[str] = set()
    for group in groups:
        first = group[0]
        path = f"person/{safe(first.place or first.mentions[0].document)}/{safe(first.name)}"
        if path in taken:
            path = f"{path}/{safe(first.id.rpartition('｜')[2])}"
        while path in taken:
            path += "′"
        taken.add(path)
        yield Person(path, first.name, first.place if first.mentions[0].placed else ""), tuple(group)
