"""Lists of people in running text: 由A同志、市财政局副局长B和C（市教育局局长）…"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.constructs.lists import joined, outside
from kg.constructs.names import loose_name, post_then_name
from kg.constructs.seat import shared_title
from kg.constructs.seats import Seat, seats
from kg.lexicon import is_name, is_post
from kg.notice import Block
from kg.text import ORDINAL, Text

__all__ = ["people", "sentences", "trailing_people", "unnumbered"]

COMRADE = re.compile(r"(?<![责导])(?:等?(?:[一二两三四五六七八九十\d]+[位名])?)?同志\Z")
LEAD = re.compile(r"(?:以及|及|由|请|其中|决定|同意|经研究)+")
BY = re.compile(r"(?:.*，|[^，、]{0,30}(?:小组|指挥部|委员会|专班|会议))由(?!于)")
"""The clause that leads up to the people, which 由 begins."""
AND = re.compile(r"[和与]")
DEPUTY = re.compile(r"副[\u4e00-\u9fff]{1,3}\Z")
LONGEST = 1200


def sentences(flat: Text) -> Iterator[Text]:
    """The sentences of a paragraph without blanks, overlong ones left out."""
    for start, end in outside(flat.chars, "。；"):
        if end - start < LONGEST:
            yield flat[start:end]


def unnumbered(block: Block) -> Text:
    """A paragraph without blanks and without the ordinal of an item at its head."""
    flat = block.text.squeezed().folded()
    ordinal = ORDINAL.match(flat.chars)
    return flat[ordinal.end() :] if ordinal else flat


def people(text: Text, known: Collection[str]) -> list[Seat] | None:
    """The persons (posts, bodies) of a list, None where a part of it does not read as one."""
    by = BY.search(text.chars)
    text = text[by.end() :] if by else text
    found: list[Seat] = []
    shared: tuple[str, ...] = ()
    for begin, end in outside(text.chars, "、，"):
        for part in parts(text[begin:end]):
            read = comrade(part) or seats(part[: len(COMRADE.sub("", part.chars))], known, loose=True)
            if not read:
                return None
            if not read[0].person or read[0].posts or text.chars[begin - 1 : begin] == "，":
                shared = before_names(part.chars, read)
            elif read[0].person not in known:
                read[0] = replace(read[0], posts=shared)
            found.extend(read)
    return shared_title(posts_joined(found), text)


def before_names(part: str, read: list[Seat]) -> tuple[str, ...]:
    """The post that a part prints before a name and that the names behind it share: a deputy's (副市长安伟、宋东)."""
    one = read[0]
    behind = len(read) == 1 and one.person and part.endswith(one.person) and DEPUTY.search("".join(one.posts[-1:]))
    return one.posts if behind and len(one.posts) == 1 else ()


def posts_joined(found: list[Seat]) -> list[Seat]:
    """Posts alone before a person whose own post precedes the name belong to that person."""
    kept: list[Seat] = []
    for one in found:
        alone: list[str] = []
        while one.person and one.posts and kept and not kept[-1].person and not kept[-1].body:
            alone[:0] = kept.pop().posts
        kept.append(Seat(one.at, one.person, (*alone, *one.posts), one.note, one.body))
    return kept


def parts(piece: Text) -> Iterator[Text]:
    """A piece cut at 和 between names, without 由 before and 同志 behind."""
    offset = 0
    for name in names_joined(piece.chars):
        part = piece[offset : offset + len(name)]
        offset += len(name) + 1
        lead = LEAD.match(part.chars)
        part = part[lead.end() :] if lead else part
        yield part


def comrade(part: Text) -> list[Seat]:
    """Someone with any name before 同志 (洛桑旺堆同志), [] for others."""
    name = part[: len(COMRADE.sub("", part.chars))]
    return [Seat(name.span, name.chars)] if len(name) < len(part) and loose_name(name.chars) else []


def names_joined(piece: str) -> list[str]:
    """Names joined by 和 (卫吉廷同志和呼延向阳)."""
    for match in AND.finditer(piece, 0, len(piece) - 1):
        left = COMRADE.sub("", piece[: match.start()])
        name = LEAD.sub("", left, count=1)
        anyone = left != piece[: match.start()] and loose_name(name)
        right = piece[match.end() :]
        posted = post_then_name(name, ()) if right[0] == "各" or is_post(right) or post_then_name(right, ()) else 0
        if name.endswith("）") or is_name(name) or anyone or posted:
            return [piece[: match.start()], *names_joined(piece[match.end() :])]
    return list(joined(piece))


def trailing_people(text: Text, known: Collection[str]) -> list[Seat]:
    """The persons at the end of a stretch, behind its last part that names nobody."""
    cuts = [0, *(end + 1 for _, end in outside(text.chars, "，"))]
    for start in cuts:
        stretch = text[start:]
        read = people(stretch, known) if stretch else None
        if read and any(one.person or one.posts for one in read):
            return read
    return []
