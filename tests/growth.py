"""How the processor time of some work grows with its size, measured so that other work on the machine hardly counts."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import TypeVar

__all__ = ["BOUND", "exponent"]

Made = TypeVar("Made")
BOUND = 1.4
"""Linear work has 1, with a logarithm about 1.1; work on every pair has 2."""


def exponent(make: Callable[[int], Made], work: Callable[[Made], object], size: int) -> float:
    """The power of the size with which the time of `work` grows, between `size` and four times that."""
    few, many = (fastest(work, make(n)) for n in (size, 4 * size))
    return math.log(many / few) / math.log(4)


def fastest(work: Callable[[Made], object], made: Made) -> float:
    """The least processor time of three runs, in seconds."""
    times = []
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        work(made)
        times.append(time.process_time() - began)
    return max(min(times), 1e-6)
