"""Lines to where pages of an issue begin that are no documents.

::

    page = a chronicle (大事记), or a title of the contents that is no document's (主要经济指标, …的讲话)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.notice.openings import Head
from kg.text import ORDINAL, Line

__all__ = ["pages"]

CHRONICLE = re.compile(
    r"[^，。；：:、．.“《]{0,24}(?:大事记|大事要览|要事记|政务要闻|政务活动)(?:[（(][^，。；：:、．.“《]{2,24}[）)])?"
)


def pages(
    found: Sequence[Line], heads: Sequence[Head], issues: Collection[int], titled: Collection[int]
) -> Iterator[int]:
    """The lines at which pages of an issue begin that are no documents, below its first one.

    `issues` are the lines at which issues begin, `titled` those that print a title of the contents, no document's.
    """
    inside_heads = {index for head in heads for index in range(head.start, head.end)}
    begun, inside = {head.start for head in heads}, False
    for index, line in enumerate(found if issues else ()):
        inside = (inside or index in begun) and index not in issues
        if not inside or not line.gap or len(line.flat) > 70 or index in inside_heads or ORDINAL.match(line.flat):
            continue
        if index in titled or CHRONICLE.fullmatch(line.flat):
            yield index
