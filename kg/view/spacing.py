"""How large the symbols are, and places moved so that no symbol lies on another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kg.view.content import Content

__all__ = ["separated", "sizes"]

Point = tuple[float, float]

SIZES = {"group": 13.0, "program": 13.0, "person": 4.6, "indicator": 4.0, "document": 7.0}
BASE, MOST = 5.2, 14.0
"""Half the width of a symbol in pixels at zoom 1: of bodies and tasks to begin with, and of any at most."""

CORNER = 1.2
"""How much farther than half its width the corners of a symbol may reach."""

FREE = 0.5
"""Free pixels between two symbols."""

LEAST = 1e-6
"""Pixels below which two places are one."""

PUSHES = 100
GOLDEN = math.pi * (3 - math.sqrt(5))


def sizes(content: Content) -> list[float]:
    """Half the width of every node's symbol: the more links end in it, the larger."""
    pairs = zip(content.nodes, content.degrees(), strict=True)
    return [round(min(MOST, SIZES.get(node.type, BASE) + math.sqrt(degree)), 1) for node, degree in pairs]


def separated(spots: Sequence[Point], halves: Sequence[float]) -> list[Point]:
    """The places, those of symbols that lie on one another pushed apart; where that does not end, the whole grows."""
    found, reach = list(spots), [half * CORNER + FREE / 2 for half in halves]
    for _ in range(PUSHES):
        pairs = touching(found, reach)
        if not pairs:
            return found
        for i, j in pairs:
            push(found, reach, i, j)
    pairs = touching(found, reach)
    grow = max(((reach[i] + reach[j]) / max(math.dist(found[i], found[j]), FREE) for i, j in pairs), default=1.0)
    return [(x * grow, y * grow) for x, y in found]


def touching(spots: Sequence[Point], reach: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs of discs that overlap, in their order; found on a grid as wide as the largest disc."""
    wide = 2 * max(reach, default=1.0)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    found = []
    for i, (x, y) in enumerate(spots):
        column, row = math.floor(x / wide), math.floor(y / wide)
        around = [(column + a, row + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        close = sorted(j for cell in around for j in cells.get(cell, ()))
        found += [(j, i) for j in close if math.dist(spots[i], spots[j]) < reach[i] + reach[j]]
        cells[column, row].append(i)
    return found


def push(spots: list[Point], reach: Sequence[float], i: int, j: int) -> None:
    """Moves two discs apart until they touch, both by as much; two on one spot go in a direction of their own."""
    (x, y), (p, q) = spots[i], spots[j]
    apart = math.dist((x, y), (p, q))
    missing = (reach[i] + reach[j] + FREE / 10 - apart) / 2
    if missing <= 0:
        return
    dx, dy = ((p - x) / apart, (q - y) / apart) if apart > LEAST else (math.cos(j * GOLDEN), math.sin(j * GOLDEN))
    spots[i], spots[j] = (x - dx * missing, y - dy * missing), (p + dx * missing, q + dy * missing)
