"""Appointments and removals (任免), under a verb of their own or a verb alone above their lines.

::

    clause  = verb people ( "为" | "任" ) post { "，" people "为" post }        任命A、B为X，C为Y
            | "免去" ( people | "其" ) [ "的" ] post "职务"
            | people "不再担任" post "职务"
            | people blanks post | people "为" post | people "的" post "职务"   below 任命：/免去：
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.constructs import construct
from kg.constructs.lists import outside
from kg.constructs.names import loose_name, name_then_post
from kg.constructs.seats import seats
from kg.facts import Appointment, Doubt, Fact
from kg.outline import Block
from kg.segment import Document
from kg.text import Text
from kg.words import is_name, is_post

__all__ = ["appointment"]

VERB = re.compile(
    r"(?P<appoint>(?:决定)?(?:任命|聘任|提名任命|批准任命|提拔)(?:以下(?:同志|人员))?)|(?P<remove>(?:决定)?(?:免去|解聘|撤销|批准免去|同意辞去|免))(?:以下(?:同志|人员))?"
)
ALONE = re.compile(rf"(?:{VERB.pattern})(?:的?(?:名单|人员|职务|如下))*[：。]?\Z")
AS = re.compile(r"(?:同志|等\d+名?同志)?(?:（[^）]*）)?(?:为|任|担任)")
OF = re.compile(r"(?:（[^）]*）)?(?:同志)?的?")
NO_LONGER = re.compile(r"(?P<who>.+?)(?:同志)?(?:不再担任|不再兼任)(?P<post>.+?)(?:职务)?\Z")
TAIL = re.compile(r"(?:的?职务|一职|（[^）]*）|，?试用期.{0,6})+\Z")
COMRADE = re.compile(r"(?:等?(?:[一二三四五六七八九十\d]+名)?同志|（[^（）]*）)+\Z")
CANDIDATE = re.compile(r"提名.{0,20}候选人|建议|拟任")
KEY = re.compile(r"任命|免去|聘任|解聘|不再担任|不再兼任|撤销|决定任免|提名任命")


@dataclass(slots=True)
class Verb:
    """The verb that governs lines: appoint, remove or '' for none; who was last appointed."""

    action: str = ""
    last: tuple[str, ...] = ()


@construct("appointment")
def appointment(document: Document) -> Iterator[Fact]:
    """The appointments and removals of a document that is about them."""
    if document.header is None or not re.search("任|免|聘|职务", document.title):
        return
    verb = Verb()
    for block in document.blocks:
        flat = block.text.squeezed().folded()
        if alone(flat.chars, verb):
            continue
        if block.ordinal and not KEY.search(flat.chars):
            continue
        found = list(in_block(document, block, flat, verb))
        if not found and not KEY.search(flat.chars):
            verb.action = verb.action if len(flat) < 40 and not flat.chars.startswith("以上") else ""
        yield from found


def alone(chars: str, verb: Verb) -> bool:
    """Whether a line is a verb alone, which then governs the lines below it."""
    match = ALONE.match(chars) if len(chars) < 16 else None
    if match:
        verb.action = "appoint" if match["appoint"] else "remove"
    return match is not None


def in_block(document: Document, block: Block, flat: Text, verb: Verb) -> Iterator[Fact]:
    """The facts of a paragraph, sentence by sentence."""
    if not KEY.search(flat.chars):
        if verb.action:
            yield from line(document, block.text, verb)
        return
    for start, end in outside(flat.chars, "。；："):
        yield from sentence(document, flat[start:end], verb)


def sentence(document: Document, text: Text, verb: Verb) -> Iterator[Fact]:
    """The facts of a sentence, in which one verb may govern several clauses."""
    if CANDIDATE.search(text.chars):
        return
    action = ""
    for start, end in outside(text.chars, "，"):
        part = text[start:end]
        match = VERB.match(part.chars)
        gone = NO_LONGER.match(part.chars)
        if gone:
            yield from made(document, part, names(gone["who"]), gone["post"], "remove")
            continue
        if match:
            action = "appoint" if match["appoint"] else "remove"
        if action:
            yield from clause(document, part[match.end() if match else 0 :], action, verb)


def clause(document: Document, part: Text, action: str, verb: Verb) -> Iterator[Fact]:
    """The facts of a clause behind its verb."""
    chars = part.chars
    if action == "appoint":
        who, post = appointed(chars)
        if who:
            verb.last = tuple(who)
            yield from made(document, part, who, post, action)
            return
    elif chars.startswith("其"):
        yield from made(document, part, list(verb.last), chars[1:].lstrip("的"), action)
        return
    else:
        who, post = removed(chars)
        if who:
            yield from made(document, part, who, post, action)
            return
    if chars and KEY.search(document.title + chars):
        reason = "an appointment that does not parse"
        yield Doubt(document=document.key, at=part.span, construct="appointment", reason=reason)


def appointed(chars: str) -> tuple[list[str], str]:
    """Who is appointed to which post: A、B为X."""
    for match in AS.finditer(chars):
        who, post = names(chars[: match.start()]), chars[match.end() :]
        if who and is_post(TAIL.sub("", post)):
            return who, post
    return [], ""


def removed(chars: str) -> tuple[list[str], str]:
    """Who is removed and from which post: A、B的X职务, also without 的."""
    for match in re.finditer("的", chars):
        who = names(chars[: match.start()])
        if who:
            return who, chars[match.end() :]
    bare = re.sub(r"（[^）]*）|同志", "", chars)
    cut = name_then_post(TAIL.sub("", bare))
    return ([bare[:cut]], bare[cut:]) if cut else ([], "")


def names(chars: str) -> list[str]:
    """The names of a list, [] where one of its parts is none; notes and 同志 left out."""
    found = []
    for start, end in outside(COMRADE.sub("", chars), "、"):
        name = COMRADE.sub("", chars[start:end])
        if not (is_name(name) or loose_name(name)):
            return []
        found.append(name)
    return found


def line(document: Document, text: Text, verb: Verb) -> Iterator[Fact]:
    """The facts of a line under a verb that stands alone above it."""
    flat = text.squeezed().folded()
    for start, end in outside(flat.chars, "；。"):
        part = flat[start:end]
        who, post = appointed(part.chars) if verb.action == "appoint" else removed(part.chars)
        if who and is_post(TAIL.sub("", post)):
            yield from made(document, part, who, post, verb.action)
        else:
            yield from blank_line(document, text, verb)
            return


def blank_line(document: Document, text: Text, verb: Verb) -> Iterator[Fact]:
    """A line of name and post between blanks: 景 仰  县城市管理行政执法局副局长."""
    bare = text.folded()[: len(TAIL.sub("", text.folded().chars))]
    read = seats(bare) if bare else None
    for one in read or []:
        if one.person and one.posts:
            yield from made(document, text, [one.person], "、".join(one.posts), verb.action)


def made(document: Document, at: Text, who: list[str], post: str, action: str) -> Iterator[Fact]:
    """One fact a person and post."""
    bare = TAIL.sub("", post)
    if not bare or not is_post(bare):
        return
    for name in who:
        yield Appointment(document=document.key, at=at.span, person=name, action=action, post=bare)
