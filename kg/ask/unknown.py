"""Names in a question that the graph does not have: said so, with the nearest that it has."""

from __future__ import annotations

import difflib
import re

from kg.ask.asked import Asked
from kg.words import is_name

__all__ = ["unknown"]

NAMED = re.compile(
    r"(?:\A|请问|查一下|[，,、。？?和与跟 ]|关于)(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?=同志|现任|担任|任什么|是谁|是什么|的职务|在哪|都担任|参加了|进了|(?:局长|主任|市长|书记)?(?:担任|是不是|是否))"
)
BODY = re.compile(
    r"(?:市|省|县|区)[\u4e00-\u9fff]{1,8}?(?:局|委员会|委|办公室|办|厅|联合会|协会|中心|公司|银行)(?![\u4e00-\u9fff]*(?:局|委))"
)
NEAREST = 3


def unknown(asked: Asked) -> str:
    """What to say of a name that the graph does not have, '' where all that are named are there."""
    known = {number for entry in asked.documents for number in entry.forms}
    lost = [number for number in asked.linked.numbers if not any(number.endswith(form) for form in known)]
    if lost:
        return said(asked, lost[0], [entry.name for entry in asked.lexicon.of("document")])
    if asked.persons or asked.groups:
        return ""
    match = NAMED.search(asked.linked.rest)
    if match and is_name(match["name"]) and not asked.bodies:
        return said(asked, match["name"], [entry.name for entry in asked.lexicon.of("person")])
    body = BODY.search(asked.linked.rest) if not asked.bodies and not asked.documents else None
    if body:
        return said(asked, body[0], [entry.name for entry in asked.lexicon.of("body")])
    return ""


def said(asked: Asked, name: str, names: list[str]) -> str:
    """The sentence for a name that is not there."""
    near = difflib.get_close_matches(name, names, NEAREST, 0.7)
    if asked.zh:
        return f"图谱中没有“{name}”，没有找到相关记载。" + (f"名称相近的有：{'、'.join(near)}。" if near else "")
    return f"“{name}” is not in the graph: no record was found." + (f" Near it: {'、'.join(near)}." if near else "")
