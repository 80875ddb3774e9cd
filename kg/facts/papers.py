"""Facts about documents and gazette issues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from kg.facts.base import Fact
from kg.text import Span

__all__ = ["Citation", "ContentsEntry", "Header", "Issue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited document: title without 《》, number (豫政〔2019〕26号) or None, its own place."""

    title: str
    number: str | None
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Fact):
    """A document (公文): what its head, its signature and its running text say of itself."""

    type: ClassVar[str] = "document"
    title: str | None
    """None where the text prints none."""
    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    """ISO date of the signature, or of delivery for a report."""
    recipients: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    adopted_by: str | None = None
    presented_at: str | None = None
    on_behalf_of: str | None = None
    annexes: tuple[str, ...] = ()
    valid: tuple[str, str] | None = None
    """First and last ISO day of validity, where the text names both."""
    place: str | None = field(default=None, metadata={"optional": True})
    """The jurisdiction, where somebody says it."""
    said_by: tuple[tuple[str, str], ...] = field(default=(), metadata={"object": True, "optional": True})
    """The fields that the text does not print, each with who says it: the page ("page") or the user ("user")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Fact):
    """A gazette issue (公报) as its masthead describes it."""

    type: ClassVar[str] = "gazette"
    title: str
    number: int | None = None
    total: int | None = None
    year: int | None = None
    date: str | None = None
    publisher: str | None = None
    editor: str | None = None
    printer: str | None = None
    address: str | None = None
    website: str | None = None
    postcode: str | None = None
    permit: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry(Fact):
    """A line of the table of contents; `refers` is the document it was matched to, or None."""

    type: ClassVar[str] = "contents"
    section: str | None
    title: str
    page: int
    refers: str | None = None
