"""An edge of the graph as the page knows it, and how certain its two names are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.facts import Entity, Person, Sourced
from kg.view.trust import MEDIUM

__all__ = ["NAMED", "Link", "certainty", "kind"]

BRACKETS = str.maketrans("()〔〕[]", "（）（）（）")
NAMED = ("person", "body")
"""The types of node that a sentence may print in full, in short, or not at all."""

OFFICE = re.compile("办公室|联络")
LEADER = re.compile("(?:组长|主任|指挥长|总指挥|主编|主席|主任委员|会长|理事长|召集人|负责人|政委)$")


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between the nodes numbered `source` and `target`, as a fact states it.

    `kind` is what thickness and colour tell: leader, deputy, member, lead, participant, responsible,
    holds or other. `until` is the ISO day on which it ended, empty where no document says so.
    `confidence` is the least figure from 0 to 1 that the graph has for its names, None where nothing had to be
    judged; `trust` is high, medium or low after that and `certainty`.
    """

    source: int
    target: int
    relation: str
    role: str
    date: str
    kind: str
    fact: Sourced
    certainty: str = "context"
    confidence: float | None = None
    trust: str = MEDIUM
    until: str = ""


def kind(relation: str, role: str) -> str:
    """How much an edge weighs to the eye: 组长 leads, 副组长 is a deputy, 办公室主任 neither.

    What stands in brackets is the seat's post: 成员（副市长） is a member.
    """
    role = role.partition("（")[0]
    if relation in ("member", "joins"):
        if "副" in role:
            return "deputy"
        return "leader" if LEADER.search(role) and not OFFICE.search(role) else "member"
    return relation if relation in ("lead", "participant", "responsible", "holds") else "other"


def certainty(source: Entity, target: Entity, quote: str) -> str:
    """How the sentence prints the persons and bodies of a link: `printed` in full, `shortened`, else `context`.

    With `context` a name comes from a title, a heading or a sentence nearby; so does all of a link
    without a person or a body (a task of a plan).
    """
    text = plain(quote)
    seen = [printed(node, text) for node in (source, target) if node.type in NAMED]
    return ("context", "shortened", "printed")[min(seen, default=0)]


def printed(node: Entity, text: str) -> int:
    """2 where a text has the whole name, 1 where it has the end of it or another form of it, 0 where it has neither."""
    name, full = plain(node.name), plain(getattr(node, "full", ""))
    if name in text or (full and full in text):
        return 2
    if any(len(form) > 1 and plain(form) in text for form in getattr(node, "aliases", ())):
        return 1
    place = getattr(node, "jurisdiction", "")
    rest = name.removeprefix(plain(place))
    if isinstance(node, Person) or len(rest) < 3:
        return 0
    return int(any(rest[: len(rest) - cut] in text for cut in range(min(3, len(rest) - 2))))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text without blanks, its brackets of one kind."""
    return "".join(text.split()).translate(BRACKETS)
