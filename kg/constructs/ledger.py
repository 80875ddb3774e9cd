"""The ledger of a document: lines of opened regions are facts or doubts, and every character is told its kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kg.constructs.ledger_looks import looks
from kg.constructs.ledger_regions import Opened, opened, signs
from kg.constructs.roster_ends import is_date
from kg.facts import ContentsEntry, Doubt, Entry, Fact, Header, Issue, Ledger, Membership
from kg.lexicon import ROLE
from kg.notice import Document
from kg.text import Span

__all__ = ["accounted", "unread"]

KINDS = ("furniture", "prose", "heading", "head", "foot", "doubt", "fact")
DOUBT, FACT = 5, 6
OPENED = 16
"""Added to the number of a kind where the characters stand in an opened region."""
RUN = re.compile(rb"(.)\1*", re.DOTALL)
LEFT = re.compile(r"[\u3400-\u9fffA-Za-z]{2,}|[□■￥？?#%*]")
"""What of a line is no mark, no blank and no lone word."""
SIGN = re.compile(r"[^\s、，。；：:,;.（）()|│_—\-]")
RUBBISH = re.compile(r"[^\s\u3400-\u9fff〇、，。；：:,;.（）()〔〕\[\]|│_—\-·《》“”\"\d]")
GARBLED = re.compile(r"[□■￥？?#%*]|[a-z]{2,}")
FILLER = re.compile(
    r"\A(?:[一二三四五六七八九十]+|\d+)[、．.]|同志|兼任?|担任|为|任|由|以及|及其|[按以]姓[氏名].*?(?:为序|排[序列])|.*以下(?:同志|人员).*|排名不分先后|等?[一二三四五六七八九十\d]+[名位]|免去|任命|职务|聘任"
    rf"|{ROLE.pattern}(?:[：:]|\Z)|[\u4e00-\u9fff（）]{{0,12}}(?:单位|部门|组|专班)(?:[：:]|\Z)|有关|相关|负责(?:同志|人)|主要|分管"
)


class Spans:
    """The union of spans, asked for what of a stretch they leave out."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.joined: list[Span] = []
        for span in sorted(spans):
            last = self.joined[-1] if self.joined else None
            if last and span.start <= last.end:
                self.joined[-1] = Span(last.start, max(last.end, span.end))
            else:
                self.joined.append(span)

    def within(self, at: Span) -> Iterator[Span]:
        """The parts of the union that lie in a stretch."""
        index = max(bisect_right(self.joined, Span(at.start, 1 << 62)) - 1, 0)
        while index < len(self.joined) and self.joined[index].start < at.end:
            start, end = max(self.joined[index].start, at.start), min(self.joined[index].end, at.end)
            if start < end:
                yield Span(start, end)
            index += 1

    def gaps(self, at: Span) -> Iterator[Span]:
        """The parts of a stretch that lie in none."""
        ends = [at.start, *(end for one in self.within(at) for end in (one.start, one.end)), at.end]
        return (Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start < end)


def unread(document: Document, facts: Sequence[Fact]) -> Iterator[Doubt]:
    """The doubts for what gave nothing: lines of regions, and lines elsewhere that look like constructs."""
    told, doubts = taken(document, facts)
    lines = tuple(opened(document))
    lost = [one for one in lines if not any(doubts.within(one.text.span)) and is_lost(document, one, told)]
    for run in runs(lost):
        span = Span(run[0].text.span.start, run[-1].text.span.end)
        count = "a line" if len(run) == 1 else f"{len(run)} lines"
        yield doubt(document, span, run[0].construct, f"{count} of {run[0].what} that gave nothing")
    known = Spans([*told.joined, *doubts.joined, *(one.text.span for one in lines)])
    for one in looks(document):
        if not any(known.within(one.text.span)):
            yield doubt(document, one.text.span, one.construct, f"what looks like {one.what} gave nothing")


def doubt(document: Document, at: Span, construct: str, reason: str) -> Doubt:
    """A doubt of the ledger's."""
    return Doubt(document=document.key, at=at, construct=construct, reason=reason)


def taken(document: Document, facts: Iterable[Fact]) -> tuple[Spans, Spans]:
    """The characters that facts take, and those that doubts do; heads of whole documents are told elsewhere."""
    found: list[Span] = []
    doubts: list[Span] = []
    for fact in facts:
        if isinstance(fact, Membership) and fact.role_at:
            found.append(fact.role_at)
        if is_rubbish(document, fact):
            continue
        if not isinstance(fact, (Header, Issue, ContentsEntry)):
            (doubts if isinstance(fact, Doubt) else found).append(fact.at)
    return Spans(found), Spans(doubts)


def is_lost(document: Document, one: Opened, told: Spans) -> bool:
    """Whether words of a line of a region are in no fact; where it has no fact at all, any sign will do."""
    start, gaps = document.text.span.start, list(told.gaps(one.text.span))
    left = (document.text.chars[gap.start - start : gap.end - start] for gap in gaps)
    sign = SIGN if gaps == [one.text.span] else LEFT
    return any(sign.search(FILLER.sub("", "".join(part.split()))) for part in left)


def is_rubbish(document: Document, fact: Fact) -> bool:
    """Whether a seat is of a garbled name: signs in its posts, or where a nameless seat stands, or a role as a name."""
    if not isinstance(fact, Membership):
        return False
    if fact.person:
        return ROLE.fullmatch(fact.person) is not None or any(map(GARBLED.search, fact.posts))
    start = document.text.span.start
    return RUBBISH.search(document.text.chars, fact.at.start - start, fact.at.end - start) is not None


def runs(lost: Sequence[Opened]) -> Iterator[list[Opened]]:
    """Lines of one region, each below the other."""
    run: list[Opened] = []
    for one in lost:
        if run and (one.index != run[-1].index + 1 or one.what != run[-1].what):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def accounted(document: Document, facts: Sequence[Fact]) -> Ledger:
    """The kind of every character of a document; facts come before doubts, and both before all else.

    A line of a region is of one piece: what its facts leave out of it (marks, labels) is theirs too.
    """
    start = document.text.span.start
    kinds = bytearray(len(document.text))
    told, doubts = taken(document, facts)
    layers = [*structure(document), *((at, "doubt") for at in doubts.joined), *((at, "fact") for at in told.joined)]
    for at, kind in layers:
        paint(kinds, Span(at.start - start, at.end - start), KINDS.index(kind))
    for one in opened(document):
        settle(kinds, Span(one.text.span.start - start, one.text.span.end - start))
    return Ledger(tuple(entry(document, run.start(), run.end(), kinds[run.start()]) for run in RUN.finditer(kinds)))


def structure(document: Document) -> Iterator[tuple[Span, str]]:
    """The kinds of what is no fact: the head before the first block, then block by block."""
    whole, below = document.text.span, document.blocks
    yield Span(whole.start, below[0].text.span.start if below and not document.issue else whole.end), "head"
    for index, block in enumerate(() if document.issue else below):
        foot = is_date(block) or block.chars.strip() == document.issuer or signs(document, index)
        heading = block.ordinal and block.title and block.whole
        yield block.text.span, "foot" if foot else "heading" if heading else "prose"


def paint(kinds: bytearray, at: Span, kind: int) -> None:
    """Make characters one kind."""
    kinds[at.start : at.end] = bytes((kind,)) * len(at)


def settle(kinds: bytearray, at: Span) -> None:
    """Make a line of a region facts and doubts only, as far as it has any."""
    line = kinds[at.start : at.end]
    if DOUBT in line or FACT in line:
        rest = DOUBT if DOUBT in line else FACT
        kinds[at.start : at.end] = bytes(OPENED + (kind if kind in (DOUBT, FACT) else rest) for kind in line)


def entry(document: Document, start: int, end: int, kind: int) -> Entry:
    """The entry of a run of characters of a document."""
    at, size = (
        Span(document.text.at[start], document.text.at[end - 1] + 1),
        len("".join(document.text.chars[start:end].split())),
    )
    return Entry(at, KINDS[kind % OPENED], kind >= OPENED, size)
