"""The table of contents of a gazette issue, and the pages of an issue that are no documents.

::

    contents = "目录" { section | entry }
    section  = "【" words "】" | "·" words "·" | words        the last where it is one of those that sections bear
    entry    = { line } title leader [ number | author ] [ "（" ] page [ "）" ]
    leader   = dots | blanks | tab
    page     = a chronicle (大事记), or a title of the contents that is no document's (主要经济指标, …的讲话)
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.notice.header import ABOUT, KIND, NUMBER, Head
from kg.notice.listed import SECTION, by_beginning, fold, listed_title
from kg.text import ORDINAL, Line, Span, squeeze

__all__ = ["CONTENTS", "Entry", "contents", "is_paper", "not_listed", "pages"]

CONTENTS = re.compile(r"目[录次]|本期目[录次]")
ENTRY = re.compile(
    r"(?P<title>[^\t]{0,100}?)(?P<leader>[ \u3000]*\t[\t ]*|[ \u3000]*(?:[.．…·⋯]{2,}|[…/／])[ \u3000]*|[ \u3000]{3,})"
    r"(?:(?P<number>[^\s…⋯]{2,20}号)[ \u3000]*|[\u4e00-\u9fff·]{2,6}[ \u3000]*)?[（(]?(?P<page>\d{1,4})[）)]?"
)
BARE_ENTRY = re.compile(r"(?P<title>[^\t]{4,100}[\u4e00-\u9fff）)])[ \u3000]*[（(](?P<page>\d{1,3})[）)]")
"""An entry with nothing but brackets before its page: a title that ends as a document's does."""
ONLY_NUMBER = re.compile(rf"[（(]?{NUMBER.pattern}[）)]?")
LAST_NUMBER = re.compile(rf"[（(]{NUMBER.pattern}[）)]\Z")
PAPER = re.compile(rf"{KIND.pattern}|{ABOUT.pattern}")
CHRONICLE = re.compile(
    r"[^，。；：:、．.“《]{0,24}(?:大事记|大事要览|要事记|政务要闻|政务活动)(?:[（(][^，。；：:、．.“《]{2,24}[）)])?"
)
LABELLED = re.compile(r".{1,14}[：:]")
FURTHEST = 150
"""Lines between two entries of one table of contents, a masthead among them."""
LONGEST = 5
"""Lines of an entry."""
SHORTEST = 9
"""Characters of the first line of an entry that goes on: a shorter one is a section's name, or the masthead's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents: indices of its lines, [first, end), title and number without blanks."""

    first: int
    end: int
    section: str | None
    title: str
    number: str | None
    page: int

    def at(self, found: Sequence[Line]) -> Span:
        """Where the entry stands."""
        return Span(found[self.first].text.span.start, found[self.end - 1].text.span.end)


def contents(found: Sequence[Line]) -> Iterator[Entry]:
    """The entries of tables of contents in order."""
    last, first, section = -FURTHEST, 0, None
    for index, line in enumerate(found):
        flat = line.flat
        if len(flat) < 24 and CONTENTS.fullmatch(flat):
            last = index
        if index - last >= FURTHEST:
            continue
        named = SECTION.fullmatch(flat) if len(flat) < 24 else None
        section = (named["name"] or named["marked"] or named["bare"]) if named else section
        if index == last or named or LABELLED.match(flat):
            first = index + 1
            continue
        first = index if index - first >= LONGEST or parted(found, index) else first
        entry = entry_at(found, first, index, section)
        if entry:
            yield entry
            last, first = index, index + 1
        elif first == index and len(flat) < SHORTEST:
            section, first = None, index + 1


def parted(found: Sequence[Line], index: int) -> bool:
    """Whether an empty line parts a line from the one above, which in a text of such lines alone parts none."""
    above = found[index - 1] if index else None
    wide = above is not None and above.gap and len(above.flat) > 13
    return found[index].gap and not wide


def entry_at(found: Sequence[Line], first: int, index: int, section: str | None) -> Entry | None:
    """The entry that ends with the line `index` and can begin with `first`."""
    line = found[index]
    if line.flat[-1] not in "0123456789０１２３４５６７８９）)" or len(line.flat) > 120:
        return None
    match = ENTRY.fullmatch(line.text.chars) or BARE_ENTRY.fullmatch(line.text.chars)
    if not match:
        return None
    own = squeeze(match["title"]).strip(".．…·")
    numbered = ONLY_NUMBER.fullmatch(own) or LAST_NUMBER.search(own)
    number = match.groupdict().get("number") or (numbered["number"] if numbered else None)
    title = "".join(other.flat for other in found[first:index]) + own[: numbered.start() if numbered else None]
    if not 4 <= len(title) <= 200:
        return None
    return Entry(first, index + 1, section, title, number and squeeze(number), int(match["page"]))


def is_paper(title: str) -> bool:
    """Whether a title of the contents is a document's, by its kind or what it is about."""
    return PAPER.search(title) is not None


def not_listed(found: Sequence[Line], heads: Sequence[Head], issues: Collection[int]) -> Iterator[Head]:
    """The heads but those that a table of contents prints: no sentence behind 目录, and its issue prints them again."""
    inside, order = False, sorted(issues)
    ahead = Counter((bisect(order, head.start), name) for head in heads for name in names(head))
    begun = {head.start: head for head in heads}
    for index, line in enumerate(found):
        inside = (inside and "。" not in line.flat) or CONTENTS.fullmatch(line.flat) is not None
        head = begun.get(index)
        if head:
            issue = bisect(order, head.start)
            ahead.subtract((issue, name) for name in names(head))
            if not inside or ahead[issue, fold(head.number or head.title.chars)] == 0:
                yield head


def names(head: Head) -> set[str]:
    """What names a document: its title, its number."""
    return {fold(name) for name in (head.title.chars, head.number) if name}


def pages(
    found: Sequence[Line], heads: Sequence[Head], issues: frozenset[int], listed: Sequence[Entry]
) -> Iterator[int]:
    """Where pages of an issue begin that are no documents, below its first one."""
    titles = by_beginning(fold(entry.title) for entry in listed if not is_paper(entry.title))
    printed = {index for head in heads for index in range(head.start, head.end)}
    begun, inside = {head.start for head in heads}, False
    for index, line in enumerate(found if issues else ()):
        inside = (inside or index in begun) and index not in issues
        if not inside or not line.gap or len(line.flat) > 70 or index in printed or ORDINAL.match(line.flat):
            continue
        if CHRONICLE.fullmatch(line.flat) or listed_title(found, index, titles.get(fold(line.flat[:4]), ())):
            yield index
