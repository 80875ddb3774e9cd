"""Lines on which pages print what notices print on several, cut where labels, numbers and headings stand.

::

    line  = title [ dash ] [ "（" ] number [ "）" ] [ recipients ] …       of the head, however they stand
          | number [ dash ] title | number recipients | recipients text
    page  = a line longer than any that is printed: cut before 一、 （一） 组长： 附件： and the signature too
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import ROLE, chinese_number, is_body
from kg.notice.shapes import ABOUT, KIND
from kg.text import Line, Text, columns, squeeze

__all__ = ["unglued"]

GAP = r"[ \t\u3000\xa0]*"
YEAR = rf"[〔\[（(【﹝［]{GAP}(?:[1１][9９]|[2２][0０])\d\d{GAP}[〕\]）)】﹞］]"
NUMBER = rf"[\u4e00-\u9fff]{{2,12}}?{GAP}{YEAR}{GAP}第?{GAP}\d{{1,5}}{GAP}号"
NUMBERED = re.compile(rf"(?P<gap>[\s—―\-－–]*)(?P<open>[（(]?){GAP}(?P<number>{NUMBER}){GAP}(?P<close>[）)]?)")
"""A document's number behind a title, in a bracket or none."""
AT_START = re.compile(rf"(?P<number>{NUMBER})(?P<gap>[\s—―\-－–:：]*)")
KINDS = re.compile(
    r"通知|意见|决定|决议|报告|公告|公示|通告|通报|批复|复函|函|请示|命令|令|纪要|办法|规定|细则|方案|计划|要点|措施|预案"
)
ADDRESSED = re.compile(
    r"(?:各[^。：:《]{2,200}|[^。，：:《]{2,30}(?:人民政府|政府|[部厅局委]|委员会|公司|大学|学院|办公室|办事处))[：:]"
    r"(?=[\s]*(?:现将|现印|根据|为[了进深贯认加切落做确]|经[^，。]{0,12}(?:同意|研究)|你[省市县区局厅委公单校]|按照|《|近[年日]|随着|鉴于|因))"
)
ANYBODY = re.compile(r"各[^。：:《]{2,200}(?:政府|部门|单位|机构|委员会|公司|[局委办厅])[：:]")
"""Recipients at the head of a page, whatever follows."""
BEHIND = re.compile(r"\s*(?:\Z|各[^。：:]{2,200}[：:]|[^。，：:《]{2,40}[：:])")
"""What may stand behind a number at the end of a title: nothing, or the recipients."""
CHAPTER = re.compile(r"(?P<no>[一二三四五六七八九十]{1,3})、")
SECTION = re.compile(r"[（(](?P<no>[一二三四五六七八九十]{1,3})[）)]")
LABEL = re.compile(rf"{ROLE.pattern}{GAP}[：:]")
ANNEX = re.compile(r"(?<=[。；])附件\d{0,2}[：:]")
SIGNED = re.compile(
    r"(?<=[。：])(?P<body>[\u4e00-\u9fff\s]{4,120}?)\s*(?P<date>\d{4}年\d{1,2}月\d{1,2}日)?\s*(?:（[^（）]{1,20}）)?\s*\Z"
)
LONGEST_TITLE, PAGE = 200, 250
"""Characters of a title with its number, and of a line from which on it is a page."""
NEAREST = 6
"""Characters between two ordinals that are headings (一、二、三等奖 are none)."""


def unglued(found: Sequence[Line]) -> list[Line]:
    """The lines, those that hold several parts of a notice cut into them."""
    return [piece for line in found for piece in pieces(line)]


def pieces(line: Line) -> Iterator[Line]:
    """The lines of which a line is made."""
    chars = line.text.chars
    if "号" not in chars and "：" not in chars and ":" not in chars:
        yield line
        return
    spans = [span for start, end in of_head(chars) for span in of_page(chars, start, end)]
    if len(spans) < 2:
        yield line
        return
    for number, (start, end) in enumerate(spans):
        text = line.text[start:end].stripped()
        if text:
            yield part(line, text, number == 0)


def part(line: Line, text: Text, first: bool) -> Line:
    """A piece of a line as a line; only the first has what stood before the whole."""
    flat, width = squeeze(text.chars), columns(text.chars)
    if first:
        return replace(line, text=text, flat=flat, width=width)
    return Line(text, flat, width, False, False, False)


def of_head(chars: str) -> Iterator[tuple[int, int]]:
    """The parts of a head that share a line, and the rest of it."""
    start, end = 0, len(chars)
    numbered = AT_START.match(chars) if "号" in chars[:40] else None
    if numbered and is_head(chars[numbered.end() :], bool(numbered["gap"])):
        yield numbered.span("number")
        start = numbered.end()
    elif match := behind_title(chars):
        yield 0, match.start()
        yield match.span("number")
        start = match.end()
    if addressed := ADDRESSED.match(chars, start) or (len(chars) >= PAGE and ANYBODY.match(chars, start)):
        yield start, addressed.end()
        start = addressed.end()
    if start < end:
        yield start, end


def is_head(rest: str, parted: bool) -> bool:
    """Whether what stands behind a number at the beginning of a line is a title or the recipients."""
    flat = squeeze(rest[:LONGEST_TITLE])
    titled = bool(ABOUT.search(flat) and (KIND.search(flat) or behind_title(rest)) and "。" not in flat)
    return titled or bool(ADDRESSED.match(rest)) or (parted and bool(flat) and flat[-1] in "：:" and len(flat) < 200)


def behind_title(chars: str) -> re.Match[str] | None:
    """The number behind the title with which a line begins."""
    for kind in KINDS.finditer(chars, 0, LONGEST_TITLE):
        title = chars[: kind.end()]
        if re.search(r"[。；！]", title) or title.count("《") != title.count("》"):
            return None
        match = NUMBERED.match(chars, kind.end())
        if match and bool(match["open"]) == bool(match["close"]) and BEHIND.match(chars, match.end()):
            return match if ABOUT.search(title) or KIND.search(squeeze(title)) else None
    return None


def of_page(chars: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line that is a whole page; any other is one."""
    if len(chars) < PAGE:
        yield start, end
        return
    cuts = sorted({start, *headings(chars, start, end), *signature(chars, start, end)})
    yield from zip(cuts, [*cuts[1:], end], strict=True)


def headings(chars: str, start: int, end: int) -> Iterator[int]:
    """Where headings, labels and annexes begin."""
    yield from counted(CHAPTER, chars, start, end)
    yield from counted(SECTION, chars, start, end)
    yield from (match.start() for pattern in (LABEL, ANNEX) for match in pattern.finditer(chars, start, end))


def counted(pattern: re.Pattern[str], chars: str, start: int, end: int) -> Iterator[int]:
    """Where ordinals stand that count on from one, or begin again, each with words behind it."""
    expected, last = 1, start - NEAREST
    for match in pattern.finditer(chars, start, end):
        number = chinese_number(match["no"])
        if number in (1, expected) and match.start() - last >= NEAREST:
            yield match.start()
            expected = number + 1
            last = match.end()


def signature(chars: str, start: int, end: int) -> Iterator[int]:
    """Where the body that signs stands at the end, and its date."""
    match = SIGNED.search(chars, max(start, end - 200), end)
    if match and is_body(squeeze(match["body"])):
        yield match.start("body")
        if match["date"]:
            yield match.start("date")
            yield match.end("date")
