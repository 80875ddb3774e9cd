"""Names and posts inside a line of a roster: runs of names, names cut by blanks, lists of posts."""

from __future__ import annotations

import re
from functools import cache

from kg.constructs.lists import outside
from kg.tables import words
from kg.text import Text
from kg.words import TITLE_END, is_body, is_name, is_post, place_prefix, surname_length

__all__ = ["BLANKS", "is_spaced_name", "name_run", "name_then_post", "notes_and_posts", "split_posts"]

NOTE = re.compile(
    r"(?:女|男|兼|挂职|常务|主持工作|主持全面工作|牵头|满族|[\u4e00-\u9fff]{1,5}族|[正副][县处厅科部]级(?:待遇)?|保留.{2,6}|享受.{2,8}|列席|暂缺|试用期.{1,4}|兼职|特邀"
    r"|党外|退休|非党|中共党员|已退休|离休|专职|兼任)\Z"
)
LEAD = re.compile(
    rf"原|时任|省|市|县|区|州|盟|旗|镇|乡|国家|国务院|中共|中国|中央|全国|人行|武警|解放军|驻|党[组委工]|工委|纪[委检]|常务|副|第一|代|自治|兵团|(?:{'|'.join(words('department_words.txt'))})"
)
ZONE = re.compile(
    r"高新[区技]|经开区|经济|开发区|示范区|工业园|城乡|综合|保税|新城|新区|管委|高铁|黄河|长江|农[商垦业]|水[利务文]|文[化旅广明]|金融|交[通投]|广[播电]|司法|国[网资土有税家]|公[安路共]|安[监全]"
)
BLANKS = re.compile(r"[\s\u3000\xa0]+")


def notes_and_posts(inner: str) -> tuple[list[str], tuple[str, ...]]:
    """The notes (女, 回族) that open a bracket, and the posts behind them."""
    parts = [inner[start:end] for start, end in outside(inner, "、，；")]
    notes: list[str] = []
    while parts and NOTE.match(parts[0]):
        notes.append(parts.pop(0))
    return notes, split_posts("、".join(parts)) if parts else ()


def split_posts(flat: str) -> tuple[str, ...]:
    """Posts split at 、 and ， outside brackets, where each part ends as a post does."""
    found: list[str] = []
    for start, end in outside(flat, "、，；"):
        part = flat[start:end]
        if found and not (is_post(found[-1]) or is_body(found[-1])):
            found[-1] += "、" + part
        else:
            found.append(part)
    return tuple(found)


def name_run(text: Text) -> list[Text]:
    """The names that a piece consists of, blanks inside and between them; [] when it is not only names."""
    tokens = list(text.split(BLANKS))
    found: list[Text] = []
    index = 0
    while index < len(tokens):
        for width in (3, 2, 1):
            group = tokens[index : index + width]
            if len(group) == width and is_spaced_name(group):
                found.append(Text.joined(group))
                index += width
                break
        else:
            return []
    return found


def is_spaced_name(group: list[Text]) -> bool:
    """Whether tokens are one name: whole, or cut by blanks into its characters (安 伟, 欧阳 震)."""
    flat = "".join(token.chars for token in group)
    if not is_name(flat):
        return False
    if len(group) == 1:
        return True
    first, rest = group[0].chars, group[1:]
    return surname_length(flat) == len(first) and all(len(token) == 1 for token in rest)


@cache
def name_then_post(chars: str) -> int:
    """The length of the name that a post follows at once (安伟市长), 0 where none does."""
    if not is_post(chars) or ZONE.match(chars) or place_prefix(chars) or chars[0] in "省市县区州":
        return 0
    lengths = [length for length in (3, 2, 4) if is_name(chars[:length]) and len(chars) > length]
    for begins in (
        lambda post: post[0] in "省市县区州旗",
        lambda post: LEAD.match(post) or place_prefix(post),
        whole_title,
    ):
        for length in lengths:
            if begins(chars[length:]):
                return length
    return 0


def whole_title(post: str) -> bool:
    """Whether a post is a title alone (主任, 副局长)."""
    match = TITLE_END.search(post)
    return bool(match and match.start() == 0)
