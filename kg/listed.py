"""The titles of a table of contents, and the lines of the text that print them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.layout import Line

__all__ = ["by_beginning", "fold", "listed_title"]


def by_beginning(titles: Iterable[str]) -> dict[str, list[str]]:
    """Folded titles by the four characters that they begin with."""
    starts: dict[str, list[str]] = {}
    for title in sorted(set(titles)):
        starts.setdefault(title[:4], []).append(title)
    return starts


def listed_title(found: Sequence[Line], index: int, titles: Sequence[str]) -> int | None:
    """The end of the lines that print one of the `titles` of the contents, None when they do not."""
    for title in titles:
        flat = ""
        for end in range(index, min(index + 5, len(found))):
            flat += fold(found[end].flat)
            if flat == title:
                return end + 1
            if not title.startswith(flat):
                break
    return None


def fold(flat: str) -> str:
    """Brackets in one shape, for the comparison of titles."""
    return flat.translate(str.maketrans("()〔〕[]［］", "（）（）（）（）"))
