"""Names of bodies to bodies: by the place in the name or of the document, the level, and the year.

The printed word stays in the fact; this is the mapping beside it. 市财政局 in a notice of 三门峡市 is
三门峡市财政局, 市发改委 is 三门峡市发展改革委, 市委组织部 is 中共三门峡市委组织部, 渑池县政府 is 渑池县人民政府.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.constructs.naming import KINDS
from kg.departments import BRACKETS, PLACE, Department, department, fold
from kg.entities import Body, Group
from kg.places import NATION, UNKNOWN, Jurisdiction, leading_place
from kg.traditional import plain
from kg.words import short_place

__all__ = ["as_group", "body", "is_class", "is_group", "parent", "safe"]

LEVEL = re.compile(r"(?P<level>自治[区州县旗]|[省市县区州旗盟镇乡])(?P<rest>.+)")
FALSE_LEVEL = re.compile(
    r"市场|市政(?!府|协|法|务)|市容|市民(?!政|族|宗|委|间|防|生|兵|航)|区域|县域|州际|省际|旗舰|省市(?!场)|市县|县乡|区县|乡村|乡镇"
)
GROUP = re.compile(r"(?:小组|指挥部|联席会议|专班|工作组|编委会|编辑部|组委会|筹委会|评委会)\Z")
CLASS = re.compile(r"\A[省市县区州]?(?:各|有关|相关)|各成员单位\Z|(?:有关|相关|各)(?:部门|单位)\Z|等\Z")
NATIONAL = re.compile(r"\A(?:国家|国务院|中共中央|中央|中国|中华人民共和国|全国|最高人民)")
PARTY = re.compile(r"\A(?:中国共产党|中共)(?!中央)")
SECOND = re.compile(r"(?<=[局委办厅部院])（[^（）]{2,12}(?:[局委办厅部院处]|中心|支队)）\Z")
"""The second name of a body in a bracket behind the first (住房城乡建设局（人防办）)."""
UNIT = re.compile(r"(?:[处科室队所站组]|支队|大队|总队|中心|分局|分院|服务站|学校)\Z")
"""Ends of units within a department."""
KIND = (
    ("集合", CLASS),
    ("领导小组", re.compile(rf"(?:{KINDS})\Z")),
    ("办公室", re.compile(rf"(?:{KINDS})办公室\Z")),
    ("党委部门", re.compile(r"[省市县区州旗]委.+|纪委|监委")),
    ("党委", re.compile(r"[省市县区州旗]委\Z|党委\Z|党工委\Z")),
    ("政府", re.compile(r"(?:人民)?政府\Z|管委会\Z|管理委员会\Z|办事处\Z")),
    ("群团", re.compile(r"总工会|工会\Z|团.?委|共青团|妇联|科协|残联|红十字会|工商联|文联|侨联|社科联")),
    ("垂直管理单位", re.compile(r"税务局|烟草局|海关|银保监|银监|气象局|人行|人民银行|调查队|邮政|海事|金融监管")),
    ("企业", re.compile(r"公司\Z|集团\Z|企业\Z|银行\Z")),
    ("法检", re.compile(r"法院\Z|检察院\Z")),
    ("事业单位", re.compile(r"中心\Z|医院\Z|学校\Z|学院\Z|大学\Z|研究院\Z|电视台\Z|日报社\Z")),
    ("政府部门", re.compile(r"[局厅委办署部室处]\Z")),
)


def is_group(name: str) -> bool:
    """Whether a name alone tells a body of seats (领导小组, 指挥部); a 委员会 can be a department."""
    return bool(GROUP.search(name))


def is_class(name: str) -> bool:
    """Whether a name stands for a class of bodies (各县（市、区）政府, 有关部门)."""
    return bool(CLASS.search(name))


def body(printed: str, place: Jurisdiction, scope: str, group: bool = False, year: int | None = None) -> Body:
    """The node of a printed name in a document of `place` and `year`.

    `scope` keeps a name without a place apart from those of other documents where `place` is unknown too.
    """
    found = known(printed, place, year)
    if found.id.startswith("body/"):
        return as_group(found) if group else found
    named = bool(place.name) and short_place(place.name) in found.name
    own = safe(fold(found.name))
    path = f"body/{own}" if named else f"body/{safe(place.label or scope)}/{own}"
    return (Group if group or is_group(found.name) else Body)(path, found.name, place.label, kind_of(found.name))


@lru_cache(maxsize=65536)
def known(printed: str, place: Jurisdiction, year: int | None) -> Body:
    """The body of a name by the name itself, the place and the table; without an id where those do not tell."""
    name = SECOND.sub("", plain(printed).translate(BRACKETS))
    where, rest = placed(PARTY.sub("", name), place, year)
    if is_class(name):
        return Body("", where.label + rest if where.name else name)
    if where.name:
        return at_place(where, rest, year)
    return inside(name, place, year) or alone(name, place, year) or Body("", name)


def placed(name: str, place: Jurisdiction, year: int | None = None) -> tuple[Jurisdiction, str]:
    """The place that a name begins with, in full or by the word for a level, and the rest."""
    where, rest = leading_place(name, place)
    if where.name:
        return where, rest
    match = LEVEL.match(name)
    if match and not FALSE_LEVEL.match(name):
        whole = next((one for one in place.upward() if one.word(year).endswith(match["level"])), UNKNOWN)
        return whole, match["rest"]
    return UNKNOWN, name


def at_place(where: Jurisdiction, rest: str, year: int | None) -> Body:
    """The body that is called `rest` at a place."""
    levels = ("省", "市") if where.name.endswith("市") and where.level == "省" else (where.level,)
    for level in levels:
        forms = (rest, PLACE + rest, f"中国共产党{PLACE}{rest}")
        row = next(filter(None, (department(form, level, year) for form in forms)), None)
        if row := row or beside_government(rest, level, year):
            return of_table(row, where, level)
    label = where.label + rest
    make = Group if is_group(label) else Body
    return make(f"body/{safe(where.label + fold(rest))}", label, where.label, kind_of(label), level=where.level)


def beside_government(rest: str, level: str, year: int | None) -> Department | None:
    """The department of a name that 政府 leads (市政府扶贫办 is 市扶贫办)."""
    folded = fold(rest)
    return department(folded[2:], level, year) if folded.startswith("政府") and len(folded) > 4 else None


def of_table(row: Department, where: Jurisdiction, level: str) -> Body:
    """A department of the table at a place."""
    label = filled(row.label or ("{place}" + row.short), where.label, where)
    seat = where.above[0] + where.name if where.level == "县" and where.name.endswith("区") and where.above else ""
    full = filled(row.full if "{" in row.full else "{place}" + row.full, seat or where.label, where) if row.full else ""
    kind = "县级政府" if row.kind == "政府" and row.key == "政府" and level == "县" else row.kind
    return Body(f"body/{safe(where.label + row.key)}", label, where.label, kind or kind_of(label), full, level)


def filled(template: str, place: str, where: Jurisdiction) -> str:
    """A template with the place, its short form and the word for its level."""
    level = re.search(r"[省市县区州盟旗]\Z", where.name)
    return (
        template.replace("{place}", place)
        .replace("{short}", short_place(where.name))
        .replace("{level}", level[0] if level else "")
    )


def inside(name: str, place: Jurisdiction, year: int | None) -> Body | None:
    """The body of a name that holds its place within (人行三门峡市中心支行), or the word for a level (团市委)."""
    for start in range(1, min(len(name) - 2, 14)):
        where, rest = leading_place(name[start:], place)
        row = department(name[:start] + PLACE + rest, where.level, year) if where.name else None
        if row:
            return of_table(row, where, where.level)
        if where.name and NATIONAL.match(name):
            return Body(f"body/{safe(fold(name))}", name, where.label, kind_of(name), level=where.level)
    for where in place.upward() if place != NATION else ():
        row = department(name, where.level, year) if where.name[-1:] in name else None
        if row:
            return of_table(row, where, where.level)
    return None


def alone(name: str, place: Jurisdiction, year: int | None) -> Body | None:
    """The body of a name without a place: a ministry, or in a place's own documents a department of that place."""
    national = department(name, "国", year)
    if place == NATION or NATIONAL.match(name):
        bare = Body(f"body/{safe(fold(name))}", name, NATION.name, kind_of(name), level="国")
        return of_nation(national) if national else bare if NATIONAL.match(name) else None
    own = department(name, place.level, year) if place.is_clear else None
    if own:
        return of_table(own, place, place.level)
    return of_nation(national) if national and (name.endswith(("部", "总局", "署")) or not place.name) else None


def of_nation(row: Department) -> Body:
    """A body of the nation."""
    return Body(f"body/{safe(row.key)}", row.label or row.short, NATION.name, row.kind, row.full, "国")


def kind_of(name: str) -> str:
    """The kind of a body by its name, '' where none fits."""
    return next((kind for kind, pattern in KIND if pattern.search(name)), "")


@lru_cache(maxsize=65536)
def parent(found: Body) -> Body | None:
    """The department of which a body is a unit (市统计局地调队 of 市统计局), None where it is none."""
    if not UNIT.search(found.name) or not found.jurisdiction or found.full:
        return None
    where, rest = leading_place(found.name)
    for cut in range(len(rest) - 2, 1, -1):
        row = department(rest[:cut], where.level) if where.name else None
        if row and row.key not in ("委", "政府"):
            return of_table(row, where, where.level)
    return None


def as_group(found: Body) -> Group:
    """The same body as a group."""
    if isinstance(found, Group):
        return found
    return Group(found.id, found.name, found.jurisdiction, found.kind, found.full, found.level, found.aliases)


def with_aliases(found: Body, aliases: tuple[str, ...]) -> Body:
    """The body with the printed forms of its name."""
    return replace(found, aliases=aliases)


@lru_cache(maxsize=65536)
def safe(word: str) -> str:
    """A word as one step of an id: without blanks and without the marks that part an address."""
    return "".join(word.split()).translate(str.maketrans("/#?%", "／＃？％"))
