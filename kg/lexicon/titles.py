"""Posts as body and title, and the grade by which they are ordered."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon.kinds import TITLE_END

__all__ = ["grade", "is_chief", "split_post"]

TITLE_LEAD = re.compile(
    r"(?:党[组委工]|党工委|机关|[正副][县处厅科部]级|[一二三四]级|常务|第一|执行|专职|兼职|代理|主要|分管|副|代|总|名誉|工会|原)+\Z"
)
CHIEF = re.compile(r"(?P<level>[省市县区州旗盟镇乡])长\Z")
DEPUTY = re.compile(r"副|助理")
RANKS = (
    (re.compile(r"一级巡视员|(?<![副级])巡视员|正厅级|正地级"), 7),
    (re.compile(r"二级巡视员|副巡视员|副厅级"), 6),
    (re.compile(r"[一二]级调研员|(?<![副级])调研员|正[处县]级"), 5),
    (re.compile(r"[三四]级调研员|副调研员|副[处县]级"), 4),
    (re.compile(r"[一二]级主任科员|(?<![副级])主任科员|正科级|科长|股长"), 3),
    (re.compile(r"[三四]级主任科员|副主任科员|副科级"), 2),
    (re.compile(r"科员|办事员|职员"), 1),
)
"""Ranks that a title prints by itself, whatever the body."""
GRADES = {"国": 10, "省": 9, "市": 7, "县": 5, "乡": 3}
"""The grade of the head of government or party at each level."""
CHIEFS = re.compile(
    r"(?:[省市县区州盟旗镇乡]长|书记|主席|专员|主任|局长|厅长|部长|队长|行长|院长|检察长|理事长|会长|关长|台长|社长|总经理|董事长|负责人)\Z"
)
HEADING = frozenset({"政府", "党委", "人大", "政协", "县级政府"})
"""The kinds of bodies whose heads are those of the place."""


@lru_cache(maxsize=65536)
def split_post(post: str) -> tuple[str, str]:
    """A post as (body, title); the body is '' where only a title is printed.

    市财政局副局长 is 市财政局 and 副局长; 市长 alone is the head of 市政府, 渑池县县长 of 渑池县政府.
    """
    match = TITLE_END.search(post)
    if not match:
        return post, ""
    lead = TITLE_LEAD.search(post[: match.start()])
    cut = lead.start() if lead else match.start()
    owner, title = post[:cut], post[cut:]
    chief = CHIEF.search(title)
    if chief and owner.endswith(("", chief["level"])[bool(owner)]):
        owner = f"{owner or chief['level']}政府"
    return owner, title


@lru_cache(maxsize=65536)
def grade(level: str, kind: str, title: str) -> int | None:
    """The grade of a post from 10 (the Premier) to 1 (a clerk), two steps a level; None where unknown.

    `level` is that of the body's place (国 省 市 县 乡), `kind` the body's; a department's head stands one
    level below the head of its place, a deputy one step below the head.
    """
    for pattern, rank in RANKS:
        if pattern.search(title):
            return rank
    top = GRADES.get(level)
    if top is None or not title:
        return None
    base = top if kind in HEADING else max(top - 2, 1)
    step = (1 if DEPUTY.search(title) or "常委" in title else 0) + (1 if "秘书长" in title and kind in HEADING else 0)
    return max(base - step, 1)


def is_chief(title: str) -> bool:
    """Whether a title is that of who heads a body, acting or in charge ones too; no deputy's."""
    return bool(CHIEFS.search(title)) and not DEPUTY.search(title)
