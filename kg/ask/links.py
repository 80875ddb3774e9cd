"""Answers that tell how two things are connected: the shortest paths of `kg.analysis`, in words."""

from __future__ import annotations

from collections.abc import Callable

from kg.analysis import Step, paths
from kg.ask.asked import NOTHING, Asked, Found
from kg.messages import COLUMNS

__all__ = ["HANDLERS"]

MOST, FAR = 50, 5
"""Paths that an answer tells: of two that meet in one thing, and of all others."""
MEET = {
    "body": ("同在", "both at"),
    "person": ("都有", "both have"),
    "task": ("共同承担", "both in the task"),
    "document": ("同见于", "both in the document"),
}
"""How two things meet in a third, by its kind."""


def relation_path(asked: Asked) -> Found:
    """How two persons or bodies are connected: all shortest chains of seats, posts, tasks, offices and documents."""
    groups = asked.several_groups if len(asked.groups) == 1 and not asked.persons else asked.groups
    ends = [*asked.persons, *groups, *asked.bodies][:2]
    if len(ends) < 2:
        return NOTHING
    one, other = ends
    asked.ran.append(f"kg path {one.id} {other.id}: the shortest paths")
    found = paths(asked.store, one.id, other.id, MOST)
    if not found:
        zh, en = f"图谱中{one.name}和{other.name}没有联系。", f"Nothing connects {one.name} and {other.name}."
        return Found([], zh, en, cites=False)
    found = found if len(found[0]) == 2 else found[:FAR]
    said = list(dict.fromkeys(told(walk, one.id, asked.zh) for walk in found))
    quotes = tuple(dict.fromkeys(step.evidence for walk in found for step in walk if step.evidence))
    zh = f"{one.name}和{other.name}：{'；'.join(said)}。"
    en = f"{one.name} and {other.name}: {'; '.join(said)}."
    return Found(said, zh, en, quotes=quotes)


def told(walk: list[Step], start: str, zh: bool) -> str:
    """A path in words: two ends that meet at one thing are told by it, others step by step."""
    words = [COLUMNS.get(step.relation, step.relation) if zh else step.relation for step in walk]
    if len(walk) != 2:
        return "，".join(f"{step.name}—{said}—{step.other_name}" for step, said in zip(walk, words, strict=True))
    first = walk[0]
    node, middle = (first.other, first.other_name) if first.one == start else (first.one, first.name)
    chinese, english = MEET.get(node.partition("/")[0], MEET["body"])
    return f"{chinese}{middle}（{'、'.join(words)}）" if zh else f"{english} {middle} ({', '.join(words)})"


HANDLERS: dict[str, Callable[[Asked], Found]] = {"relation_path": relation_path}
"""The answer of this module by intent."""
