"""Answers about people and the bodies on which they sit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.left_out import LEFT_OUT
from kg.ask.lexicon import Entry
from kg.ask.posts import post_holder
from kg.store import Row

__all__ = ["HANDLERS", "OFFICE", "persons_in", "seats_of"]

Handler = Callable[[Asked], Found]
LEADS = re.compile(
    r"\A(?:总|第一)?(?:组长|指挥长|总指挥|主任|主任委员|主席|主编|召集人|会长|理事长|总编辑?|河长|湖长|林长)\Z"
)
DEPUTY = re.compile(r"副|deput|vice")
WHERE = re.compile(
    r"哪里|哪儿|在哪|设在|挂[在靠]|哪个(?:单位|局|部门|机构|委)|哪家|由哪[个家]?(?:单位|局|部门|机构|公司|委)|何处|地点"
    r"|where|location|\blocated\b|\bhoused\b|\bhosts?\b|\bbased\b|which (?:bureau|department|body|agency)"
)
OTHERS = re.compile(LEFT_OUT)
RANKS = ("常务", "第一", "执行")
"""What sets one deputy or head apart: a role with such a word is that one alone."""
BOTH = re.compile(
    r"(?<!副)主任[^，。]{0,4}副主任|副主任[^，。]{0,4}(?<!副)主任|正副|(?:head|director)s? and (?:\w+ )?deput"
)
"""Both who heads an office and the deputies."""
EVERY = re.compile(
    r"在内|一共|总共|共有|合计|全部|总人数|总数|加一块|加起来|合起来|(?<!不)(?:含|包括|算上)"
    r"|in total|altogether|\ball\b|(?<!not )(?:includ|count(?:ing|ed))"
)
"""All who sit on a body, though roles are named."""
WHO = re.compile(r"谁|主任|哪位|负责人|\bwho|\bheads?\b|director|chief")
OFFICE = re.compile(r"办公室\Z")


def seats_of(asked: Asked, group: Entry) -> list[Row]:
    """The seats of a body as they are last told, or last before the end of the period that a question names."""
    upto = asked.period.last if asked.period else "9"
    rows = [row for row in asked.run("members", body=group.id) if row["member"] and day(row) <= upto]
    last = last_days(rows, "member")
    gone = (row for row in asked.run("roster-revisions", body=group.id) if row["change"] == "leave")
    left = last_days((row for row in gone if day(row) <= upto), "person")
    return [row for row in rows if day(row) == last[row["member"]] and left.get(row["member"], "") <= day(row)]


def day(row: Row) -> str:
    """The ISO date of a row, '' where it has none."""
    return str(row["date"] or "")


def last_days(rows: Iterable[Row], column: str) -> dict[object, str]:
    """The last date on which each value of a column stands."""
    found: dict[object, str] = {}
    for row in rows:
        found[row[column]] = max(day(row), found.get(row[column], ""))
    return found


def persons_in(rows: Iterable[Row]) -> list[str]:
    """The names of the persons of seats, each person once, in order."""
    persons = {row["member"]: str(row["name"]) for row in rows if str(row["member"]).startswith("person/")}
    return list(persons.values())


def leading(rows: list[Row]) -> list[Row]:
    """The seats of who heads a body."""
    return [row for row in rows if LEADS.match(str(row["role"]))]


def lead_of_body(asked: Asked) -> Found:
    """Who heads a body of seats."""
    if not asked.groups:
        return post_holder(asked)
    group = asked.groups[0]
    if any(role.startswith("副") for role in asked.roles):
        return members_with_role(asked)
    seats = seats_of(asked, group)
    others = {role for role in asked.roles if not LEADS.match(role)}
    if others and not others & {str(row["role"]) for row in seats}:
        asked_for = names(sorted(others))
        zh, en = f"没有{group.name}{asked_for}的记载。", f"No {asked_for} of {group.name} is recorded."
        return Found([], zh, en, cites=False)
    rows = leading(seats)
    told = persons_in(rows)
    role = rows[0]["role"] if rows else ""
    return Found(told, f"{group.name}的{role}是{names(told)}。", f"{group.name} ({role}): {names(told)}.", rows)


def members_with_role(asked: Asked) -> Found:
    """Who sits on a body in a role."""
    if not asked.groups:
        return post_holder(asked)
    group = asked.groups[0]
    rows = in_roles(seats_of(asked, group), asked)
    told = persons_in(rows)
    role = names(dict.fromkeys(str(row["role"]) for row in rows))
    return Found(told, f"{group.name}的{role}：{names(told)}。", f"{group.name}, {role}: {names(told)}.", rows)


def in_roles(rows: list[Row], asked: Asked) -> list[Row]:
    """The seats in the roles that a question names."""
    wanted = set(asked.roles)
    exact = [row for row in rows if row["role"] in wanted]
    if exact or any(role.startswith(RANKS) for role in wanted):
        return exact
    if DEPUTY.search(asked.text):
        return [row for row in rows if "副" in str(row["role"])]
    if re.search(r"成员|委员|组员|member", asked.text):
        return [
            row for row in rows if re.search(r"成员|委员\Z|组员", str(row["role"])) and "副" not in str(row["role"])
        ]
    return leading(rows)


def members_of_body(asked: Asked) -> Found:
    """Who sits on a body, in all roles."""
    if not asked.groups:
        return NOTHING
    group = asked.groups[0]
    out = {person.id for person in asked.persons} if OTHERS.search(asked.text) else set()
    rows = [row for row in seats_of(asked, group) if row["member"] not in out]
    told = persons_in(rows)
    by_role: dict[str, list[str]] = {}
    for row in rows:
        by_role.setdefault(str(row["role"]), []).append(str(row["name"]))
    listed = "；".join(f"{role}：{names(dict.fromkeys(found))}" for role, found in by_role.items())
    return Found(told, f"{group.name}共{len(told)}人。{listed}。", f"{group.name} ({len(told)}): {listed}.", rows)


def member_count(asked: Asked) -> Found:
    """How many persons sit on a body, or sit there in a role."""
    if not asked.groups:
        return NOTHING
    group = asked.groups[0]
    rows = seats_of(asked, group)
    every = EVERY.search(asked.text)
    some = bool(asked.roles or DEPUTY.search(asked.text)) and not every and not re.search("正副", asked.text)
    rows = in_roles(rows, asked) if some else rows
    wanted = list(dict.fromkeys(str(row["role"]) for row in rows)) if some else []
    count = len(persons_in(rows))
    if not count:
        return Found([], f"图谱中没有{group.name}的名单。", f"No roster of {group.name} is recorded.", cites=False)
    role = names(wanted) if wanted and not every else ""
    return Found(
        [count],
        f"{group.name}的{role or '全部人员'}共{count}人。",
        f"{group.name}{f' ({role})' if role else ''}: {count}.",
        rows,
    )


def person_bodies(asked: Asked) -> Found:
    """On which bodies a person sits."""
    if not asked.persons:
        return NOTHING
    person = asked.persons[0]
    rows = [row for row in asked.run("seats", person=person.id) if not has_left(row, person, asked)]
    by_body: dict[str, list[str]] = {}
    for row in rows:
        name = office_base(str(row["bodyName"]), [str(one["bodyName"]) for one in rows])
        by_body.setdefault(name, []).append(str(row["role"]))
    told = list(by_body)
    listed = "；".join(f"{name}（{names(dict.fromkeys(roles))}）" for name, roles in by_body.items())
    return Found(told, f"{person.name}参加的机构：{listed}。", f"{person.name} sits on: {listed}.", rows)


def has_left(row: Row, person: Entry, asked: Asked) -> bool:
    """Whether a person has left the body of a seat since."""
    gone = (
        day(one)
        for one in asked.store.run("roster-revisions", body=str(row["body"]))
        if one["change"] == "leave" and one["person"] == person.id
    )
    return max(gone, default="") > day(row)


def office_base(name: str, others: list[str]) -> str:
    """The body of an office where that is among the others, else the office."""
    base = OFFICE.sub("", name)
    return base if base in others else name


def office_host(asked: Asked) -> Found:
    """Where the office of a body is and who heads it."""
    groups = [group for group in asked.groups if not OFFICE.search(group.name)] or asked.best("group")
    if not groups:
        return NOTHING
    group = groups[0]
    rows = asked.run("offices", body=group.id)
    hosts = list(dict.fromkeys(str(row["hostName"]) for row in rows if row["hostName"]))
    heads = [row for row in rows if row["name"]]
    every, deputies = bool(BOTH.search(asked.text)), bool(DEPUTY.search(asked.text))
    where, who = bool(WHERE.search(asked.text)), bool(WHO.search(asked.text))
    only_who, only_where = who and not where, where and not who
    heads = [row for row in heads if "常务" not in asked.linked.rest or "常务" in str(row["role"])]
    wanted = [row for row in heads if every or ("副" in str(row["role"])) == deputies]
    told = ([] if only_who else hosts) + ([] if only_where else list(dict.fromkeys(str(row["name"]) for row in wanted)))
    seat = f"设在{names(hosts)}" if hosts and not only_who else ""
    led = "；".join(f"{row['role']}：{row['name']}" for row in wanted) if not only_where else ""
    said = "，".join(part for part in (seat, led) if part)
    return Found(
        told,
        f"{group.name}办公室{said}。",
        f"Office of {group.name}: {said}.",
        [row for row in rows if row["fact"]] or seats_of(asked, group) or asked.run("establishments", body=group.id),
    )


HANDLERS: dict[str, Handler] = {
    "lead_of_body": lead_of_body,
    "members_with_role": members_with_role,
    "members_of_body": members_of_body,
    "member_count": member_count,
    "person_bodies": person_bodies,
    "office_host": office_host,
}
"""The answers of this module by intent."""
