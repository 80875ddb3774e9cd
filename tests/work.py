"""Whether work grows in step with what there is to do: other programs take no processor time from a thread's count."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Input = TypeVar("Input")
TIMES = 4
"""How many times as large the large input of a comparison is."""
EXPONENT = 1.4
"""What is in step: n log n lies below it at the sizes compared, n² is 2."""
TRIES = 7


def grows_in_step(cost: Callable[[Input], float], small: Input, large: Input) -> bool:
    """Whether an input four times as large costs as many times the work, the least of several measurements each."""
    least = [math.inf, math.inf]
    for _ in range(TRIES):
        least = [min(known, cost(size)) for known, size in zip(least, (small, large), strict=True)]
        if math.log(least[1] / least[0], TIMES) <= EXPONENT:
            return True
    return False


def in_step(run: Callable[[Input], object], small: Input, large: Input) -> bool:
    """The same where the cost is the processor time of a function."""

    def cost(size: Input) -> float:
        with without_collection():
            began = time.thread_time()
            run(size)
            return max(time.thread_time() - began, 1e-4)

    return grows_in_step(cost, small, large)


@contextmanager
def without_collection() -> Iterator[None]:
    """No collection of garbage meanwhile: it costs as much as other tests have left behind."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
