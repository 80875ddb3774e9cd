"""Lists of posts, and the notes that stand before them in a bracket."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.constructs.lists import outside
from kg.lexicon import is_body, is_post

__all__ = ["notes_and_posts", "of_places", "split_posts"]

NOTE = re.compile(
    r"(?:女|男|兼|挂职|常务|主持工作|主持全面工作|牵头|[\u4e00-\u9fff]{1,5}族|[正副][县处厅科部]级(?:待遇)?|保留.{2,6}"
    r"|享受.{2,8}|列席|暂缺|试用期.{1,4}|兼职|特邀|党外|退休|非党|中共党员|已退休|离休|专职|兼任)\Z"
)
PLACE = r"[\u4e00-\u9fff]{1,9}(?:[市县区州盟旗镇乡]|街道(?:办事处)?)"
OF_PLACES = re.compile(
    rf"(?:{PLACE}、)+{PLACE}(?:人民政府|政府|党工?委|办事处)?"
    r"副?(?:[市县区州盟旗镇乡](?:（[乡镇县市区]）)?长|书记|主任|(?:主要|分管|有关)?(?:负责人|负责同志|领导))"
)


@lru_cache(maxsize=8192)
def notes_and_posts(inner: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The notes (女, 回族) that open a bracket, and the posts behind them."""
    parts = [inner[start:end] for start, end in outside(inner, "、，；")]
    notes: list[str] = []
    while parts and NOTE.match(parts[0]):
        notes.append(parts.pop(0))
    return tuple(notes), split_posts("、".join(parts)) if parts else ()


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


def of_places(flat: str) -> bool:
    """Whether places share one post at their end, which names nobody (大营镇、张湾乡、观音堂镇镇（乡）长)."""
    return len(flat) < 400 and OF_PLACES.fullmatch(flat) is not None
