"""Discs on a plane: forces say who is near whom, then the discs are drawn together until they touch."""

from __future__ import annotations

import math
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

STEPS, SETTLE = 220, 60
SEED = 20200511

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Disc:
    """The room that a node takes with its satellites: `radius` in pixels."""

    radius: float


def packed(graph: nx.Graph[Any]) -> list[tuple[float, float]]:
    """A centre for every node of a graph whose nodes carry a `disc`, in the graph's order."""
    if not graph:
        return []
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
