"""Physical lines of a source, and their joining to paragraphs over hard wraps and page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.text import Text
from kg.words import ROLE, is_body, is_post

__all__ = ["ORDINAL", "Line", "lines", "paragraphs"]

ORDINAL = re.compile(
    r"(?P<chapter>第[一二三四五六七八九十百]+[编章节部分]+)|(?P<article>第[一二三四五六七八九十百\d]+条)"
    r"|(?P<han>[一二三四五六七八九十]{1,3}[、．.])|(?P<hanp>[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<digit>\d{1,3}(?:[．、]|[.](?!\d))|\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?(?!\d|[%％万亿元]))|(?P<digitp>[（(]\d{1,3}[）)])|(?P<circled>[①-⑳⒈-⒛])"
    r"|(?P<bare>\d{1,2}[）)])"
)
"""The ordinal at the head of a heading or item, its style as the name of the group."""

WIDEST = 120
"""Characters of a line beyond which its exact width does not matter: it was not wrapped."""
RULE = re.compile(r"[|│┃+\-—─━=:：]{3,}")
"""The line under the head of a printed table."""
PAGE = re.compile(r"[—\-–―·•~－]+\d{1,4}[—\-–―·•~－]+|第\d+页(?:[/，]?共\d+页)?|\d+/\d+页?")
WEB = re.compile(
    r".{2,20}公报\d{4}年第?\d+期.{0,20}|[【\[]?(?:打印|关闭|字体|分享到?|收藏|返回|大中小|纠错)(?:[】\]\s:：|【\[本].*|)|[（(]此件.{1,8}(?:发布|公开)[）)]|扫一扫.*"
    r"|(?:信息|稿件)?来源[：:].*|(?:发布|成文|更新)(?:时间|日期)[：:].*|(?:浏览|阅读|点击)(?:次数|量)?[：:].*|字号[：:].*"
    r"|首页[>＞/].*|(?:您)?(?:当前|现在|的)*位置[：:].*|责任编辑[：:].*(?:来源|时间).*"
)
FURNISHING = frozenset("第—-–―·•~－0123456789【[打关字分收返大纠（(扫信稿来发成更浏阅点首您当现的位责")
"""The characters with which furniture begins."""
TABLE = re.compile(r"[\t|│┃｜]")
CLOSED = "。！？：；:;!?…"
OPENS, CLOSES = "（(〔[【《“〈「", "）)〕]】》”〉」"
BRACKETS = re.compile(r"[（(〔\[【《“〈「）)〕\]】》”〉」]")
STARTS = re.compile(r"附\s*[件表][\s\d一二三四五六七八九十]*(?:[:：]|$)|[—－-]{2}|[【○●◆■★▲]|抄送|主题词")
DATE_ONLY = re.compile(
    r"(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:[12]\d|3[01]|0?[1-9])(?!\d)|[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
"""A label at the head of a line: 职责：, 牵头单位：."""
SPLIT_NAME = re.compile(r"[）)][、，；;][\u4e00-\u9fff]{1,3}\Z")
NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]{1,3}[（(]")
"""A name cut between a line that ends a seat before it and the line on which its bracket stands."""
PROSE = re.compile(r"[，。、；]")
GOES_ON = re.compile(r"[一二两三四五六七八九十]*[位名]?同志")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A printed line without its outer blanks; `flat` has no blanks at all.

    `width` is that of the printed line in halves of a character, blanks before it included;
    `indented` says that two characters and more are blank before it, `gap` that an empty line or a
    page break is, `page` that a page break is.
    """

    text: Text
    flat: str
    width: int
    indented: bool
    gap: bool
    page: bool


def lines(text: Text) -> list[Line]:
    """The printed lines that are no page numbers and no web furniture."""
    found, gap, page, start = [], True, False, 0
    printed = text.chars.splitlines(keepends=True)
    headers = running_headers(printed)
    for number, raw in enumerate(printed):
        flat = "".join(raw.split())
        if not flat or is_furniture(flat) or flat in headers or (gap and is_lone_number(flat, printed, number)):
            gap, page = True, page or bool(flat)
        else:
            left = len(raw) - len(raw.lstrip(" \u3000\xa0\ufeff\r\n"))
            right = len(raw.rstrip())
            blank = columns(raw[:left])
            found.append(
                Line(text[start + left : start + right], flat, blank + columns(raw[left:right]), blank > 3, gap, page)
            )
            gap = page = False
        start += len(raw)
    return found


def is_lone_number(flat: str, printed: Sequence[str], index: int) -> bool:
    """Whether a line is a page number without marks: a small number between empty lines."""
    behind = printed[index + 1] if index + 1 < len(printed) else ""
    return len(flat) < 4 and flat.isdecimal() and not behind.strip()


def columns(chars: str) -> int:
    """The width of printed characters in halves: Chinese ones and their punctuation take two."""
    if chars.isascii():
        return len(chars)
    return len(chars.encode("gbk", "replace")) if len(chars) < WIDEST else 2 * len(chars)


def running_headers(printed: Sequence[str]) -> frozenset[str]:
    """The lines that follow page numbers again and again."""
    behind: Counter[str] = Counter()
    page = False
    for raw in printed:
        if len(raw) > 90 or raw.isspace():
            continue
        flat = "".join(raw.split())
        if page and 3 < len(flat) < 60 and flat[-1] not in CLOSED:
            behind[flat] += 1
        page = bool(PAGE.fullmatch(flat))
    return frozenset(flat for flat, count in behind.items() if count > 1)


def is_furniture(flat: str) -> bool:
    """Page numbers and the buttons that web pages leave in a text."""
    if len(flat) < 90 and (flat[0] in FURNISHING or "公报" in flat) and (PAGE.fullmatch(flat) or WEB.fullmatch(flat)):
        return True
    return flat[0] in "|+-—─━=│┃" and RULE.fullmatch(flat) is not None


def paragraphs(found: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines grouped to paragraphs: hard wraps and page breaks inside sentences are mended."""
    width = wrap_width(found)
    current: list[Line] = []
    for line in found:
        if current and continues(current, line, width):
            current.append(line)
            continue
        if current:
            yield current
        current = [line]
    if current:
        yield current


def wrap_width(found: Sequence[Line]) -> int:
    """The width at which prose was hard-wrapped, 0 when it was not."""
    widths = Counter(line.width for line in found if len(line.flat) > 16)
    broken = Counter(line.width for line in found if len(line.flat) > 16 and not is_post(line.flat[-12:]))
    total = sum(widths.values())
    for width in sorted(widths, reverse=True):
        near = sum(broken[width - less] for less in range(5))
        if near >= 3 and near * 4 >= total:
            return width
        if sum(count for wide, count in widths.items() if wide >= width) * 20 > total + 40:
            return 0
    return 0


def continues(current: Sequence[Line], line: Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `current`."""
    last, flat = current[-1], line.flat
    if TABLE.search(line.text.chars) or (TABLE.search(last.text.chars) and not is_tabbed_label(last)):
        return False
    opened = is_open(current)
    first = BRACKETS.search(flat) if opened else None
    if first and (first[0] in CLOSES or closes_more(flat)):
        return True
    if last.flat[-1] in "、·" and not ORDINAL.match(flat) and not LABEL.match(flat) and not STARTS.match(flat):
        return True
    if starts_anew(flat):
        return opened and last.flat[-1] not in CLOSED and label_in_bracket(last, flat, width)
    if SPLIT_NAME.search(last.flat) and NAME_GOES_ON.match(flat):
        return True
    if opened:
        return (first is None and len(last.flat) > 18) or (last.width >= width - 8 > 0 and not line.indented)
    if last.flat[-1] in CLOSED or DATE_ONLY.fullmatch(last.flat):
        return False
    if last.flat[-1] in "，、,·":
        return True
    if is_full(last, line, width):
        return True
    if ends_a_list(last, line):
        return False
    return is_cut_prose(current, 12 if line.page else 20) and not line.indented


def is_tabbed_label(line: Line) -> bool:
    """Whether the only tab of a line stands behind a role label, and a list behind that."""
    label, *behind = TABLE.split(line.text.chars)
    return len(behind) == 1 and ROLE.fullmatch("".join(label.split())) is not None and "、" in behind[0]


def ends_a_list(last: Line, line: Line) -> bool:
    """Whether a line that ends with a post or a body is whole: behind its role's label, or before an empty line."""
    whole = ROLE.match(last.flat) or (line.gap and not line.page)
    return bool(whole) and (is_post(last.flat[-12:]) or is_body(last.flat[-12:]))


def label_in_bracket(last: Line, flat: str, width: int) -> bool:
    """Whether a line begins with a label because its width broke off a clause in a bracket."""
    return LABEL.match(flat) is not None and last.width >= width - 8 > 0


def is_full(last: Line, line: Line, width: int) -> bool:
    """Whether `last` reached the width of the wrapping, so that `line` goes on with it.

    An empty line that is no page break parts paragraphs, and a bracket that closes at the end of a
    line parts seats.
    """
    if not width or last.width < width - 8 or line.indented or (line.gap and not line.page):
        return False
    return last.flat[-1] not in CLOSES or flat_goes_on(line.flat)


def flat_goes_on(flat: str) -> bool:
    """Whether a line begins with a mark that needs something before it."""
    return flat[0] in "、，；。和及与等的" or GOES_ON.match(flat) is not None


def starts_anew(flat: str) -> bool:
    """Whether a line by its head begins a heading, an item, an annex, a roster's part."""
    if ORDINAL.match(flat) or STARTS.match(flat) or DATE_ONLY.match(flat):
        return True
    if LABEL.match(flat):
        return True
    role = ROLE.match(flat)
    return bool(role and flat[role.end() : role.end() + 1] in ("：", ":", ""))


def closes_more(flat: str) -> bool:
    """Whether a line closes more brackets than it opens."""
    found = BRACKETS.findall(flat)
    return sum(bracket in CLOSES for bracket in found) * 2 > len(found)


def is_open(current: Sequence[Line]) -> bool:
    """Whether a bracket or quotation mark opened in the last lines is not closed yet."""
    if len(current) > 12:
        return False
    depth = 0
    for line in current:
        for bracket in BRACKETS.findall(line.flat):
            depth = depth + 1 if bracket in OPENS else max(depth - 1, 0)
    return depth > 0


def is_cut_prose(current: Sequence[Line], shortest: int) -> bool:
    """Whether the last line is running prose that ends without its full stop."""
    last = current[-1].flat
    if len(last) < shortest or last[-1] in "）)" or not PROSE.search(last):
        return False
    if len(last) < 30 and not ("，" in last and not is_post(last) and not is_body(last)):
        return False
    heading = len(current) == 1 and ORDINAL.match(last) and "。" not in last and len(last) < 45
    return not heading
