"""Appointments and removals (任免), under a verb of their own or a verb alone above their lines.

::

    clause  = verb people ( "为" | "任" ) post { "，" people "为" post }        任命A、B为X，C为Y
            | people "任" post                                                A任X
            | "免去" ( people | "其" ) [ "的" ] post "职务"
            | [ people ] "不再担任" post "职务" | "接受" people "辞去" post "职务"
            | "同意" post name "同志退休"
            | people blanks post | people "为" post | people "的" post "职务" | post people
                                                                             below 任命：/免去：/退休：
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.constructs.lists import outside
from kg.constructs.names import loose_name, name_then_post, post_then_name
from kg.constructs.posts import split_posts
from kg.constructs.registry import construct
from kg.constructs.seats import seats
from kg.facts import Appointment, Doubt, Fact
from kg.lexicon import is_name, is_post, surname_length
from kg.notice import Block, Document
from kg.text import ORDINAL, Text

__all__ = ["appointment"]

VERB = re.compile(
    r"(?:经?.{0,20}?研究|[^，。；]{2,14}决定，)?(?:(?P<appoint>(?:决定|批准|提名)?(?:任命|聘任|续聘|聘请))"
    r"|(?P<remove>(?:决定|批准)?(?:免去|解聘|撤销|免)|同意辞去))(?:以下(?:同志|人员))?"
)
ALONE = re.compile(
    rf"(?:{VERB.pattern}|(?P<retire>以下(?:同志|人员)退休)|(?P<listed>任职)|(?P<unlisted>免职))(?:的?(?:名单|人员|职务|如下))*[：。]?\Z"
)
AS = re.compile(r"(?:同志|等\d+名?同志)?(?:（[^）]*）)?(?:同志)?(?:为(?!为|同志|、)|兼任|(?<![主责兼])任|担任)")
RESIGNED = re.compile(r"(?:接受|同意|批准)(?P<who>[\u4e00-\u9fff·、]{2,30}?)(?:同志)?辞去(?:其)?(?P<post>.+?)职务")
RETIRED = re.compile(r"(?:同意|批准|准予)(?P<who>[\u4e00-\u9fff·]{4,40}?)同志(?:提前)?(?:退休|离休)")
NO_LONGER = re.compile(r"(?P<who>.*?)(?:同志)?(?:不再担任|不再兼任)(?P<post>.+?)(?:职务)?\Z")
TAIL = re.compile(
    r"(?:的?职务(?:的请求)?|一职|（[^）]*）|，?试用期.{0,6}|，(?:离职休养|离休|退休|另有任用|保留[^，]{2,10}))+\Z"
)
COMRADE = re.compile(r"(?:等?(?:[一二三四五六七八九十\d]+名)?同志|（[^（）]*）)+\Z")
CANDIDATE = re.compile(r"提请|推荐|提名.{0,30}(?:候选人|人选)|建议|拟任")
ASIDE = re.compile(r"聘期|保留|退休|试用|任期|享受|按|自|原")
KEY = re.compile(r"任命|免去|聘任|解聘|不再担任|不再兼任|撤销|辞去|聘请|同志(?:提前)?[退离]休")
ABOUT = re.compile(
    "任免|任职|免职|任命|免去|免除|聘|职务|辞去|辞职|撤职|开除|退休|同志.*[任职]|人事|干部|关于.{2,40}任.+[长员任记席师]的"
)
"""What the title of a document of appointments says."""
ENDED = re.compile(r"[；。：，;]\Z")


@dataclass(slots=True)
class Verb:
    """The verb that governs lines (appoint, remove, retire, '' for none), and who was named last."""

    action: str = ""
    last: tuple[str, ...] = ()


@construct("appointment")
def appointment(document: Document) -> Iterator[Fact]:
    """The appointments and removals of a document that is about them."""
    if document.header is None or not ABOUT.search(document.title):
        return
    verb = Verb()
    for block, text in whole_lines(document.blocks):
        flat = text.squeezed().folded()
        ordinal = ORDINAL.match(flat.chars)
        flat = flat[ordinal.end() :] if ordinal and KEY.search(flat.chars) else flat
        if alone(flat.chars, verb) or (block.ordinal and not KEY.search(flat.chars)):
            continue
        found = list(in_block(document, text, flat, verb))
        if not found and not KEY.search(flat.chars) and (len(flat) > 40 or flat.chars.startswith("以上")):
            verb.action = ""
        yield from found


def whole_lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, Text]]:
    """The blocks, one that breaks off inside a post joined with the next."""
    index = 0
    while index < len(blocks):
        block, text = blocks[index], blocks[index].text
        index += 1
        flat = text.squeezed().folded().chars
        broken = not ENDED.search(flat) and not is_post(TAIL.sub("", flat)) and 8 < len(flat) < 80
        if broken and index < len(blocks) and is_post(TAIL.sub("", flat + tail_of(blocks[index]))):
            text = Text.joined([text, blocks[index].text])
            index += 1
        yield block, text


def tail_of(block: Block) -> str:
    """The characters of a short line without the mark that ends it."""
    flat = block.text.squeezed().folded().chars
    return flat.rstrip("；。;") if len(flat) < 16 and not block.ordinal else ""


def alone(chars: str, verb: Verb) -> bool:
    """Whether a line is a verb alone, which then governs the lines below it."""
    match = ALONE.match(chars) if len(chars) < 24 else None
    if match:
        joins = match["appoint"] or match["listed"]
        verb.action = "appoint" if joins else "retire" if match["retire"] else "remove"
    return match is not None


def in_block(document: Document, text: Text, flat: Text, verb: Verb) -> Iterator[Fact]:
    """The facts of a paragraph, sentence by sentence; below a verb alone, of a line."""
    if CANDIDATE.search(flat.chars):
        return
    found, carried = False, ""
    mark = "任" if verb.action != "appoint" or is_parted(text, flat) else ""
    for start, end in outside(flat.chars, "。；："):
        part = flat[start:end]
        only = VERB.fullmatch(part.chars)
        carried = ("appoint" if only["appoint"] else "remove") if only else carried
        for fact in sentence(document, part, verb, carried, mark):
            found = True
            yield fact
    if not found and verb.action and not KEY.search(flat.chars):
        yield from line(document, text, verb)


def is_parted(text: Text, flat: Text) -> bool:
    """Whether a blank alone parts the name from the post (蒋大为  县财政局局长)."""
    first = text.chars.split()[0]
    return is_name(first) and not AS.match(flat.chars, len(first))


def sentence(document: Document, text: Text, verb: Verb, action: str, mark: str) -> Iterator[Fact]:
    """The facts of a sentence, in which one verb may govern several clauses; `mark` ends the word for 任."""
    if VERB.fullmatch(text.chars):
        return
    for start, end in outside(text.chars, "，"):
        part = text[start:end]
        match, gone, resigned = VERB.match(part.chars), NO_LONGER.match(part.chars), RESIGNED.search(part.chars)
        if resigned:
            yield from made(document, part, names(resigned["who"]), resigned["post"], "remove")
        elif retired := RETIRED.fullmatch(part.chars):
            cut = len(retired["who"]) - post_then_name(retired["who"], (), loose=True)
            yield from made(document, part, names(retired["who"][cut:]), retired["who"][:cut], "retire")
        elif gone:
            who = names(gone["who"]) if gone["who"] else list(verb.last)
            yield from made(document, part, who, gone["post"], "remove")
        elif match or action:
            if match:
                action = "appoint" if match["appoint"] else "remove"
            yield from clause(document, part[match.end() if match else 0 :], action, verb)
        else:
            who, post = appointed(part.chars, mark)
            verb.last = tuple(who) or verb.last
            yield from made(document, part, who, post, "appoint")


def clause(document: Document, part: Text, action: str, verb: Verb) -> Iterator[Fact]:
    """The facts of a clause behind its verb."""
    chars = part.chars
    if action == "remove" and chars.startswith("其"):
        yield from made(document, part, list(verb.last), chars[1:].lstrip("的"), action)
        return
    who, post = appointed(chars) if action == "appoint" else removed(chars)
    if not who and action == "remove" and is_post(TAIL.sub("", chars)) and TAIL.search(chars):
        who, post = list(verb.last), chars
    if who:
        verb.last = tuple(who)
        yield from made(document, part, who, post, action)
    elif chars and not ASIDE.match(chars):
        reason = "an appointment that does not parse"
        yield Doubt(document=document.key, at=part.span, construct="appointment", reason=reason)


def appointed(chars: str, mark: str = "") -> tuple[list[str], str]:
    """Who is appointed to which post: A、B为X; `mark` asks for one of the words between."""
    for match in AS.finditer(chars):
        who, post = names(chars[: match.start()]), chars[match.end() :]
        if who and match[0].endswith(mark) and is_post(TAIL.sub("", post)):
            return who, post
    return [], ""


def removed(chars: str) -> tuple[list[str], str]:
    """Who is removed and from which post: A、B的X职务, A同志X职务, A、BX职务."""
    for match in re.finditer("同志的?|的", chars):
        who = names(chars[: match.start()])
        if who and is_post(TAIL.sub("", chars[match.end() :])):
            return who, chars[match.end() :]
    before: list[str] = []
    bare = TAIL.sub("", re.sub(r"（[^）]*）|同志", "", chars))
    while (mark := bare.find("、")) > 0 and names(bare[:mark]):
        before, bare = [*before, bare[:mark]], bare[mark + 1 :]
    cut = name_then_post(bare)
    return ([*before, bare[:cut]], bare[cut:]) if cut else ([], "")


def names(chars: str) -> list[str]:
    """The names of a list, [] where one of its parts is none; notes and 同志 left out."""
    found = []
    for start, end in outside(COMRADE.sub("", chars), "、"):
        name = COMRADE.sub("", chars[start:end])
        rare = 2 <= len(name) <= 3 and (name[0] == "区" or (len(name) == 3 and name[-1] == "会"))
        if name[:1] == "由" or not (is_name(name) or loose_name(name) or (rare and surname_length(name))):
            return []
        found.append(name)
    return found


def line(document: Document, text: Text, verb: Verb) -> Iterator[Fact]:
    """The facts of a line under a verb that stands alone above it."""
    flat = text.squeezed().folded()
    if is_parted(text, flat):
        yield from blank_line(document, text, verb)
        return
    for start, end in outside(flat.chars, "；。"):
        part = flat[start:end]
        who, post = appointed(part.chars) if verb.action == "appoint" else removed(part.chars)
        if who and is_post(TAIL.sub("", post)):
            yield from made(document, part, who, post, verb.action)
        else:
            yield from blank_line(document, text, verb)
            return


def blank_line(document: Document, text: Text, verb: Verb) -> Iterator[Fact]:
    """A line of name and post between blanks (景 仰  县城管局副局长), or of post and name."""
    folded = text.folded().stripped("；。;. ")
    bare = folded[: len(TAIL.sub("", folded.chars))]
    for one in (seats(bare) if bare else None) or []:
        if one.person and one.posts:
            yield from made(document, text, [one.person], "、".join(one.posts), verb.action)


def made(document: Document, at: Text, who: Sequence[str], post: str, action: str) -> Iterator[Fact]:
    """One fact a person and post."""
    for index, one in enumerate(split_posts(TAIL.sub("", post))):
        others, held = removed(one) if who and index else ([], "")
        if others and is_name(others[0]):
            who, one = others, held
        for name in who if is_post(one) else ():
            yield Appointment(document=document.key, at=at.span, person=name, action=action, post=one)
