"""Answers about people who sit on bodies together, and who sits on most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.ask.people import OFFICE, persons_in, seats_of
from kg.store import Row

__all__ = ["HANDLERS"]

LEFT_OUT = re.compile(r"leaving aside|leaving out|不算|不含|不包括|去掉|排除|except|exclud|without")


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
    told = [name for name in persons_in(row for row in beside if row["member"]) if name != person.name]
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
    if not told:
        return NOTHING
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
    both = set(persons_in(rosters[0])) & set(persons_in(rosters[1]))
    told = [name for name in persons_in(rosters[0]) if name in both]
    rows = [row for roster in rosters for row in roster if row["name"] in both]
    where = names(group.name for group in several[:2])
    return Found(told, f"同在{where}的有：{names(told)}。", f"On both {where}: {names(told)}.", rows)


def several_bodies(asked: Asked) -> Found:
    """Who sits on so many bodies and more, those that the question leaves out not counted."""
    least, exact = asked.number or 2, bool(re.search("恰好|正好|刚好|exactly", asked.text))
    left = (clause for clause in re.split("[，,；;]", asked.linked.rest) if LEFT_OUT.search(clause))
    out = {entry.name for clause in left for entry in asked.groups_in(clause)}
    rows = [row for row in on_groups(asked) if str(row["bodyName"]) not in out]
    named = {entry.name for entry in asked.persons}
    counts = Counter(name for name, _ in {(str(row["name"]), str(row["bodyName"])) for row in rows})
    told = sorted(
        name for name, count in counts.items() if (count == least if exact else count >= least) and name not in named
    )
    kept = [row for row in rows if row["name"] in told]
    return Found(told, f"在{least}个以上机构的有：{names(told)}。", f"On {least} bodies or more: {names(told)}.", kept)


def on_groups(asked: Asked) -> list[Row]:
    """The seats of persons on bodies, those in offices left out."""
    rows = asked.run("members")
    return [
        row
        for row in rows
        if str(row["member"] or "").startswith("person/") and not OFFICE.search(str(row["bodyName"]))
    ]


def most_bodies(asked: Asked) -> Found:
    """Who sits on most bodies."""
    rows = on_groups(asked)
    counts: Counter[str] = Counter()
    for name, _ in {(str(row["name"]), str(row["bodyName"])) for row in rows}:
        counts[name] += 1
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    limit = asked.number or 1
    least = most[min(limit, len(most)) - 1][1] if most else 0
    told = [[name, count] for name, count in most if count >= least]
    listed = names(f"{name}（{count}个）" for name, count in told)
    kept = [row for row in rows if row["name"] in {name for name, _ in told}]
    return Found(told, f"参加机构最多的是：{listed}。", f"On most bodies: {listed}.", kept)


HANDLERS: dict[str, Callable[[Asked], Found]] = {
    "co_members": co_members,
    "most_bodies": most_bodies,
    "several_bodies": several_bodies,
}
"""The answers of this module by intent."""
