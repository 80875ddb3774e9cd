"""Mentions of one name joined to strands: what one post or one document shows to be one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.mentions import Mention, PostIn

__all__ = ["Sets", "Strand", "strands"]

LONGEST = 20 * 365
"""Days between two attestations of a post beyond which they are not taken for one person's."""
LATEST = 10**7
"""A day behind all others, for documents without a date."""


@dataclass(frozen=True, slots=True)
class Strand:
    """Mentions of one name that belong together, in order of time.

    `id` is the name with the first body (or document) that attests it; `first` and `last` are days, None
    where no document has a date.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...]
    first: int | None
    last: int | None

    @property
    def place(self) -> str:
        """The place of the first document."""
        return self.mentions[0].place

    def posts(self) -> Iterator[tuple[int | None, PostIn]]:
        """The posts with the days on which they are attested."""
        return ((mention.day, post) for mention in self.mentions for post in mention.posts)

    def ids(self) -> frozenset[str]:
        """The ids that name the strand by any of its places, and its bodies or documents."""
        own = {path.removeprefix("body/") for path in self.bodies()} | {mention.document for mention in self.mentions}
        return frozenset(f"{mention.place}｜{self.name}｜{one}" for mention in self.mentions for one in own)

    def bodies(self) -> frozenset[str]:
        """The bodies in which the posts are."""
        return frozenset(post.body for _, post in self.posts())


class Sets:
    """Disjoint sets of numbers, joined step by step."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def find(self, item: int) -> int:
        """The number that stands for the set of `item`."""
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make the sets of both one, for which the smaller number stands."""
        low, high = sorted((self.find(one), self.find(other)))
        self.parent[high] = low

    def groups(self) -> Iterator[list[int]]:
        """The sets, by their smallest number."""
        found: dict[int, list[int]] = {}
        for item in range(len(self.parent)):
            found.setdefault(self.find(item), []).append(item)
        return iter(found.values())


def strands(mentions: Iterable[Mention]) -> list[Strand]:
    """The strands of the mentions of one name."""
    found = sorted(mentions, key=order)
    sets = Sets(len(found))
    by_post(found, sets)
    by_document(found, sets)
    return [strand([found[index] for index in group]) for group in sets.groups()]


def order(mention: Mention) -> tuple[int, str, str]:
    """The order of time, documents of one day by their ids."""
    return (LATEST if mention.day is None else mention.day, mention.document, mention.key)


def by_post(found: Sequence[Mention], sets: Sets) -> None:
    """Join the mentions that name one post, then those that name posts in one body.

    What one roster seats apart stays apart, whatever else would join it.
    """
    seats = [{(mention.document, mention.group): mention.posts} if mention.group else {} for mention in found]
    for titled in (True, False):
        last: dict[tuple[str, str], int] = {}
        for index, mention in enumerate(found):
            for post in mention.posts:
                key = (post.body, post.title if titled else "")
                before = last.get(key)
                if before is not None and fits(found[before], mention):
                    joined(before, index, sets, seats)
                last[key] = index


def joined(one: int, other: int, sets: Sets, seats: list[dict[tuple[str, str], tuple[PostIn, ...]]]) -> None:
    """Join two sets, unless a roster seats a member of each with other posts."""
    left, right = sorted((sets.find(one), sets.find(other)))
    if left == right or any(seats[right].get(key, posts) != posts for key, posts in seats[left].items()):
        return
    sets.join(left, right)
    seats[left] = {**seats[right], **seats[left]}


def fits(one: Mention, other: Mention) -> bool:
    """Whether two mentions with a post in the same body can be one person's."""
    if one.note and other.note and one.note != other.note:
        return False
    return one.day is None or other.day is None or other.day - one.day <= LONGEST


def by_document(found: Sequence[Mention], sets: Sets) -> None:
    """Join a mention without posts with the only other person of that name in the document."""
    documents: dict[str, list[int]] = {}
    for index, mention in enumerate(found):
        documents.setdefault(mention.document, []).append(index)
    for indices in documents.values():
        posted = {sets.find(index) for index in indices if found[index].posts}
        bare = [index for index in indices if not found[index].posts]
        for index in bare:
            if len(posted) == 1:
                sets.join(min(posted), index)
            elif not posted:
                sets.join(bare[0], index)


def strand(mentions: Sequence[Mention]) -> Strand:
    """The strand of some mentions, which are in order."""
    days = [mention.day for mention in mentions if mention.day is not None]
    first = mentions[0]
    body = next((post.body for mention in mentions for post in mention.posts), first.document)
    return Strand(
        id=f"{first.place}｜{first.name}｜{body.removeprefix('body/')}",
        name=first.name,
        mentions=tuple(mentions),
        first=min(days, default=None),
        last=max(days, default=None),
    )
