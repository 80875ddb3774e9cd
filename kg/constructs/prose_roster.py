"""Rosters in running text: 由市长安伟任组长，副市长高永瑞任副组长，市财政局、市教育局为成员单位.

::

    clause  = [ "由" ] people [ "同志" ] ( "任" | "担任" | "为" ) role
            | role "由" people ( "担任" | "兼任" | "组成" )
    people  = see people
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.lists import bodies, restore
from kg.constructs.naming import current_bodies
from kg.constructs.people import people, sentences, unnumbered
from kg.constructs.registry import construct
from kg.constructs.roster import known_names, rosters
from kg.constructs.seats import Seat
from kg.facts import Fact, MemberBody, Membership
from kg.lexicon import is_body, sections
from kg.notice import Document
from kg.text import Span, Text

__all__ = ["prose_roster"]

WORDS = sections("roles.txt")
LABEL = rf"(?:{'|'.join(WORDS['modifiers'])}){{0,3}}(?:{'|'.join(WORDS['roles'])})"
GROUPS = r"(?:领导小组|指挥部|委员会|联席会议|协调小组|工作组|专班|该?小组)?的?"
SERVES = re.compile(
    rf"(?:(?:继续|仍然?)?(?<![主责出担])(?:兼任|担任|任){GROUPS}(?P<role>{LABEL})|为{GROUPS}(?P<member>成员单位|成员|委员|组员))(?=[，、；。]|\Z)"
)
SERVED = re.compile(
    rf"(?:\A|(?<=[，；、的])|(?<=小组)|(?<=指挥部)|(?<=委员会)|(?<=会议)|(?<=专班))(?P<role>{LABEL})(?:分别)?由(?P<who>[^，。；]+?)(?:担任|兼任|出任|组成)(?=[，、]|\Z)"
)
COMPOSED = re.compile(r"(?:会议|小组|委员会|指挥部|专班)由(?P<who>[^。；]{6,800}?)组成(?:\Z|，)")
CHANGED = re.compile(r"调整为|不再担任|不再兼任|接任|增补|(?:增加|补充)[^，。；]+为")
"""Words of sentences that tell of changes, which are another construct's."""
OTHERS = re.compile(r"各[^，。；]{1,16}(?:要|应|须|参照|相应)")
"""What others are told to set up."""
HINT = re.compile(r"组成|(?<![责主出])任[组副主成委指总召第常执会理顾秘政联名]|为成员|为委员|担任|兼任")


LISTED = re.compile(
    rf"(?:\A|(?<=[，：；。]))(?P<role>{LABEL})(?=[\u4e00-\u9fff·]{{2}})(?!由[^，。；]{{0,80}}[担兼]?任)"
)
"""A label that the persons follow at once (组长安伟（市长），副组长…), as older notices print rosters."""
CONSISTS = re.compile(r"由(?P<who>.+?)组成\Z")
LISTS = tuple(mark + role for mark in "，；。" for role in ("副", "成员", "委员"))


@construct("prose_roster")
def prose_roster(document: Document) -> Iterator[Fact]:
    """The seats that sentences of a document give, where its body is known."""
    if document.issue:
        return
    known = known_names(document)
    for block, body in zip(document.blocks, current_bodies(document), strict=True):
        if body and not block.table and HINT.search(block.chars):
            for sentence in sentences(unnumbered(block)):
                yield from in_sentence(document, sentence, body, known)
        if body and not block.table and any(mark in block.chars for mark in LISTS):
            yield from listed(document, unnumbered(block), body, known)


def in_sentence(document: Document, sentence: Text, body: str, known: frozenset[str]) -> Iterator[Fact]:
    """The seats of a sentence; a stretch that does not read whole gives none."""
    if CHANGED.search(sentence.chars) or OTHERS.search(sentence.chars):
        return
    prefix, last = "", 0
    composed = COMPOSED.search(sentence.chars)
    if composed:
        yield from members(document, sentence.group(composed, "who"), body)
    yield from served(document, sentence, body, known)
    for match in SERVES.finditer(sentence.chars):
        who = sentence[last : match.start()].stripped("，、")
        last = match.end()
        role = match["role"] or match["member"]
        if is_office(sentence.chars, match.start("role")) or "办公室" in match[0]:
            continue
        read = people(who, known) if who else None
        for one in [] if named_already(document, read or [], body, role) else read or []:
            fact, prefix = seat(document, one, body, role, prefix, sentence[match.end() - len(role) : match.end()].span)
            yield fact


def served(document: Document, sentence: Text, body: str, known: frozenset[str]) -> Iterator[Fact]:
    """The seats whose role stands before the people (组长由安伟担任，成员由…组成)."""
    for match in SERVED.finditer(sentence.chars):
        if not is_office(sentence.chars, match.start("role")):
            at = sentence.group(match).span
            for one in people(sentence.group(match, "who"), known) or []:
                if not one.person and not one.posts:
                    continue
                yield Membership(
                    document=document.key, at=at, body=body, role=match["role"], person=one.person, posts=one.posts
                )


def named_already(document: Document, read: list[Seat], body: str, role: str) -> bool:
    """Whether seats of nobody (由民政部负责同志担任召集人) are those whose holders a roster of the document names."""
    return all(not one.person and one.posts for one in read) and any(
        isinstance(fact, Membership) and fact.person and (fact.body, fact.role) == (body, role)
        for fact in rosters(document)
    )


def listed(document: Document, flat: Text, body: str, known: frozenset[str]) -> Iterator[Fact]:
    """The seats of labels without a colon, where two labels and more have nothing but persons behind them."""
    found = list(LISTED.finditer(flat.chars))
    if len(found) < 2:
        return
    ends = [match.start() for match in found[1:]] + [len(flat)]
    parts = [
        (match["role"], flat[match.start() : match.end()].span, flat[match.end() : end].stripped("，；。、"))
        for match, end in zip(found, ends, strict=True)
    ]
    last = CONSISTS.match(parts[-1][2].chars)
    read = [(role, at, people(who, known) or []) for role, at, who in (parts[:-1] if last else parts)]
    if not all(seats and all(one.person for one in seats) for _, _, seats in read):
        return
    for role, at, seats in read:
        for one in seats:
            yield seat(document, one, body, role, "", at)[0]
    if last:
        yield from members(document, parts[-1][2].group(last, "who"), body, parts[-1][0])


def members(document: Document, who: Text, body: str, role: str = "成员单位") -> Iterator[Fact]:
    """The bodies of which a body consists, where every part of the list is one."""
    names = bodies(who)
    if all(is_body(name) or name.startswith("各") for name in names):
        for member in restore(names)[0]:
            yield MemberBody(document=document.key, at=who.span, body=body, role=role, member=member)


def is_office(chars: str, start: int) -> bool:
    """Whether the role at `start` is one of an office (办公室主任), which is no seat on the body."""
    return "办公室" in chars[:start] and re.match(r"(?:常务)?(?:第一)?副?主任", chars[max(start, 0) :]) is not None


def seat(document: Document, one: Seat, body: str, role: str, prefix: str, role_at: Span) -> tuple[Fact, str]:
    """The fact of a seat, and the prefix that holds for the bodies behind it."""
    if one.body:
        (member,), prefix = restore([one.body], prefix)
        return MemberBody(document=document.key, at=one.at, body=body, role=role, member=member), prefix
    fact = Membership(
        document=document.key,
        at=Span(one.at.start, max(one.at.end, role_at.end)),
        body=body,
        role=role,
        person=one.person,
        posts=one.posts,
        note=one.note,
        role_at=role_at,
    )
    return fact, prefix
