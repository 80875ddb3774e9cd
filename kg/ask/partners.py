"""Answers that count and rank bodies by their tasks: leads, partners, pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from kg.analysis import counted, grouped, name_of
from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.left_out import LEFT_OUT
from kg.ask.plans import tasks_within, unique, within
from kg.store import Store

__all__ = ["HANDLERS", "agency_top_partner"]

LEAST = re.compile(r"(\d+)[项个]?(?:或|及|或者)?(?:以上|更多)|(?:至少|不少于|at least) ?(\d+)|(\d+) or more")
EXCEPT = re.compile(rf"{LEFT_OUT}|以外|之外")


def lead_count(asked: Asked) -> Found:
    """How many tasks a body leads, or which bodies lead most."""
    if asked.bodies:
        body = asked.bodies[0]
        rows = asked.run("tasks", body=body.id, kind="lead")
        count = len(unique(rows, "task"))
        basis = rows or asked.run("tasks", body=body.id)
        return Found([count], f"{body.name}牵头{count}项任务。", f"{body.name} leads {count} tasks.", basis)
    counts = counts_of(bodies_of(asked, "lead"))
    if re.search(r"how many|多少|(?<!哪)几[个家]", asked.text) and not re.search(r"最|most|第一|头[一名]", asked.text):
        return leaders(asked, counts)
    return ranking(asked, counts, "牵头任务最多的是", "Leading most tasks", "lead")


def leaders(asked: Asked, counts: Counter[str]) -> Found:
    """How many bodies lead at all, and which."""
    told = names(name_of(asked.store, body) for body in counts)
    rows = [row for body in counts for row in within(asked, asked.run("tasks", body=body, kind="lead"))]
    return Found([len(counts)], f"牵头单位共{len(counts)}个：{told}。", f"{len(counts)} bodies lead: {told}.", rows)


def most_tasks(asked: Asked) -> Found:
    """Which bodies have most tasks in any role, or how many one has."""
    if asked.bodies:
        rows = within(asked, asked.run("tasks", body=asked.bodies[0].id))
        count = len(unique(rows, "task"))
        name = asked.bodies[0].name
        return Found([count], f"{name}承担{count}项任务。", f"{name} has a part in {count} tasks.", rows)
    return ranking(asked, counts_of(bodies_of(asked)), "承担任务最多的是", "With most tasks")


def ranking(asked: Asked, counts: Counter[str], zh: str, en: str, kind: str = "") -> Found:
    """The bodies with most tasks, as many as the question asks for, ties in full."""
    told = most(asked, counts, asked.number or 1)
    named = [[name_of(asked.store, body), count] for body, count in told]
    listed, english = names(f"{name}（{count}项）" for name, count in named), tallies(named)
    rows = [row for body, _ in told for row in within(asked, asked.run("tasks", body=body, kind=kind))]
    return Found(named, f"{zh}：{listed}。", f"{en}: {english}.", rows)


def most(asked: Asked, counts: Counter[Any], limit: int) -> list[tuple[Any, int]]:
    """The first of those counted, most first, equals by name, all that equal the last."""
    order = sorted(counts.items(), key=lambda pair: -pair[1])
    kept = [pair for pair in order if pair[1] >= order[min(limit, len(order)) - 1][1]]
    return sorted(kept, key=lambda pair: (-pair[1], [name_of(asked.store, body) for body in listed_in(pair[0])]))


def listed_in(one: str | tuple[str, ...]) -> tuple[str, ...]:
    """A body, or the bodies of a pair."""
    return (one,) if isinstance(one, str) else one


def bodies_of(asked: Asked, role: str = "") -> dict[str, set[str]]:
    """The bodies that answer for each task of the plan that the question names, or for each of all."""
    asked.ran.append(f"kg shared{f' --role {role}' if role else ''}: the bodies of each task, counted")
    known = everywhere(asked.store, role)
    return {task: known[task] for task in tasks_within(asked, list(known))}


@lru_cache(4)
def everywhere(store: Store, role: str) -> dict[str, set[str]]:
    """The bodies of every task, pulled once for all questions to a graph; not to be changed."""
    return grouped(store, "prov:hadPlan", "prov:agent", role)


def counts_of(known: dict[str, set[str]]) -> Counter[str]:
    """The number of tasks of each body."""
    return Counter(body for bodies in known.values() for body in bodies)


def never_lead(asked: Asked) -> Found:
    """Whether a body leads any task, or which bodies that have tasks lead none."""
    if asked.bodies:
        return leads_any(asked)
    leads = counts_of(everywhere(asked.store, "lead"))
    counts = Counter({body: count for body, count in counts_of(bodies_of(asked)).items() if body not in leads})
    if re.search(r"最|most|busiest|largest|greatest", asked.text):
        return ranking(asked, counts, "从不牵头而任务最多的是", "Never in the lead, with most tasks")
    least = LEAST.search(asked.text)
    counts = Counter(
        {body: count for body, count in counts.items() if not least or count >= int(min(filter(None, least.groups())))}
    )
    told = [name_of(asked.store, body) for body in counts]
    rows = [row for body in counts for row in asked.run("tasks", body=body)[:1]]
    zh, en = f"从不牵头的有{len(told)}个：{names(told)}。", f"Never in the lead ({len(told)}): {names(told)}."
    return Found(told, zh, en, rows)


def leads_any(asked: Asked) -> Found:
    """Whether the bodies named lead any task."""
    who = names(one.name for one in asked.bodies)
    led = {one.name: asked.run("tasks", body=one.id, kind="lead") for one in asked.bodies}
    rows = [row for own in led.values() for row in own]
    every = [row for one in asked.bodies for row in asked.run("tasks", body=one.id)]
    if not every:
        return NOTHING
    if len(asked.bodies) > 1 and re.search(r"哪|which", asked.text):
        told = [name for name, own in led.items() if not own]
        return Found(told, f"没有牵头任何任务的是{names(told)}。", f"Leading nothing: {names(told)}.", every)
    told, count = unique(rows, "title"), len(unique(every, "task"))
    if asked.denies and (asked.is_statement or re.search("是不是|是否", asked.text)):
        said = f"{who}牵头{len(told)}项：{names(told)}" if told else f"{who}没有牵头任何任务，参与或负责{count}项"
        return Found(
            [not told], f"{'否' if told else '是'}，{said}。", f"{'No' if told else 'Yes'}, {said}.", rows or every
        )
    if told:
        return Found([True], f"是，{who}牵头{len(told)}项：{names(told)}。", f"Yes, {who} leads {names(told)}.", rows)
    zh, en = f"否，{who}没有牵头任何任务，参与或负责{count}项。", f"No, {who} leads none; it takes part in {count}."
    return Found([False], zh, en, every)


def agency_top_partner(asked: Asked) -> Found:
    """With which bodies a body shares most tasks."""
    if not asked.bodies:
        return top_pairs(asked)
    body = asked.bodies[0]
    out = {entry.id for entry in asked.bodies[1:]} if EXCEPT.search(asked.text) else set()
    known = {task: bodies for task, bodies in bodies_of(asked).items() if body.id in bodies}
    counts = Counter(other for bodies in known.values() for other in bodies - {body.id} - out)
    if not counts:
        return NOTHING
    best = most(asked, counts, asked.number or 1)
    told = [[name_of(asked.store, other), count] for other, count in best]
    listed, english = names(f"{name}（{count}项）" for name, count in told), tallies(told)
    shared = {task for task, bodies in known.items() if bodies & {other for other, _ in best}}
    rows = [row for row in asked.run("tasks", body=body.id) if row["task"] in shared]
    return Found(
        told, f"与{body.name}共同任务最多的是{listed}。", f"Sharing most tasks with {body.name}: {english}.", rows
    )


def top_pairs(asked: Asked) -> Found:
    """The pairs of bodies that share most tasks."""
    out = {entry.id for entry in asked.bodies} if EXCEPT.search(asked.text) else set()
    known = {task: bodies - out for task, bodies in bodies_of(asked).items()}
    counts = counted(known.values())
    if not counts:
        return NOTHING
    best = most(asked, counts, (asked.number or 1) if re.search(r"[对组]|pairs|dyads|duos", asked.text) else 1)
    told = [[name_of(asked.store, body) for body in pair] for pair, _ in best]
    zh = "；".join(f"{'和'.join(pair)}（{count}项）" for pair, (_, count) in zip(told, best, strict=True))
    en = tallies((" and ".join(pair), count) for pair, (_, count) in zip(told, best, strict=True))
    shared = {(body, task) for pair, _ in best for task, bodies in known.items() if {*pair} <= bodies for body in pair}
    rows = [
        row for body, _ in best for one in body for row in asked.run("tasks", body=one) if (one, row["task"]) in shared
    ]
    return Found(told, f"共同任务最多：{zh}。", f"Sharing most tasks: {en}.", rows)


def tallies(told: Iterable[Sequence[object]]) -> str:
    """Names with their numbers of tasks, in English."""
    return ", ".join(f"{name} ({count} {'task' if count == 1 else 'tasks'})" for name, count in told)


HANDLERS: dict[str, Callable[[Asked], Found]] = {
    "lead_count": lead_count,
    "most_tasks": most_tasks,
    "never_lead": never_lead,
    "agency_top_partner": agency_top_partner,
    "top_pairs": top_pairs,
}
"""The answers of this module by intent."""
