"""What a file gives: its text, where in the file each part stood, and what is said about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, fields, replace

__all__ = ["NOTHING", "RUNNING", "About", "Extracted", "Mark", "Metadata", "Reading", "Refused", "Source"]

RUNNING = frozenset({"running head", "page number"})
"""Kinds of marks whose characters belong to the paper and not to the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the characters [start, end) of a text stood in its file; what is not known is None.

    `page` counts from 1; `sheet` and `cell` (B3) are those of a spreadsheet; `kind` is "running head",
    "page number", "table" or "footnote". The marks of a text ascend and do not overlap.
    """

    start: int
    end: int
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about a document outside its text; empty where nothing is said.

    `date` is the day of the document, `published` that on which the site showed it, both YYYY-MM-DD; `index`
    is its 索引号, `site` the name of the web site.
    """

    title: str = ""
    number: str = ""
    issuer: str = ""
    place: str = ""
    date: str = ""
    published: str = ""
    index: str = ""
    url: str = ""
    site: str = ""

    def filled(self, other: Metadata) -> Metadata:
        """These values, and those of `other` where there is none."""
        empty = [one.name for one in fields(self) if not getattr(self, one.name)]
        return replace(self, **{name: getattr(other, name) for name in empty})


NOTHING = Metadata()


@dataclass(frozen=True, slots=True, eq=False)
class Extracted:
    """What one file gives: its text with \\n as the only line end, marks, metadata, and warnings in plain words."""

    text: str
    marks: tuple[Mark, ...] = ()
    metadata: Metadata = NOTHING
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A source as read: its text, to which all offsets refer, and the name by which facts cite it.

    `printed` is what the file itself says about the document, `said` what the user says; `digest` is the
    SHA-256 of the file, in hexadecimal; `also` names the other files with the same text.
    """

    text: str
    origin: str
    marks: tuple[Mark, ...] = ()
    printed: Metadata = NOTHING
    said: Metadata = NOTHING
    digest: str = ""
    also: tuple[str, ...] = ()

    @property
    def about(self) -> About:
        """What is said about the document outside of its text."""
        return About(self.printed, self.said)

    @property
    def url(self) -> str:
        """The address of the source, '' where none is known."""
        return self.said.url or self.printed.url

    def where(self, start: int, end: int) -> Mark | None:
        """The mark of the characters [start, end), None where none tells of them; the first page of several."""
        index = bisect_right(self.marks, start, key=lambda mark: mark.start) - 1
        near = self.marks[max(index, 0) : index + 2]
        return next((mark for mark in near if mark.start < end and start < mark.end), None)


@dataclass(frozen=True, slots=True)
class About:
    """What is said about a document outside of its text: by its file or page, and by the user."""

    printed: Metadata = NOTHING
    said: Metadata = NOTHING

    def told(self, name: str) -> tuple[str, str]:
        """A field's value and who says it ("page" or "user"); two empty strings where nobody does."""
        user, page = getattr(self.said, name), getattr(self.printed, name)
        return (user, "user") if user else (page, "page") if page else ("", "")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, why, and what to do about it (empty where nothing helps)."""

    origin: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}" + (f" ({self.hint})" if self.hint else "")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All that was read: the sources in order, the files refused, and warnings that begin with a file's name."""

    sources: tuple[Source, ...]
    refused: tuple[Refused, ...] = ()
    warnings: tuple[str, ...] = ()
