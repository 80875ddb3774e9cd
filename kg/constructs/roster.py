"""Rosters (组成人员名单): roles, and the persons, posts and bodies that take the seats.

::

    roster  = { label [ ":" ] [ line ] | line }
    label   = role                printed once, it governs the lines below until the next
    line    = see seats
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.constructs.lists import bodies
from kg.constructs.naming import current_bodies, in_groups
from kg.constructs.registry import construct
from kg.constructs.roster_ends import is_date, is_signature, parts
from kg.constructs.roster_table import table_rows
from kg.constructs.seating import State, doubt, fact, merge_office
from kg.constructs.seats import Seat, seats
from kg.constructs.wrapped import unwrapped
from kg.facts import Fact, Membership
from kg.lexicon import ROLE, is_body, is_post
from kg.notice import Block, Document
from kg.text import ORDINAL, Span, Text, squeeze

__all__ = ["known_names", "roster", "roster_blocks", "rosters"]

BLANK = r"[ \t\u3000\xa0]*"
LABEL_END = re.compile(rf"(?:{BLANK}（[^（）]{{1,14}}）(?={BLANK}：))?{BLANK}(?:[：:]{BLANK}|(?=[（(]按)|\Z)")
BLANK_END = re.compile(r"[ \t\u3000\xa0]+|[ \t\u3000\xa0]*(?=[\u4e00-\u9fff])")
OFFICE = re.compile(r".{0,6}(?:小组|指挥部|委员会|会议)?办公室(?:组成)?(?:人员|成员)?(?:名单|如下)*：?")
"""The line above the heads of a body's office, who are no members of the body."""
INLINE = re.compile(rf"(?<=[。；，])[ \t\u3000\xa0]*{ROLE.pattern}{BLANK}：")
"""A label inside a line, behind a mark."""
OFFICE_ROLE = re.compile(r"(?P<role>办公室(?:常务)?副?主任)(?=[ \t\u3000\xa0]*[：:])")
BY = re.compile(r"由(?P<who>[^，。；]+?)(?:同志)?(?:担任|兼任)")
ADDED = re.compile(rf"以下(?:同志|人员)(?:为|任|担任)[^，。：]{{0,20}}?{ROLE.pattern}：\Z")
GROUP_LED = re.compile(r"[\u4e00-\u9fff]{2,14}(?<![小副])组(?=(?:副组长|组长|成员)[：:])")
"""The name of a work group before the label of its head in one line (综合协调组组长：…)."""
GROUP_ROLE = re.compile(r"(?P<role>(?:牵头|责任|配合|参加)(?:单位|部门))")
PROSE = re.compile(r"(?<!自)由[^，。；]{2,40}(?<![主责])任(?!务)|为(?:成员|委员|组员)[，。]")
"""What a sentence on seats says and no line of a roster does."""
SENTENCE = re.compile(r"。.|[！？]|下设|设在|设于|负责(?!人|同志)|承担|通知如下|抄送")


@construct("roster")
def roster(document: Document) -> Iterator[Fact]:
    """The seats of every roster of a document."""
    return iter(rosters(document))


def rosters(document: Document) -> tuple[Fact, ...]:
    """The facts of the rosters of a document."""
    return reading(document)[0]


def roster_blocks(document: Document) -> frozenset[int]:
    """The indices of the blocks that are lines of rosters."""
    return reading(document)[1]


@lru_cache(maxsize=8)
def reading(document: Document) -> tuple[tuple[Fact, ...], frozenset[int]]:
    """The rosters' facts and lines, read once for all constructs that ask for them."""
    lines: set[int] = set()
    state = State()
    blocks, bodies_at, groups = document.blocks, current_bodies(document), in_groups(document)
    rows, dated = table_rows(document), [is_date(block) for block in blocks]
    index = 0
    while index < len(blocks):
        used = 1
        if blocks[index].chars == document.issuer or is_signature(blocks, dated, index):
            state.role = None
        elif index not in rows:
            turn(state, blocks[index], bodies_at[index], groups[index])
            if state.role is not None or label_of(blocks[index], state) or added(blocks[index]):
                text, used = unwrapped(blocks, index)
                read_block(document, blocks[index], text, state)
                lines.update(range(index, index + used) if state.role is not None else ())
            elif state.body and INLINE.search(blocks[index].chars):
                inline(document, blocks[index].text, state)
                state.role = None
        index += used
    return tuple(state.facts), frozenset(lines)


def turn(state: State, block: Block, body: str | None, group: bool) -> None:
    """Turn the state to the body of which a block speaks, and to its office where that has a list."""
    state.group = group
    if body != state.body:
        state.body, state.role, state.prefix, state.office = body, None, "", False
    if len(block.chars) < 24 and OFFICE.fullmatch(squeeze(block.chars)):
        state.office, state.role = True, None
    elif block.ordinal:
        state.office = False


def known_names(document: Document) -> frozenset[str]:
    """The persons on the rosters of a document."""
    return frozenset(fact.person for fact in rosters(document) if isinstance(fact, Membership) and fact.person)


def label_of(block: Block, state: State) -> re.Match[str] | None:
    """The role label at the head of a block; in a work group 牵头单位 is one too."""
    in_roster = state.group or state.role is not None
    led = GROUP_LED.match(block.chars) if state.group else None
    label = ROLE.match(block.chars, led.end() if led else heading(block)) or OFFICE_ROLE.match(block.chars)
    return label or (GROUP_ROLE.match(block.chars) if in_roster else None)


def added(block: Block) -> re.Match[str] | None:
    """The role under which the lines below a heading join (增补以下同志为指挥部成员：)."""
    return ADDED.search(block.chars) if "以下" in block.chars and len(block.chars) < 40 else None


def heading(block: Block) -> int:
    """Where the words of a block begin behind its ordinal."""
    return block.chars.find(block.title.folded().chars[0]) if block.ordinal and block.title else 0


def read_block(document: Document, block: Block, text: Text, state: State) -> None:
    """Read a block as a labelled line, or as a further line under the role that governs."""
    label = added(block) or label_of(block, state)
    behind = LABEL_END.match(block.chars, label.end("role")) if label else None
    if label and behind:
        state.role, state.role_at = squeeze(label["role"]), block.text[label.start("role") : label.end("role")].span
        labelled(document, text[behind.end() :].stripped(), state)
        return
    if label and not block.ordinal and open_label(document, text, label, state):
        return
    if block.ordinal and state.role and (numbered := numbered_seat(block, state)):
        text = numbered
    elif state.role is None or block.ordinal:
        state.role = state.role if state.role and parts(block) else None
        return
    if not seat(document, text, state, labelled=False):
        if looks_seated(text.chars):
            doubt(document, text, state)
        else:
            state.role = None


def labelled(document: Document, rest: Text, state: State) -> None:
    """Read what stands behind a label in its line, up to the next label and behind that."""
    state.nameless = True
    more = INLINE.search(rest.folded().chars)
    own = rest[: more.start()] if more else rest
    if own and not seat(document, own, state):
        doubt(document, own, state)
    if more:
        inline(document, rest[more.start() :], state)


def inline(document: Document, text: Text, state: State) -> None:
    """The labels and seats that stand one behind the other in a line (组长：…；副组长：…)."""
    chars = text.folded().chars
    found = list(INLINE.finditer(chars))
    for match, following in zip(found, [*found[1:], None], strict=True):
        state.role, state.role_at = squeeze(match["role"]), text[match.start("role") : match.end("role")].span
        rest = text[match.end() : following.start() if following else len(chars)].stripped("，。；、 ")
        state.nameless = True
        if rest and not seat(document, rest, state):
            doubt(document, rest, state)


def numbered_seat(block: Block, state: State) -> Text | None:
    """The seat behind a number (1. 钱小满（县财政局局长）), None where the item is no seat."""
    ordinal = ORDINAL.match(block.chars)
    rest = block.text[ordinal.end() :].stripped() if ordinal else None
    read = seats(rest, state.known) if rest and len(rest) < 60 else None
    return rest if read and all(one.person and one.posts for one in read) else None


def open_label(document: Document, text: Text, label: re.Match[str], state: State) -> bool:
    """A label without a colon, which only the seats behind it prove (组长 安伟, 组长安伟（市长）)."""
    behind = BLANK_END.match(text.chars, label.end())
    if not behind:
        return False
    rest = text[behind.end() :].stripped()
    read = seats(rest, state.known)
    if not read or not all(one.person for one in read):
        return False
    before = state.role, state.role_at
    state.role, state.role_at = squeeze(label["role"]), text.group(label, "role").span
    if seat(document, rest, state):
        return True
    state.role, state.role_at = before
    return False


def seat(document: Document, text: Text, state: State, labelled: bool = True) -> bool:
    """Add the facts of a line of seats; False when it does not parse or no body is known.

    The first seat behind a label is shown together with it. Behind seats with names a line
    without a label that names bodies is no longer the roster's.
    """
    if SENTENCE.search(text.chars) or (not labelled and PROSE.search(text.chars)):
        return False
    by = BY.fullmatch(text.chars)
    text = text.group(by, "who") if by else text
    units = str(state.role).endswith(("单位", "部门"))
    read = bodies_only(text, labelled) if units else seats(text, state.known)
    if read is None or (state.body is None and read):
        return False
    nameless = not any(one.person for one in read)
    if not labelled and not state.nameless and any(one.body for one in read):
        return False
    state.known.update(one.person for one in read if one.person)
    if labelled and read and state.role_at:
        read[0] = replace(read[0], at=Span(state.role_at.start, read[0].at.end))
    for one in read:
        merge_office(state.facts, fact(document, one, state))
    state.nameless = nameless
    return True


def bodies_only(text: Text, labelled: bool) -> list[Seat] | None:
    """The seats of a line under 成员单位: bodies by whatever name behind the label itself."""
    folded = text.folded().stripped("。；， ")
    names = bodies(folded) if folded else []
    if not labelled and not all(is_body(name) or name.startswith("各") for name in names):
        return None
    return [Seat(folded.span, body=name) for name in names]


def looks_seated(chars: str) -> bool:
    """Whether a line that does not parse looks like a seat and not like the text behind a roster."""
    return len(chars) < 40 and "。" not in chars and is_post(squeeze(chars).rstrip("）"))
