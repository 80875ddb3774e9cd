"""A gazette cut into its documents, each with its head, its blocks and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.facts import Citation, Fact, Header, Issue
from kg.lexicon import TITLE_END, is_name, iso_date
from kg.notice.contents import contents, is_paper, not_listed, pages
from kg.notice.foot import Signature, citations, signature
from kg.notice.header import Head, document_kind, heads, issuer_of_title
from kg.notice.issue import board, entries, issue, mastheads
from kg.notice.listed import fold
from kg.notice.outline import Block, blocks
from kg.text import Line, Text, lines, squeeze

__all__ = ["Document", "byline", "documents"]

ADOPTED = re.compile(
    r"(?:已经?|业经|[，。》]经)(?P<by>[^，。；《》]{2,40}?会议)(?:审议|研究|讨论)?(?:审议|研究|讨论)?(?:通过|同意|批准)"
)
BEHALF = re.compile(r"受(?P<body>[^，。；]{1,20}?(?:政府|委员会))(?:的)?委托")
CHIEF = re.compile(r"(?:[省市县区州盟旗镇乡]长|自治区主席)\Z")
VALID = re.compile(
    r"(?:执行期|有效期|实施期限?)[^，。；]{0,8}?(?P<first>\d{4}年\d{1,2}月\d{1,2}日)[起]?(?:至|到|—|-)(?P<last>\d{4}年\d{1,2}月\d{1,2}日)"
)


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
    found = lines(whole)
    if not found:
        return
    listed = tuple(contents(found))
    titles = frozenset(fold(entry.title) for entry in listed if is_paper(entry.title))
    listing = frozenset(index for entry in listed for index in range(entry.first, entry.end))
    issues = frozenset(mastheads(found))
    known = tuple(not_listed(found, tuple(heads(found, titles, listing)), issues))
    yield from parts(whole, found, known, issues, frozenset(pages(found, known, issues, listed)))


def parts(
    whole: Text, found: Sequence[Line], known: Sequence[Head], issues: frozenset[int], bare: frozenset[int]
) -> Iterator[Document]:
    """The documents of the lines, which begin with `known` heads, with issues, and with pages that are none."""
    begun = {head.start: head for head in known}
    starts = sorted({0, *begun, *issues, *bare})
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], len(found)], strict=True)):
        region = found[start:end]
        if start in issues or not (start in begun or start in bare):
            following = takewhile(lambda later: later not in issues, starts[index + 1 :])
            yield masthead(whole, region, [begun[later] for later in following if later in begun])
        elif start in begun:
            yield part(whole, region, begun[start], begun[start].end - start)
        else:
            yield Document(None, spread(whole, region), tuple(blocks(board(region), None, frozenset())))


def spread(whole: Text, region: Sequence[Line]) -> Text:
    """The text of a region, from its first line to its last."""
    return whole[region[0].text.span.start : region[-1].text.span.end]


def masthead(whole: Text, region: Sequence[Line], following: Sequence[Head]) -> Document:
    """What stands before the first document: a masthead with its contents, or an excerpt's lines.

    `following` are the heads of the issue's documents, to which the contents are matched.
    """
    text = spread(whole, region)
    told = issue(region)
    found = tuple(blocks(region, None, frozenset()))
    if told is None or told.document is None:
        return Document(None, text, found)
    keys = {fold(printed): head.number or head.title.chars for head in following for printed in printed_as(head)}
    stated = (told, *entries(region, told.document, keys))
    return Document(told.document, text, found, issue=told, stated=stated)


def printed_as(head: Head) -> tuple[str, ...]:
    """What a table of contents can print of a document: its title, its number."""
    return (head.title.chars, head.number) if head.number else (head.title.chars,)


def part(whole: Text, region: Sequence[Line], head: Head, below: int) -> Document:
    """The document of the lines `region`, of which the first `below` are its head."""
    text = spread(whole, region)
    body = region[below:]
    signed = signature(body, head.title.chars)
    cites = tuple(citations(text)) if "《" in text.chars else ()
    titles = frozenset(cite.title for cite in cites)
    found = tuple(blocks(body, signed.line if signed else None, titles))
    header = header_of(head, signed, found, text, cites)
    return Document(header.document, text, found, header, stated=(header,))


def header_of(
    head: Head, signed: Signature | None, found: Sequence[Block], text: Text, cites: tuple[Citation, ...]
) -> Header:
    """The header fact: what head, signature and running text say together."""
    title, flat, imprint = head.title.chars, squeeze(text.chars[:4000]), head.imprint or (None, None)
    behalf = BEHALF.search(flat) if head.delivered else None
    adopted = None if head.delivered else ADOPTED.search(flat)
    return Header(
        document=head.number or title,
        at=head.title.span,
        title=title,
        number=head.number,
        kind=document_kind(title),
        issuer=(signed.issuer if signed else None) or issuer_of_title(title) or presenting(head, found) or imprint[0],
        date=signed.date if signed else head.delivered or imprint[1],
        recipients=head.recipients,
        cites=cites,
        adopted_by=adopted["by"] if adopted else None,
        presented_at=head.presented_at,
        on_behalf_of=behalf["body"] if behalf else None,
        annexes=tuple(dict.fromkeys(block.annex for block in found if block.annex)),
        valid=validity(VALID.search(squeeze(text.chars))),
    )


def validity(match: re.Match[str] | None) -> tuple[str, str] | None:
    """The printed term of validity as two ISO dates."""
    first, last = (iso_date(match["first"]), iso_date(match["last"])) if match else (None, None)
    return (first, last) if first and last else None


def presenting(head: Head, found: Sequence[Block]) -> str | None:
    """The body that delivers a report: that of the byline's post."""
    by = byline(found[0].text) if found and head.delivered else None
    return office_of(by[0].chars) if by else None


def byline(text: Text) -> tuple[Text, Text] | None:
    """Post and name of a byline, None when the line is none."""
    flat = text.squeezed()
    for length in (4, 3, 2):
        post, name = flat[:-length], flat[-length:]
        if 2 <= len(post) <= 40 and is_name(name.chars) and TITLE_END.search(post.chars):
            return post, name
    return None


def office_of(post: str) -> str:
    """The body of a post: the post without its title; a governor's or mayor's is the government."""
    match = TITLE_END.search(post)
    bare = re.sub(r"(?:常务副|副|代)\Z", "", post[: match.start()] if match else post)
    return f"{bare}人民政府" if CHIEF.search(post) and bare[-1:] in set("省市县区州盟旗镇乡") else bare
