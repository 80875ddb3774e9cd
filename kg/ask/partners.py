"""Answers that count and rank bodies by their tasks: leads, partners, pairs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.plans import unique, within
from kg.store import Row

__all__ = ["HANDLERS", "agency_top_partner"]

EXCEPT = re.compile(
    r"不算|除[了去]?|撇开|抛开|排除|以外|之外|去掉|不含|不包括"
    r"|exclud|except|apart from|without|leaving out|besides|other than|not counting"
)


def lead_count(asked: Asked) -> Found:
    """How many tasks a body leads, or which bodies lead most."""
    if asked.bodies:
        body = asked.bodies[0]
        rows = asked.run("tasks", body=body.id, kind="lead")
        count = len(unique(rows, "task"))
        basis = rows or asked.run("tasks", body=body.id)
        return Found([count], f"{body.name}牵头{count}项任务。", f"{body.name} leads {count} tasks.", basis)
    rows = within(asked, asked.run("tasks", kind="lead"))
    return ranking(asked, rows, "牵头任务最多的是", "Leading most tasks")


def most_tasks(asked: Asked) -> Found:
    """Which bodies have most tasks in any role, or how many one has."""
    if asked.bodies:
        rows = asked.run("tasks", body=asked.bodies[0].id)
        count = len(unique(rows, "task"))
        name = asked.bodies[0].name
        return Found([count], f"{name}承担{count}项任务。", f"{name} has a part in {count} tasks.", rows)
    return ranking(asked, within(asked, asked.run("tasks")), "承担任务最多的是", "With most tasks")


def ranking(asked: Asked, rows: list[Row], zh: str, en: str) -> Found:
    """The bodies with most tasks among rows, as many as the question asks for, ties in full."""
    counts = Counter(body for body, _ in {(str(row["bodyName"]), str(row["task"])) for row in rows})
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    limit = min(asked.number or 1, len(order))
    told = [[name, count] for name, count in order if limit and count >= order[limit - 1][1]]
    listed, counted = names(f"{name}（{count}项）" for name, count in told), tallies(told)
    kept = [row for row in rows if row["bodyName"] in {name for name, _ in told}]
    return Found(told, f"{zh}：{listed}。", f"{en}: {counted}.", kept)


def never_lead(asked: Asked) -> Found:
    """Whether a body leads any task, or which bodies that have tasks lead none."""
    if asked.bodies:
        return leads_any(asked)
    rows = within(asked, asked.run("tasks"))
    leads = {str(row["bodyName"]) for row in asked.run("tasks", kind="lead")}
    rest = [row for row in rows if str(row["bodyName"]) not in leads]
    if re.search(r"最|most|busiest|largest|greatest", asked.text):
        return ranking(asked, rest, "从不牵头而任务最多的是", "Never in the lead, with most tasks")
    told = unique(rest, "bodyName")
    zh, en = f"从不牵头的有{len(told)}个：{names(told)}。", f"Never in the lead ({len(told)}): {names(told)}."
    return Found(told, zh, en, rest)


def leads_any(asked: Asked) -> Found:
    """Whether the bodies named lead any task."""
    who = names(one.name for one in asked.bodies)
    rows = [row for one in asked.bodies for row in asked.run("tasks", body=one.id, kind="lead")]
    every = [row for one in asked.bodies for row in asked.run("tasks", body=one.id)]
    if not every:
        return NOTHING
    told, count = unique(rows, "title"), len(unique(every, "task"))
    if told:
        return Found([True], f"是，{who}牵头{len(told)}项：{names(told)}。", f"Yes, {who} leads {names(told)}.", rows)
    zh, en = f"否，{who}没有牵头任何任务，参与或负责{count}项。", f"No, {who} leads none; it takes part in {count}."
    return Found([False], zh, en, every)


def agency_top_partner(asked: Asked) -> Found:
    """With which bodies a body shares most tasks."""
    if not asked.bodies:
        return top_pairs(asked)
    body = asked.bodies[0]
    out = {entry.name for entry in asked.bodies[1:]} if EXCEPT.search(asked.text) else set()
    members = by_task(within(asked, asked.run("tasks")))
    counts: Counter[str] = Counter()
    for bodies in members.values():
        if body.name in bodies:
            counts.update(bodies - {body.name} - out)
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not order:
        return NOTHING
    limit = min(asked.number or 1, len(order))
    told = [[name, count] for name, count in order if count >= order[limit - 1][1]]
    listed, counted = names(f"{name}（{count}项）" for name, count in told), tallies(told)
    rows = [row for row in asked.run("tasks", body=body.id) if members[str(row["task"])] & {name for name, _ in told}]
    return Found(
        told, f"与{body.name}共同任务最多的是{listed}。", f"Sharing most tasks with {body.name}: {counted}.", rows
    )


def top_pairs(asked: Asked) -> Found:
    """The pairs of bodies that share most tasks."""
    out = {entry.name for entry in asked.bodies} if EXCEPT.search(asked.text) else set()
    rows = within(asked, asked.run("tasks"))
    counts: Counter[tuple[str, ...]] = Counter()
    for bodies in by_task(rows).values():
        counts.update(combinations(sorted(bodies - out), 2))
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not order:
        return NOTHING
    limit = min((asked.number or 1) if re.search(r"[对组]|pairs", asked.text) else 1, len(order))
    told = [[*pair, count] for pair, count in order if count >= order[limit - 1][1]]
    listed = "；".join(f"{one}和{other}（{count}项）" for one, other, count in told)
    counted = tallies([f"{one} and {other}", count] for one, other, count in told)
    both = {(one, other) for one, other, _ in told}
    shared = {task for task, bodies in by_task(rows).items() if any(set(pair) <= bodies for pair in both)}
    kept = [row for row in rows if row["task"] in shared]
    pairs = [[one, other] for one, other, _ in told]
    return Found(pairs, f"共同任务最多：{listed}。", f"Sharing most tasks: {counted}.", kept)


def tallies(told: Iterable[Sequence[object]]) -> str:
    """Names with their numbers of tasks, in English."""
    return ", ".join(f"{name} ({count} {'task' if count == 1 else 'tasks'})" for name, count in told)


def by_task(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The bodies of each task."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[str(row["task"])].add(str(row["bodyName"]))
    return found


HANDLERS: dict[str, Callable[[Asked], Found]] = {
    "lead_count": lead_count,
    "most_tasks": most_tasks,
    "never_lead": never_lead,
    "agency_top_partner": agency_top_partner,
    "top_pairs": top_pairs,
}
"""The answers of this module by intent."""
