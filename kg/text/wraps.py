"""Printed lines joined to paragraphs over hard wraps and page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.lexicon import ROLE, is_body, is_post
from kg.text.layout import CLOSED, DATE_ONLY, ORDINAL, TABLE, Line

__all__ = ["STARTS", "paragraphs"]

OPENS, CLOSES = "（(〔[【《“〈「", "）)〕]】》”〉」"
BRACKETS = re.compile(r"[（(〔\[【《“〈「）)〕\]】》”〉」]")
STARTS = re.compile(r"附\s*[件表][\s\d一二三四五六七八九十]*(?:[:：]|$)|[—－-]{2}|[【○●◆■★▲]|抄送|主题词")
LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
"""A label at the head of a line: 职责：, 牵头单位：."""
SPLIT_NAME = re.compile(r"[）)][、，；;][\u4e00-\u9fff]{1,4}\Z")
NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]{0,3}[（(]")
"""A name cut between a line that ends a seat before it and the line on which its bracket stands."""
CENTRAL = re.compile(r"[、：](?:国家税务总局|国家统计局|国家外汇管理局|国家金融监督管理总局|中国人民银行)\Z")
"""The name of a national body at the end of a list, with which those of its local ones begin."""
LOCAL = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:税务局|调查队|分局|支局|分行|支行)(?=[、，。；（]|\Z)")
OPEN_CLASS = re.compile(r"各[省市县区]（[省市县区、]{1,8}）\Z")
"""A class of places, whose 政府 or 长 is still to come."""
MARK = re.compile("[、，。；]")
PROSE = re.compile(r"[，。、；]")
AFTER_LIST = re.compile(
    r"[^，。、]{0,20}(?:下设|设立|不另设|不设|不单设|办公室设)|(?:[^，。、]{0,20}(?:小组|指挥部|委员会|会议|专班))?办公室主任"
)
GOES_ON = re.compile(
    r"[一二两三四五六七八九十]*[位名]?同志|[兼担]?任(?:办公室)?.{0,3}主任|[\u4e00-\u9fff]{1,2}。|.{2,4}为(?:成员|组员|委员)"
)
"""The rest of a sentence, which nothing begins with."""


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
        return opened and label_in_bracket(last, flat, width)
    if is_rest(last, line):
        return True
    if opened:
        return (first is None and len(last.flat) > 18) or (last.width >= width - 8 > 0 and not line.indented)
    if last.flat[-1] in CLOSED or DATE_ONLY.fullmatch(last.flat):
        return False
    if AFTER_LIST.match(flat) and ROLE.match(current[0].flat) and last.flat[-1] not in "，、,":
        return False
    if last.flat[-1] in "，、,·" or is_full(last, line, width):
        return True
    return not ends_a_list(current, line) and is_cut_prose(current, line.page) and not line.indented


def is_rest(last: Line, line: Line) -> bool:
    """Whether a line by its head is the rest of a seat, a list, a sentence, or a post cut by a page break."""
    if SPLIT_NAME.search(last.flat) and NAME_GOES_ON.match(line.flat):
        return True
    if CENTRAL.search(last.flat) and (local := LOCAL.match(line.flat)) and is_body(local[0]):
        return True
    if last.flat[-1] in CLOSED or (len(last.flat) <= 18 and not line.page):
        return False
    item, head = last.flat[last.flat.rfind("、") + 1 :][-16:], MARK.split(line.flat)[0]
    closed = last.flat[-1] in CLOSES or (line.gap and not line.page)
    whole = closed or is_body(item) or is_post(item) or not ("、" in last.flat or line.page)
    if not whole and len(head) < 8 and (is_body(item + head) or (line.page and is_post(item + head))):
        return True
    return GOES_ON.match(line.flat) is not None and len(last.flat) > 18


def is_tabbed_label(line: Line) -> bool:
    """Whether the only tab of a line stands behind a role label, and a list behind that."""
    label, *behind = TABLE.split(line.text.chars)
    return len(behind) == 1 and ROLE.fullmatch("".join(label.split())) is not None and "、" in behind[0]


def ends_a_list(current: Sequence[Line], line: Line) -> bool:
    """Whether a line that ends with a post or a body is whole.

    It is behind its role's label, before an empty line, a signature and the sentence on an office.
    """
    end = current[-1].flat[-12:]
    if not (is_post(end) or is_body(end)):
        return False
    apart = line.gap and not line.page
    return bool(apart or ROLE.match(current[0].flat) or AFTER_LIST.match(line.flat) or is_body(line.flat[-60:]))


def label_in_bracket(last: Line, flat: str, width: int) -> bool:
    """Whether a line begins with a label because its width broke off a clause in a bracket."""
    broken = last.flat[-1] not in CLOSED and LABEL.match(flat) is not None
    return broken and last.width >= width - 8 > 0


def is_full(last: Line, line: Line, width: int) -> bool:
    """Whether `last` reached the width of the wrapping, so that `line` goes on with it.

    An empty line that is no page break parts paragraphs, and a bracket that closes at the end of a
    line parts seats.
    """
    if not width or last.width < width - 8 or line.indented or (line.gap and not line.page):
        return False
    return last.flat[-1] not in CLOSES or OPEN_CLASS.search(last.flat) is not None or flat_goes_on(line.flat)


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


def is_cut_prose(current: Sequence[Line], page: bool) -> bool:
    """Whether the last line is running prose that ends without its full stop."""
    last = current[-1].flat
    if len(last) < (12 if page else 20) or last[-1] in "）)" or not PROSE.search(last):
        return False
    if len(last) < 30 and not ("，" in last and not is_post(last) and (page or not is_body(last))):
        return False
    heading = len(current) == 1 and ORDINAL.match(last) and "。" not in last and len(last) < 45
    return not heading
