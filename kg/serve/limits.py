"""What one request may take from the server."""

from __future__ import annotations

import os
from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds a query may take; bytes of an answer, of a request, and of memory beside the graph.

    `workers` queries run at once. One that takes more than `patience` seconds is slow: it yields the
    processor to the others, and one of the `spare` processes takes its place at once; up to `slow` of
    those run beside the workers. `waiting` requests wait, each for `turn` seconds at most; a request has
    `arrival` seconds to come.
    """

    seconds: float = 10.0
    answer: int = 20_000_000
    request: int = 200_000
    memory: int = 1_500_000_000
    workers: int = max(2, os.cpu_count() or 2)
    spare: int = 2
    slow: int = 4
    waiting: int = 100
    turn: float = 30.0
    patience: float = 0.1
    arrival: float = 10.0
