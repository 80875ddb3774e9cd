"""Places of the same kind exchanged among their nodes while that makes the lines of the map shorter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

__all__ = ["swapped"]

Point = tuple[float, float]

ROUNDS = 8
LEAST = 1e-6
"""Pixels that an exchange must win, so that rounding cannot decide."""


def swapped(spots: dict[int, Point], kinds: Iterable[Sequence[int]], near: Sequence[Sequence[int]]) -> dict[int, Point]:
    """The places after exchanges inside each of `kinds`, whose nodes may stand in each other's place.

    `near` gives for each node those to which it has a line. Nodes that win nothing keep the order they came in.
    """
    found = dict(spots)
    pairs = [(i, j) for kind in kinds for i, j in combinations(kind, 2) if near[i] or near[j]]
    for _ in range(ROUNDS):
        won = [exchange(found, i, j, near) for i, j in pairs]
        if not any(won):
            break
    return found


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
