"""The lines of labels and values that sites print above or below a title (索引号, 发文字号, 成文日期).

::

    line  = { label sep value }            several cells of a row of a table may stand in one line
    sep   = ":" | blanks | "|" | tab
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.lexicon import iso_date, sections
from kg.text import Line, squeeze

__all__ = ["Printed", "is_status", "metadata"]

GAP = r"[ \t\u3000\xa0]*"
KIND_OF = {word: kind for kind, words in sections("metadata_labels.txt").items() for word in words}
WORDS = sorted(KIND_OF, key=lambda word: (-len(word), word))
LABEL = re.compile(
    rf"(?:(?<=[\s|│，,；;\u3000\]】])|\A)[\[【\-—·•●|│]?{GAP}"
    rf"(?P<label>{'|'.join(GAP.join(word) for word in WORDS)}){GAP}[\]】]?"
    rf"(?:(?P<mark>[：:|│\t])|(?=[ \t\u3000\xa0]))"
)
STATUS = re.compile(
    r"(?:现行)?(?:有效|失效|废止|已废止|已失效|部分有效|特急|加急|急件|公开|主动公开|依申请公开|不公开"
    r"|普通公文|政府文件|政策文件|规范性文件)"
    r"|[（(](?:[^（）()〔]{0,6}(?:稿|试行|暂行)|此件[^（）()]{1,8})[)）]"
)
"""A line on the state of a document, which is none of its title."""
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Printed:
    """What a line of labels and values says; '' for what it does not."""

    number: str = ""
    issuer: str = ""
    date: str = ""
    published: str = ""
    title: str = ""
    marked: bool = field(default=True, compare=False)
    """Whether a colon or a bar parts a label from its value."""


def metadata(line: Line) -> Printed | None:
    """What a line of labels and values says, None for any other line."""
    chars = line.text.chars
    if len(chars) > LONGEST or "。" in chars:
        return None
    found = list(LABEL.finditer(chars))
    if not found or found[0].start() > 1:
        return None
    marked = any(match["mark"] for match in found)
    values = dict(pairs(chars, found))
    if not marked and not (values.keys() & {"number", "date", "published"}):
        return None
    return Printed(**values, marked=marked)


def pairs(chars: str, found: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """The kinds of the labels that matter, and their values."""
    ends = [match.start() for match in found[1:]] + [len(chars)]
    for match, end in zip(found, ends, strict=True):
        kind, value = KIND_OF[squeeze(match["label"])], chars[match.end() : end].strip(" \t\u3000\xa0|│：:[]【】")
        if kind in ("date", "published"):
            value = iso_date(squeeze(value.split()[0] if " " in value else value)) or iso_date(squeeze(value)) or ""
        if kind != "other" and value:
            yield kind, squeeze(value) if kind != "issuer" else value


def is_status(flat: str) -> bool:
    """Whether a line says no more than a document's state (有效, （试行）)."""
    return len(flat) < 16 and STATUS.fullmatch(flat) is not None
