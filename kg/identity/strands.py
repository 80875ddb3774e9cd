"""Mentions of one name joined to strands: what one post or one document shows to be one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.identity.mentions import Mention, PostIn, contrary
from kg.lexicon import is_chief

__all__ = ["Sets", "Strand", "strands"]

LONGEST = 20 * 365
"""Days between two attestations of a post beyond which they are not taken for one person's."""
NO_NOTES: frozenset[str] = frozenset()
LATEST = 10**7
"""A day behind all others, for documents without a date."""


@dataclass(frozen=True)
class Strand:
    """Mentions of one name that belong together, in order of time.

    `id` is the name with the first body (or document) that attests it, and the title where several strands
    begin in one body; `first` and `last` are days, None where no document has a date.
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

    @cached_property
    def posts(self) -> tuple[tuple[int | None, PostIn], ...]:
        """The posts with the days on which they are attested."""
        return tuple((mention.day, post) for mention in self.mentions for post in mention.posts)

    @cached_property
    def full(self) -> tuple[tuple[int, str], ...]:
        """The days and bodies of posts that take all of somebody's time."""
        return tuple((day, post.body) for day, post in self.posts if post.whole and day is not None)

    @cached_property
    def seats(self) -> frozenset[tuple[str, str]]:
        """The rosters as document and group."""
        return frozenset((mention.document, mention.group) for mention in self.mentions if mention.group)

    @cached_property
    def papers(self) -> frozenset[str]:
        """The documents that name the person outside rosters."""
        return frozenset(mention.document for mention in self.mentions if not mention.group)

    @cached_property
    def notes(self) -> frozenset[str]:
        """What is printed behind the name."""
        return frozenset(mention.note for mention in self.mentions if mention.note)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The bodies in which the posts are."""
        return frozenset(post.body for _, post in self.posts)

    @cached_property
    def chairs(self) -> tuple[str, ...]:
        """The bodies that the person heads, in order."""
        return tuple(sorted({post.body for _, post in self.posts if is_chief(post.title)}))

    def ids(self) -> frozenset[str]:
        """The ids that name the strand by any of its places, and its bodies or documents."""
        own = {path.removeprefix("body/") for path in self.bodies} | {mention.document for mention in self.mentions}
        places = {mention.place for mention in self.mentions}
        return frozenset({self.id, *(f"{place}｜{self.name}｜{one}" for place in places for one in own)})


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
    known = by_post(found, sets)
    by_document(found, sets, known)
    return list(told_apart([strand([found[index] for index in group]) for group in sets.groups()]))


def told_apart(found: Sequence[Strand]) -> Iterator[Strand]:
    """The strands, each with an id of its own: the later ones that begin in one body have their title in it."""
    seen: Counter[str] = Counter()
    for one in found:
        path = one.id
        if seen[path]:
            path += next((post.title for _, post in one.posts), "")
        seen[one.id] += 1
        seen[path] += path != one.id
        path = path if seen[path] == 1 else f"{path}（{seen[path]}）"
        yield one if path == one.id else replace(one, id=path)


def order(mention: Mention) -> tuple[int, str, str]:
    """The order of time, documents of one day by their ids."""
    return (LATEST if mention.day is None else mention.day, mention.document, mention.key)


def by_post(found: Sequence[Mention], sets: Sets) -> list[Known]:
    """Join the mentions that name one post, then those that name posts in one body.

    What one roster seats apart stays apart, whatever else would join it.
    """
    known = [Known(mention) for mention in found]
    for titled in (True, False):
        last: dict[tuple[str, str], int] = {}
        for index, mention in enumerate(found):
            for post in mention.posts:
                key = (post.body, post.title if titled else "")
                before = last.get(key)
                if before is not None and fits(found[before], mention):
                    joined(before, index, sets, known)
                last[key] = index
    return known


class Known:
    """What speaks against joining a set with another: the seats on rosters, and the notes behind the name."""

    __slots__ = ("notes", "seats")

    def __init__(self, mention: Mention) -> None:
        self.seats = {(mention.document, mention.group): mention.posts} if mention.group else {}
        self.notes = frozenset([mention.note]) if mention.note else NO_NOTES

    def speaks_against(self, other: Known) -> bool:
        """Whether a roster seats both with other posts, or their notes are two persons'."""
        few, many = self.seats, other.seats
        if len(few) > len(many):
            few, many = many, few
        apart = any(many.get(key, posts) != posts for key, posts in few.items())
        return apart or contrary(self.notes, other.notes)

    def take(self, other: Known) -> Known:
        """Both as one, the larger with what the smaller knows, so that many joins take little time."""
        few, many = (self, other) if len(self.seats) < len(other.seats) else (other, self)
        many.seats.update(few.seats)
        many.notes |= few.notes
        return many


def joined(one: int, other: int, sets: Sets, known: list[Known]) -> None:
    """Join two sets, unless something speaks against it."""
    left, right = sorted((sets.find(one), sets.find(other)))
    if left != right and not known[left].speaks_against(known[right]):
        sets.join(left, right)
        known[left] = known[left].take(known[right])


def fits(one: Mention, other: Mention) -> bool:
    """Whether two mentions with a post in the same body can be one person's."""
    return one.day is None or other.day is None or other.day - one.day <= LONGEST


def by_document(found: Sequence[Mention], sets: Sets, known: Sequence[Known]) -> None:
    """Join a mention without posts with the only other person of that name in the document."""
    documents: dict[str, list[int]] = {}
    for index, mention in enumerate(found):
        documents.setdefault(mention.document, []).append(index)
    for indices in documents.values():
        posted = {sets.find(index) for index in indices if found[index].posts}
        bare = [index for index in indices if not found[index].posts]
        for index in bare:
            mate = sets.find(min(posted, default=bare[0]))
            if len(posted) < 2 and not contrary(known[mate].notes, known[index].notes):
                sets.join(mate, index)


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
