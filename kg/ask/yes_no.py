"""Answers to questions for a yes or a no: the statement in them is held against the graph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.claims import in_post, in_role, on_body, one_person, together, verdict
from kg.ask.papers import document_of, value
from kg.ask.people import seats_of
from kg.ask.plans import unique

__all__ = ["HANDLERS", "yes_no"]

ONLY = re.compile(r"只有|仅有|只是|\bonly\b")
"""What a statement says of all others too, which is not looked into."""
LEAD = re.compile(r"牵头|\blead|in charge|主办")


def yes_no(asked: Asked) -> Found:
    """Yes or no, with what the graph says of it: the first statement that the names of the question can make."""
    if ONLY.search(asked.text):
        return NOTHING
    handler = next((handler for fits_names, handler in STATEMENTS if fits_names(asked)), None)
    found = handler(asked) if handler else NOTHING
    return denied(found) if found.items and asked.denies else found


def denied(found: Found) -> Found:
    """The answer to a statement that denies something (不是…吧): the opposite."""
    true = not found.items[0]
    zh, en = found.zh.partition("，")[2], found.en.partition(", ")[2]
    return replace(found, items=[true], zh=f"{'是' if true else '否'}，{zh}", en=f"{'Yes' if true else 'No'}, {en}")


def reached(asked: Asked) -> Found:
    """Whether a target has the value that a question names."""
    rows = [
        row
        for row in asked.run("targets", indicator=asked.indicators[0].id)
        if str(row["year"]) in asked.years or not asked.years
    ]
    numbers = set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?:19|20)\d\d|/\s*\d+", "", asked.text)))
    values = {f"{row['value']:g}" if isinstance(row["value"], float) else str(row["value"]) for row in rows}
    said = "；".join(f"{row['name']}{row['year']}年：{value(row)}" for row in rows)
    return verdict(bool(numbers & values), said, said, rows) if rows and numbers else NOTHING


def dated(asked: Asked) -> Found:
    """Whether a document is of a day or a period."""
    paper, at = document_of(asked.papers[0], asked), asked.period
    rows = [row for row in asked.run("documents") if row["document"] == paper.id]
    true = at is not None and any(at.first <= str(row["date"]) <= at.last for row in rows)
    said = f"《{paper.name}》的日期是{names(unique(rows, 'date'))}"
    return verdict(true, said, said, rows)


def cites(asked: Asked) -> Found:
    """Whether one document cites another."""
    one, other = asked.documents[:2]
    rows = [row for row in asked.run("citations", document=one.id) if row["cited"] == other.id]
    back = [row for row in asked.run("citations", document=other.id) if row["cited"] == one.id]
    said = f"《{one.name}》{'引用了' if rows or back else '没有引用'}《{other.name}》"
    return verdict(bool(rows or back), said, said, rows or back or asked.run("citations", document=one.id))


def earlier(asked: Asked) -> Found:
    """Whether one document is older than another, or younger."""
    one, other = asked.documents[:2]
    rows = [row for paper in (one, other) for row in asked.run("documents") if row["document"] == paper.id]
    days = [str(row["date"] or "") for row in rows]
    if len(days) != 2 or not all(days):
        return NOTHING
    true = days[0] > days[1] if LATER.search(asked.text) else days[0] < days[1]
    said = "；".join(f"《{row['title']}》的日期是{row['date']}" for row in rows)
    return verdict(true, said, said, rows)


def office_at(asked: Asked) -> Found:
    """Whether the office of a body is in another."""
    group, body = asked.groups[0], asked.bodies[0]
    rows = asked.run("offices", body=group.id)
    hosts = unique((row for row in rows if row["host"]), "hostName")
    said = f"{group.name}办公室设在{names(hosts)}" if hosts else f"没有记载{group.name}办公室设在何处"
    return verdict(
        any(row["host"] == body.id for row in rows),
        said,
        said,
        [row for row in rows if row["fact"]] or seats_of(asked, group) or asked.run("establishments", body=group.id),
    )


def share(asked: Asked) -> Found:
    """Whether bodies share a task."""
    rows = {body.id: asked.run("tasks", body=body.id) for body in asked.bodies}
    common = set.intersection(*({str(row["task"]) for row in own} for own in rows.values()))
    kept = [row for row in rows[asked.bodies[0].id] if row["task"] in common]
    who = names(body.name for body in asked.bodies)
    said = f"{who}" + (f"共同承担{names(unique(kept, 'title'))}" if kept else "没有共同任务")
    return verdict(bool(kept), said, said, kept or [row for own in rows.values() for row in own])


def in_task(asked: Asked) -> Found:
    """Whether a body leads a task or has a part in it."""
    body, task = asked.bodies[0], asked.tasks[0]
    rows = asked.run("leads", task=task.id)
    own = [row for row in rows if row["body"] == body.id]
    kinds = {str(row["kind"]) for row in own}
    wanted = (
        {"lead"} if LEAD.search(asked.text) else {"participant"} if re.search(r"配合|support", asked.text) else set()
    )
    true = bool(own) and (not wanted or bool(kinds & wanted))
    word = {"lead": "牵头", "participant": "参与", "responsible": "负责"}
    said = (
        f"{body.name}{names(word[kind] for kind in sorted(kinds))}“{task.name}”"
        if own
        else f"{body.name}与“{task.name}”无关"
    )
    leads = unique((row for row in rows if row["kind"] == "lead"), "name")
    more = f"；牵头的是{names(leads)}" if leads and not true else ""
    return verdict(true, said + more, said + more, rows)


def all_in_task(asked: Asked) -> Found:
    """Whether several bodies all have a part in one task."""
    rows = asked.run("leads", task=asked.tasks[0].id)
    had = {body.name: [row for row in rows if row["body"] == body.id] for body in asked.bodies}
    true = all(had.values())
    said = "；".join(f"{name}{'有' if own else '没有'}参与“{asked.tasks[0].name}”" for name, own in had.items())
    return verdict(true, said, said, [row for own in had.values() for row in own] or rows)


def is_said(pattern: str) -> Callable[[Asked], bool]:
    """A test for words of a question."""
    words = re.compile(pattern)
    return lambda asked: words.search(asked.text) is not None


LATER = re.compile(r"晚|之后|以后|after|later|younger")
TOGETHER = is_said(
    r"一起|同在|都在|共同|共事|同一个?(?:小组|机构|指挥部|班子|单位)|一个(?:小组|组)|together|same|both|share"
)
ORDERED = is_said(r"早|晚|先于|之前|之后|以前|以后|before|after|earlier|later|older|younger")
SAME, OFFICE, LEADS = (
    is_said("同一(?:个)?人|是一个人|一个人吗|same person"),
    is_said(r"办公室|office|设在"),
    is_said(LEAD.pattern),
)
STATEMENTS: tuple[tuple[Callable[[Asked], bool], Callable[[Asked], Found]], ...] = (
    (lambda asked: len(asked.persons) > 1 and SAME(asked), one_person),
    (lambda asked: bool(asked.persons and asked.groups), on_body),
    (lambda asked: len(asked.persons) > 1 and TOGETHER(asked), together),
    (lambda asked: len(asked.persons) > 1, lambda asked: NOTHING),
    (lambda asked: len(asked.bodies) > 1 and bool(asked.tasks) and not LEADS(asked), all_in_task),
    (lambda asked: bool(asked.persons and asked.bodies), in_post),
    (lambda asked: len(asked.documents) > 1 and ORDERED(asked), earlier),
    (lambda asked: len(asked.documents) > 1, cites),
    (lambda asked: bool(asked.persons), in_role),
    (lambda asked: bool(asked.papers and asked.period), dated),
    (lambda asked: bool(asked.groups and asked.bodies) and OFFICE(asked), office_at),
    (lambda asked: len(asked.bodies) > 1 and not (asked.tasks and LEADS(asked)), share),
    (lambda asked: bool(asked.indicators) and not asked.bodies, reached),
    (lambda asked: bool(asked.bodies and asked.tasks), in_task),
)
"""What a question can state, by the names in it, in the order in which it is tried."""
HANDLERS: dict[str, Callable[[Asked], Found]] = {"yes_no": yes_no}
"""The answer of this module by intent."""
