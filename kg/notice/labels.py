"""Lines to labelled lines: each of the things that can begin in a gazette is looked for once, each line is told one."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.notice.contents import Entry, contents, printed
from kg.notice.heads import heads
from kg.notice.issues import mastheads
from kg.notice.openings import Head
from kg.notice.pages import pages
from kg.notice.shapes import CONTENTS, fold, is_paper
from kg.text import Line

__all__ = ["Label", "Labelled", "Masthead", "Page", "labelled"]


@dataclass(frozen=True, slots=True)
class Masthead:
    """The masthead of an issue, from the line `start` on."""

    start: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an issue that is no document, from the line `start` on."""

    start: int


Label = Masthead | Entry | Head | Page | None
"""What a line is part of: a masthead, an entry of the contents, a document's head, a page that is none; None: text."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines, and for each the one thing that it is part of."""

    lines: Sequence[Line]
    labels: Sequence[Label]

    def __post_init__(self) -> None:
        if len(self.lines) != len(self.labels):
            raise ValueError(f"{len(self.lines)} lines and {len(self.labels)} labels: each line has one")


def labelled(found: Sequence[Line]) -> Labelled:
    """The lines of a gazette with what each is part of."""
    issues = frozenset(mastheads(found))
    entries = tuple(contents(found, issues))
    listing = {index: entry for entry in entries for index in range(entry.start, entry.end)}
    titles = {entry.title for entry in entries}
    papers = {title for title in titles if is_paper(title)}
    known = tuple(not_listed(found, tuple(heads(found, printed(found, papers), listing)), issues))
    none = pages(found, known, issues, printed(found, titles - papers))
    begun: dict[int, Masthead | Head | Page] = {index: Page(index) for index in none}
    begun |= {head.start: head for head in known} | {index: Masthead(index) for index in issues}
    return Labelled(found, tuple(told(len(found), begun, listing)))


def told(count: int, begun: Mapping[int, Masthead | Head | Page], listing: Mapping[int, Entry]) -> Iterator[Label]:
    """The labels of `count` lines: what begins at one comes before an entry, an entry before what goes on."""
    on: Masthead | Head | Page | None = None
    for index in range(count):
        on = begun.get(index, on)
        if isinstance(on, Head) and index >= on.end:
            on = None
        yield on if index in begun else listing.get(index, on)


def not_listed(found: Sequence[Line], heads: Sequence[Head], issues: Collection[int]) -> Iterator[Head]:
    """The heads but those that a table of contents prints: no sentence behind 目录, and its issue prints them again."""
    inside, order = False, sorted(issues)
    ahead = Counter((bisect(order, head.start), name) for head in heads for name in names(head))
    begun = {head.start: head for head in heads}
    for index, line in enumerate(found):
        inside = (inside and "。" not in line.flat) or CONTENTS.fullmatch(line.flat) is not None
        head = begun.get(index)
        if head:
            issue = bisect(order, head.start)
            ahead.subtract((issue, name) for name in names(head))
            if not inside or ahead[issue, fold(head.number or head.title.chars)] == 0:
                yield head


def names(head: Head) -> set[str]:
    """What names a document: its title, its number."""
    return {fold(name) for name in (head.title.chars, head.number) if name}
