"""Responsibility clauses (责任分工): which bodies lead a task, take part in it or answer for it.

::

    clause  = "（" parties "）" | label ":" parties          behind the text of the task
            | list "会同" list task                        in running text
            | heading list "牵头负责的工作"                    above the items
    task    = the item's title, else its first clause, else the heading above
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.joint import jointly
from kg.constructs.led import beneath, led_by, under
from kg.constructs.lists import bodies
from kg.constructs.parties import KEY, LABEL, REMARK, Parties, has_clause, parties
from kg.constructs.registry import construct
from kg.constructs.roster import roster_blocks
from kg.facts import Assignment, Doubt, Fact
from kg.lexicon import is_body
from kg.notice import Block, Document, in_imprint, without_ordinal
from kg.text import ORDINAL, Span, Text, squeeze

__all__ = ["assignment"]

BRACKETS = re.compile(r"[（(〔\[【）)〕\]】]")
CLOSING = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】"}
BRACKETED = ("）", "〕", "]", "）。", "〕。", "]。")
IN_CHARGE = tuple(verb + end for verb in ("负责", "配合", "参与", "参加", "协助") for end in ("", "。", "；"))
CLAUSE_END = re.compile(r"[，。；：！]")
BY = re.compile(
    r"(?:\A|[。；])[^。；，（）由]{0,14}?(?P<clause>由[^。；（）]{2,80}?(?:牵头|会同)(?:[^。；（）]|（[^（）]{1,5}）){0,600}|(?<![^。])由(?:[^。；（）由]|（[^（）]{1,5}）){2,200}负责(?:，[^。；（）]{2,200}?(?:配合|参与|参加|协助))?|(?<=。)[^。；（），由]{2,60}牵头，(?:[^。；（）]|（[^（）]{1,5}）){2,600}"
    r"(?:参加|参与|配合|负责(?:落实|实施)?|协助|落实|实施)|(?<=。)(?:[^。；（）由]|（[^（）]{1,5}）){2,200}负责(?:落实)?)[。；]?\s*\Z"
)
LED = re.compile(
    r"(?<=。)(?P<clause>由?[^，。；（）由]{2,60}?牵头(?:，[^。；（）]{2,300}?(?:配合|参与|参加|协助))?)(?=，[^。；]{4,})"
)
"""As the above, the text of the task going on behind it."""
TITLE_CLAUSE = re.compile(r"[（(〔\[【][^（(〔\[【]*(?:单位|牵头|负责|配合)[^）)〕\]】]*[）)〕\]】].*\Z")
COUNTED = re.compile(r"[一二三四五六七八九十]{1,3}是")
RUN_BY = re.compile(r"主办(?:单位|部门)?：.*承办(?:单位|部门)?：")
"""Who runs a page, which its foot prints."""
CLAUSE_LIKE = re.compile(r"牵头|(?:负责|配合|参与)[）〕\]】]")
SOMEBODY = re.compile(
    r"\A(?:各|有关|相关|本|所有)|(?<!地)[省市县区州盟旗乡镇村]\Z|街道\Z|单位\Z|机构\Z|企业\Z|.部门\Z|公司\Z"
)
FIRST_LEADS = re.compile(r"(?:排|列)在?[^。；，]{0,6}(?:第一|首位|最前)[^。；，]{0,8}牵头")


@construct("assignment")
def assignment(document: Document) -> Iterator[Fact]:
    """Every task of a document with the bodies that its clause names."""
    reader, seated = Reader(document), roster_blocks(document)
    for index, block in enumerate(document.blocks):
        read = block.table or index < reader.done or in_imprint(document.blocks, index)
        if read or document.issue or (index in seated and LABEL.match(block.chars)):
            continue
        facts: list[Fact] = []
        if has_clause(block.chars) or "会同" in block.chars or block.chars.endswith(IN_CHARGE):
            facts = [*(reader.labels(index) if LABEL.match(block.chars) else reader.clauses(index, block))]
        elif block.ordinal and block.chars.endswith(BRACKETED):
            facts = [*reader.bare(index, block)]
        yield from facts or reader.led(index, block)
        if "会同" in block.chars:
            yield from jointly(document, block)


class Reader:
    """Reads the clauses of one document; `done` is the index behind the last block that was read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = document.blocks
        self.done = 0
        self.first_leads = FIRST_LEADS.search(document.text.chars) is not None

    def clauses(self, index: int, block: Block) -> Iterator[Fact]:
        """The clauses of a block, each belonging to the text before it."""
        start = 0
        for begin, end, inner in clause_places(block.chars):
            read = parties(block.text[inner : end if inner == begin else end - 1], "", self.first_leads)
            if read and not (inner > begin and idle(read)):
                yield self.fact(index, block, (start, begin), block.text[begin:end].span, read)
                start = end
            elif read or REMARK.search(block.chars, inner, end):
                continue
            elif LABEL.match(block.chars, inner) or CLAUSE_LIKE.search(block.chars, inner, end):
                yield self.doubt(block.text[begin:end].span)
        if start == 0:
            yield from self.sentence(index, block)

    def labels(self, index: int) -> Iterator[Fact]:
        """A clause whose labels stand on lines of their own, one below the other."""
        end = index
        while end < len(self.blocks) and LABEL.match(self.blocks[end].chars) and not self.blocks[end].table:
            end += 1
        group, self.done = self.blocks[index:end], end
        read = parties(Text.of("；".join(block.chars for block in group)), "", self.first_leads)
        at = Span(group[0].text.span.start, group[-1].text.span.end)
        if read:
            task, path = self.above(index)
            yield self.made(task, path, at, read, group[0])
        elif any(KEY.match(block.chars) and not RUN_BY.match(block.chars) for block in group):
            yield self.doubt(at)

    def sentence(self, index: int, block: Block) -> Iterator[Fact]:
        """A clause without brackets as the last sentence of a paragraph (由A牵头，B、C参加。)."""
        for pattern in (BY, LED) if block.title else (BY,):
            match = pattern.search(block.chars)
            read = parties(block.text[match.start("clause") : match.end()]) if match else None
            if match and read and (read.lead or all(is_body(name) for name in read.responsible)):
                stop = match.start("clause")
                yield self.fact(index, block, (0, stop), block.text[stop : match.end()].span, read)
                return

    def bare(self, index: int, block: Block) -> Iterator[Fact]:
        """A list of bodies alone in a bracket behind an item's last sentence (。（市教育局、市财政局）)."""
        begin, end = [(0, 0), *groups(block.chars)][-1]
        names = bodies(block.text[begin + 1 : end - 1])
        sure = self.first_leads or (len(names) > 1 and block.chars[begin - 1] in "。；")
        if end < len(block.chars) - 1 or not sure or not all(is_body(name) or name[0] == "各" for name in names):
            return
        read = parties(Text.of(f"责任单位：{block.chars[begin + 1 : end - 1]}"), "", self.first_leads)
        if read:
            yield self.fact(index, block, (0, begin), block.text[begin:end].span, read)

    def led(self, index: int, block: Block) -> Iterator[Fact]:
        """An item without a clause under a heading that names who leads (一、市教育局牵头负责的工作)."""
        read = led_by(block.path[-1]) if block.ordinal and block.path else None
        if read and not any(has_clause(other.chars) for other in beneath(self.blocks, index)):
            yield self.fact(index, block, (0, len(block.chars)), block.text.span, read)

    def doubt(self, at: Span) -> Doubt:
        """A clause that does not parse."""
        reason = "a responsibility clause that does not parse"
        return Doubt(document=self.document.key, at=at, construct="assignment", reason=reason)

    def fact(self, index: int, block: Block, before: tuple[int, int], at: Span, read: Parties) -> Assignment:
        """The assignment of a clause; `before` is the stretch of the block that states the task."""
        task, path = self.task(index, block, before)
        if block.ordinal or not (block.path and led_by(block.path[-1])):
            read = under(block.path, read)
        return self.made(task, path, at, read, block)

    def made(self, task: str, path: tuple[str, ...], at: Span, read: Parties, block: Block) -> Assignment:
        """The assignment of a task with its parties."""
        return Assignment(
            document=self.document.key,
            at=at,
            task=task,
            path=path,
            lead=tuple(read.lead),
            participants=tuple(read.participants),
            responsible=tuple(read.responsible),
            deadline=read.deadline,
            note=read.note,
            program=block.annex or self.document.title or None,
        )

    def task(self, index: int, block: Block, before: tuple[int, int]) -> tuple[str, tuple[str, ...]]:
        """The task's title and the headings above it."""
        stated = block.chars[before[0] : before[1]].strip()
        if before[0] == 0 and block.title is not None:
            return TITLE_CLAUSE.sub("", squeeze(block.title.chars)), block.path
        if not stated:
            return self.above(index)
        if before[0] == 0 and block.ordinal is None and self.alone(index, block):
            return without_ordinal(block.path[-1]), block.path[:-1]
        return first_clause(block, before), block.path

    def above(self, index: int) -> tuple[str, tuple[str, ...]]:
        """The task of a clause that is a paragraph of its own: the paragraph's before it."""
        for other in range(index - 1, -1, -1):
            block = self.blocks[other]
            if clause_only(block.chars):
                continue
            return self.task(other, block, (0, len(block.chars)))
        return "", ()

    def alone(self, index: int, block: Block) -> bool:
        """Whether a paragraph without an ordinal is the only one with a clause under its heading."""
        if not block.path:
            return False
        under = [
            other
            for other in self.blocks[max(index - 12, 0) : index + 12]
            if other.path == block.path and other.ordinal is None and KEY.search(other.chars)
        ]
        return len([other for other in under if not clause_only(other.chars)]) <= 1


def clause_places(chars: str) -> Iterator[tuple[int, int, int]]:
    """Clauses as [start, end) and the start of their inside: brackets with a key word, or labels."""
    found = False
    for begin, end in groups(chars):
        if KEY.search(chars, begin, end):
            found = True
            yield begin, end, begin + 1
    if not found:
        label = next((match for match in LABEL.finditer(chars) if is_start(chars, match.start())), None)
        if label:
            yield label.start(), len(chars), label.start()


def idle(read: Parties) -> bool:
    """Whether a bracket names nobody in particular (部门配合，社会参与; 自2020年起实施), and so is no clause."""
    names = (*read.lead, *read.participants, *read.responsible)
    return not any((is_body(name) and len(name) > 2) or SOMEBODY.search(name) for name in names)


def is_start(chars: str, index: int) -> bool:
    """Whether a label stands at the head of a sentence."""
    return index == 0 or chars[index - 1] in "。；！ \u3000\t"


def groups(chars: str) -> Iterator[tuple[int, int]]:
    """The outermost bracket groups as [start, end)."""
    depth = start = 0
    for match in BRACKETS.finditer(chars):
        if match[0] in CLOSING:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()


def clause_only(chars: str) -> bool:
    """Whether a paragraph is nothing but a clause."""
    return bool(chars) and any(begin == 0 and end >= len(chars) - 1 for begin, end, _ in clause_places(chars))


def first_clause(block: Block, before: tuple[int, int]) -> str:
    """The first clause of a stretch, without its ordinal, up to ， or 。"""
    start, stop = before
    while start < stop and block.chars[start] in "。；， ":
        start += 1
    ordinal = ORDINAL.match(block.chars, start)
    counted = COUNTED.match(block.chars, start)
    start = ordinal.end() if ordinal else counted.end() if counted else start
    mark = CLAUSE_END.search(block.chars, start, stop)
    return squeeze(block.text.chars[start : mark.start() if mark else stop])
