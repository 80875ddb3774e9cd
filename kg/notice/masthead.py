"""The lines of a masthead to what they say of the issue, its contents among that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts import ContentsEntry, Issue
from kg.lexicon import chinese_number, is_body, iso_date
from kg.notice.contents import Entry
from kg.notice.openings import Head
from kg.notice.outline import Block
from kg.notice.shapes import SECTION, fold, is_gazette
from kg.text import Line, Span, squeeze

__all__ = ["in_imprint", "issue", "listed"]

COUNT = r"[\d〇○零一二三四五六七八九十]+"
NUMBER = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)年)?第(?P<no>{COUNT})[号期](?:[（(]?总第?(?P<total>{COUNT})[号期][）)]?)?"
)
LABEL = re.compile(
    r"(?P<label>主管主办|主管|主办单位|主办|编辑出版|编辑单位|出版单位|承办|地址|网址|电话|传真|邮编|邮政编码|准印证号?|出版日期|印刷"
    r"|印刷单位|国内刊号|刊号|发行|编委会|编辑部|主编|副主编|责任编辑|主任|副主任|委员|CONTENTS|目录|《)[:：]?"
)
BESIDE = re.compile(
    r"[ \t\u3000]+(?=(?:主管|主办|地址|网址|电话|传真|邮编|邮政编码|印刷|出版日期|出版|发行)[：:]"
    r"|[邮网地电传印][ \u3000]{1,8}[编址话真刷][：:])"
)
"""The blanks before a label that stands beside another in one line."""
SHORT = ("电话", "传真", "邮编", "邮政编码", "网址", "出版日期")
"""Labels whose values end with their line."""
FREE = re.compile(r"[（(][^（）()]*(?:赠阅|内部|免费|交流)[^（）()]*[）)]")
IMPRINT = re.compile(r"(?:主管|主管主办|编辑|编辑出版|编印|出版|印刷|地址|邮编|准印证号?|刊号|发行)(?:单位)?：")
RUN_BY = re.compile(r"[主承协]办(?:单位)?：")
PHONE = re.compile(r"[\d（）()+—－\-、，,；;/转]+")
HOSTED = re.compile(r"(?P<body>[\u4e00-\u9fff]{4,40})主办")
PUBLISHED = re.compile(r"[^，。：:]{6,20}日出版")
FIELDS = {
    "publisher": ("主办", "主办单位", "主管主办"),
    "editor": ("编辑出版", "编辑单位", "出版单位"),
    "printer": ("印刷", "印刷单位"),
    "address": ("地址",),
    "website": ("网址",),
    "postcode": ("邮编", "邮政编码"),
    "permit": ("准印证号", "准印证", "国内刊号", "刊号"),
}


def issue(found: Sequence[Line]) -> Issue | None:
    """What the lines of a masthead say of the issue, None when they name no gazette."""
    title = next((line.flat for line in found if is_gazette(line.flat)), None)
    if title is None:
        return None
    values = [*behind_labels(found), *before_words(found)]
    numbered = next(filter(None, (NUMBER.search(line.flat) for line in found if len(line.flat) < 40)), None)
    date = next((iso_date(value) for label, value in values if label == "出版日期"), None)
    alone = next((line.flat[:4] for line in found if re.fullmatch(r"(?:19|20)\d\d年?", line.flat)), None)
    printed = alone or (numbered["year"] if numbered else None) or (date[:4] if date else None)
    year = int(printed) if printed else None
    number = chinese_number(numbered["no"]) if numbered else None
    return Issue(
        document=issue_key(title, year, number),
        at=Span(found[0].text.span.start, found[-1].text.span.end),
        title=title,
        number=number,
        total=chinese_number(numbered["total"]) if numbered and numbered["total"] else None,
        year=year,
        date=date,
        phones=tuple(match[0] for label, value in values if label == "电话" and (match := PHONE.match(value))),
        **{name: next((v for label, v in values if label in labels), None) for name, labels in FIELDS.items()},
    )


def issue_key(title: str, year: int | None, number: int | None) -> str:
    """How facts name an issue: 三门峡市人民政府公报 2020年第5号."""
    return f"{title} {year}年第{number}号" if year and number else title


def listed(document: str | None, entries: Sequence[Entry], heads: Sequence[Head]) -> Iterator[ContentsEntry]:
    """The contents as facts of the issue `document`, matched to `heads` of its documents by number, then title."""
    keys = {fold(printed): head.number or head.title.chars for head in heads for printed in printed_as(head)}
    for entry in entries:
        yield ContentsEntry(
            document=document,
            at=entry.at,
            section=entry.section,
            title=entry.title,
            page=entry.page,
            refers=keys.get(fold(entry.number or "")) or keys.get(fold(entry.title)),
        )


def printed_as(head: Head) -> tuple[str, ...]:
    """What a table of contents can print of a document: its title, its number."""
    return (head.title.chars, head.number) if head.number else (head.title.chars,)


def in_imprint(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block prints who publishes the gazette (主管：…), or a line beside such a one who runs it (主办：…)."""
    near = blocks[max(index - 1, 0) : index + 2] if RUN_BY.match(blocks[index].chars) else blocks[index : index + 1]
    return any(len(block.chars) < 200 and IMPRINT.match(block.chars) for block in near)


def behind_labels(found: Sequence[Line]) -> list[tuple[str, str]]:
    """Labels of the masthead with their values: behind the colon, or on the lines below."""
    values: list[tuple[str, str]] = []
    parts = [part for line in found for part in beside(line)]
    index = 0
    while index < len(parts):
        match = LABEL.match(parts[index].flat)
        index += 1
        if not match or match["label"] == "《":
            continue
        value = parts[index - 1].flat[match.end() :]
        inline = bool(value)
        while index < len(parts) and goes_on(parts[index], inline, match["label"], value):
            value += parts[index].flat
            index += 1
        values.append((match["label"], FREE.sub("", value) or value))
    return values


def beside(line: Line) -> list[Line]:
    """The labels that stand beside each other in a line, each with its value as a line of its own."""
    if len(line.text) > 200 or not BESIDE.search(line.text.chars):
        return [line]
    return [replace(line, text=part, flat=squeeze(part.chars)) for part in line.text.split(BESIDE)]


def before_words(found: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Values that stand before the word for them: X办公室主办, 2009年6月30日出版."""
    for line in found:
        if (hosted := HOSTED.fullmatch(line.flat)) and is_body(hosted["body"]):
            yield "主办", hosted["body"]
        elif PUBLISHED.fullmatch(line.flat) and iso_date(line.flat):
            yield "出版日期", line.flat


def goes_on(line: Line, inline: bool, above: str, value: str) -> bool:
    """Whether a line belongs to the value of the label `above`: directly below it, or under a label alone."""
    label = LABEL.match(line.flat)
    if label and (label["label"] != "《" or value) and not (value.endswith("》") and line.flat.startswith("编")):
        return False
    if (inline and above in SHORT) or iso_date(line.flat) or FREE.fullmatch(line.flat):
        return False
    return len(line.flat) < 40 and not SECTION.fullmatch(line.flat) and (not line.gap if inline else len(value) < 18)
