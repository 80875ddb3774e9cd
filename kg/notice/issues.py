"""Lines to where the issues of a gazette begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.notice.shapes import CONTENTS, is_gazette
from kg.text import Line

__all__ = ["mastheads"]

FARTHEST = 60
"""Lines between a gazette's name and its contents."""


def mastheads(found: Sequence[Line]) -> Iterator[int]:
    """The indices of lines at which a gazette issue begins: its name, no sentence between that and the contents."""
    for index, line in enumerate(found):
        if len(line.flat) < 8 and CONTENTS.fullmatch(line.flat):
            above = takewhile(lambda i: "。" not in found[i].flat, range(index - 1, max(index - FARTHEST, 0) - 1, -1))
            yield min((i for i in above if is_gazette(found[i].flat)), default=index)
