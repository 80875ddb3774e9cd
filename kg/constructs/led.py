"""Headings that name who leads, or answers for, the items below them.

::

    heading = ordinal [ "由" ] list verb [ "的" … ( "工作" | "任务" | "事项" | … ) ] [ "（3项）" ]
    verb    = "牵头" [ "负责" ] | "主办" | "负责" "的" | "承办" "的"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache

from kg.constructs.lists import bodies, own_prefix
from kg.constructs.parties import Parties, parties
from kg.lexicon import is_body, place_prefix
from kg.notice import Block, without_ordinal
from kg.text import Text

__all__ = ["beneath", "led_by", "under"]

HEADING = re.compile(
    r"由?(?P<bodies>[^，。；：由]{2,60}?)(?P<verb>(?:共同|联合|负责)?(?:牵头|主办)|(?:负责|承办)(?=[^的]{0,4}的))"
    r"(?:负责|承办|办理|落实|组织|实施|推进|完成)*(?:的.{0,6}?(?:工作|任务|事项|项目|目标|措施|建议|提案))?(?:（[^（）]{1,10}）)?\Z"
)
CENTRAL = ("国家", "中央", "中国", "中共", "最高", "国务院")


@lru_cache(maxsize=1024)
def led_by(heading: str) -> Parties | None:
    """The parties that a heading names, None where it is none of these."""
    match = HEADING.match(without_ordinal(heading))
    if not match:
        return None
    names = bodies(Text.of(match["bodies"]))
    if not names or not is_whole(names[0]) or not all(is_body(name) for name in names):
        return None
    verb = "负责" if match["verb"] in ("负责", "承办") else "牵头"
    return parties(Text.of(f"{match['bodies']}{verb}"))


def is_whole(name: str) -> bool:
    """Whether a name begins as the names of bodies do, and not with a verb (健全市政府办公室牵头的…)."""
    return bool(own_prefix(name) or place_prefix(name)) or name.startswith(CENTRAL)


def under(path: Sequence[str], read: Parties) -> Parties:
    """The parties of a clause, those of the nearest heading that names any added where it names no lead."""
    above = next(filter(None, map(led_by, reversed(path))), None)
    if not above or read.lead or (read.responsible and not above.lead):
        return read
    whole = deepcopy(read)
    whole.lead, others = list(above.lead), [*read.participants, *read.responsible]
    whole.participants = [name for name in others if name not in above.lead]
    whole.responsible = list(above.responsible)
    return whole


def beneath(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """The blocks under the item `index`."""
    depth = len(blocks[index].path)
    for block in blocks[index + 1 :]:
        if len(block.path) <= depth:
            return
        yield block
