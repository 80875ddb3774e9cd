"""One leading group on its own, drawn as a chart of tiers: leader, deputies, members, office."""

from __future__ import annotations

from collections.abc import Iterator

from kg.view.content import Content
from kg.view.place import Place

__all__ = ["tiers"]

MOST = 90
"""With more nodes the tiers are wider than any screen; the rings are used instead."""

WIDTH, HEIGHT, PER_ROW = 96.0, 104.0, 12
"""Between two persons of a row, between two rows, and persons of a row at most.

A row of an odd number stands half a place aside, or its middle would have its line run through whoever is above."""

BELOW = 44.0
"""How far below a person the body stands to which the post belongs."""

RANKS = {"leader": 1, "deputy": 2, "member": 3}


def tiers(content: Content) -> list[Place] | None:
    """Places by tier where the graph is a single group with its seats, None where it is more than that."""
    group = only_group(content)
    if group is None:
        return None
    spots: dict[int, tuple[float, float]] = {group: (0.0, 0.0)}
    y = HEIGHT
    for tier, row in enumerate(rows(content, group)):
        aside = (WIDTH / 2, -WIDTH / 2)[tier % 2] if tier and len(row) % 2 else 0.0
        for k, person in enumerate(row):
            x = (k - (len(row) - 1) / 2) * WIDTH + aside
            spots[person] = x, y
            for body in posts(content, person):
                spots.setdefault(body, (x, y + BELOW))
        y += HEIGHT
    rest = [i for i in range(len(content.nodes)) if i not in spots]
    for k, i in enumerate(rest):
        line, column = divmod(k, PER_ROW // 2)
        spots[i] = (column - (min(len(rest), PER_ROW // 2) - 1) / 2) * WIDTH * 2, y + line * HEIGHT / 2
    return [Place(*spots[i], hub=group) for i in range(len(content.nodes))]


def only_group(content: Content) -> int | None:
    """The group that a small graph is about, None where there are several, or plans and tasks too."""
    kinds = [node.type for node in content.nodes]
    if len(kinds) > MOST or kinds.count("group") != 1 or "task" in kinds or "program" in kinds:
        return None
    group = kinds.index("group")
    seats = sum(link.target == group and link.relation == "member" for link in content.links)
    return group if seats >= 3 else None


def rows(content: Content, group: int) -> Iterator[list[int]]:
    """The seats of the group by rank, in the order of the source, in rows that a screen can hold."""
    ranks: dict[int, tuple[int, int]] = {}
    for link in content.links:
        if link.target == group and link.relation == "member":
            rank = RANKS.get(link.kind, 3), link.fact.evidence.start
            ranks[link.source] = min(ranks.get(link.source, rank), rank)
    for tier in (1, 2, 3):
        seats = sorted((i for i in ranks if ranks[i][0] == tier), key=lambda i: ranks[i])
        yield from (seats[k : k + PER_ROW] for k in range(0, len(seats), PER_ROW))


def posts(content: Content, person: int) -> Iterator[int]:
    """The bodies in which a person holds a post."""
    return (link.target for link in content.links if link.source == person and link.relation == "holds")
