"""A seat, and how the pieces of a line beside it belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from kg.text import Span, Text

__all__ = ["PEOPLE", "Seat", "extended", "is_more", "posts_before_the_name", "posts_of_one", "shared_title"]

PEOPLE = re.compile(
    r"各.+(?:长|书记|主任)\Z|(?:主要|分管|相关|有关)?(?:负责|领导)(?:人|同志)\Z|行政正职\Z|党政主要领导\Z|分管领导\Z|主要领导\Z"
)

PARTY = re.compile(r"(?:委|党组|党工委)(?:副书记|常委|委员)\Z|党组成员\Z|党委委员\Z")
GOVERNS = re.compile(r"(?:人民政府|政府|行署|管委会|办事处)?(?:常务|第一)?副?(?:[省市县区州盟旗镇乡]长|专员|主任)")
"""The post in government of one who holds a post in the party."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: `person` None where no name is printed; `body` where the member is a body."""

    at: Span
    person: str | None = None
    posts: tuple[str, ...] = ()
    note: str | None = None
    body: str | None = None


def is_more(read: list[Seat], before: Seat, mark: str) -> bool:
    """Whether a piece is one more post of the person before it, or behind a comma the first."""
    alone = len(read) == 1 and not read[0].person and not read[0].body and not PEOPLE.search(read[0].posts[-1])
    return alone and bool(before.person and (before.posts or mark == "，"))


def extended(seat: Seat, part: Text, posts: tuple[str, ...]) -> Seat:
    """The seat with more posts."""
    return Seat(Span(seat.at.start, part.span.end), seat.person, (*seat.posts, *posts), seat.note)


def posts_before_the_name(found: list[Seat], line: Text) -> list[Seat]:
    """Posts alone before the only name of the line, which its own post precedes, are that person's."""
    *alone, last = found or [Seat(Span(0, 0))]
    if not alone or not last.person or not last.posts or any(one.person or one.body for one in alone):
        return found
    if line[bisect_left(line.at, last.at.start) :].squeezed().chars.startswith(last.person):
        return found
    posts = tuple(post for one in found for post in one.posts)
    return [Seat(Span(alone[0].at.start, last.at.end), last.person, posts, last.note)]


def posts_of_one(found: list[Seat]) -> list[Seat]:
    """Seats of nobody, a party post before the post it goes with (镇党委副书记、镇长), are one."""
    kept: list[Seat] = []
    for one in found:
        before = kept[-1] if kept else one
        bare = not (before.person or before.body or one.person or one.body) and before.posts and one.posts
        goes_on = bare and PARTY.search(before.posts[-1]) and GOVERNS.fullmatch(one.posts[0])
        if before is not one and (goes_on or (bare and before.posts[-1].endswith("委常委"))):
            kept[-1] = Seat(Span(before.at.start, one.at.end), None, (*before.posts, *one.posts))
        else:
            kept.append(one)
    return kept


def shared_title(found: list[Seat], line: Text) -> list[Seat]:
    """Bodies before one 负责同志 share that title, classes (各镇长、街道办主任) stand together: one seat of nobody."""
    if len(found) < 2 or found[-1].person or not found[-1].posts:
        return found
    first = len(found)
    if PEOPLE.search(found[-1].posts[-1]):
        first = next((index for index in range(len(found)) if all(one.body for one in found[index:-1])), first)
    classes = (index for index, one in enumerate(found) if one.posts and one.posts[0].startswith("各"))
    if all(one.posts and one.posts[0].startswith("各") for one in found[-2:]):
        return found
    first = min(first, next((i for i in classes if not any(one.person for one in found[i:])), first))
    if first >= len(found) - 1:
        return found
    span = Span(found[first].at.start, found[-1].at.end)
    start = next(index for index, offset in enumerate(line.at) if offset >= span.start)
    return [*found[:first], Seat(span, None, (line[start:].squeezed().chars.strip("，。；、"),))]
