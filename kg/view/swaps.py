"""Places of the same kind exchanged among their nodes while that makes the lines of the map shorter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

__all__ = ["swapped"]

Point = tuple[float, float]

MOST = 600
ROUNDS = 8
LEAST = 1e-6
"""Pixels that an exchange must win, so that rounding cannot decide."""


def swapped(spots: dict[int, Point], kinds: Iterable[Sequence[int]], near: Sequence[Sequence[int]]) -> dict[int, Point]:
    """The places after exchanges inside each of `kinds`, whose nodes may stand in each other's place.

    `near` gives for each node those to which it has a line. Nodes that win nothing keep the order they came in,
    and so do those of a kind of more than `MOST`, for every pair of them would have to be weighed.
    """
    found, every = dict(spots), [kind for kind in kinds if 1 < len(kind) <= MOST]
    for _ in range(ROUNDS):
        won = [exchange(found, i, j, near) for kind in every for i, j in promising(found, kind, near)]
        if not any(won):
            break
    return found


def promising(spots: dict[int, Point], kind: Sequence[int], near: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of a kind that may win by an exchange; a line between the two is counted as if it vanished."""
    places = np.array([spots[i] for i in kind])
    cost = np.zeros((len(kind), len(kind)))
    for row, i in enumerate(kind):
        if near[i]:
            ends = np.array([spots[k] for k in near[i]])
            cost[row] = np.hypot(*(places[:, None] - ends[None]).transpose(2, 0, 1)).sum(axis=1)
    own = np.diag(cost)
    gain = own[:, None] + own[None] - cost - cost.T
    rows, columns = np.nonzero(np.triu(gain > LEAST / 2, 1))
    return [(kind[a], kind[b]) for a, b in zip(rows.tolist(), columns.tolist(), strict=True)]


def exchange(spots: dict[int, Point], i: int, j: int, near: Sequence[Sequence[int]]) -> bool:
    """Exchanges the places of two nodes if that is worth it, and tells so; a line between the two stays as long."""
    one, other = spots[i], spots[j]
    now = length(i, one, j, spots, near) + length(j, other, i, spots, near)
    then = length(i, other, j, spots, near) + length(j, one, i, spots, near)
    if then >= now - LEAST:
        return False
    spots[i], spots[j] = other, one
    return True


def length(i: int, at: Point, but: int, spots: dict[int, Point], near: Sequence[Sequence[int]]) -> float:
    """The length of a node's lines if it stood at a place, without the one to the node `but`."""
    return sum(math.dist(at, spots[k]) for k in near[i] if k != but)
