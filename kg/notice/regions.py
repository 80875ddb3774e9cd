"""Labelled lines to regions: the lines cut where a masthead, a document or a page that is none begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.notice.contents import Entry
from kg.notice.heads import Head
from kg.notice.labels import Label, Labelled, Masthead, Page
from kg.text import Line

__all__ = ["Region", "regions"]

BEGINS = (Masthead, Head, Page)


@dataclass(frozen=True, slots=True)
class Region:
    """The lines from one beginning to the next.

    `label` is what begins with them, None where a text begins with none. Those of a masthead have the `entries` of
    its contents and the `heads` of its issue's documents.
    """

    lines: Sequence[Line]
    label: Masthead | Head | Page | None
    entries: tuple[Entry, ...] = ()
    heads: tuple[Head, ...] = ()


def regions(labelled: Labelled) -> Iterator[Region]:
    """The regions of labelled lines in order, every line in one of them."""
    lines, labels = labelled.lines, labelled.labels
    begun = {index: label for index, label in enumerate(labels) if isinstance(label, BEGINS) and label.start == index}
    starts = sorted({0, *begun}) if lines else []
    for order, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=False)):
        label = begun.get(start)
        if isinstance(label, Masthead):
            later = takewhile(lambda other: not isinstance(other, Masthead), map(begun.get, starts[order + 1 :]))
            heads = tuple(head for head in later if isinstance(head, Head))
            yield Region(lines[start:end], label, entries(labels[start:end], start, end), heads)
        else:
            yield Region(lines[start:end], label)


def entries(labels: Sequence[Label], issue: int, end: int) -> tuple[Entry, ...]:
    """The entries of the contents of an issue among labels, those that end before the line `end`."""
    found = dict.fromkeys(label for label in labels if isinstance(label, Entry))
    return tuple(entry for entry in found if entry.issue == issue and entry.end <= end)
