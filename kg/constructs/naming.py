"""Which body a part of a document speaks of: by the title, a sentence, a heading or an annex title.

::

    named   = ( "成立" | "调整" | … ) name          in a title or a sentence
            | name [ "组成人员" | "成员" ] [ "名单" ]     alone on a line, in a heading, as an annex's title
    name    = … kind
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.outline import Block
from kg.segment import Document
from kg.text import squeeze

__all__ = ["KINDS", "SETS_UP", "current_bodies", "group_name", "short_name"]

KINDS = (
    "领导小组|协调小组|工作小组|指导小组|推进小组|专项小组|小组|总指挥部|指挥部|专家咨询委员会|委员会|联席会议|工作专班|专班|工作组|专家组|筹备组|"
    "推进组|协调组|督导组|调查组|督查组|专项组|保障组|组委会|编委会|评委会|筹委会|管委会|理事会|董事会|监事会|编辑部|领导机构|议事协调机构|攻坚办|审委会|安委会|防指|突击队|协会|学会"
)
ACTS = r"成立|设立|组建|建立|调整|充实|完善|加强|重新组建|更名|增补"
BEHIND = r"(?=组成|成员|人员|领导|主要|负责|名单|的|及|和|、|等|（|，|。|；|：|办公室|更名|\Z)"
SETS_UP = re.compile(rf"(?:{ACTS})(?:了|由)?(?P<name>[^，。；：、（）《》]{{2,60}}?(?:{KINDS})){BEHIND}")
TITLED = re.compile(rf"(?:{ACTS})+(?P<name>.{{2,70}}?(?:{KINDS})){BEHIND}")
ALONE = re.compile(
    rf"(?:附件\d*：?)?(?P<name>[^，。；：]{{0,50}}?(?:{KINDS}))(?:组成人员|组成成员|成员|领导成员|人员|机构|主要成员)*(?:组成)?(?:名单|如下)?：?\Z"
)
QUOTED = re.compile(r"《[^《》]{2,30}》\Z")
SHORT = re.compile(r"（以下(?:统称|简称|称)[：“”\"]*(?P<short>[^（）“”\"]{2,20})[”\"]?）")
LEADING = re.compile(
    r"\A(?:我?[省市县区州]?(?:人民政府|政府|委)?(?:研究)?决定)|\A(?:市|省|县|区)?(?:人民)?政府(?=成立)"
)


@lru_cache(maxsize=8)
def current_bodies(document: Document) -> tuple[str | None, ...]:
    """For each block of the document the body that it speaks of, None where none is named yet."""
    current = titled(document.title) if document.header else None
    found: list[str | None] = []
    annex: str | None = None
    for index, block in enumerate(document.blocks):
        if block.annex != annex:
            annex = block.annex
            named = ALONE.match(annex) if annex else None
            current = named["name"] if named and len(named["name"]) > 4 else current
        current = named_by(block, document.blocks[index - 1] if index else None, current) or current
        found.append(current)
    return tuple(found)


def titled(title: str) -> str | None:
    """The body that a title sets up or changes (关于成立X的通知)."""
    match = TITLED.search(title)
    return group_name(match["name"]) if match else None


def named_by(block: Block, before: Block | None, current: str | None) -> str | None:
    """The body that a block names newly, None when it names none."""
    chars = block.chars
    if len(chars) < 60 and "。" not in chars:
        return named_alone(block, before, current)
    if "成立" in chars or "设立" in chars or "组建" in chars or "调整" in chars or "建立" in chars:
        for match in SETS_UP.finditer(squeeze(chars)):
            name = group_name(match["name"])
            if is_whole(name, current):
                return name
    return None


def named_alone(block: Block, before: Block | None, current: str | None) -> str | None:
    """The body whose name stands alone on a line or in a heading."""
    flat = squeeze(block.title.chars if block.title else block.chars)
    match = ALONE.match(flat)
    if not match:
        return None
    name = match["name"]
    quoted = QUOTED.match(squeeze(before.chars)) if before else None
    if quoted:
        return quoted[0] + name
    if current and (name in current or len(name) < 5):
        return None
    return name


def is_whole(name: str, current: str | None) -> bool:
    """Whether a name is more than a short form of the current body."""
    return len(name) > 4 and not (current and current.endswith(name)) and not re.fullmatch(KINDS, name)


def group_name(name: str) -> str:
    """A name without the words that lead up to it."""
    return squeeze(LEADING.sub("", name))


def short_name(flat: str, name: str) -> str | None:
    """The short form that the text gives a body behind its name (以下简称委员会)."""
    index = flat.find(name)
    match = SHORT.match(flat, index + len(name)) if index >= 0 else None
    return match["short"] if match else None
