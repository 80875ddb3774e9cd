"""Appointments and removals (任免) of a document: its lines, under a verb of their own or a verb alone above them.

::

    line   = sentence { ( "。" | "；" | "：" ) sentence }                           clauses: kg.constructs.appointing
           | people blanks post | people "为" post | people "的" post "职务" | post people
                                                                              below 任命：/免去：/退休：

Every clause is read with the signs that speak for it; those count whose weight and the document's together are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.constructs.appointees import AS, TAIL, appointed, removed
from kg.constructs.appointing import VERB, Clause, Saying, clauses, told
from kg.constructs.appointment_weights import ENOUGH, WEIGHTS, is_titled, of_document
from kg.constructs.lists import outside
from kg.constructs.registry import construct
from kg.constructs.seats import seats
from kg.facts import Appointment, Doubt, Fact
from kg.lexicon import is_name, is_post
from kg.notice import Block, Document
from kg.text import ORDINAL, Text

__all__ = ["appointment"]

ALONE = re.compile(
    rf"(?:附件?\d?：)?(?:{VERB.pattern}|(?P<retire>以下(?:同志|人员)退休)|(?P<listed>任职|任命)|(?P<unlisted>免职))"
    r"(?:的?(?:名单|人员|职务|如下))*[：。]?\Z"
)
LAST = re.compile(rf"(?:[，。；：]|\A){VERB.pattern}(?:的?(?:人员|职务|如下))*：\Z")
"""A verb at the end of a line, which governs those below."""
KEY = re.compile(
    r"任命|免去|聘任|解聘|不再|撤销|辞去|聘请|聘用|[返选]聘|委派|职务(?:相应|自[然行]|随之|予以)|同志(?:提前)?[退离]休"
)
LIKELY = re.compile(rf"{KEY.pattern}|(?<![责主])任(?![务何期意])|聘为|职务")
"""What a line holds that can say an appointment at all."""
PROPOSED = re.compile("提请|拟任|建议任命|提名(?!，?决定)")
DECIDED = re.compile("决定|表决|通过")
"""What makes an appointment of a proposal that a colon leads up to."""
ENDS = re.compile(r"(?:职务|自然免除|相应终止|一职|聘期.{1,4}|[长任员记事官师])(?:（[^）]*）)?\Z")
BEGINS = re.compile(
    rf"{VERB.pattern}|[\u4e00-\u9fff·]{{2,5}}(?:同志)?(?:、[^，。]{{2,8}})*(?:[兼转改挂]?任|担任|不再)|(?:.{{2,8}}，)?[^，。]{{2,4}}(?:原任)?的.+职务"
)
"""How a clause ends without a mark, and how the next begins, where lines are printed as one paragraph."""
LONGEST_VERB = 60
ENDED = re.compile(r"[；。：，;]\Z")


@construct("appointment")
def appointment(document: Document) -> Iterator[Fact]:
    """The appointments and removals of a document, by the weight of what speaks for them."""
    if document.issue is not None:
        return
    found = list(in_lines(document, is_titled(document)))
    ground = of_document(document, [clause.signs for clause in found])
    for clause in found:
        if clause.held and ground + sum(WEIGHTS[sign] for sign in clause.signs) >= ENOUGH:
            for person, post in clause.held:
                yield Appointment(document=document.key, at=clause.at, person=person, action=clause.action, post=post)
        elif is_doubtful(clause, ground):
            reason = (
                "an appointment that does not parse" if not clause.held else "an appointment that little speaks for"
            )
            yield Doubt(document=document.key, at=clause.at, construct="appointment", reason=reason)


def is_doubtful(clause: Clause, ground: int) -> bool:
    """Whether a clause that gives no fact looks like one: a verb of its own and a name, and no seat on a group."""
    if not clause.held:
        return ground >= WEIGHTS["titled"] or "named" in clause.signs
    return clause.signs >= {"verb", "named"} and not clause.signs & {
        "group",
        "office",
        "by",
        "committee" if ground < 0 else "group",
    }


def in_lines(document: Document, titled: bool) -> Iterator[Clause]:
    """The clauses of a document's lines; where it is `titled` as one of appointments, tables and all lines are read."""
    saying = Saying()
    for block, text in whole_lines(document.blocks):
        if not (titled or saying.action or LIKELY.search(text.chars)) or (block.table and not titled):
            continue
        flat = text.squeezed().folded()
        ordinal = ORDINAL.match(flat.chars)
        flat = flat[ordinal.end() :] if ordinal and LIKELY.search(flat.chars) else flat
        if alone(flat.chars, saying) or (block.ordinal and not LIKELY.search(flat.chars)):
            continue
        saying.last = saying.last if titled else ()
        found = list(in_block(text, flat, saying))
        if last := LAST.search(flat.chars[-LONGEST_VERB:]):
            saying.action = "appoint" if last["appoint"] else "remove"
            yield from found
            continue
        ends = not titled or len(flat) > 40 or flat.chars.startswith("以上")
        if not found and not KEY.search(flat.chars) and ends:
            saying.action = ""
        yield from found


def whole_lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, Text]]:
    """The blocks, one that breaks off inside a post joined with the next."""
    index = 0
    while index < len(blocks):
        block, text = blocks[index], blocks[index].text
        index += 1
        flat = text.squeezed().folded().chars if len(text) < 200 else ""
        broken = not ENDED.search(flat) and not is_post(TAIL.sub("", flat)) and 8 < len(flat) < 80
        if broken and index < len(blocks) and is_post(TAIL.sub("", flat + tail_of(blocks[index]))):
            text = Text.joined([text, blocks[index].text])
            index += 1
        yield from ((block, one) for one in unglued(text))


def unglued(text: Text) -> Iterator[Text]:
    """The lines of a paragraph, cut where one ends as a clause does, without a mark, and the next begins one."""
    start = 0
    for index in breaks(text):
        flat = text[start:index].squeezed().folded().chars
        if ENDS.search(flat) and BEGINS.match(text[index:].squeezed().folded().chars):
            yield text[start:index].stripped()
            start = index
    yield text[start:].stripped() if start else text


def breaks(text: Text) -> list[int]:
    """The indices of characters before which a line breaks that the paragraph goes over."""
    if isinstance(text.at, range):
        return []
    return [index for index, (one, other) in enumerate(pairwise(text.at), start=1) if other > one + 1]


def tail_of(block: Block) -> str:
    """The characters of a short line without the mark that ends it."""
    flat = block.text.squeezed().folded().chars
    return flat.rstrip("；。;") if len(flat) < 16 and not block.ordinal else ""


def alone(chars: str, saying: Saying) -> bool:
    """Whether a line is a verb alone, which then governs the lines below it."""
    match = ALONE.match(chars) if len(chars) < 24 else None
    if match:
        joins = match["appoint"] or match["listed"]
        saying.action = "appoint" if joins else "retire" if match["retire"] else "remove"
    return match is not None


def in_block(text: Text, flat: Text, saying: Saying) -> Iterator[Clause]:
    """The clauses of a paragraph, sentence by sentence; below a verb alone, of a line."""
    found, saying.carried = False, ""
    mark = "任" if saying.action != "appoint" or is_parted(text, flat) else ""
    proposed = False
    for start, end in outside(flat.chars, "。；："):
        saying.open, saying.here = "", False
        proposed = proposed and not DECIDED.search(flat.chars, start, end)
        for clause in () if proposed else clauses(flat[start:end], saying, mark):
            found = True
            yield clause
        if PROPOSED.search(flat.chars, start, end) and flat.chars[end : end + 1] == "：":
            proposed = True
    if not found and saying.action and not KEY.search(flat.chars):
        yield from line(text, saying)


def is_parted(text: Text, flat: Text) -> bool:
    """Whether a blank alone parts the name from the post (蒋大为  县财政局局长)."""
    first = text.chars.split()[0]
    return is_name(first) and not AS.match(flat.chars, len(first))


def line(text: Text, saying: Saying) -> Iterator[Clause]:
    """The clauses of a line under a verb that stands alone above it."""
    flat = text.squeezed().folded()
    if is_parted(text, flat):
        yield from blank_line(text, saying)
        return
    for start, end in outside(flat.chars, "；。"):
        part = flat[start:end]
        who, post = appointed(part.chars) if saying.action == "appoint" else removed(part.chars)
        if who and is_post(TAIL.sub("", post)):
            found = told(part, who, post, saying.action, saying, listed=True)
            yield from [found] if found else []
        else:
            yield from blank_line(text, saying)
            return


def blank_line(text: Text, saying: Saying) -> Iterator[Clause]:
    """A line of name and post between blanks (景 仰  县城管局副局长), or of post and name."""
    folded = text.folded().stripped("；。;. ")
    bare = folded[: len(TAIL.sub("", folded.chars))]
    for one in (seats(bare) if bare else None) or []:
        who = [one.person] if one.person else []
        found = told(text, who, "、".join(one.posts), saying.action, saying, listed=True)
        yield from [found] if found else []
