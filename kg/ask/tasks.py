"""Answers about tasks and the bodies that lead them, take part in them or answer for them."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.partners import agency_top_partner
from kg.ask.plans import unique, within
from kg.store import Row

__all__ = ["HANDLERS"]

Handler = Callable[[Asked], Found]
KINDS = {"lead": "牵头", "participant": "参与", "responsible": "责任单位"}
WITH = re.compile(r"配合|参与|协助|support|take part|assist")
EVERY = re.compile(r"涉及|都有哪些(?:部门|单位|机构)|全部|所有|involved|all")


def task_lead(asked: Asked) -> Found:
    """Which bodies lead a task; where none leads, those that answer for it."""
    if not asked.tasks:
        return NOTHING
    task = asked.tasks[0]
    rows = asked.run("leads", task=task.id)
    kept = [row for row in rows if row["kind"] == "lead"]
    if kept and len(kept) < len(rows) and WITH.search(asked.text):
        return with_support(asked, task.name, rows)
    kind = "牵头单位" if kept else "责任单位"
    kept = kept or [row for row in rows if row["kind"] == "responsible"]
    told = unique(kept, "name")
    return Found(told, f"“{task.name}”的{kind}：{names(told)}。", f"{task.name}, {kind}: {names(told)}.", kept)


def with_support(asked: Asked, task: str, rows: list[Row]) -> Found:
    """Which bodies lead a task and which take part in it."""
    told = {kind: unique((row for row in rows if row["kind"] == kind), "name") for kind in KINDS}
    said = "；".join(f"{KINDS[kind]}：{names(found)}" for kind, found in told.items() if found)
    return Found([name for found in told.values() for name in found], f"“{task}”{said}。", f"{task}: {said}.", rows)


def task_participants(asked: Asked) -> Found:
    """Which bodies take part in a task beside its lead, or answer for it."""
    if not asked.tasks:
        return NOTHING
    task = asked.tasks[0]
    rows = asked.run("leads", task=task.id)
    if EVERY.search(asked.text) and not re.search(r"配合|参与|support", asked.text):
        kept = rows
    else:
        kept = [row for row in rows if row["kind"] == "participant"] or [
            row for row in rows if row["kind"] == "responsible"
        ]
    told = unique(kept, "name")
    kind = "、".join(dict.fromkeys(KINDS[str(row["kind"])] for row in kept))
    return Found(told, f"“{task.name}”（{kind}）：{names(told)}。", f"{task.name} ({kind}): {names(told)}.", kept)


def agency_leads(asked: Asked) -> Found:
    """The tasks that a body leads."""
    return of_agency(asked, "lead", "牵头的任务", "leads")


def agency_tasks(asked: Asked) -> Found:
    """The tasks of a body in any role, or in the role that the question names."""
    return of_agency(asked, "", "承担的任务", "has a part in")


def of_agency(asked: Asked, kind: str, zh: str, en: str) -> Found:
    """The tasks of a body in a role."""
    if not asked.bodies:
        return NOTHING
    body = asked.bodies[0]
    rows = within(asked, asked.run("tasks", body=body.id, kind=kind))
    told = unique(rows, "title")
    if not told:
        return Found([], f"{body.name}没有{zh}。", f"{body.name} {en} no task.", cites=False)
    return Found(
        told,
        f"{body.name}{zh}（{len(told)}项）：{names(told)}。",
        f"{body.name} {en} {len(told)}: {names(told)}.",
        rows,
    )


def shared_tasks(asked: Asked) -> Found:
    """The tasks that two bodies and more have in common."""
    several = asked.bodies
    if len(several) < 2:
        return agency_top_partner(asked) if several else NOTHING
    rows = {body.id: asked.run("tasks", body=body.id) for body in several}
    common = set.intersection(*({str(row["task"]) for row in own} for own in rows.values()))
    kept = within(asked, [row for row in rows[several[0].id] if str(row["task"]) in common])
    told = unique(kept, "title")
    who = names(body.name for body in several)
    if not told:
        return Found([], f"{who}没有共同任务。", f"{who} share no task.", cites=False)
    if re.search(r"(?<![哪那这])几[项个]|多少|how many", asked.text):
        return Found(
            [len(told)],
            f"{who}共同承担{len(told)}项任务：{names(told)}。",
            f"{who} share {len(told)}: {names(told)}.",
            kept,
        )
    return Found(told, f"{who}共同承担的任务：{names(told)}。", f"{who} share: {names(told)}.", kept)


def task_count(asked: Asked) -> Found:
    """How many bodies a task has."""
    found = task_participants(asked)
    return Found(
        [len(found.items)],
        f"{len(found.items)}个：{names(found.items)}。",
        f"{len(found.items)}: {names(found.items)}.",
        found.rows,
    )


HANDLERS: dict[str, Handler] = {
    "task_lead": task_lead,
    "task_participants": task_participants,
    "agency_leads": agency_leads,
    "agency_tasks": agency_tasks,
    "shared_tasks": shared_tasks,
    "tasks_all_of": shared_tasks,
    "task_count": task_count,
}
"""The answers of this module by intent."""
