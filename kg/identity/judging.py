"""Are two strands of one name one person? The verdict, how sure it is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from kg.identity.mentions import PostIn, contrary
from kg.identity.strands import Strand

__all__ = ["DIFFERENT", "SAME", "UNSURE", "Holders", "Judgement", "judge"]

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
YEAR = 365
FAR, TOO_FAR = 15 * YEAR, 35 * YEAR
"""Days between two attestations that make one person doubtful, and impossible."""
WEEK, SEASON = 7, 90
Holders = Mapping[str, tuple[tuple[int, str], ...]]
"""For each body its heads as (day, name), in order of time."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether `left` and `right` (ids of strands) are one person; `reasons` as printed for people."""

    left: str
    right: str
    verdict: str
    confidence: float
    reasons: tuple[str, ...]


def judge(left: Strand, right: Strand, heads: Holders) -> Judgement:
    """The judgement on two strands of one name in one place.

    One name in one place's documents is one person unless something speaks against it.
    """
    one, other = sorted((left, right), key=lambda strand: (strand.first is None, strand.first or 0, strand.id))
    later = () if one_paper(left, right) else (levels, both_at_once)
    for test in (one_roster, notes, too_far, *later):
        reason = test(one, other)
        if reason:
            sure, why = reason
            return Judgement(left.id, right.id, DIFFERENT if sure >= 0.8 else UNSURE, sure, (why,))
    for_it = supports(one, other, heads)
    reasons = [why for _, why in for_it]
    confidence = round(min(0.8 + sum(weight for weight, _ in for_it), 0.99), 2)
    if gap(one, other) > FAR and not reasons:
        return Judgement(left.id, right.id, UNSURE, 0.5, ("more than 15 years apart",))
    return Judgement(left.id, right.id, SAME, confidence, ("one name in the documents of one place", *reasons))


def one_roster(one: Strand, other: Strand) -> tuple[float, str] | None:
    """One roster seats both, with different posts."""
    shared = one.seats & other.seats
    return (1.0, f"two seats of one roster ({min(shared)[0]})") if shared else None


def notes(one: Strand, other: Strand) -> tuple[float, str] | None:
    """What is printed behind the names (女, 回族) differs."""
    if contrary(one.notes, other.notes):
        return 0.9, f"{'、'.join(sorted(one.notes))} here, {'、'.join(sorted(other.notes))} there"
    return None


def gap(one: Strand, other: Strand) -> int:
    """The days between the end of one strand and the beginning of the other, 0 where they overlap."""
    if one.last is None or other.first is None or one.first is None or other.last is None:
        return 0
    return max(other.first - one.last, one.first - other.last, 0)


def too_far(one: Strand, other: Strand) -> tuple[float, str] | None:
    """No career is so long."""
    return (0.95, "more than 35 years apart") if gap(one, other) > TOO_FAR else None


def levels(one: Strand, other: Strand) -> tuple[float, str] | None:
    """Nobody rises or falls so fast: a step takes two years and more, and falls are rare."""
    for (day, post), (later, next_post) in product(ends(one), ends(other)):
        if day is None or later is None or post.grade is None or next_post.grade is None:
            continue
        rise = next_post.grade - post.grade if later >= day else post.grade - next_post.grade
        years = abs(later - day) / YEAR
        if rise > 1.5 + years / 1.5 or rise < 0:
            why = f"{post.title} and {next_post.title} are {abs(rise)} steps apart within {years:.0f} years"
            return (0.6 if rise == -1 else 0.85), why
    return None


def ends(strand: Strand) -> list[tuple[int | None, PostIn]]:
    """The first and the last posts of a strand with their days."""
    return [*strand.posts[:2], *strand.posts[-2:]]


def both_at_once(one: Strand, other: Strand) -> tuple[float, str] | None:
    """Two posts that take all of somebody's time, held at the same time in different bodies."""
    first, second = one.full, other.full
    if not first or not second:
        return None
    overlap = min(first[-1][0], second[-1][0]) - max(first[0][0], second[0][0])
    what = f"{first[0][1].removeprefix('body/')} and {second[0][1].removeprefix('body/')} at the same time"
    if overlap > SEASON or (overlap > 0 and interleaved([d for d, _ in first], [d for d, _ in second])):
        return 0.95, what
    return (0.85, what) if overlap > -WEEK and not one_paper(one, other) else None


def interleaved(first: list[int], second: list[int]) -> bool:
    """Whether days of one list lie on both sides of a day of the other; both are in order."""
    return any(
        own[0] < day < own[-1] and day not in known
        for own, known, days in ((first, set(first), second), (second, set(second), first))
        for day in days
    )


def one_paper(one: Strand, other: Strand) -> bool:
    """Whether one document names both outside rosters: it removes from one post and appoints to the other."""
    return not one.papers.isdisjoint(other.papers)


def supports(one: Strand, other: Strand, heads: Holders) -> list[tuple[float, str]]:
    """What speaks for one person: weight and words."""
    found: list[tuple[float, str]] = []
    if one_paper(one, other):
        found.append((0.18, "one document names both posts"))
    groups = {group for _, group in one.seats} & {group for _, group in other.seats}
    if groups:
        found.append((0.1, f"both sit on {min(groups).removeprefix('body/')}"))
    for body in one.chairs if other.bodies else ():
        after = next((name for day, name in heads.get(body, ()) if follows(day, name, one)), None)
        if after:
            found.append((0.06, f"{after} follows in {body.removeprefix('body/')}"))
            break
    return found


def follows(day: int, name: str, one: Strand) -> bool:
    """Whether a head of a body came after a strand's last day and is somebody else."""
    return one.last is not None and day > one.last and name != one.name
