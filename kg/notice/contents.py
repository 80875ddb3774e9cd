"""Lines to the entries of the tables of contents among them, and to the lines that print a title of theirs again.

::

    contents = "目录" { section | entry }
    section  = "【" words "】" | "·" words "·" | words        the last where it is one of those that sections bear
    entry    = { line } title leader [ number | author ] [ "（" ] page [ "）" ]
    leader   = dots | blanks | tab
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.notice.shapes import CONTENTS, NUMBER, SECTION, fold
from kg.text import Line, Span, squeeze

__all__ = ["Entry", "contents", "printed"]

ENTRY = re.compile(
    r"(?P<title>[^\t]{0,100}?)(?P<leader>[ \u3000]*\t[\t ]*|[ \u3000]*(?:[.．…·⋯]{2,}|[…/／])[ \u3000]*|[ \u3000]{3,})"
    r"(?:(?P<number>[^\s…⋯]{2,20}号)[ \u3000]*|[\u4e00-\u9fff·]{2,6}[ \u3000]*)?[（(]?(?P<page>\d{1,4})[）)]?"
)
BARE_ENTRY = re.compile(r"(?P<title>[^\t]{4,100}[\u4e00-\u9fff）)])[ \u3000]*[（(](?P<page>\d{1,3})[）)]")
"""An entry with nothing but brackets before its page: a title that ends as a document's does."""
ONLY_NUMBER = re.compile(rf"[（(]?{NUMBER.pattern}[）)]?")
LAST_NUMBER = re.compile(rf"[（(]{NUMBER.pattern}[）)]\Z")
LABELLED = re.compile(r".{1,14}[：:]")
FURTHEST = 150
"""Lines between two entries of one table of contents, a masthead among them."""
LONGEST = 5
"""Lines of an entry."""
SHORTEST = 9
"""Characters of the first line of an entry that goes on: a shorter one is a section's name, or the masthead's."""
LONGEST_TITLE = 200
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents: indices of its lines, [start, end), title and number without blanks.

    `issue` is the line at which the issue begins whose contents it stands in.
    """

    issue: int
    start: int
    end: int
    section: str | None
    title: str
    number: str | None
    page: int
    at: Span


def contents(found: Sequence[Line], issues: Collection[int]) -> Iterator[Entry]:
    """The entries of tables of contents in order; `issues` are the lines at which issues begin."""
    issue = begun = 0
    last, first, section = -FURTHEST, 0, None
    for index, line in enumerate(found):
        flat = line.flat
        begun = index if index in issues else begun
        if len(flat) < 24 and CONTENTS.fullmatch(flat):
            last = index
            issue, section = begun, section if issue == begun else None
        if index - last >= FURTHEST:
            continue
        named = SECTION.fullmatch(flat) if len(flat) < 24 else None
        section = (named["name"] or named["marked"] or named["bare"]) if named else section
        if index == last or named or LABELLED.match(flat):
            first = index + 1
            continue
        first = index if index - first >= LONGEST or parted(found, index) else first
        entry = entry_at(found, first, index, issue, section)
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


def entry_at(found: Sequence[Line], first: int, index: int, issue: int, section: str | None) -> Entry | None:
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
    if not 4 <= len(title) <= LONGEST_TITLE:
        return None
    at = Span(found[first].text.span.start, line.text.span.end)
    return Entry(issue, first, index + 1, section, title, number and squeeze(number), int(match["page"]), at)


def printed(found: Sequence[Line], titles: Iterable[str]) -> dict[int, int]:
    """Where the lines print one of `titles`, brackets in any shape: its first line, and the one behind its last."""
    starts: dict[str, set[str]] = {}
    for title in map(fold, titles):
        starts.setdefault(title[:4], set()).add(title)
    begun = ((index, starts.get(fold(line.flat[:4]))) for index, line in enumerate(found if starts else ()))
    ends = ((index, end_of(found, index, those)) for index, those in begun if those)
    return {index: end for index, end in ends if end}


def end_of(found: Sequence[Line], index: int, titles: Collection[str]) -> int | None:
    """The end of the lines from `index` on that print one of the `titles`, None when they do not."""
    flat = ""
    for end in range(index, min(index + LONGEST, len(found))):
        flat += fold(found[end].flat)
        if flat in titles:
            return end + 1
        if len(flat) > LONGEST_TITLE:
            break
    return None
