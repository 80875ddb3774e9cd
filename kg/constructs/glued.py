"""Seats printed one behind the other with nothing between (安伟副市长高永瑞市财政局局长): the best cut of the run.

Every cut of the run into names and posts has a weight: that of each name by its length, that of each post by how it
begins. The heaviest cut is taken, where it holds two seats and more and leaves nothing out.
"""

from __future__ import annotations

from kg.constructs.names import LEVEL_LEAD, led, whole_title
from kg.lexicon import TITLE_END, is_name, is_post, place_prefix

__all__ = ["Cut", "glued"]

SHORTEST, LONGEST, LONGEST_POST = 10, 600, 40
NAMES = {2: 0.6, 3: 1.0, 4: 0.8}
"""The weight of a name by its characters."""
PLACED, DEPARTMENT, TITLE, OTHER, INNER = 1.0, 0.7, 0.5, -1.2, -0.4
"""The weight of a post that begins with a level or a place, with a department, that is a title alone, of any other;
and for each title that it holds before its last."""

Cut = tuple[tuple[str, str], ...]


def glued(chars: str) -> Cut:
    """The names and posts of a run without blanks and brackets, () where it is no run of seats."""
    if not SHORTEST <= len(chars) <= LONGEST:
        return ()
    ends = [end for end in range(2, len(chars) + 1) if TITLE_END.search(chars, max(end - 12, 0), end)]
    if len(ends) < 2:
        return ()
    best: dict[int, tuple[float, Cut]] = {0: (0.0, ())}
    for start in (0, *ends):
        if start in best:
            extend(chars, start, ends, best)
    weight, cut = best.get(len(chars), (0.0, ()))
    return cut if len(cut) > 1 and weight > 0 else ()


def extend(chars: str, start: int, ends: list[int], best: dict[int, tuple[float, Cut]]) -> None:
    """Put the cuts with one seat more behind `start` into `best`, each where it is the heaviest that ends there."""
    weight, cut = best[start]
    for length, own in NAMES.items():
        name, behind = chars[start : start + length], start + length
        if not is_name(name):
            continue
        for end in ends:
            if behind + 1 < end <= behind + LONGEST_POST:
                post = chars[behind:end]
                total = weight + own + weighed(post, sum(behind < inner < end for inner in ends))
                if is_post(post) and total > best.get(end, (float("-inf"), ()))[0]:
                    best[end] = total, (*cut, (name, post))


def weighed(post: str, inner: int) -> float:
    """The weight of a post with so many titles before its last; those before 、 are posts of the same person."""
    if LEVEL_LEAD.match(post) or place_prefix(post):
        begins = PLACED
    elif whole_title(post):
        begins = TITLE
    else:
        begins = DEPARTMENT if led(post) else OTHER
    return begins + INNER * max(inner - post.count("、"), 0)
