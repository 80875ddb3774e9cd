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
from collections.abc import Iterator, Sequence

from kg.constructs.naming import KINDS, current_bodies
from kg.constructs.people import people, sentences, trailing_people
from kg.constructs.registry import construct
from kg.constructs.roster import known_names
from kg.constructs.seats import Seat
from kg.facts import Doubt, Fact, Head, Office
from kg.notice import Block, Document
from kg.text import Text

__all__ = ["office"]

SEATED = r"办公室|办公地点|秘书处|工作机构|办事机构|日常工作机构"
HOST = re.compile(
    rf"(?P<name>{SEATED})(?:（[^（）]{{2,20}}）)?，?(?:办公地点)?(?:暂)?"
    r"(?:设[在于]|挂靠[在于]?|设立[在于]|设(?=[省市县区州盟旗镇乡国])|（设在|(?<=下设办公室)[在于])(?P<host>[^，。；：（）]{2,40})"
)
DUTY_BY = re.compile(
    r"(?:不另设|不单独设立|不设|不设立)办公室，?(?:其)?(?:日常|具体)?(?:工作|事务)由(?P<host>[^，。；]{2,40}?)(?:承担|负责)"
)
ROLE = r"(?P<role>(?:办公室)?(?:常务|专职|执行|第一)*(?:副)?主任)"
GROUPS = r"(?:领导小组|指挥部|委员会|联席会议|协调小组|该)?"
SERVES = re.compile(rf"(?:继续|仍然?)?(?:分别)?(?P<how>兼任|担任|兼|任){GROUPS}{ROLE}(?=[，、（和]|\Z)")
SERVED = re.compile(rf"{ROLE}(?:分别)?由(?P<who>.+?)(?P<how>兼任|担任|兼)(?=[，、]|\Z)")
KEY = re.compile(
    rf"下设办公室[在于]|(?:{SEATED})(?:（[^（）]{{2,20}}）)?，?(?:暂)?(?:设[在于省市县区州镇乡国]|挂靠|设立[在于])"
    r"|办公室(?:常务)?副?主任|不另设办公室"
)
OWN = re.compile(rf"[\u4e00-\u9fff]{{0,20}}?(?P<kind>{KINDS})(?:下设|办公室)")
HOST_TAIL = re.compile(r"(?:内|办公|，|（.*）)\Z")
DUTY = re.compile(r"，(?P<duty>(?:具体)?负责[^。；]+)")


@construct("office")
def office(document: Document) -> Iterator[Fact]:
    """The offices that paragraphs of a document describe, one a paragraph."""
    bodies = current_bodies(document)
    for index, block in enumerate(document.blocks):
        if (
            ("办公室" in block.chars and KEY.search(block.chars))
            or "设办公室" in block.chars
            or "设立办公室" in block.chars
        ):
            yield from of_block(document, block, own_body(block, bodies[: index + 1]))


def own_body(block: Block, before: Sequence[str | None]) -> str | None:
    """The body whose office a paragraph tells of: the current one, else the last that bears the kind it begins with."""
    named = OWN.match(block.chars)
    current = before[-1]
    if named is None or current is None or current.endswith(named["kind"]):
        return current
    return next((body for body in reversed(before) if body and body.endswith(named["kind"])), current)


def of_block(document: Document, block: Block, body: str | None) -> Iterator[Fact]:
    """The office of a paragraph; a doubt where the heads cannot be read or the body is unknown."""
    flat = block.text.squeezed().folded()
    host = HOST.search(flat.chars) or DUTY_BY.search(flat.chars)
    led = list(all_heads(flat, known_names(document)))
    if not host and not led:
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
        heads=tuple(led),
        duty=duty["duty"] if duty else None,
    )


def clean_host(host: str) -> str:
    """The host without words that do not belong to its name."""
    return HOST_TAIL.sub("", host)


def all_heads(flat: Text, known: frozenset[str]) -> Iterator[Head]:
    """The heads and deputy heads of a paragraph, in order."""
    for sentence in sentences(flat):
        last = 0
        for match in SERVED.finditer(sentence.chars):
            yield from heads(people(sentence.group(match, "who"), known) or [], match)
            last = match.end()
        for match in SERVES.finditer(sentence.chars, last):
            yield from heads(trailing_people(sentence[last : match.start()].stripped("，、"), known), match)
            last = match.end()


def heads(read: list[Seat], match: re.Match[str]) -> Iterator[Head]:
    """The heads that a list of people names; posts without a name are seats of nobody."""
    role = match["role"] if match["role"].startswith("办公室") else f"办公室{match['role']}"
    for one in read:
        if one.person or one.posts:
            yield Head(person=one.person, role=role, concurrent="兼" in match["how"], posts=one.posts, at=one.at)
