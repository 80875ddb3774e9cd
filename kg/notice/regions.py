"""Labelled lines to regions: the lines cut where a masthead, a document or a page that is none begins, what is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.notice.contents import Entry
from kg.notice.labels import Label, Labelled, Masthead, Page
from kg.notice.openings import Head
from kg.text import Line

__all__ = ["Region", "regions"]

BEGINS = (Masthead, Head, Page)
BOARD = re.compile(r"《[^《》]{2,30}[公政]报》编[辑审]?(?:委|部)")
"""The gazette's editorial board (《X公报》编辑委员会)."""


@dataclass(frozen=True, slots=True)
class Region:
    """The lines from one beginning to the next.

    `label` is what begins with them, None where a text begins with none. `body` are the lines that are read: those
    below a document's head, those from the gazette's board on of a page that is none. A masthead has the `entries` of
    its contents and the `heads` of its issue's documents.
    """

    lines: Sequence[Line]
    label: Masthead | Head | Page | None
    body: Sequence[Line]
    entries: tuple[Entry, ...] = ()
    heads: tuple[Head, ...] = ()


def regions(labelled: Labelled) -> Iterator[Region]:
    """The regions of labelled lines in order, every line in one of them."""
    lines, labels = labelled.lines, labelled.labels
    begun = {index: label for index, label in enumerate(labels) if isinstance(label, BEGINS) and label.start == index}
    starts = sorted({0, *begun}) if lines else []
    for order, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        label, own = begun.get(start), lines[start:end]
        if isinstance(label, Masthead):
            later = takewhile(lambda other: not isinstance(other, Masthead), map(begun.get, starts[order + 1 :]))
            heads = tuple(head for head in later if isinstance(head, Head))
            yield Region(own, label, own, entries(labels[start:end], start, end), heads)
        else:
            yield Region(own, label, body(own, label))


def body(lines: Sequence[Line], label: Head | Page | None) -> Sequence[Line]:
    """The lines that are read of those that begin with `label`."""
    if isinstance(label, Head):
        return lines[label.end - label.start :]
    if isinstance(label, Page):
        return lines[next((index for index, line in enumerate(lines) if BOARD.match(line.flat)), len(lines)) :]
    return lines


def entries(labels: Sequence[Label], issue: int, end: int) -> tuple[Entry, ...]:
    """The entries of the contents of an issue among labels, those that end before the line `end`."""
    found = dict.fromkeys(label for label in labels if isinstance(label, Entry))
    return tuple(entry for entry in found if entry.issue == issue and entry.end <= end)
