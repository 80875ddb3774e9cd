"""Which body a part of a document speaks of: by the title, a sentence, a heading or an annex title.

::

    named   = ( "成立" | "调整" | … ) name          in a title or a sentence
            | name [ "组成人员" | "成员" ] [ "名单" ]     alone on a line, in a heading, as an annex's title
    name    = … kind
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.lexicon import place_prefix
from kg.notice import Block, Document
from kg.text import squeeze

__all__ = ["KINDS", "SETS_UP", "current_bodies", "group_name", "in_groups", "short_name"]

KINDS = (
    "领导小组|协调小组|工作小组|指导小组|推进小组|专项小组|小组|总指挥部|指挥部|指挥所|主席团|专家咨询委员会|委员会|联席会议|工作专班|专班|工作组|专家组|咨询组|顾问组|筹备组|"
    "推进组|协调组|督导组|调查组|督查组|专项组|保障组|组委会|编委会|评委会|筹委会|管委会|理事会|董事会|监事会|编辑部|领导机构|议事协调机构|攻坚办|审委会|安委会|防指|突击队|协会|学会"
)
ACTS = r"成立|设立|组建|建立|调整|充实|完善|加强|重新组建|更名|增补"
BEHIND = (
    r"(?=部分|个别|组成|组长|指挥长|召集人|成员|人员|领导|主要|负责|名单|[的及和、等（，。；：]|办公室|更名|制度|\Z)"
)
SETS_UP = re.compile(
    rf"(?:{ACTS})(?:[和及并、]?(?:{ACTS}))*(?:了|由)?(?P<name>[^，。；：、（）《》]{{2,60}}?(?:{KINDS})){BEHIND}"
)
ACTED = re.compile(rf"\A(?:关于)?(?:{ACTS})(?:[和及并、]?(?:{ACTS}))*(?:后的?|了)?")
"""What stands before a name in a heading (调整后的X)."""
TITLED = re.compile(
    rf"(?:(?:{ACTS})(?:[和及并、]?(?:{ACTS}))*|(?:公布|明确|确定)(?=.*(?:名单|人员|成员)))"
    rf"(?P<name>.{{2,70}}?(?:{KINDS})(?:办公室(?=的通知|组成|成员|人员|主任))?){BEHIND}"
)
ALONE = re.compile(
    rf"(?:附件\d*：?)?(?P<name>[^，。；：]{{0,50}}?(?:{KINDS}))(?:组成人员|组成成员|成员|领导成员|人员|机构|主要成员)*(?:组成)?(?:名单|如下)?：?\Z"
)
WORKED = re.compile(r"(?P<name>[\u4e00-\u9fff（）、]{2,16}(?:组|专班|工作部|分指挥部))(?:成员|组成)?(?:名单|人员)?\Z")
LABELLED = re.compile(
    r"(?:组[ \u3000]*长|牵头|主[ \u3000]*任|负[ \u3000]*责|责任|指挥长|成[ \u3000]*员|召集人)"
    r"[^，。]{0,6}[： \u3000]"
)
LED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}(?<![小副])组)(?:：(?=副?组长[\u4e00-\u9fff：]|成员|牵头)|(?=(?:副组长|组长|成员)：))"
)
OFFICED = re.compile(rf"(?:\A|[。；])(?P<name>[^，。；：、（）]{{4,60}}?(?:{KINDS}))(?:下设办公室|办公室设)")
LESSER = re.compile(r"(?<!小)组\Z")
"""Ends of names that a work group bears, and no body of its own."""
PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]")
FORMAL = re.compile(r"(?:领导|协调|工作|指导)小组\Z")
ACTS_QUICK = ("成立", "设立", "组建", "调整", "建立")
NO_NAME = re.compile(r"\A(?:后(?!勤|期|方|备|续)|的)|以下|同志|下设|组成|名单|职责|职能|分工|以上|各|有关")
OTHERS = re.compile(r"各[^，。；]{1,16}(?:要|应|须|参照|相应|也)[^。]{0,20}\Z")
"""What stands before what others are told to set up."""
QUOTED = re.compile(r"《[^《》]{2,30}》\Z")
SHORT = re.compile(r"（以下(?:统称|简称|称)[：“”\"]*(?P<short>[^（）“”\"]{2,20})[”\"]?）")
LEADING = re.compile(
    r"\A(?:由|\d{1,3}(?:[-—－~～]\d{1,3})?人(?:的|组成的)?)|\A.{2,24}(?:牵头负责|牵头|负责|主持|领导)的|\A以.{2,40}?为.{2,12}?的|\A(?:我?[省市县区州]?(?:人民政府|政府|委)?(?:研究)?决定)|\A(?:市|省|县|区)?(?:人民)?政府(?=成立)"
)


def current_bodies(document: Document) -> tuple[str | None, ...]:
    """For each block of the document the body that it speaks of, None where none is named."""
    return tuple(group or base for base, group in spoken_of(document))


def in_groups(document: Document) -> tuple[bool, ...]:
    """For each block whether it speaks of a work group under a body."""
    return tuple(group is not None for _, group in spoken_of(document))


@lru_cache(maxsize=8)
def spoken_of(document: Document) -> tuple[tuple[str | None, str | None], ...]:
    """For each block the body that it speaks of, and the work group under it where one is meant."""
    base = titled(document.title) if document.header else None
    found: list[tuple[str | None, str | None]] = []
    group = annex = None
    for index, block in enumerate(document.blocks):
        if block.annex != annex:
            annex, group = block.annex, None
            named = ALONE.match(annex) if annex else None
            base = named["name"] if named and len(named["name"]) > 4 else base
        worked = work_group(document.blocks, index, base) or led_group(block, base)
        if worked or block.ordinal:
            group = worked
        if not worked:
            name = named_by(block, document.blocks[index - 1] if index else None, base)
            base, group = (name, None) if name else (base, group)
        found.append((base, group))
    names = {name: fullest(document, name) for name in {base for base, _ in found if base}}
    found = [(names.get(base, base) if base else None, fuller(group, names)) for base, group in found]
    later = named_later(document) if document.header is None and document.issue is None else None
    return tuple((base or later, group) for base, group in found)


def fullest(document: Document, name: str) -> str:
    """The name with its place before it, where the text prints that somewhere (市X, elsewhere 邵阳市X)."""
    if name[0] not in "省市县区州盟旗" or document.header is None:
        return name
    flat = squeeze(document.text.chars)
    for match in re.finditer(re.escape(name), flat):
        for length in range(1, 9):
            place = flat[max(match.start() - length, 0) : match.start() + 1]
            if len(place) == length + 1 and place_prefix(place) == place:
                return place + name[1:]
    return name


def fuller(group: str | None, names: dict[str, str]) -> str | None:
    """The name of a work group with its body's fullest name before it."""
    for name, full in names.items():
        if group and group.startswith(name):
            return full + group[len(name) :]
    return group


def named_later(document: Document) -> str | None:
    """The one body of which an excerpt says only behind its roster that it has an office."""
    names = {match["name"] for block in document.blocks for match in OFFICED.finditer(squeeze(block.chars))}
    return names.pop() if len(names) == 1 else None


def titled(title: str) -> str | None:
    """The body that a title sets up or changes (关于成立X的通知)."""
    match = TITLED.search(title)
    return group_name(match["name"]) if match else None


def work_group(blocks: Sequence[Block], index: int, base: str | None) -> str | None:
    """The work group whose name alone stands in a block, a roster below it: the base's name before its own."""
    block = blocks[index]
    title = block.title.chars if block.title else block.chars
    if base is None or len(title) > 60 or index + 1 >= len(blocks):
        return None
    match = WORKED.match(squeeze(title).rstrip("：").removeprefix(base))
    if not match or match["name"] in base or not LABELLED.match(blocks[index + 1].chars):
        return None
    name, place = match["name"], PLACE.match(base)
    if FORMAL.search(name):
        return None
    if place_prefix(name) or name.startswith((base[:4], place[0] if place else base)):
        return name if LESSER.search(name) or name.startswith(base[:4]) else None
    return base + name


def led_group(block: Block, base: str | None) -> str | None:
    """The work group that begins a line of its seats (综合协调组：组长…, 综合协调组组长：…)."""
    match = LED.match(squeeze(block.chars[:40])) if base else None
    return f"{base}{match['name']}" if base and match and match["name"] not in base else None


def named_by(block: Block, before: Block | None, current: str | None) -> str | None:
    """The body that a block names newly, None when it names none."""
    chars = block.chars
    if any(word in chars for word in ACTS_QUICK):
        for match in SETS_UP.finditer(squeeze(chars)):
            if OTHERS.search(squeeze(chars)[: match.start()]):
                continue
            name = group_name(match["name"])
            if is_whole(name, current) and not NO_NAME.match(name):
                return name
    if len(chars) < 60 and "。" not in chars:
        return named_alone(block, before, current)
    return None


def named_alone(block: Block, before: Block | None, current: str | None) -> str | None:
    """The body whose name stands alone on a line or in a heading."""
    flat = squeeze(block.title.chars if block.title else block.chars)
    match = ALONE.match(flat)
    name = ACTED.sub("", match["name"]) if match else ""
    if not name or NO_NAME.search(name):
        return None
    quoted = QUOTED.match(squeeze(before.chars)) if before else None
    if quoted:
        return quoted[0] + name
    if current and current.startswith("《") and re.fullmatch(KINDS, name):
        return current[: current.index("》") + 1] + name
    if current and (name in current or len(name) < 5 or LESSER.search(name)):
        return None
    return name


def is_whole(name: str, current: str | None) -> bool:
    """Whether a name is more than a short form of the current body."""
    short = bool(current and current.removesuffix("办公室").endswith(name.removesuffix("办公室")))
    return len(name) > 4 and not short and not re.fullmatch(KINDS, name)


def group_name(name: str) -> str:
    """A name without the words that lead up to it."""
    return squeeze(LEADING.sub("", name))


def short_name(flat: str, name: str) -> str | None:
    """The short form that the text gives a body behind its name (以下简称委员会)."""
    index = flat.find(name)
    match = SHORT.match(flat, index + len(name)) if index >= 0 else None
    return match["short"] if match else None
