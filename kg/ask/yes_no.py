"""Answers to questions for a yes or a no: the statement in them is held against the graph."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.papers import document_of, value
from kg.ask.people import seats_of
from kg.ask.plans import unique
from kg.ask.posts import held
from kg.store import Row

__all__ = ["HANDLERS", "yes_no"]

TITLE = re.compile(
    r"(?:常务)?副?(?:局长|主任|市长|县长|区长|书记|部长|队长|董事长|总经理|行长|秘书长|理事长|负责人|调研员)"
)
BESIDES = re.compile(r"同时|兼|还|in addition|besides|as well|\balso\b")
LEAD = re.compile(r"牵头|\blead|in charge|主办")


def yes_no(asked: Asked) -> Found:
    """Yes or no, with what the graph says of it: the first statement that the names of the question can make."""
    for fits_names, handler in STATEMENTS:
        if fits_names(asked):
            return handler(asked)
    return NOTHING


def verdict(true: bool, zh: str, en: str, rows: list[Row]) -> Found:
    """The answer for a statement that is true or false."""
    return Found([true], f"{'是' if true else '否'}，{zh}。", f"{'Yes' if true else 'No'}, {en}.", rows)


def on_body(asked: Asked) -> Found:
    """Whether a person sits on a body, in the role that is named."""
    person, group = asked.persons[0], asked.groups[0]
    seats = seats_of(asked, group)
    if re.search(r"办公室|\boffice\b", asked.text):
        inside = [row for row in asked.run("members") if str(row["bodyName"]) == f"{group.name}办公室"]
        seats = [*seats, *inside] if BESIDES.search(asked.text) else inside or seats
    own = [row for row in seats if row["member"] == person.id]
    roles = unique(own, "role")
    wanted = wanted_role(asked, {str(row["role"]) for row in seats})
    true = bool(own) and (not wanted or any(fits(role, wanted) for role in roles))
    said = f"{person.name}在{group.name}担任{names(roles)}" if own else f"{person.name}不在{group.name}"
    holder = [row for row in seats if wanted and row["role"] == wanted]
    more = f"；{wanted}是{names(unique(holder, 'name'))}" if holder and not true and len(holder) < 4 else ""
    return verdict(true, said + more, f"{said}{more}", own or seats)


def one_person(asked: Asked) -> Found:
    """Whether two names are one person: they are not."""
    one, other = asked.persons[:2]
    rows = [
        row for person in (one, other) for query in ("seats", "posts") for row in asked.run(query, person=person.id)
    ]
    return verdict(False, f"{one.name}和{other.name}是两个人", f"{one.name} and {other.name} are two people", rows)


def in_role(asked: Asked) -> Found:
    """Whether a person has a role or a title somewhere, where no body is named."""
    person = asked.persons[0]
    seats, posts = asked.run("seats", person=person.id), asked.run("posts", person=person.id)
    had = {*unique(seats, "role"), *unique(posts, "title")}
    wanted = [*asked.roles, *(match[0] for match in TITLE.finditer(asked.linked.rest))]
    true = any(fits(one, role) for one in had for role in wanted)
    held_there = [f"{row['bodyName']}{row['role']}" for row in seats]
    said = f"{person.name}：{names([*held_there, *unique(posts, 'title')])}"
    return verdict(true, said, said, [*seats, *posts]) if wanted else NOTHING


def reached(asked: Asked) -> Found:
    """Whether a target has the value that a question names."""
    rows = [
        row
        for row in asked.run("targets", indicator=asked.indicators[0].id)
        if str(row["year"]) in asked.years or not asked.years
    ]
    numbers = set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?:19|20)\d\d", "", asked.text)))
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


def wanted_role(asked: Asked, roles: set[str]) -> str:
    """The role that a question claims, '' where it claims none."""
    named = [role for role in asked.roles if role in roles]
    if named:
        return max(named, key=len)
    if re.search(r"deput|vice", asked.text):
        return next((role for role in sorted(roles) if role.startswith("副")), "副")
    if re.search(
        r"\b(?:leader|head|heads|headed|chief|chair|chairs|commander|director)\b|挂帅|一把手|负责人", asked.text
    ):
        return next((role for role in sorted(roles, key=len) if not re.search("副|成员|委员|组员|常务", role)), "")
    return asked.roles[-1] if asked.roles else ""


def together(asked: Asked) -> Found:
    """Whether two persons sit on one body."""
    one, other = asked.persons[:2]
    rows = [
        row
        for row in asked.run("shared-bodies", person=one.id, partner=other.id)
        if not str(row["bodyName"]).endswith("办公室")
    ]
    where = unique(rows, "bodyName")
    zh = f"{one.name}和{other.name}" + (f"同在{names(where)}" if where else "没有同在的机构")
    en = f"{one.name} and {other.name} " + (f"both sit on {names(where)}" if where else "sit on no body together")
    return verdict(bool(where), zh, en, rows)


def in_post(asked: Asked) -> Found:
    """Whether a person holds a post in a body, the named one."""
    person, body = asked.persons[0], asked.bodies[0]
    every = asked.run("posts", person=person.id)
    rows = held(every, asked)
    label = [row for row in rows if row["body"] == body.id]
    title = TITLE.search(asked.text)
    true = any(not title or fits(str(row["title"]), title[0]) for row in label)
    said = f"{person.name}的职务：{names(unique(rows, 'title'))}" if rows else f"没有记载{person.name}届时任职"
    return verdict(true, said, said, rows or every)


def fits(post: str, title: str) -> bool:
    """Whether a post bears a title and not that of a deputy."""
    return post.endswith(title) and (
        title.startswith(("副", "常务")) or not post.removesuffix(title).endswith(("副", "代"))
    )


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


def is_said(pattern: str) -> Callable[[Asked], bool]:
    """A test for words of a question."""
    words = re.compile(pattern)
    return lambda asked: words.search(asked.text) is not None


LATER = re.compile(r"晚|之后|以后|after|later|younger")
ORDERED = is_said(r"早|晚|先于|之前|之后|以前|以后|before|after|earlier|later|older|younger")
SAME, OFFICE, LEADS = is_said("同一|一个人|same person"), is_said(r"办公室|office|设在"), is_said(LEAD.pattern)
STATEMENTS: tuple[tuple[Callable[[Asked], bool], Callable[[Asked], Found]], ...] = (
    (lambda asked: len(asked.persons) > 1 and SAME(asked), one_person),
    (lambda asked: bool(asked.persons and asked.groups), on_body),
    (lambda asked: len(asked.persons) > 1, together),
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
