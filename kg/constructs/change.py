"""Changes of a body's composition in a sentence: who joins it and who leaves.

::

    leave   = people "不再担任" [ body ] role | "免去" people … role
    join    = "由" people ( "接任" [ role ] | "担任" role ) | "增补" people "为" [ body ] role
    swap    = role "由" people [ "担任" ] "调整为" [ "由" ] people [ "担任" ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.lists import restore
from kg.constructs.naming import KINDS, current_bodies
from kg.constructs.people import people, sentences, unnumbered
from kg.constructs.prose_roster import LABEL
from kg.constructs.registry import construct
from kg.constructs.roster import known_names
from kg.facts import Change, Fact, MemberBody, Membership
from kg.notice import Block, Document
from kg.text import Text

__all__ = ["change"]

OF = rf"(?:[^，。；、]{{0,50}}(?:{KINDS}))?(?:办公室)?的?"
LEAVES = re.compile(
    rf"(?P<who>[^，。；]+?)(?:同志)?(?:因[^，。；]{{2,14}}，)?(?:不再担任|不再兼任)(?:{OF}(?P<role>{LABEL})(?:职务)?)?(?=[，；]|\Z)"
)
TAKES_OVER = re.compile(
    rf"(?:(?P<before>{LABEL})(?:职务|一职)?)?由(?P<who>[^，。；]+?)(?:同志)?"
    rf"(?:(?:接任|接替|替任)(?:{OF}(?P<role>{LABEL}))?|担任{OF}(?:{LABEL}))(?:职务)?(?=[，；]|\Z)"
)
ROLES = ("role", "before")
"""The groups of a match that name a role."""
JOINS = re.compile(rf"(?:\A|，)(?P<who>[^，。；由]+?)(?:同志)?(?<![担兼])任{OF}(?P<role>{LABEL})(?=[，；]|\Z)")
SUPPLEMENTS = re.compile(
    rf"(?:增补|增加|补充)(?P<who>[^，。；]+?)(?:同志)?(?:为|任|担任){OF}(?P<role>{LABEL})(?=[，；]|\Z)"
)
SWAPS = re.compile(
    rf"(?P<role>{LABEL})由(?P<old>[^，。；]+?)(?:同志)?(?:担任)?调整为(?:由)?(?P<new>[^，。；]+?)(?:同志)?(?:担任)?"
    r"(?=[，；]|\Z)"
)
GAINS = re.compile(rf"(?P<role>{LABEL})(?:增加|增补|补充)(?P<who>[^，。；]+?)(?:同志)?(?=[，；]|\Z)")
HINT = re.compile(r"不再担任|不再兼任|接任|接替|增补|增加|补充|调整为")


@construct("change")
def change(document: Document) -> Iterator[Fact]:
    """The joins and leaves that sentences state, where the body is known."""
    if document.issue or re.search("任免|免职|任职", document.title):
        return
    for block, body in zip(document.blocks, current_bodies(document), strict=True):
        if body and not block.table and HINT.search(block.chars):
            yield from in_block(document, block, body)


def in_block(document: Document, block: Block, body: str) -> Iterator[Fact]:
    """The changes of a paragraph, sentence by sentence."""
    known = known_names(document)
    for sentence in sentences(unnumbered(block)):
        role = ""
        for match in in_order(sentence.chars):
            role = next((role_of(match, group) for group in ROLES if match.groupdict().get(group)), role)
            for group, action in actions(match):
                yield from made(document, sentence, match, group, action, body, role, known)


def role_of(match: re.Match[str], group: str) -> str:
    """The role that a match names, '' for one of an office (办公室副主任), which is no seat on its body."""
    return "" if match.string[: match.start(group)].endswith("办公室") else match[group]


def in_order(chars: str) -> list[re.Match[str]]:
    """The statements of a sentence in the order in which they stand."""
    patterns = [LEAVES, SUPPLEMENTS, GAINS, SWAPS, TAKES_OVER, *([JOINS] if "不再担任" in chars else [])]
    found = [match for pattern in patterns for match in pattern.finditer(chars)]
    return sorted(found, key=lambda match: match.start())


def actions(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Which group of a match names whom, and whether they join or leave."""
    if match.re is SWAPS:
        yield "old", "leave"
        yield "new", "join"
    else:
        yield "who", "leave" if match.re is LEAVES else "join"


def made(
    document: Document,
    sentence: Text,
    match: re.Match[str],
    group: str,
    action: str,
    body: str,
    role: str,
    known: frozenset[str],
) -> Iterator[Fact]:
    """The change of each person, and the seat of one who joins, or of a body; none where no role is known."""
    at = sentence.group(match).span
    read = people(sentence.group(match, group), known) or []
    if match.re in (SUPPLEMENTS, GAINS) and role.endswith("单位") and all(one.body for one in read):
        for member in restore([str(one.body) for one in read])[0]:
            yield MemberBody(document=document.key, at=at, body=body, role=role, member=member)
    for one in read:
        if not one.person or not role:
            continue
        yield Change(
            document=document.key, at=at, body=body, role=role, person=one.person, action=action, posts=one.posts
        )
        if action == "join":
            yield Membership(document=document.key, at=at, body=body, role=role, person=one.person, posts=one.posts)
