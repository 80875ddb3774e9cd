"""Pairwise precision and recall of a resolution of the made-up corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from spacy.language import Language

from kg.constructs import extract
from kg.facts import Sourced, sourced
from kg.formats import Source
from kg.identity import Resolution, resolve
from tests.corpus.truth import Corpus

__all__ = ["Pairs", "read", "scored_bodies", "scored_people"]

Key = tuple[str, ...]


class Pairs(NamedTuple):
    """Pairs of mentions: said to be one and being one, said to be one, being one."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the pairs said to be one that are."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs that are one that were said to be."""
        return self.right / self.wanted if self.wanted else 1.0


def read(corpus: Corpus, nlp: Language) -> tuple[tuple[Sourced, ...], Resolution]:
    """The facts of the corpus and their resolution."""
    facts = tuple(
        one for notice in corpus.notices for one in sourced(extract(notice.text, nlp), Source(notice.text, notice.file))
    )
    return facts, resolve(facts)


def pairs(items: Iterable[tuple[str, str]]) -> Pairs:
    """The pairs of items, each with its id found and its true key; counted by groups, not one by one."""
    both = Counter(items)
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for (node, key), count in both.items():
        found[node] += count
        wanted[key] += count
    right, said, true = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, found, wanted))
    return Pairs(right, said, true)


def contexts(facts: Iterable[Sourced]) -> dict[str, tuple[str, str | None]]:
    """The document of each file."""
    return {one.evidence.file: (one.evidence.file, one.fact.document) for one in facts if one.fact.document}


def scored_people(corpus: Corpus, facts: tuple[Sourced, ...], names: Resolution) -> Pairs:
    """The pairs of mentions of persons; a mover to another city, whom no text links, is two."""
    at = contexts(facts)
    return pairs(
        (names.person(at[notice.file], one.name, one.posts).id, one.person)
        for notice in corpus.notices
        for one in notice.people
    )


def scored_bodies(corpus: Corpus, facts: tuple[Sourced, ...], names: Resolution) -> Pairs:
    """The pairs of printed names of bodies."""
    at = contexts(facts)
    return pairs(
        (names.body(at[notice.file], one.printed).id, one.body) for notice in corpus.notices for one in notice.bodies
    )


def false_merges(corpus: Corpus, facts: tuple[Sourced, ...], names: Resolution) -> list[tuple[str, set[Key]]]:
    """The persons found that are several, with what is printed of each: for looking at."""
    at = contexts(facts)
    groups: dict[str, set[Key]] = {}
    for notice in corpus.notices:
        for one in notice.people:
            path = names.person(at[notice.file], one.name, one.posts).id
            groups.setdefault(path, set()).add((one.person, notice.date, *one.posts))
    return [(path, seen) for path, seen in groups.items() if len(list(combinations({k[0] for k in seen}, 2)))]
