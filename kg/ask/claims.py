"""What a question claims of people, held against the graph: seats, posts, who sits together."""

from __future__ import annotations

import re

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.people import seats_of
from kg.ask.plans import unique
from kg.ask.posts import EVER, TITLE, fits, held, was_left, when
from kg.store import Row

__all__ = ["in_post", "in_role", "on_body", "one_person", "together", "verdict"]

NOW = re.compile(r"现在|目前|现任|仍|还[是在]|\bstill\b|\bnow\b|current")
EACH = re.compile(r"[和与及、]|既|又|\band\b|\bboth\b")
BESIDES = re.compile(r"同时|兼|还|in addition|besides|as well|\balso\b")


def verdict(true: bool, zh: str, en: str, rows: list[Row]) -> Found:
    """The answer for a statement that is true or false."""
    return Found([true], f"{'是' if true else '否'}，{zh}。", f"{'Yes' if true else 'No'}, {en}.", rows)


def on_all_bodies(asked: Asked) -> Found:
    """Whether a person sits on several bodies; a role that is named must be held on each."""
    person, found, rows = asked.persons[0], {}, []
    for group in asked.several_groups:
        seats = seats_of(asked, group)
        own = [row for row in seats if row["member"] == person.id]
        wanted = wanted_role(asked, {str(row["role"]) for row in seats})
        found[group.name] = [role for role in unique(own, "role") if not wanted or fits(role, wanted)]
        rows += own or seats[:1]
    said = "；".join(f"{name}：{names(roles) or '没有'}" for name, roles in found.items())
    return verdict(all(found.values()), f"{person.name}，{said}", f"{person.name}: {said}", rows)


def all_on_body(asked: Asked) -> Found:
    """Whether several persons all sit on a body, each in a role that is named where one is."""
    group = asked.groups[0]
    seats = seats_of(asked, group)
    wanted = wanted_role(asked, {str(row["role"]) for row in seats})
    had = {one.name: unique([row for row in seats if row["member"] == one.id], "role") for one in asked.persons}
    true = all(roles and (not wanted or any(fits(role, wanted) for role in roles)) for roles in had.values())
    said = "；".join(
        f"{name}在{group.name}担任{names(roles)}" if roles else f"{name}不在{group.name}" for name, roles in had.items()
    )
    en = "; ".join(f"{name}: {names(roles) or 'not on it'}" for name, roles in had.items())
    return verdict(
        true, said, f"{en} ({group.name})", [row for row in seats if row["member"] in {one.id for one in asked.persons}]
    )


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


def on_body(asked: Asked) -> Found:
    """Whether a person sits on a body, in the role that is named."""
    if len(asked.persons) > 1:
        return all_on_body(asked)
    if len(asked.several_groups) > 1 and EACH.search(asked.linked.rest):
        return on_all_bodies(asked)
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
    en = f"{person.name} on {group.name}: {names(roles)}" if own else f"{person.name} is not on {group.name}"
    return verdict(true, said + more, en, own or seats)


def one_person(asked: Asked) -> Found:
    """Whether two names are one person: they are not."""
    one, other = asked.persons[:2]
    rows = [
        row for person in (one, other) for query in ("seats", "posts") for row in asked.run(query, person=person.id)
    ]
    return verdict(False, f"{one.name}和{other.name}是两个人", f"{one.name} and {other.name} are two people", rows)


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


def wanted_titles(asked: Asked) -> list[str]:
    """The titles that a question claims, in Chinese; 副 for any deputy's, none where it claims none."""
    found = [match[0] for match in TITLE.finditer(asked.linked.rest)]
    found = found or [match[0] for match in TITLE.finditer(asked.text)][:1]
    return found or (["副"] if re.search(r"\b(?:deputy|vice)\b", asked.text) else [])


def in_post(asked: Asked) -> Found:
    """Whether a person holds a post in a body, the named one."""
    person = asked.persons[0]
    every = asked.run("posts", person=person.id)
    rows = held(every, asked)
    claimed = [body.id for body in asked.bodies]
    own = [row for row in rows if row["body"] in claimed]
    label = [row for row in own if not (NOW.search(asked.text) and was_left(row, asked, EVER))]
    titles = wanted_titles(asked)
    true = all(any(row["body"] == body for row in label) for body in claimed) and all(
        any(fits(str(row["title"]), title) for row in label) for title in titles
    )
    posts = names(f"{title}（{when(rows, title)}）" for title in unique(rows, "title"))
    zh = f"{person.name}的职务：{posts}" if rows else f"没有记载{person.name}届时任职"
    en = f"the posts of {person.name}: {posts}" if rows else f"no post of {person.name} is recorded then"
    return verdict(true, zh, en, rows or every)


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
