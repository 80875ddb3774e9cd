"""Where a node stands on the map."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in pixels at zoom 1, and the hub that the node belongs to (itself where none)."""

    x: float
    y: float
    hub: int
