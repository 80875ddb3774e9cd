"""Which names share distinctive words with a text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from kg.ask.lexicon import Entry
from kg.lexicon import short_place

__all__ = ["likely", "pairs", "stem"]

GROUP_KIND = re.compile(r"(?:工作)?(?:领导小组|指挥部|委员会|专班|联席会议)(?:办公室)?\Z")
STOP = frozenset(
    re.findall(
        "..",
        "行动实施工作方案建设推进促进项目领导导小小组组办办公公室管理指挥挥部委员员会委会编委编辑辑部政府人民专项部门"
        "防治治行进行控行护行防控开展加强完善加大加快建立落实支持强化提升健全加强推动组织积极全面深入",
    )
)
"""Pairs that names of groups and tasks have in common, and so tell none from another."""


def likely(text: str, entries: list[Entry], least: float = 0.3) -> list[tuple[float, Entry]]:
    """The entries whose names share distinctive words with the question, the best first, with the share of their name.

    Pairs of characters that many names have weigh little; those of names already linked do not count.
    """
    said = pairs(without_places(text, entries))
    names = {entry: frozenset().union(*(pairs(stem(form, entry)) for form in entry.forms)) for entry in entries}
    often = Counter(pair for own in names.values() for pair in own)
    weight = {pair: math.log(1 + len(entries) / count) * (0.3 if pair in STOP else 1) for pair, count in often.items()}
    scored = []
    for entry, own in names.items():
        if not (own & said) - STOP:
            continue
        shared = sum(weight[pair] for pair in own & said)
        share = shared / sum(weight[pair] for pair in own) if own else 0
        if share >= least or (shared > (1.5 if least < 0.1 else 2.5) and share > least / 3):
            scored.append((shared + share, entry))
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].id))


def without_places(text: str, entries: Iterable[Entry]) -> str:
    """A text without the places of bodies of seats, which tell none of them from another."""
    places = {
        name for one in entries if one.kind == "group" and one.place for name in (one.place, short_place(one.place))
    }
    return re.sub("|".join(map(re.escape, sorted(places, key=len, reverse=True))), " ", text) if places else text


def stem(form: str, entry: Entry) -> str:
    """The part of a form that tells a body of seats from others: without its place and the words for its kind."""
    if entry.kind != "group":
        return form
    bare = form.lstrip("《〈")
    bare = bare.removeprefix(entry.place).removeprefix(short_place(entry.place)) if entry.place else bare
    return GROUP_KIND.sub("", bare.removeprefix("人民政府").removeprefix("政府")) or form


@lru_cache(200_000)
def pairs(name: str) -> frozenset[str]:
    """The pairs of Chinese characters that stand together in a name."""
    return frozenset(
        name[index : index + 2]
        for index in range(len(name) - 1)
        if all("\u4e00" <= c <= "\u9fff" for c in name[index : index + 2])
    )
