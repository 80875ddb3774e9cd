"""Short names for the map: what is left of a name when the reader knows which city it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.facts import Body, DocumentNode, Entity, Group

__all__ = ["city", "short"]

LONGEST = {"group": 17, "body": 13, "task": 13, "program": 16, "document": 16, "indicator": 12, "person": 8}
"""Most characters of a label by type of node."""

COMMITTEES = {"中共": "", "共青团": "团"}
"""What stands before the city in the name of a committee, and what is left of it where the city goes: 团市委."""

TITLE = re.compile(
    "^(?:.{2,20}?关于)?(?:印发|成立|公布|转发|调整)?(?P<core>.{4,}?)(?:的(?:通知|意见|公告|决定|批复|函))?$"
)


def city(nodes: Iterable[Entity]) -> str:
    """The jurisdiction (三门峡市) that most of the bodies share, empty where there is none."""
    places = Counter(node.jurisdiction for node in nodes if isinstance(node, Body) and node.jurisdiction)
    return max(places, key=lambda place: (places[place], place), default="")


def short(node: Entity, place: str) -> str:
    """The label of a node: without the city `place`, and not longer than the map has room for."""
    name = node.name.strip()
    if isinstance(node, DocumentNode):
        name = titled(name)
    for whole, brief in COMMITTEES.items() if place else ():
        if name.startswith(f"{whole}{place}委"):
            name = brief + name.removeprefix(whole + place[:-1])
    rest = name.removeprefix(place)
    if place and rest.startswith("人民政府"):
        name = place[-1] + rest.replace("人民政府", "政府", 1)
    elif isinstance(node, Body) and len(rest) >= 2:
        name = rest
    return cut(name, LONGEST.get(node.type, 14), middle=isinstance(node, Group))


def titled(title: str) -> str:
    """The core of a document's title: between 关于印发 and 的通知."""
    found = TITLE.match(title)
    return found["core"] if found else title


def cut(name: str, most: int, *, middle: bool) -> str:
    """At most `most` characters; from the `middle` where the end says what kind of body it is."""
    if len(name) <= most:
        return name
    tail = 5 if middle else 0
    return f"{name[: most - tail - 1]}…{name[len(name) - tail :]}"
