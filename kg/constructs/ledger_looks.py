"""Lines that look like constructs and stand in no region: what they would state is told as a doubt, not lost.

::

    seat        = role ":" name
    role        = post name "任" role
    composition = body "由" body "、" body … "组成"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.ledger_regions import Opened
from kg.constructs.lists import bodies
from kg.constructs.naming import KINDS, current_bodies
from kg.constructs.people import sentences, unnumbered
from kg.constructs.prose_roster import CHANGED, OTHERS, SERVES
from kg.constructs.seating import EDITS
from kg.lexicon import ROLE, is_name
from kg.notice import Block, Document, in_imprint
from kg.text import squeeze

__all__ = ["looks"]

LABELLED = re.compile(rf"(?:\A|(?<=[。；，]))[ \t\u3000\xa0]*{ROLE.pattern}[ \t\u3000\xa0]*[：]")
NAMED = re.compile(
    r"[ \t\u3000\xa0]*(?P<name>[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff·]){1,3})(?=[（、，。；\s]|\Z)"
)
COMPOSED = re.compile(rf"(?:{KINDS})由(?P<who>[^。；由]{{6,400}}?)组成(?=[，。；]|\Z)")

ROLE_WORD = re.compile(r"任|为成员|为委员|为组员")
HOLDER = re.compile(r"(?:长|书记|主任|主席|员)[^长，、。]{2,8}\Z")
"""The end of a list of people: a post and something behind it, where a name is looked for."""
ANYBODY = re.compile(r"负责|领导|同志\Z|[各本]|有关|相关")
"""Words for people without names."""
PROPER = re.compile(r"..[局委厅部署办](?:（[^（）]*）)?\Z|政府\Z|委员会\Z")
"""How names of single bodies end, and those of classes (科研院所) do not."""


def looks(document: Document) -> Iterator[Opened]:
    """The stretches of a document that look like constructs; mastheads and imprints have none."""
    if document.issue is not None:
        return
    for index, (block, body) in enumerate(zip(document.blocks, current_bodies(document), strict=True)):
        if block.table or in_imprint(document.blocks, index):
            continue
        if body and ROLE_WORD.search(block.chars):
            yield from served(index, block)
        yield from seats(index, block)
        yield from compositions(index, block)


def seats(index: int, block: Block) -> Iterator[Opened]:
    """A role label and a colon with a person's name behind."""
    if "：" not in block.chars or len(block.chars) > 400:
        return
    for match in LABELLED.finditer(block.chars):
        name = NAMED.match(block.chars, match.end())
        if name and is_name(squeeze(name["name"])) and not EDITS.search(match["role"]):
            text = block.text[match.start("role") : name.end()]
            yield Opened(index, text.stripped(), "roster", "a role and a name")


def served(index: int, block: Block) -> Iterator[Opened]:
    """A stretch of a sentence that gives holders of posts a role on the body of which the block speaks."""
    for sentence in sentences(unnumbered(block)):
        if CHANGED.search(sentence.chars) or OTHERS.search(sentence.chars):
            continue
        last = 0
        for match in SERVES.finditer(sentence.chars):
            who, last = sentence[last : match.start()].stripped("，、"), match.end()
            if who and HOLDER.search(who.chars) and not ANYBODY.search(who.chars) and "办公室" not in match[0]:
                yield Opened(index, who, "prose_roster", "who has a role")


def compositions(index: int, block: Block) -> Iterator[Opened]:
    """A body of seats that consists of bodies by name."""
    if "组成" not in block.chars:
        return
    flat = block.text.squeezed().folded()
    for match in COMPOSED.finditer(flat.chars):
        names = bodies(flat.group(match, "who"))
        if sum(PROPER.search(name) is not None for name in names) > 1:
            yield Opened(index, flat.group(match, "who"), "prose_roster", "a sentence on who makes up a body")
