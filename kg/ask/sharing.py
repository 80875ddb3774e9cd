"""The answer to which bodies share responsibilities: all pairs of bodies with the tasks they answer for together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

from kg.analysis import name_of
from kg.ask.asked import Asked, Found, names
from kg.ask.partners import bodies_of
from kg.store import Row

__all__ = ["HANDLERS"]

TOLD = 10
"""Pairs that the answer tells in words; its items are all of them."""
NAMED = 3
"""Tasks of a pair that the answer names."""


class Pair(NamedTuple):
    """Two bodies, by name and by id, and the ids of the tasks for which both answer."""

    names: tuple[str, str]
    ids: tuple[str, str]
    tasks: list[str]


def sharing_pairs(asked: Asked) -> Found:
    """Every pair of bodies that share tasks, most tasks first; bodies that the question names are left out."""
    found = pairs(asked)
    if not found:
        return Found([], "没有两个部门共同承担任务。", "No two bodies share a task.", cites=False)
    told = found[: asked.number or TOLD]
    tasks = len({task for pair in found for task in pair.tasks})
    head = f"共{len(found)}对部门共同承担{tasks}项任务" + (f"，前{len(told)}对是：" if len(told) < len(found) else "：")
    zh = "；".join(f"{'和'.join(pair.names)}（{len(pair.tasks)}项：{some(asked, pair.tasks, '等')}）" for pair in told)
    en = "; ".join(f"{' and '.join(pair.names)} ({len(pair.tasks)}: {some(asked, pair.tasks, '…')})" for pair in told)
    first = f", the first {len(told)}" if len(told) < len(found) else ""
    english = f"Pairs that share tasks: {len(found)} over {tasks} tasks{first}: {en}."
    items = [[*pair.names, len(pair.tasks)] for pair in found]
    return Found(items, f"{head}{zh}。", english, stated(asked, told))


def pairs(asked: Asked) -> list[Pair]:
    """The pairs of bodies that share tasks of the plan that the question names, or of all; most tasks first."""
    out = {entry.id for entry in asked.bodies}
    shared: dict[tuple[str, str], list[str]] = {}
    for task, bodies in bodies_of(asked).items():
        for pair in combinations(sorted(bodies - out), 2):
            shared.setdefault(pair, []).append(task)
    called = {body: name_of(asked.store, body) for body in {body for pair in shared for body in pair}}
    found = (Pair((called[one], called[other]), (one, other), tasks) for (one, other), tasks in shared.items())
    return sorted(found, key=lambda pair: (-len(pair.tasks), pair.names, pair.ids))


def some(asked: Asked, tasks: list[str], more: str) -> str:
    """The titles of the first tasks, and a sign that there are more."""
    titles = sorted(name_of(asked.store, task) for task in tasks)
    return names(titles[:NAMED]) + (more if len(titles) > NAMED else "")


def stated(asked: Asked, told: list[Pair]) -> list[Row]:
    """The rows that give the bodies of pairs their shared tasks."""
    shared = {(body, task): None for pair in told for task in pair.tasks for body in pair.ids}
    own = {body: asked.run("tasks", body=body) for body in dict.fromkeys(body for body, _ in shared)}
    return [row for body, rows in own.items() for row in rows if (body, str(row["task"])) in shared]


HANDLERS: dict[str, Callable[[Asked], Found]] = {"sharing_pairs": sharing_pairs}
"""The answers of this module by intent."""
