"""Paragraphs under their headings: the blocks that the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.notice.shapes import KIND
from kg.text import ORDINAL, TABLE, Line, Text, paragraphs, squeeze, with_rows, with_tabs

__all__ = ["Block", "blocks", "without_ordinal"]

ANNEX = re.compile(
    r"附[件表](?P<no>[\d一二三四五六七八九十]*)[:：]?\Z|附[件表][\d一二三四五六七八九十]*[:：]?(?=.*名单\Z)"
)
SENTENCE_END = re.compile(r"[。；：]")
LONGEST_TITLE = 60
HEADINGS = frozenset({"chapter", "han", "hanp"})
"""Styles of ordinals that headings bear more often than items."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph under its headings.

    `chars` is the text with ASCII punctuation as full width, character for character. `ordinal` is
    the printed one (一、 or 1.), `title` the heading or run-in title behind it, `whole` true where
    nothing follows the title. `path` names the headings above, outermost first; `annex` the plan or
    list of which the block is a part, None for the letter itself. `table` marks rows of a table.
    """

    text: Text
    chars: str
    path: tuple[str, ...] = ()
    ordinal: str | None = None
    title: Text | None = None
    whole: bool = False
    annex: str | None = None
    table: bool = False
    gap: bool = False


def blocks(found: Sequence[Line], signed: int | None, cited: frozenset[str]) -> Iterator[Block]:
    """The blocks of a document's lines.

    `signed` is the index of the signature's date, behind which an annex begins; `cited` are the
    titles that the letter names, by which the annex's title is known.
    """
    stack: list[tuple[str, str | None]] = []
    annex: str | None = None
    parts = list(paragraphs(with_rows(with_tabs(found))))
    signed_line = found[signed] if signed is not None else None
    index, behind = 0, False
    while index < len(parts):
        part = parts[index]
        title, used = (annex_title(parts, index, behind, cited)) if behind or is_annex(part) else (None, 0)
        if title is not None:
            annex, stack = title or annex, []
            yield from (plain(parts[i], (), annex) for i in range(index, index + used))
            index, behind = index + used, False
            continue
        block = plain(part, tuple(label for _, label in stack if label), annex)
        if not block.table:
            block = under_heading(block, stack)
        yield block
        behind = signed_line is not None and part[-1] is signed_line
        index += 1


def is_annex(part: Sequence[Line]) -> bool:
    """Whether a paragraph is the line 附件 that begins an annex."""
    return len(part[0].flat) < 40 and bool(ANNEX.match(part[0].flat))


def annex_title(
    parts: Sequence[Sequence[Line]], index: int, behind: bool, cited: frozenset[str]
) -> tuple[str | None, int]:
    """The title of the annex that begins at `index` and how many paragraphs print it."""
    skip = 1 if is_annex(parts[index]) else 0
    rest = squeeze(ANNEX.sub("", parts[index][0].flat)) if skip else ""
    if rest and KIND.search(rest):
        return rest, 1
    title = ""
    for count, part in enumerate(parts[index + skip : index + skip + 4], start=skip + 1):
        flat = "".join(line.flat for line in part)
        if len(flat) > LONGEST_TITLE or re.search(r"[。；：，\t]", flat) or ORDINAL.match(flat):
            break
        title += flat
        if title in cited or KIND.search(title) or title.endswith(("框架", "表", "图", "制度", "分工")):
            return title, count
    return ("", 1) if skip and not behind else (None, 0)


def plain(part: Sequence[Line], path: tuple[str, ...], annex: str | None) -> Block:
    """A block of its lines under `path`."""
    text = Text.joined(line.text for line in part)
    table = TABLE.search(text.chars) is not None
    return Block(text, text.folded().chars, path, annex=annex, table=table, gap=part[0].gap)


def under_heading(block: Block, stack: list[tuple[str, str | None]]) -> Block:
    """The block with its ordinal and title read; `stack` is brought up to date."""
    match = ORDINAL.match(block.chars)
    if not match:
        return block
    style = str(match.lastgroup)
    for level, (known, _) in enumerate(stack):
        if known == style:
            del stack[level:]
            break
    path = tuple(label for _, label in stack if label)
    rest = block.text[match.end() :].stripped()
    end = SENTENCE_END.search(block.chars, match.end())
    title = block.text[match.end() : end.start()].stripped() if end else rest
    whole = end is None or end.end() == len(block.chars)
    printed = block.text.chars[: match.end()]
    titled = is_title(title.chars, whole, end is None and style in HEADINGS)
    stack.append((style, squeeze(printed + title.chars) if titled else None))
    return replace(block, path=path, ordinal=squeeze(printed), title=title if titled else None, whole=whole)


def is_title(chars: str, whole: bool, alone: bool) -> bool:
    """Whether the first sentence behind an ordinal is a title and not the item itself.

    A line that is `alone`, below 一、 or （一） and without a full stop, is one though it has a comma.
    """
    if not chars or len(chars) > LONGEST_TITLE:
        return False
    return (
        (alone and len(chars) <= 40)
        or (whole and "，" not in chars)
        or (len(chars) <= 40 and not re.search(r"[，（]", chars))
    )


def without_ordinal(heading: str) -> str:
    """A heading's words behind its ordinal."""
    return ORDINAL.sub("", heading, count=1)
