"""Names of bodies to bodies, by the jurisdiction of the document that prints them.

The printed word stays in the fact; this is the mapping beside it. 市财政局 in a notice of 三门峡市 is
三门峡市财政局; 市委组织部 is 中共三门峡市委组织部; 渑池县政府 is 渑池县人民政府.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.constructs.naming import KINDS
from kg.entities import Body, Group
from kg.places import Jurisdiction
from kg.words import TITLE_END, place_prefix

__all__ = ["as_group", "body", "canonical", "is_group", "safe", "split_post"]

LEVEL = re.compile(r"(?P<level>[省市县区州旗盟]|自治区)(?P<rest>.+)")
FALSE_LEVEL = re.compile(r"市场|市政(?!府|协|法|务)|市容|区域|县域|州际|省际")
GROUP = re.compile(r"(?:小组|指挥部|联席会议|专班|工作组|编委会|编辑部|组委会|筹委会|评委会)\Z")
CLASS = re.compile(r"\A(?:各|有关|相关)|各成员单位\Z|(?:有关|相关|各)(?:部门|单位)\Z")
KIND = (
    ("集合", CLASS),
    ("领导小组", re.compile(rf"(?:{KINDS})\Z")),
    ("办公室", re.compile(rf"(?:{KINDS})办公室\Z")),
    ("党委部门", re.compile(r"[省市县区州旗]委.+|纪委|监委")),
    ("党委", re.compile(r"[省市县区州旗]委\Z")),
    ("政府", re.compile(r"(?:人民)?政府\Z|管委会\Z|管理委员会\Z")),
    ("群团", re.compile(r"总工会|工会\Z|团.?委|共青团|妇联|科协|残联|红十字会|工商联|文联|侨联|社科联")),
    ("垂直管理单位", re.compile(r"税务局|烟草局|海关|银保监|银监|气象局|人行|人民银行|调查队|邮政|海事|金融监管")),
    ("企业", re.compile(r"公司\Z|集团\Z|企业\Z|银行\Z")),
    ("法检", re.compile(r"法院\Z|检察院\Z")),
    ("事业单位", re.compile(r"中心\Z|医院\Z|学校\Z|学院\Z|大学\Z|研究院\Z|电视台\Z|日报社\Z")),
    ("政府部门", re.compile(r"[局厅委办署部室处]\Z")),
)
TITLE_LEAD = re.compile(
    r"(?:党[组委工]|党工委|机关|[正副][县处厅科部]级|[一二三四]级|常务|第一|执行|专职|兼职|代理|主要|分管|副|代|总|名誉|工会|原)+\Z"
)
CHIEF = re.compile(r"(?P<level>[省市县区州旗])长\Z")
PARTY = re.compile(r"\A(?:组织部|宣传部|统战部|政法委|纪委|编办)")


@lru_cache(maxsize=65536)
def canonical(printed: str, place: Jurisdiction) -> str:
    """The label of a body: its place before its usual short name."""
    youth = re.fullmatch(r"团(?P<level>[省市县区州])委", printed)
    if youth and place.at(youth["level"]):
        return f"共青团{place.at(youth['level'])}委"
    match = LEVEL.match(printed)
    if match and not FALSE_LEVEL.match(printed):
        whole = place.at(match["level"])
        if whole:
            return at_place(whole, match["rest"])
    own = place_prefix(printed)
    if own and own[-1] in "省市县区州旗":
        return at_place(own, printed[len(own) :])
    return printed


def at_place(place: str, rest: str) -> str:
    """The label of what is called `rest` at a place: 政府 in full, party bodies with 中共."""
    if rest in ("政府", "人民政府"):
        return f"{place}人民政府"
    if re.fullmatch(r"(?:人民)?政府办公[室厅]", rest):
        return f"{place}人民政府{rest[-3:]}"
    if re.match(
        r"委(?:\Z|组织部|宣传部|统战部|政法委|办|网信|编办|巡察|巡视|老干|党校|改革|政研|农办|社会工作|机要)", rest
    ):
        return f"中共{place}{rest}"
    return place + rest


def is_group(name: str) -> bool:
    """Whether a name alone tells a body of seats (领导小组, 指挥部); a 委员会 can be a department."""
    return bool(GROUP.search(name))


def kind_of(name: str) -> str:
    """The kind of a body by its name, '' where none fits."""
    return next((kind for kind, pattern in KIND if pattern.search(name)), "")


def body(printed: str, place: Jurisdiction, scope: str, group: bool = False) -> Body:
    """The node of a printed name in a document of `place`; `scope` keeps unplaced names apart."""
    label = canonical(printed, place)
    placed = place_prefix(label.removeprefix("中共").removeprefix("共青团").strip("《"))
    short = re.sub(r"[省市县区州旗]\Z", "", place.name)
    if placed or (short and short in label):
        path = f"body/{safe(label)}"
    else:
        path = f"body/{safe(place.name or scope)}/{safe(label)}"
    make = Group if group or is_group(label) else Body
    return make(path, label, place.name, kind_of(label))


def as_group(found: Body) -> Group:
    """The same body as a group."""
    return Group(found.id, found.name, found.jurisdiction, found.kind)


@lru_cache(maxsize=65536)
def safe(word: str) -> str:
    """A word as one step of an id: without blanks and without the marks that part an address."""
    return "".join(word.split()).translate(str.maketrans("/#?%", "／＃？％"))


@lru_cache(maxsize=65536)
def split_post(post: str) -> tuple[str, str]:
    """A post as (body, title); the body is '' where only a title is printed."""
    match = TITLE_END.search(post)
    if not match:
        return post, ""
    lead = TITLE_LEAD.search(post[: match.start()])
    cut = lead.start() if lead else match.start()
    owner, title = post[:cut], post[cut:]
    chief = CHIEF.search(title)
    if not owner and chief:
        owner = f"{chief['level']}政府"
    return owner, title
