"""Offices (办公室) of bodies: where they are and who heads them.

::

    office  = [ body ] "下设办公室" "，" … host … heads
    host    = "办公室" ( "设在" | "设于" ) body
    heads   = people [ "同志" ] [ "兼" ] [ "任" ] "办公室" [ "副" ] "主任"
            | "办公室" [ "副" ] "主任由" people [ "同志" ] ( "担任" | "兼任" )
    people  = person { ( "、" | "和" | "，" ) person }        person = name [ "（" posts "）" ] | posts [ name ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.constructs import construct
from kg.constructs.lists import joined, outside
from kg.constructs.naming import current_bodies
from kg.constructs.seats import seats
from kg.facts import Doubt, Fact, Head, Office
from kg.outline import Block
from kg.segment import Document
from kg.text import Text

__all__ = ["office"]

SEATED = r"办公室|秘书处|工作机构|办事机构|日常工作机构"
HOST = re.compile(rf"(?P<name>{SEATED})(?:办公地点)?(?:暂)?(?:设[在于]|挂靠在?|设立在)(?P<host>[^，。；：]{{2,40}})")
DUTY_BY = re.compile(r"不另设办公室，?(?:其)?(?:日常|具体)?工作由(?P<host>[^，。；]{2,40}?)(?:承担|负责)")
ROLE = r"(?P<role>(?P<office>办公室)?(?:常务)?(?:副)?主任)"
SERVES = re.compile(
    rf"(?P<who>[^。；]+?)(?:(?:[一二两三四五六七八九十\d]+位|等)?同志)?(?:分别)?(?P<how>兼任|担任|兼|任)(?P<of>领导小组|指挥部|委员会|联席会议|该)?{ROLE}(?=[，。；、（]|\Z)"
)
SERVED = re.compile(rf"{ROLE}(?P<how>分别)?由(?P<who>[^。；]+?)(?:同志)?(?P<verb>兼任|担任|兼)(?=[，。；]|\Z)")
COMRADE = re.compile(r"(?:等?(?:[一二两三四五六七八九十\d]+[位名])?)?同志\Z")
KEY = re.compile(rf"(?:{SEATED})(?:暂)?(?:设[在于]|挂靠|设立在)|办公室(?:常务)?副?主任|不另设办公室")
HOST_TAIL = re.compile(r"(?:内|办公|，|（.*）)\Z")
DUTY = re.compile(r"，(?P<duty>(?:具体)?负责[^。；]+)")


@construct("office")
def office(document: Document) -> Iterator[Fact]:
    """The offices that paragraphs of a document describe, one a paragraph."""
    for block, body in zip(document.blocks, current_bodies(document), strict=True):
        if ("办公室" in block.chars and KEY.search(block.chars)) or "不另设" in block.chars:
            yield from of_block(document, block, body)


def of_block(document: Document, block: Block, body: str | None) -> Iterator[Fact]:
    """The office of a paragraph; a doubt where the heads cannot be read or the body is unknown."""
    flat = block.text.squeezed().folded()
    host = HOST.search(flat.chars) or DUTY_BY.search(flat.chars)
    heads = list(all_heads(flat))
    if not host and not heads:
        return
    if body is None:
        yield Doubt(document=document.key, at=flat.span, construct="office", reason="an office of no known body")
        return
    duty = DUTY.match(flat.chars, host.end()) if host else None
    yield Office(
        document=document.key,
        at=flat.span,
        of=body,
        name="办公室",
        host=clean_host(host["host"]) if host else None,
        heads=tuple(heads),
        duty=duty["duty"] if duty else None,
    )


def clean_host(host: str) -> str:
    """The host without words that do not belong to its name."""
    return HOST_TAIL.sub("", host)


def all_heads(flat: Text) -> Iterator[Head]:
    """The heads and deputy heads of a paragraph, in order."""
    for match in SERVED.finditer(flat.chars):
        yield from people(flat.group(match, "who"), match["role"], "兼" in match["verb"])
    cuts = [0, *(match.end() for match in SERVES.finditer(flat.chars))]
    for start, end in pairwise(cuts):
        piece = SERVES.search(flat.chars, start, end)
        if piece:
            who = flat.group(piece, "who")
            yield from people(last_people(who), piece["role"], "兼" in piece["how"])


def last_people(who: Text) -> Text:
    """The names at the end of a clause, behind its last sentence part that names nobody."""
    start = 0
    for begin, end in outside(who.chars, "，"):
        if not named(who[begin:end]):
            start = end + 1
    return who[min(start, len(who)) :]


def named(text: Text) -> bool:
    """Whether a piece consists of persons."""
    pieces = list(persons(text))
    return bool(pieces) and all(read and read[0].person for read in pieces)


def persons(text: Text) -> Iterator[list]:  # type: ignore[type-arg]
    """What each name of a list reads as."""
    for begin, end in outside(text.chars, "、，"):
        piece = text[begin:end]
        offset = 0
        for name in joined_names(piece.chars):
            part = piece[offset : offset + len(name)]
            offset += len(name) + 1
            bare = COMRADE.sub("", part.chars)
            yield seats(part[: len(bare)]) or []


def joined_names(piece: str) -> list[str]:
    """Names joined by 和 (卫吉廷同志和呼延向阳)."""
    for match in re.finditer("[和与]", piece):
        left = COMRADE.sub("", piece[: match.start()])
        if re.fullmatch(r"[\u4e00-\u9fff·]{2,4}|.*）", left):
            return [piece[: match.start()], *joined_names(piece[match.end() :])]
    return joined(piece)


def people(who: Text, role: str, concurrent: bool) -> Iterator[Head]:
    """The heads that a list of people names; posts without a name are seats of nobody."""
    role = role if role.startswith("办公室") else f"办公室{role}"
    for read in persons(who):
        for one in read:
            if one.person or one.posts:
                yield Head(person=one.person, role=role, concurrent=concurrent, posts=one.posts, at=one.at)
