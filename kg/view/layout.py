"""Where the nodes stand: groups and plans are hubs, their people, tasks and bodies in rings round them.

Forces place the hubs only. On the seed gazette at 1400 × 900 (`make bench-map`), rings with exchanged places have 3,135
crossings of lines and 92 names; ForceAtlas2 over all nodes has 2,793 crossings, but 56 names, for the whole is twice as
wide, and drawn together with room for 115 names it has 4,781. With forces alone the grounds of the groups lie over one
another, so that nobody sees who is in which.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import networkx as nx

from kg.view.content import Content
from kg.view.packing import Disc, packed
from kg.view.place import Place
from kg.view.spacing import separated, sizes
from kg.view.swaps import swapped
from kg.view.tiers import tiers

__all__ = ["places", "ringed_places"]

CROWDED = 600
"""Nodes of a ring above which not every node is weighed against every slot."""

LONE = 27.0
"""Radius that a node outside the rings keeps free, in pixels at zoom 1."""

NAMED = 64.0
"""Radius that a group or a plan keeps free at least, for its long name."""

HEAVY = 4
"""A body with so many links into one hub stands inside the ring, where its links are short."""

Point = tuple[float, float]


@dataclass(slots=True)
class Hub:
    """A node with its satellites by ring, each ring in reading order."""

    inside: list[int] = field(default_factory=list)
    core: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    second: list[int] = field(default_factory=list)

    @property
    def radii(self) -> tuple[float, float, float, float]:
        """The radii of core, inside, first and second ring."""
        first = max(58.0, len(self.first) * 37 / math.tau, len(self.inside) * 30 / math.tau / 0.6)
        second = max(first + 44.0, len(self.second) * 27 / math.tau)
        core = max(first * 0.3, 34.0, len(self.core) * 13 / math.tau)
        return core, first * 0.6, first, second

    @property
    def reach(self) -> float:
        """The radius of the whole."""
        outermost = 3 if self.second else 2 if self.first else 0
        return self.radii[outermost] + 24 if outermost or self.core else LONE + 12


def places(content: Content) -> list[Place]:
    """A place for every node: hubs and lone nodes by forces, satellites in rings round their hub.

    A single group with its seats is drawn in tiers instead.
    """
    return tiers(content) or ringed_places(content, sizes(content))


def ringed_places(content: Content, halves: Sequence[float]) -> list[Place]:
    """The places of hubs by forces and of satellites in rings; `halves` are half the widths of the symbols."""
    near = neighbours(content)
    home = homes(content, near)
    hubs = gathered(content, home, near)
    centres = dict(zip(hubs, packed(discs(content, hubs, home)), strict=True))
    spots = dict(centres)
    for number, hub in hubs.items():
        spots.update(ringed(hub, centres[number], near, home, centres))
    spots = swapped(spots, alike(content, hubs), lines(content, near))
    order = range(len(content.nodes))
    points = separated([spots[i] for i in order], halves)
    return [Place(round(x, 1), round(y, 1), home.get(i, i)) for i, (x, y) in enumerate(points)]


def alike(content: Content, hubs: dict[int, Hub]) -> list[list[int]]:
    """The nodes that may stand in each other's place: those of a ring, and those outside all rings."""
    kinds = [node.type for node in content.nodes]
    lone = [i for i, hub in hubs.items() if hub.reach == Hub().reach and kinds[i] not in ("group", "program")]
    return [lone, *(ring for hub in hubs.values() for ring in (hub.inside, hub.first, hub.second))]


def lines(content: Content, near: list[dict[int, str]]) -> list[list[int]]:
    """For each node those to which the map has a line at first: none of documents and indicators."""
    seen = [node.type not in ("document", "indicator") for node in content.nodes]
    return [[j for j in around if seen[j]] if seen[i] else [] for i, around in enumerate(near)]


def neighbours(content: Content) -> list[dict[int, str]]:
    """For each node its neighbours, each with the relation between them."""
    near: list[dict[int, str]] = [{} for _ in content.nodes]
    for link in content.links:
        near[link.source].setdefault(link.target, link.relation)
        near[link.target].setdefault(link.source, link.relation)
    return near


ORBITS = {
    "person": (("member", "group"), ("holds", "body")),
    "task": (("task_of", "program"),),
    "indicator": (("indicator_of", "program"), ("target_of", "task")),
    "document": (("creates", "group"), ("program_of", "program")),
    "body": (("office_of", "group"),),
}
"""By type of node: which neighbour it circles, the first relation that names exactly one."""


def homes(content: Content, near: list[dict[int, str]]) -> dict[int, int]:
    """For each satellite its hub; what belongs to several hubs or to none is missing."""
    kinds = [node.type for node in content.nodes]
    home: dict[int, int] = {}
    for i, around in enumerate(near):
        for relation, kind in ORBITS.get(kinds[i], ()):
            found = [j for j, name in around.items() if name == relation and kinds[j] == kind]
            if found:
                if len(found) == 1:
                    home[i] = found[0]
                break
    for i in home:
        while home[i] in home:
            home[i] = home[home[i]]
    hubs = set(home.values())
    bodies = {i: owner for i in range(len(near)) if (owner := owned(i, kinds, near, home, hubs)) is not None}
    return home | bodies


def owned(i: int, kinds: list[str], near: list[dict[int, str]], home: dict[int, int], hubs: set[int]) -> int | None:
    """The hub to which all that a body has to do with belongs, None where there are several."""
    if kinds[i] != "body" or i in hubs or i in home:
        return None
    owners = {home.get(j, j if j in hubs else -1) for j in near[i] if kinds[j] != "document"}
    return owners.pop() if len(owners) == 1 and -1 not in owners else None


def gathered(content: Content, home: dict[int, int], near: list[dict[int, str]]) -> dict[int, Hub]:
    """Every hub and lone node with its rings, satellites in the order of the source."""
    started: dict[int, int] = defaultdict(int)
    for link in reversed(content.links):
        for end in (link.source, link.target):
            started[end] = min(started.get(end, link.fact.evidence.start), link.fact.evidence.start)
    hubs = {i: Hub() for i in range(len(near)) if i not in home}
    for i in sorted(home, key=lambda i: (started[i], i)):
        hub, kind = hubs[home[i]], content.nodes[i].type
        inner = sum(home.get(j, j) == home[i] for j in near[i])
        if kind in ("indicator", "document"):
            hub.core.append(i)
        elif kind != "body" or "office_of" in near[i].values():
            hub.first.append(i)
        else:
            (hub.inside if inner >= HEAVY else hub.second).append(i)
    return hubs


def discs(content: Content, hubs: dict[int, Hub], home: dict[int, int]) -> nx.Graph[int]:
    """The hubs as discs, joined by the number of links between what belongs to them."""
    between: nx.Graph[int] = nx.Graph()
    for number, hub in hubs.items():
        named = content.nodes[number].type in ("group", "program")
        between.add_node(number, disc=Disc(max(hub.reach, NAMED if named else 0.0)))
    for link in content.links:
        ends = home.get(link.source, link.source), home.get(link.target, link.target)
        if ends[0] != ends[1]:
            weight = between.get_edge_data(*ends, {"weight": 0.0})["weight"]
            quiet = "document" in (content.nodes[link.source].type, content.nodes[link.target].type)
            between.add_edge(*ends, weight=weight + (0.1 if quiet else 1.0))
    return between


def ringed(
    hub: Hub, centre: Point, near: list[dict[int, str]], home: dict[int, int], centres: dict[int, Point]
) -> dict[int, Point]:
    """The places of a hub's satellites."""
    core, inside, first, second = hub.radii
    pulls = {i: pull(i, centre, near, home, centres) for i in hub.first}
    spots = slots(hub.first, len(hub.first), centre, first, pulls)
    behind = {i: mean([spots[j] for j in near[i] if j in spots], centre) for i in hub.second}
    spots |= slots(hub.second, max(len(hub.second), len(hub.first)), centre, second, behind)
    towards = {i: mean([spots[j] for j in near[i] if j in spots], centre) for i in hub.inside}
    spots |= slots(hub.inside, len(hub.inside), centre, inside, towards)
    return spots | slots(hub.core, len(hub.core), centre, core, {})


def pull(i: int, centre: Point, near: list[dict[int, str]], home: dict[int, int], centres: dict[int, Point]) -> Point:
    """The middle of a satellite's neighbours outside its hub, the hub's own centre where it has none."""
    owners = (home.get(j, j) for j in near[i])
    return mean([centres[j] for j in owners if j != home[i]], centre)


def mean(points: list[Point], default: Point) -> Point:
    """The middle of some points."""
    if not points:
        return default
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def slots(ring: list[int], count: int, centre: Point, radius: float, pulls: dict[int, Point]) -> dict[int, Point]:
    """The nodes of a ring on `count` evenly spaced slots, each as near as can be to where it is pulled.

    Those without a pull take the slots that remain, clockwise from the top in reading order. On a crowded ring
    each takes the next slot, in the order of the directions into which they are pulled.
    """
    if len(ring) > CROWDED:
        return in_turn(ring, count, centre, radius, pulls)
    free = [-math.pi / 2 + math.tau * k / count for k in range(count)]
    spots: dict[int, Point] = {}
    for i in sorted(ring, key=lambda i: pulls.get(i, centre) == centre):
        x, y = pulls.get(i, centre)
        if (x, y) == centre:
            angle = free[0]
        else:
            wish = math.atan2(y - centre[1], x - centre[0])
            angle = max(free, key=lambda angle: round(math.cos(angle - wish), 6))
        free.remove(angle)
        spots[i] = centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
    return spots


def in_turn(ring: list[int], count: int, centre: Point, radius: float, pulls: dict[int, Point]) -> dict[int, Point]:
    """The nodes of a ring on its slots from the top, by the direction of their pull; at the end those without one."""

    def turn(i: int) -> float:
        x, y = pulls.get(i, centre)
        free = (x, y) == centre
        return math.tau if free else (math.atan2(y - centre[1], x - centre[0]) + math.pi / 2) % math.tau

    spots: dict[int, Point] = {}
    for k, i in enumerate(sorted(ring, key=turn)):
        angle = math.tau * k / count - math.pi / 2
        spots[i] = centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
    return spots
