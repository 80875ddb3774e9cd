"""Where documents may begin: every run of lines that could be a head, with what it prints and how much speaks for it.

::

    opening  = { before } ( title [ below ] | number [ title ] [ below ] | recipients )
    before   = red head | labels and values | state
    below    = { number | date | delivery | labels and values | state | note } [ recipients ]

Each part speaks for a document with a weight of its own (`WEIGHTS`, in logarithms of odds, set by hand); whichever of
the parts are printed, their sum is the opening's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import is_body
from kg.notice.addressees import recipients
from kg.notice.beside import Part, above, below
from kg.notice.shapes import ABOUT, issuer_of_title
from kg.notice.titles import LETTER, title_ends, unmarked
from kg.text import ORDINAL, Line, Span, Text

__all__ = ["Head", "Opening", "openings"]

WEIGHTS = {
    "listed": 6.0,
    "number": 4.0,
    "labelled": 1.5,
    "letter": 3.0,
    "plan": 0.5,
    "issuer": 1.5,
    "delivered": 2.0,
    "class": 3.0,
    "body": 1.0,
    "opened": 2.0,
    "red": 2.0,
}
"""What speaks for a document: a title of the contents, its number, one behind a label, a title of a letter (…的通知)
or of a plan, the issuer at its head, a line of delivery, recipients that are classes or several, one recipient, words
that open a letter (现将…), a red head."""
OPENS = re.compile(
    r"现将|现印发|根据|为[了进深贯认加切落全做确积推更]|经[^，。]{0,16}(?:同意|研究|批准|审议)|按照|依照|鉴于|近日|近年|贯彻"
    r"|你[们省市县区局厅委公单院校]|《[^《》]+》[^，。；]{0,24}(?:收悉|已经|印发|同意)|因[^，。]{2,20}(?:变动|需要|调整)|由于|随着"
    r"|关于[^，。]{2,60}收悉|我[市省县区局]|[^，。；]{2,30}(?:收悉|决定)"
)


STATES = re.compile(
    r"如下|通知|决定|现将|任命|免去|聘任|名单|公告|组成|根据|为了|经|(?:成员|牵头|责任|配合|参加)(?:单位|部门)|[组员任长人][：:]"
)
"""Words of what ends in a colon and is no recipient."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a document begins: indices of lines, and the values its head prints."""

    start: int
    end: int
    title: Text
    number: str | None
    recipients: tuple[str, ...]
    delivered: str | None = None
    """ISO date of delivery of a report."""
    presented_at: str | None = None
    imprint: tuple[str, str] = ("", "")
    """Issuer and ISO date, where lines beside the title print them, '' for one that they do not."""
    at: Span | None = None
    """Where the title stands, or what else the head begins with."""
    issuers: tuple[str, ...] = ()
    """The issuers of a joint title, where blanks part them."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A head that may be one: what it prints, and how much speaks for it."""

    head: Head
    weight: float


def openings(found: Sequence[Line], index: int, listed: int | None) -> Iterator[Opening]:
    """The openings that begin with the line `index`; `listed` is the end of a title of the contents that does."""
    part = above(found, index)
    if part.end >= len(found) or (part.end > index and not begins(found, part)):
        return
    ends = [listed] if listed else title_ends(found, part.end)
    for end in ends:
        yield weighed(found, index, (part.end, end), part, bool(listed))
    if not ends and (part.numbered or is_addressed(found, part.end)):
        yield weighed(found, index, (part.end, part.end), part, False)


def begins(found: Sequence[Line], part: Part) -> bool:
    """Whether what stands above is a number or a red head; labels alone begin nothing without a title below."""
    return part.numbered or bool(part.red) or bool(title_ends(found, part.end)) or is_addressed(found, part.end)


def is_addressed(found: Sequence[Line], index: int) -> bool:
    """Whether recipients stand at a line."""
    return index < len(found) and bool(recipients(found, index)[0])


def weighed(found: Sequence[Line], start: int, title: tuple[int, int], part: Part, listed: bool) -> Opening:
    """The opening of a title's lines with what stands above and below them."""
    part = below(found, replace(part, end=title[1]))
    addressed, end = recipients(found, part.end)
    if not addressed and (listed or title[1] > title[0] or part.numbered):
        addressed, end = strangers(found, part.end)
    joined = Text.joined(line.text.squeezed() for line in found[title[0] : title[1]])
    joined = joined[1:-1] if joined and unmarked(joined.chars) != joined.chars else joined
    imprint = (part.red or part.told.issuer, part.told.date)
    at = joined.span if joined else Span(found[start].text.span.start, found[max(end - 1, start)].text.span.end)
    issuers = issuers_printed(found[title[0] : title[1]])
    head = Head(start, end, joined, part.number, addressed, part.delivered, part.meeting, imprint, at, issuers)
    return Opening(head, sum(WEIGHTS[sign] for sign in signs_of(found, head, part, listed)))


def issuers_printed(title: Sequence[Line]) -> tuple[str, ...]:
    """The issuers that a title prints beside each other between blanks, () for one or none."""
    printed = " ".join(line.text.chars for line in title)
    about = ABOUT.search(printed)
    names = re.split(r"[\s、]+", printed[: about.start()].strip()) if about else []
    return tuple(names) if len(names) > 1 and all(len(name) > 2 and is_body(name) for name in names) else ()


def strangers(found: Sequence[Line], start: int) -> tuple[tuple[str, ...], int]:
    """Recipients whom no word tells: what ends in a colon between the head and the words that open a letter."""
    flat = found[start].flat if start + 1 < len(found) else ""
    names = tuple(filter(None, re.split("[，,；;、]|并(?=.{2,12}[:：])", flat[:-1])))
    if not flat or flat[-1] not in "：:" or len(flat) > 120 or not OPENS.match(found[start + 1].flat):
        return (), start
    if STATES.search(flat) or ORDINAL.match(flat) or any(not 2 <= len(name) <= 24 for name in names):
        return (), start
    return names, start + 1


def signs_of(found: Sequence[Line], head: Head, part: Part, listed: bool) -> Iterator[str]:
    """The words for what speaks for an opening."""
    title = head.title.chars
    if listed:
        yield "listed"
    if head.number:
        yield "number" if part.numbered else "labelled"
    if title:
        yield "letter" if LETTER.search(title) and ABOUT.search(title) else "plan"
    if head.issuers or issuer_of_title(title):
        yield "issuer"
    if head.delivered:
        yield "delivered"
    if part.red:
        yield "red"
    if head.recipients:
        several = len(head.recipients) > 1 or head.recipients[0].startswith(("各", "有关"))
        yield "class" if several else "body"
    if head.end < len(found) and OPENS.match(found[head.end].flat):
        yield "opened"
