"""A source's text to its documents: lines, labels, regions, and of each region its blocks and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import Fact, Header, Issue
from kg.formats import About
from kg.notice.foot import Foot, foot
from kg.notice.labels import Page, labelled
from kg.notice.masthead import issue, listed
from kg.notice.openings import Head
from kg.notice.outline import Block, blocks
from kg.notice.regions import Region, regions
from kg.notice.signature import signature
from kg.notice.stated import header
from kg.notice.unglued import unglued
from kg.text import Text, lines

__all__ = ["Document", "documents"]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document of a gazette, or the masthead of an issue.

    `key` is its number, its title where it has none, None for an excerpt without either. `header`
    is None for a masthead and an excerpt; `stated` are the facts that the segmentation itself read.
    """

    key: str | None
    text: Text
    blocks: tuple[Block, ...]
    header: Header | None = None
    issue: Issue | None = None
    stated: tuple[Fact, ...] = ()

    @property
    def issuer(self) -> str | None:
        """Who issued the document: a body's name as printed."""
        return (self.header.issuer if self.header else self.issue.publisher if self.issue else None) or None

    @property
    def title(self) -> str:
        """The title without blanks, '' where there is none."""
        return (self.header.title or "") if self.header else self.issue.title if self.issue else ""


def documents(source: str, about: About | None = None) -> Iterator[Document]:
    """The documents of a gazette's text in order, a masthead first where there is one.

    Pages of an issue that are no documents (大事记) come as excerpts: nothing is read there but the gazette's board.
    What `about` says of a source fills what its document does not print; of several documents it fills none.
    """
    whole = Text.of(source)
    found = tuple(regions(labelled(unglued(lines(whole)))))
    heads = sum(isinstance(region.label, Head) for region in found)
    for region in found:
        only = len(found) == 1 or (heads == 1 and isinstance(region.label, Head))
        yield document(whole, region, (about or About()) if only else None)


def document(whole: Text, region: Region, about: About | None) -> Document:
    """The document, the masthead or the excerpt that a region is; `about` is what is said of a text's only document."""
    text = whole[region.lines[0].text.span.start : region.lines[-1].text.span.end]
    head = region.label if isinstance(region.label, Head) else headless(region, about)
    below = foot(region.body, head.title.chars, head.issuers, text) if head else Foot()
    found = tuple(blocks(region.body, below.signed.line if below.signed else None, below.cited))
    if head:
        said = header(head, below, found, text, about or About())
        return Document(said.document, text, found, said, stated=(said,))
    told = None if isinstance(region.label, Page) else issue(region.lines)
    if told is None:
        return Document(None, text, found)
    stated = (told, *listed(told.document, region.entries, region.heads))
    return Document(told.document, text, found, issue=told, stated=stated)


def headless(region: Region, about: About | None) -> Head | None:
    """The empty head of a text that only its foot, or what is said of it, shows to be a document; None of any other."""
    if region.label is not None or about is None or not region.body:
        return None
    signed = signature(region.body, "")
    if signed and signed.issuer:
        return Head(0, 0, Text.of(""), None, (), at=region.body[signed.line].text.span)
    told = any(about.told(name)[0] for name in ("title", "number", "issuer", "date", "place"))
    return Head(0, 0, Text.of(""), None, (), at=region.body[0].text.span) if told else None
