"""What a document says of itself: the values of its head, its foot and its running text as one fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kg.facts import Header
from kg.formats import About
from kg.lexicon import TITLE_END, is_name, iso_date
from kg.notice.foot import Foot
from kg.notice.openings import Head
from kg.notice.outline import Block
from kg.notice.shapes import document_kind, issuer_of_title
from kg.text import Text, squeeze

__all__ = ["byline", "header"]

ADOPTED = re.compile(
    r"(?:已经?|业经|[，。》]经)(?P<by>[^，。；《》]{2,40}?会议)(?:审议|研究|讨论)?(?:审议|研究|讨论)?(?:通过|同意|批准)"
)
BEHALF = re.compile(r"受(?P<body>[^，。；]{1,20}?(?:政府|委员会))(?:的)?委托")
CHIEF = re.compile(r"(?:[省市县区州盟旗镇乡]长|自治区主席)\Z")
VALID = re.compile(
    r"(?:执行期|有效期|实施期限?)[^，。；]{0,8}?(?P<first>\d{4}年\d{1,2}月\d{1,2}日)[起]?(?:至|到|—|-)(?P<last>\d{4}年\d{1,2}月\d{1,2}日)"
)


def header(head: Head, foot: Foot, found: Sequence[Block], text: Text, about: About) -> Header:
    """The header fact: what head, signature and running text say together, filled up by what is said about the text."""
    signed = foot.signed
    title, flat = head.title.chars, squeeze(text.chars[:4000])
    behalf = BEHALF.search(flat) if head.delivered else None
    adopted = None if head.delivered else ADOPTED.search(flat)
    said = Header(
        document=head.number or title or None,
        at=head.at or head.title.span,
        title=title or None,
        number=head.number,
        kind=document_kind(title),
        issuer=issuer(head, foot, found),
        date=(signed.date if signed else None) or head.delivered or head.imprint[1] or None,
        recipients=head.recipients,
        cites=foot.cites,
        adopted_by=adopted["by"] if adopted else None,
        presented_at=head.presented_at,
        on_behalf_of=behalf["body"] if behalf else None,
        annexes=tuple(dict.fromkeys(block.annex for block in found if block.annex)),
        valid=validity(VALID.search(squeeze(text.chars))),
    )
    return filled(said, about)


def filled(said: Header, about: About) -> Header:
    """The header with what the text does not print from what is said about it, and who says it."""
    open_fields = [name for name in ("title", "number", "issuer", "date", "place") if not getattr(said, name)]
    told = {name: about.told(name) for name in open_fields}
    values: dict[str, Any] = {name: value for name, (value, _) in told.items() if value}
    found = replace(said, **values, said_by=tuple((name, told[name][1]) for name in values))
    return replace(found, document=found.number or found.title)


def issuer(head: Head, foot: Foot, found: Sequence[Block]) -> str | None:
    """Who issued a document: who signs it, else whom its title names, who delivers it, whom its head prints."""
    signed = foot.signed.issuer if foot.signed else None
    titled = "、".join(head.issuers) or issuer_of_title(head.title.chars)
    return signed or titled or presenting(head, found) or head.imprint[0] or None


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
