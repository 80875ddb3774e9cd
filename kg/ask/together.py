"""Answers about people who sit on bodies together, and who sits on most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from kg.analysis import Seated, name_of, seated
from kg.ask.asked import KIND_WORD, NOTHING, Asked, Found, names
from kg.ask.left_out import LEFT_OUT
from kg.ask.people import OFFICE, persons_in, seats_of
from kg.store import Row

__all__ = ["HANDLERS"]

OUT = re.compile(LEFT_OUT)
ONLY = re.compile(r"只[看算计论]|仅|\bonly\b")
SEATED = re.compile(r"小组|机构|指挥部|委员会|班子|groups?\b|bodies|boards?\b|committees?\b")
SHOWN = 100
"""Persons whose seats an answer shows."""


def co_members(asked: Asked) -> Found:
    """Who sits where with whom: the bodies of two persons, the persons of two bodies, or those beside one person."""
    if len(asked.persons) >= 2:
        return bodies_of_both(asked)
    if len(asked.groups) >= 2 or (not asked.persons and asked.groups):
        return persons_of_both(asked)
    if not asked.persons:
        return NOTHING
    person = asked.persons[0]
    rows = [row for row in asked.run("seats", person=person.id) if not OFFICE.search(str(row["bodyName"]))]
    if asked.groups:
        rows = [row for row in rows if row["body"] == asked.groups[0].id] or rows
    beside = [other for row in rows for other in asked.run("members", body=str(row["body"]))]
    told = persons_in(row for row in beside if row["member"] != person.id)
    where = names(dict.fromkeys(str(row["bodyName"]) for row in rows))
    return Found(
        told, f"与{person.name}同在{where}的有：{names(told)}。", f"With {person.name} on {where}: {names(told)}.", rows
    )


def bodies_of_both(asked: Asked) -> Found:
    """The bodies on which two persons sit."""
    one, other = asked.persons[:2]
    rows = [
        row
        for row in asked.run("shared-bodies", person=one.id, partner=other.id)
        if not OFFICE.search(str(row["bodyName"]))
    ]
    told = list(dict.fromkeys(str(row["bodyName"]) for row in rows))
    if not told and not SEATED.search(asked.text):
        return NOTHING
    if not told:
        zh, en = f"{one.name}和{other.name}没有同在的机构。", f"{one.name} and {other.name} sit on no body together."
        return Found([], zh, en, cites=False)
    return Found(
        told,
        f"{one.name}和{other.name}同在：{names(told)}。",
        f"{one.name} and {other.name} both sit on: {names(told)}.",
        rows,
    )


def persons_of_both(asked: Asked) -> Found:
    """The persons who sit on two bodies."""
    several = asked.several_groups
    if len(several) < 2:
        return NOTHING
    rosters = [seats_of(asked, group) for group in several[:2]]
    both = {row["member"] for row in rosters[0]} & {row["member"] for row in rosters[1]}
    told = persons_in(row for row in rosters[0] if row["member"] in both)
    rows = [row for roster in rosters for row in roster if row["member"] in both]
    where = names(group.name for group in several[:2])
    return Found(told, f"同在{where}的有：{names(told)}。", f"On both {where}: {names(told)}.", rows)


def several_bodies(asked: Asked) -> Found:
    """Who sits on so many bodies and more, those that the question leaves out not counted."""
    least, exact = asked.number or 2, bool(re.search("恰好|正好|刚好|exactly", asked.text))
    left = (clause for clause in re.split("[，,；;]", asked.linked.rest) if OUT.search(clause))
    out = {entry.name for clause in left for entry in asked.groups_in(clause)}
    kinds = tuple(KIND_WORD.findall(asked.text)) if ONLY.search(asked.text) else ()
    groups = {
        body: seats
        for body, seats in seated(asked.store).items()
        if (name := label(asked, body)) not in out and (not kinds or name.endswith(kinds))
    }
    named = {entry.id for entry in asked.persons}
    counts = Counter(person for seats in groups.values() for person in seats if person not in named)
    who = [person for person, count in counts.items() if (count == least if exact else count >= least)]
    told = sorted(called(asked, who).values())
    rows = seats_in(asked, groups, who)
    return Found(told, f"在{least}个以上机构的有：{names(told)}。", f"On {least} bodies or more: {names(told)}.", rows)


def most_bodies(asked: Asked) -> Found:
    """Who sits on most bodies."""
    groups = seated(asked.store)
    counts = Counter(person for seats in groups.values() for person in seats)
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    least = order[min(asked.number or 1, len(order)) - 1][1] if order else 0
    most = {person: count for person, count in order if count >= least}
    who = called(asked, list(most))
    told = [[name, -count] for count, name in sorted((-count, who[person]) for person, count in most.items())]
    zh = names(f"{name}（{count}个）" for name, count in told)
    en = ", ".join(f"{name} ({count})" for name, count in told)
    return Found(told, f"参加机构最多的是：{zh}。", f"On most bodies: {en}.", seats_in(asked, groups, list(most)))


def label(asked: Asked, body: str) -> str:
    """The name of a body."""
    return name_of(asked.store, body)


def called(asked: Asked, persons: list[str]) -> dict[str, str]:
    """The names of persons, those of namesakes with what tells them apart in their ids."""
    found = {person: name_of(asked.store, person) for person in persons}
    often = Counter(found.values())
    return {
        person: f"{name}（{person.split('/', 1)[1]}）" if often[name] > 1 else name for person, name in found.items()
    }


def seats_in(asked: Asked, groups: Seated, persons: list[str]) -> list[Row]:
    """The seats of persons on bodies; of so many only that an answer can show them."""
    rows = [row for person in persons[:SHOWN] for row in asked.run("seats", person=person)]
    return [row for row in rows if str(row["body"]) in groups]


HANDLERS: dict[str, Callable[[Asked], Found]] = {
    "co_members": co_members,
    "most_bodies": most_bodies,
    "several_bodies": several_bodies,
}
"""The answers of this module by intent."""
