"""Lists of bodies: splitting outside brackets, tails, and the prefix that later items elide.

In 市委宣传部、市科技局、工业和信息化局、医保局 the last two are 市工业和信息化局 and 市医保局::

    list    = item { ("、" | "，" | "；" | "和" | "及") item } [ "等" [ "有关" ] ( "部门" | "单位" ) ]
    item    = [ level ] name [ "（" … "）" ]
    level   = "省" | "市" | "县" | "区" | "州" | "旗" | "自治区" | …      carried on to items without one
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.lexicon import is_body, place_prefix, whole_place
from kg.text import Text

__all__ = ["NAMED_PLACES", "bodies", "outside", "restore", "tail", "whole_pieces"]

OPENS, CLOSES = "（(〔[【《“〈", "）)〕]】》”〉"
NORMAL = str.maketrans("()〔〕[]【】", "（）（）（）（）")
SEPARATOR = "、，；,;"
TAIL = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:国务院|市|省|县|区)?(?:直|级)?(?:有关|相关|各有关|各相关|成员|责任)?(?:部门和单位|部门及单位|部门|单位|机构|部门单位)?\Z"
)
LEVEL = re.compile(
    r"自治区|自治州|自治县|兵团|[省市县区州盟旗镇乡](?!(?:场监|场发|场管|容|政(?!府|协|法|务)|民(?!政|族|宗|委|间|防|生)|域|际|中区|村振兴|镇企业))"
)
FOREIGN = re.compile(
    r"各|有关|相关|其他|其它|全[省市县区]|团[省市县区州]委|国家|中央|中国|人行|国网|国调|驻|银保监|金融监管总局|项目|企业|所在|"
    r"属地|[^省市县区州]{0,6}(?:主管部门|所属|成员单位)|本|承办|责任|牵头|用人|事发|上级|下级|同级|农业银行|工商银行|建设银行|交通银行|农发行|农业发展银行|国开行|国家开发银行|邮储银行|武警|人民银行|解放军|受|省级|市级|县级|区级|乡镇|镇\（|沿[江海河湖线边]|街道|村|社区|县乡"
)
OWN_NAME = re.compile(
    r"(?:.(?:街道|镇|乡)(?:办事处|党工委|政府|人民政府)?|街道办事处|村委会|居委会|社区|.{2,}(?:新区|开发区|高新区|经开区|示范区|度假区|风景区|管理区|园区|保税区|产业园|工业园|新片区|集聚区|合作区)(?:管委会|管理委员会)?|.{2,}大学|(?!地方).{2,}海事局"
    r"|.{2,}(?:自然保护区|国家公园|森林公园|湿地公园|地质公园|风景名胜区)(?:管理|保护|服务)(?:委员会|中心|局|处|所|站))\Z"
)
COMPANY = re.compile(r"(?:公司|[支分]行|供电局|车务段|车站|机场|银行)\Z")
"""Bodies below a county that stand under a place name of their own."""
LONGEST_PLACE, LONGEST_ITEM = 15, 200
PLACE_END = re.compile(r"..[省市县旗]\Z")
BRANCH = re.compile(r"分(?:局|院|中心|公司)\Z")
PARTY = re.compile(
    r"(?:组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|改革办|农办|政研室|老干部局|巡察办|巡视办|台办|机要局|党校)\Z"
)
ZONES = "开发区|新区|园区|功能区|示范区|产业园区?|产业集聚区|高新区|经开区"
CLASS_OF_PLACES = re.compile(rf"[省市县区州]?各(?:省|市|县|区|州|盟|旗|镇|乡|自治区|自治州|街道|{ZONES})")
LEVEL_ALONE = re.compile(rf"省|市|县|区|州|盟|旗|镇|乡|自治区|自治州|自治县|直辖市|街道|{ZONES}")
NAMED_PLACES = re.compile(
    r"[\u4e00-\u9fff]{2,6}等(?:地市|地区?|[省市县区州盟旗])(?:（[^（）]{1,6}）)?(?:人民政府|政府)?\Z"
)
"""The end of a list of places by name, which is one item: 蚌埠、淮南、六安等市（行署）."""
TAG = re.compile(r"<[a-zA-Z/]{1,8}>")
JOIN = re.compile(r"以及|及其|和|及|与|并")


@cache
def marks_and_brackets(marks: str) -> re.Pattern[str]:
    """A pattern of one of the marks or brackets."""
    return re.compile(f"[{re.escape(OPENS + CLOSES + marks)}]")


@cache
def any_of(marks: str) -> re.Pattern[str]:
    """A pattern of one of the marks."""
    return re.compile(f"[{re.escape(marks)}]")


def outside(chars: str, marks: str = SEPARATOR) -> Iterator[tuple[int, int]]:
    """The pieces of `chars` between `marks` that stand outside of brackets, as [start, end)."""
    if not any_of(marks).search(chars):
        if chars:
            yield 0, len(chars)
        return
    depth = start = 0
    for match in marks_and_brackets(marks).finditer(chars):
        char, index = match[0], match.start()
        if char in OPENS:
            depth += 1
        elif char in CLOSES:
            depth = max(depth - 1, 0)
        elif depth == 0:
            if index > start:
                yield start, index
            start = index + 1
    if start < len(chars):
        yield start, len(chars)


def bodies(text: Text) -> list[str]:
    """The names of a list as printed, without blanks and tail, inner brackets in one shape."""
    flat = TAG.sub("", text.squeezed().chars.translate(NORMAL))
    found: list[str] = []
    for start, end in whole_pieces(flat):
        piece = flat[start:end]
        if NAMED_PLACES.search(piece) and with_places(found, piece):
            continue
        found.extend(tail(part)[0] for part in joined(tail(piece)[0]))
    return [name for name in found if name]


def with_places(found: list[str], last: str) -> bool:
    """Make the places before the `last` of them (蚌埠、淮南、六安等市) one item; False where `last` names no place."""
    names, before = [last], last.partition("等")[0]
    if place_prefix(before) != before:
        return False
    while found and place_prefix(found[-1]) == found[-1]:
        names.insert(0, found.pop())
    body, _, place = found[-1].rpartition("和") if found else ("", "", "")
    if is_body(body) and place_prefix(place) == place:
        found[-1] = body
        names.insert(0, place)
    found.append("、".join(names))
    return True


def whole_pieces(chars: str, marks: str = SEPARATOR) -> Iterator[tuple[int, int]]:
    """As `outside`, but 各市、县人民政府 is one piece: a class of places goes on behind its mark."""
    open_class: int | None = None
    for start, end in outside(chars, marks):
        begin = start if open_class is None else open_class
        if CLASS_OF_PLACES.fullmatch(chars, start, end) or (
            open_class is not None and LEVEL_ALONE.fullmatch(chars, start, end)
        ):
            open_class = begin
            continue
        open_class = None
        yield begin, end
    if open_class is not None:
        yield open_class, len(chars)


@lru_cache(maxsize=8192)
def tail(flat: str) -> tuple[str, str | None]:
    """A list without its 等…部门, and that tail or None."""
    match = TAIL.search(flat)
    return (flat[: match.start()], match[0]) if match else (flat, None)


@lru_cache(maxsize=8192)
def joined(item: str) -> tuple[str, ...]:
    """An item cut at 和, 及, 与 where whole names of bodies stand on both sides; an overlong one is none."""
    for match in () if len(item) > LONGEST_ITEM else JOIN.finditer(item):
        left, right = item[: match.start()], item[match.end() :]
        if (
            depth(left) == 0
            and is_body(left)
            and (is_body(right) or FOREIGN.match(right))
            and (len(left) > 2 or right[0] == "各")
        ):
            return (left, *joined(right))
    return (item,)


def depth(chars: str) -> int:
    """How many brackets are open behind `chars`."""
    return sum(char in OPENS for char in chars) - sum(char in CLOSES for char in chars)


def restore(names: list[str], prefix: str = "") -> tuple[list[str], str]:
    """The names with elided prefixes restored, and the prefix that holds behind the last.

    A prefix is the word for the level (市, 省, 自治区) or a place's full name; it holds from the item
    that prints it. Items with a place of their own, classes (各…) and 团市委 neither take nor end it.
    """
    found: list[str] = []
    party = ""
    for name in names:
        own = own_prefix(name)
        if own:
            prefix = own
            party = prefix + "委" if name.startswith(prefix + "委") else ""
            found.append(name)
        elif not prefix or takes_none(name):
            found.append(name)
        else:
            found.append((party if party and PARTY.search(name) else prefix) + name)
    return found, prefix


@lru_cache(maxsize=8192)
def own_prefix(name: str) -> str:
    """The prefix that a name prints and hands on: 市 of 市财政局, 河南省 of 河南省财政厅, else ''."""
    if FOREIGN.match(name):
        return ""
    level = LEVEL.match(name)
    if level:
        return level[0]
    place = place_prefix(name)
    behind = name[len(place) :]
    whole = place[-1:] in set("省市县区州盟旗") and not behind.startswith(("人民政府", "政府", "委", "法院", "检察院"))
    return place if place and whole and len(behind) > 2 and len(place) > 2 else ""


@lru_cache(maxsize=8192)
def takes_none(name: str) -> bool:
    """Whether a name without a level stands for itself: a class, a place's own body, 团市委."""
    if FOREIGN.match(name) or place_prefix(name) or OWN_NAME.search(name) or name[0] in "《“":
        return True
    branch = BRANCH.search(name)
    for index in range(2, len(name) - 3):
        place = place_prefix(name[index : index + LONGEST_PLACE])
        at_end = branch and index + len(place) == branch.start()
        if place and (COMPANY.search(name) or at_end or (PLACE_END.search(place) and whole_place(place))):
            return True
    return False
