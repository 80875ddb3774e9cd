"""The masthead and the table of contents of a gazette issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.dates import chinese_number, iso_date
from kg.facts import ContentsEntry, Issue
from kg.header import fold
from kg.layout import Line
from kg.text import Span, squeeze

__all__ = ["contents", "issue", "mastheads"]

CONTENTS = re.compile(r"目[录次]|本期目[录次]")
ENTRY = re.compile(
    r"(?P<title>[^\t]{4,100}?)(?:[ \u3000]*\t[\t ]*|[ \u3000]*[.．…·⋯]{2,}[ \u3000]*|[ \u3000]{3,})"
    r"[（(]?(?P<page>\d{1,4})[）)]?"
)
SECTION = re.compile(r"【(?P<name>.{2,20})】")
NUMBER = re.compile(r"第(?P<no>[\d〇○零一二三四五六七八九十]+)[号期](?:[（(]总第?(?P<total>\d+)[号期][）)])?")
LABEL = re.compile(
    r"(?P<label>主管主办|主管|主办单位|主办|编辑出版|编辑单位|出版单位|承办|地址|网址|电话|传真|邮编|邮政编码|准印证号?|出版日期|印刷"
    r"|印刷单位|国内刊号|刊号|发行|编委会|编辑部|主编|副主编|责任编辑|主任|副主任|委员|CONTENTS|目录|《)[:：]?"
)
FIELDS = {
    "publisher": ("主办", "主办单位", "主管主办"),
    "editor": ("编辑出版", "编辑单位", "出版单位"),
    "printer": ("印刷", "印刷单位"),
    "address": ("地址",),
    "website": ("网址",),
    "postcode": ("邮编", "邮政编码"),
    "permit": ("准印证号", "准印证", "国内刊号", "刊号"),
}
FURTHEST = 150
"""Lines between two entries of one table of contents, a masthead among them."""


def mastheads(found: Sequence[Line]) -> Iterator[int]:
    """The indices of lines at which a gazette issue begins."""
    for index, line in enumerate(found):
        if len(line.flat) < 8 and CONTENTS.fullmatch(line.flat):
            above = range(max(index - 8, 0), index)
            yield min((i for i in above if is_gazette(found[i].flat)), default=index)


def is_gazette(flat: str) -> bool:
    """Whether a line is the name of a gazette."""
    return 4 < len(flat) < 24 and flat.endswith("公报") and "《" not in flat


def contents(found: Sequence[Line]) -> Iterator[tuple[int, str | None, str, int]]:
    """The entries of tables of contents: index of line, section, title without blanks, page."""
    last, section = -FURTHEST, None
    for index, line in enumerate(found):
        flat = line.flat
        if len(flat) < 24:
            named = SECTION.fullmatch(flat)
            section = named["name"] if named else section
            if CONTENTS.fullmatch(flat):
                last = index
        if flat[-1] in "0123456789）)" and index - last < FURTHEST and len(flat) < 120:
            entry = ENTRY.fullmatch(line.text.chars)
            if entry:
                yield index, section, squeeze(entry["title"]).strip(".．…·"), int(entry["page"])
                last = index


def entries(found: Sequence[Line], document: str, keys: dict[str, str]) -> Iterator[ContentsEntry]:
    """The contents as facts of the issue `document`; `keys` maps folded titles to documents."""
    for index, section, title, page in contents(found):
        yield ContentsEntry(
            document=document,
            at=found[index].text.span,
            section=section,
            title=title,
            page=page,
            refers=keys.get(fold(title)),
        )


def issue(found: Sequence[Line]) -> Issue | None:
    """What the lines of a masthead say of the issue, None when they name no gazette."""
    title = next((line.flat for line in found if is_gazette(line.flat)), None)
    if title is None:
        return None
    values = labelled(found)
    numbered = next(filter(None, (NUMBER.search(line.flat) for line in found if len(line.flat) < 40)), None)
    date = next((iso_date(value) for label, value in values if label == "出版日期"), None)
    years = [int(m[1]) for line in found if (m := re.fullmatch(r"((?:19|20)\d\d)年?", line.flat))]
    fields = {
        name: next((value for label, value in values if label in labels), None) for name, labels in FIELDS.items()
    }
    year = years[0] if years else int(date[:4]) if date else None
    number = chinese_number(numbered["no"]) if numbered else None
    return Issue(
        document=issue_key(title, year, number),
        at=Span(found[0].text.span.start, found[-1].text.span.end),
        title=title,
        number=number,
        total=int(numbered["total"]) if numbered and numbered["total"] else None,
        year=year,
        date=date,
        phones=tuple(value for label, value in values if label == "电话"),
        **fields,
    )


def issue_key(title: str, year: int | None, number: int | None) -> str:
    """How facts name an issue: 三门峡市人民政府公报 2020年第5号."""
    return f"{title} {year}年第{number}号" if year and number else title


def labelled(found: Sequence[Line]) -> list[tuple[str, str]]:
    """Labels of the masthead with their values: behind the colon, or on the lines below."""
    values: list[tuple[str, str]] = []
    index = 0
    while index < len(found):
        match = LABEL.match(found[index].flat)
        index += 1
        if not match or match["label"] == "《":
            continue
        value = found[index - 1].flat[match.end() :]
        inline = bool(value)
        while index < len(found) and goes_on(found[index], inline, value):
            value += found[index].flat
            index += 1
        values.append((match["label"], value))
    return values


def goes_on(line: Line, inline: bool, value: str) -> bool:
    """Whether a line belongs to the value above: directly below it, or under a label alone."""
    label = LABEL.match(line.flat)
    if label and (label["label"] != "《" or value) and not (value.endswith("》") and line.flat.startswith("编")):
        return False
    return len(line.flat) < 40 and not SECTION.fullmatch(line.flat) and (not line.gap if inline else len(value) < 18)
