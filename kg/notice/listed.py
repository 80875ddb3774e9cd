"""The titles and the names of sections of a table of contents, and the lines of the text that print them again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from kg.text import Line

__all__ = ["SECTION", "by_beginning", "fold", "listed_title"]

SECTION = re.compile(
    r"【(?P<name>.{2,20})】|(?P<mark>[·•◆◇■□●○★☆▲])(?P<marked>[^·•◆◇■□●○★☆▲]{2,20})(?P=mark)"
    r"|(?P<bare>[省市县区州]政府令|.{0,12}(?:文件|人事(?:任免|信息|工作)|任免事项|统计(?:资料|数据|信息)|大事记|规章|法规|政务要闻|重要讲话))"
)
"""The name of a section: between marks, or one of those that sections bear."""
LONGEST = 200
"""Characters of a title."""


def by_beginning(titles: Iterable[str]) -> dict[str, set[str]]:
    """Folded titles by the four characters that they begin with."""
    starts: dict[str, set[str]] = {}
    for title in titles:
        starts.setdefault(title[:4], set()).add(title)
    return starts


def listed_title(found: Sequence[Line], index: int, titles: Collection[str]) -> int | None:
    """The end of the lines that print one of the `titles` of the contents, None when they do not."""
    flat = ""
    for end in range(index, min(index + 5, len(found)) if titles else index):
        flat += fold(found[end].flat)
        if flat in titles:
            return end + 1
        if len(flat) > LONGEST:
            break
    return None


def fold(flat: str) -> str:
    """Brackets in one shape, for the comparison of titles."""
    return flat.translate(str.maketrans("()〔〕[]［］", "（）（）（）（）"))
