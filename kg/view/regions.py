"""A large map by regions: each jurisdiction or community laid out for itself, then packed as one disc."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

import networkx as nx

from kg.view.content import Content
from kg.view.layout import places, ringed_places
from kg.view.overview import settled
from kg.view.packing import Disc, packed
from kg.view.place import Place
from kg.view.spacing import sizes

__all__ = ["Region", "regions"]

FEWEST = 1_500
"""With fewer nodes the whole is laid out at once, which shows better what lies between the regions."""

ROOM = 40.0
"""Free pixels round what stands in a region."""


@dataclass(frozen=True, slots=True)
class Region:
    """A named circle of the map, in pixels at zoom 1."""

    name: str
    x: float
    y: float
    radius: float


def regions(content: Content) -> tuple[list[Place], list[Region]]:
    """A place for every node, and the circles in which they stand; no circles for a map that is laid out at once."""
    if len(content.nodes) < FEWEST:
        return places(content), []
    members: dict[str, list[int]] = defaultdict(list)
    named = settled(content)
    for i, name in enumerate(named):
        members[name].append(i)
    halves = sizes(content)
    inside = {
        name: ringed_places(part(content, members[name]), [halves[i] for i in members[name]])
        for name in sorted(members)
    }
    radii = {name: ROOM + max(math.hypot(at.x, at.y) for at in spots) for name, spots in inside.items()}
    centres = dict(zip(inside, packed(between(content, named, radii)), strict=True))
    spots: dict[int, Place] = {}
    for name, found in inside.items():
        (x, y), own = centres[name], members[name]
        spots |= {i: Place(at.x + x, at.y + y, own[at.hub]) for i, at in zip(own, found, strict=True)}
    circles = [Region(name, *rounded(*centres[name]), round(radii[name], 1)) for name in inside]
    order = range(len(content.nodes))
    return [Place(*rounded(spots[i].x, spots[i].y), spots[i].hub) for i in order], circles


def rounded(x: float, y: float) -> tuple[float, float]:
    """A position to a tenth of a pixel."""
    return round(x, 1), round(y, 1)


def part(content: Content, members: list[int]) -> Content:
    """Some nodes with the links among them."""
    number = {i: k for k, i in enumerate(members)}
    links = tuple(
        replace(link, source=number[link.source], target=number[link.target])
        for link in content.links
        if link.source in number and link.target in number
    )
    return Content(content.name, tuple(content.nodes[i] for i in members), links, content.documents)


def between(content: Content, named: list[str], radii: dict[str, float]) -> nx.Graph[str]:
    """The regions as discs, joined by the number of links between them."""
    graph: nx.Graph[str] = nx.Graph()
    for name, radius in radii.items():
        graph.add_node(name, disc=Disc(radius))
    ties = Counter(
        tuple(sorted((named[link.source], named[link.target])))
        for link in content.links
        if named[link.source] != named[link.target]
    )
    graph.add_weighted_edges_from((a, b, float(n)) for (a, b), n in sorted(ties.items()))
    return graph
