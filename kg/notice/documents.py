"""A source's text to its documents: lines, labels, regions, and of each region its blocks and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts import Fact, Header, Issue
from kg.notice.foot import citations, signature
from kg.notice.heads import Head
from kg.notice.labels import Page, labelled
from kg.notice.masthead import board, issue, listed
from kg.notice.outline import Block, blocks
from kg.notice.regions import Region, regions
from kg.notice.stated import header
from kg.text import Line, Text, lines

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
        return self.header.title if self.header else self.issue.title if self.issue else ""


def documents(source: str) -> Iterator[Document]:
    """The documents of a gazette's text in order, a masthead first where there is one.

    Pages of an issue that are no documents (大事记) come as excerpts: nothing is read there but the gazette's board.
    """
    whole = Text.of(source)
    for region in regions(labelled(lines(whole))):
        yield document(whole, region)


def document(whole: Text, region: Region) -> Document:
    """The document, the masthead or the excerpt that a region is."""
    text = whole[region.lines[0].text.span.start : region.lines[-1].text.span.end]
    if isinstance(region.label, Head):
        return paper(text, region.lines, region.label)
    if isinstance(region.label, Page):
        return Document(None, text, tuple(blocks(board(region.lines), None, frozenset())))
    return masthead(text, region)


def masthead(text: Text, region: Region) -> Document:
    """What stands before the first document: a masthead with its contents, or an excerpt's lines."""
    told = issue(region.lines)
    found = tuple(blocks(region.lines, None, frozenset()))
    if told is None or told.document is None:
        return Document(None, text, found)
    stated = (told, *listed(told.document, region.entries, region.heads))
    return Document(told.document, text, found, issue=told, stated=stated)


def paper(text: Text, region: Sequence[Line], head: Head) -> Document:
    """The document of the lines `region`, which begin with `head`."""
    body = region[head.end - head.start :]
    signed = signature(body, head.title.chars)
    cites = tuple(citations(text)) if "《" in text.chars else ()
    titles = frozenset(cite.title for cite in cites)
    found = tuple(blocks(body, signed.line if signed else None, titles))
    told = header(head, signed, found, text, cites)
    return Document(told.document, text, found, told, stated=(told,))
