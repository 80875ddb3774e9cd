"""Discs on a plane: forces say who is near whom, then the discs are drawn together until they touch."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["Disc", "packed"]

GAP = 16.0
"""Free pixels between two discs."""

SQUEEZE = (0.987, 0.983)
"""How much nearer the discs come with each step, across and down: the screen is wider than high."""

MOST = 400
"""Discs that forces place."""

STEPS, SETTLE = 220, 60
SEED = 20200511

Point = tuple[float, float]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Disc:
    """The room that a node takes with its satellites: `radius` in pixels."""

    radius: float


def packed(graph: nx.Graph[Any]) -> list[Point]:
    """A centre for every node of a graph whose nodes carry a `disc`, in the graph's order.

    Forces weigh every pair: of more than `MOST` discs they place the largest and best joined, and rings hold the rest.
    """
    if len(graph) <= MOST:
        return drawn_together(graph) if graph else []
    first = sorted(graph, key=lambda node: (-graph.nodes[node]["disc"].radius, -graph.degree(node), node))[:MOST]
    inner = among(graph, set(first))
    spots = dict(zip(inner, drawn_together(inner), strict=True))
    spots |= outside(graph, [node for node in graph if node not in spots], spots)
    return [spots[node] for node in graph]


def among(graph: nx.Graph[Any], chosen: set[Any]) -> nx.Graph[Any]:
    """The chosen nodes with what joins them, in the graph's order, which networkx' own views do not keep."""
    inner: nx.Graph[Any] = nx.Graph()
    inner.add_nodes_from((node, told) for node, told in graph.nodes(data=True) if node in chosen)
    inner.add_edges_from((a, b, told) for a, b, told in graph.edges(data=True) if a in chosen and b in chosen)
    return inner


def outside(graph: nx.Graph[Any], rest: Sequence[Any], spots: Mapping[Any, Point]) -> dict[Any, Point]:
    """Places on rings round those that have one, each on the side of what it is joined to, as far as there is room."""
    wide = 2 * max(graph.nodes[node]["disc"].radius for node in rest) + GAP
    reach = max(math.hypot(*spots[node]) + graph.nodes[node]["disc"].radius for node in spots)
    rings: list[tuple[float, int]] = []
    while sum(room for _, room in rings) < len(rest):
        radius = reach + wide * (len(rings) + 0.5)
        rings.append((radius, int(math.tau * radius / wide)))
    sides = [(k / room, radius) for radius, room in rings for k in range(room)][: len(rest)]
    order = sorted(rest, key=lambda node: side([spots[other] for other in graph[node] if other in spots]))
    return {
        node: (radius * math.cos(math.tau * turn), radius * math.sin(math.tau * turn))
        for node, (turn, radius) in zip(order, sorted(sides), strict=True)
    }


def side(points: Sequence[Point]) -> float:
    """In which direction from the middle some points lie, as a part of a turn from 0 to 1; 0 where there are none."""
    return math.atan2(sum(y for _, y in points), sum(x for x, _ in points)) / math.tau % 1.0


def drawn_together(graph: nx.Graph[Any]) -> list[Point]:
    """The centres by forces."""
    radii = np.array([disc.radius for _, disc in graph.nodes(data="disc")])
    points = spread(landscape(forced(graph), radii), radii)
    for _ in range(STEPS):
        points = apart(points * SQUEEZE, radii)
    for _ in range(SETTLE):
        points = apart(points, radii)
    points = points - (points.max(axis=0) + points.min(axis=0)) / 2
    return [(float(x), float(y)) for x, y in points]


def forced(graph: nx.Graph[Any]) -> Points:
    """Positions by ForceAtlas2 from a fixed start: nodes on a sunflower, the best joined innermost."""
    order = sorted(graph, key=lambda node: (-graph.degree(node), node))
    golden = math.pi * (3 - math.sqrt(5))
    start = {
        node: np.array([math.cos(k * golden), math.sin(k * golden)]) * math.sqrt(k) for k, node in enumerate(order)
    }
    found = nx.forceatlas2_layout(graph, start, max_iter=80, scaling_ratio=4.0, weight="weight", seed=SEED)
    return np.array([found[node] for node in graph], dtype=np.float64)


def landscape(points: Points, radii: Points) -> Points:
    """The points turned so that they stretch from left to right."""
    weight = radii**2
    centred = points - np.average(points, axis=0, weights=weight)
    (xx, xy), (_, yy) = (centred * weight[:, None]).T @ centred
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return np.asarray(centred @ turn, dtype=np.float64)


def spread(points: Points, radii: Points) -> Points:
    """The points scaled so that the discs have four times the room they need."""
    extent = float(np.sqrt((points**2).sum(axis=1)).max()) or 1.0
    return points * (2 * math.sqrt(float((radii**2).sum())) / extent)


def apart(points: Points, radii: Points) -> Points:
    """One step of pushing overlapping discs apart; the larger a disc, the less it yields."""
    delta = points[:, None, :] - points[None, :, :]
    distance = np.sqrt((delta**2).sum(axis=2))
    overlap = radii[:, None] + radii[None, :] + GAP - distance
    np.fill_diagonal(overlap, 0.0)
    overlap = np.maximum(overlap, 0.0)
    mass = radii**2
    share = mass[None, :] / (mass[:, None] + mass[None, :])
    direction = delta / np.maximum(distance, 0.01)[:, :, None]
    step: Points = (direction * (overlap * share * 0.6)[:, :, None]).sum(axis=1)
    return points + np.clip(step, -60.0, 60.0)
