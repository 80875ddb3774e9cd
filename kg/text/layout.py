"""Printed lines of a source, without page numbers, running headers and web furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.text import Text

__all__ = ["CLOSED", "DATE_ONLY", "ORDINAL", "TABLE", "Line", "columns", "lines"]

ORDINAL = re.compile(
    r"(?P<chapter>第[一二三四五六七八九十百]+[编篇章节部分]+)|(?P<article>第[一二三四五六七八九十百\d]+条)"
    r"|(?P<han>[一二三四五六七八九十]{1,3}[、．.])|(?P<hanp>[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<digit>\d{1,3}(?:[．、]|[.](?!\d)|[.](?=(?:19|20)\d\d年))|\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?(?!\d|[%％万亿元]))|(?P<digitp>[（(]\d{1,3}[）)])|(?P<circled>[①-⑳⒈-⒛])"
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
    r"|(?:信息|稿件|文章|内容|文件)?来源[：:].*|(?:发布|更新)(?:时间|日期)[：:].*|(?:浏览|阅读|点击)(?:次数|量)?[：:].*|字号[：:].*"
    r"|首页[>＞/].*|(?:您)?(?:当前|现在|的)*位置[：:].*|责任编辑[：:].*(?:来源|时间).*"
)
FURNISHING = frozenset("第—-–―·•~－0123456789【[打关字分收返大纠（(扫信稿来发成更浏阅点首您当现的位责文内")
"""The characters with which furniture begins."""
CLOSED = "。！？：；:;!?…"
"""The marks that end a sentence or a label."""
TABLE = re.compile(r"[\t|│┃｜]")
DATE_ONLY = re.compile(
    r"(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:[12]\d|3[01]|0?[1-9])(?!\d)|[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)


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
    headers, rows = running_headers(printed), row_numbers(printed)
    for number, raw in enumerate(printed):
        flat = "".join(raw.split())
        lone = gap and number not in rows and is_lone_number(flat, printed, number)
        if not flat or is_furniture(flat) or flat in headers or lone:
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


def row_numbers(printed: Sequence[str]) -> frozenset[int]:
    """The lines below 序号 with a number that counts on: those of rows in a table with one cell a line.

    Behind a page break, where 序号 is printed again, it counts on from the last.
    """
    found: set[int] = set()
    expected: set[str] = set()
    for index, raw in enumerate(printed):
        flat = raw.strip() if len(raw) < WIDEST else ""
        if flat[:1] == "序" and "".join(flat.split()) == "序号":
            expected.add("1")
        elif flat in expected:
            found.add(index)
            expected = {str(int(flat) + 1)}
    return frozenset(found)


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
    """The lines that follow page numbers again and again, the letterhead above the first page among them."""
    behind: Counter[str] = Counter()
    page, first = False, True
    for raw in printed:
        if len(raw) > 90 or raw.isspace():
            continue
        flat = "".join(raw.split())
        page = page or (first and flat.endswith("文件"))
        first = False
        if page and 3 < len(flat) < 60 and flat[-1] not in CLOSED:
            behind[flat] += 1
        page = bool(PAGE.fullmatch(flat))
    return frozenset(flat for flat, count in behind.items() if count > 1)


def is_furniture(flat: str) -> bool:
    """Page numbers and the buttons that web pages leave in a text."""
    if len(flat) < 90 and (flat[0] in FURNISHING or "公报" in flat) and (PAGE.fullmatch(flat) or WEB.fullmatch(flat)):
        return True
    return flat[0] in "|+-—─━=│┃" and RULE.fullmatch(flat) is not None
