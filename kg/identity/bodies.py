"""Names of bodies to bodies: by the place in the name or of the document, the level, and the year.

The printed word stays in the fact; this is the mapping beside it. 市财政局 in a notice of 三门峡市 is
三门峡市财政局, 市发改委 is 三门峡市发展改革委, 市委组织部 is 中共三门峡市委组织部, 渑池县政府 is 渑池县人民政府.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.constructs import KINDS
from kg.facts import Body, Group, safe
from kg.lexicon import (
    BRACKETS,
    NATION,
    PLACE,
    UNKNOWN,
    Department,
    Jurisdiction,
    department,
    fold,
    leading_place,
    levelled,
    short_place,
    whole_place,
)
from kg.text import plain

__all__ = ["as_group", "body", "is_class", "is_group", "parent", "table_levels"]

LEVEL = re.compile(r"(?P<level>自治[区州县旗]|地区|地(?=委)|[省市县区州旗盟镇乡])(?P<rest>.+)")
FALSE_LEVEL = re.compile(
    r"市场|市政(?!府|协|法|务)|市容|市民(?!政|族|宗|委|间|防|生|兵|航)|区域|县域|州际|省际|旗舰|省市(?!场)|市县|县乡|区县|市区(?=两|各)|乡村|乡镇"
)
GROUP = re.compile(r"(?:小组|指挥部|联席会议|专班|工作组|编委会|编辑部|组委会|筹委会|评委会)\Z")
CLASS = re.compile(
    r"\A[省市县区州]?(?:各|有关|相关)|\A[县区市]（[省市县区州旗、]+）|各成员单位\Z|(?:有关|相关|各)(?:部门|单位)\Z|等\Z"
)
BRANCH = re.compile(r"\A(?:国家|中国).+(?:调查队|[支分]行|分公司|分局|监管局)\Z")
"""A branch of a body of the nation, which is somewhere."""
INSTITUTION = re.compile(r"大学|学院|医院|学校|[中小]学\Z|公司|集团|银行|研究[院所]")
"""Bodies that bear the name of a place without being of it (中山大学)."""
TOWN = re.compile(r"[镇乡](?:人民)?政府|[镇乡]党?委|街道")
"""Bodies below the counties, which is no level of the table."""
MIDDLE = ("中级人民法院", "中院")
"""The court that only prefectures have."""
NATIONAL = re.compile(r"\A(?:国家|国务院|中共中央|中央|中国|中华人民共和国|全国|最高人民)")
PARTY = re.compile(r"\A(?:中国共产党|中共)(?!中央)")
SECOND = re.compile(r"(?<=[局委办厅部院])（[^（）]{2,12}(?:[局委办厅部院处]|中心|支队)）\Z")
"""The second name of a body in a bracket behind the first (住房城乡建设局（人防办）)."""
UNIT = re.compile(r"(?:[处科室队所站组]|支队|大队|总队|中心|分局|分院|服务站|学校)\Z")
"""Ends of units within a department."""
KIND = (
    ("集合", CLASS),
    ("政府部门", re.compile(r"[区园带港]管(?:委会|理委员会)\Z|驻.+办事处\Z")),
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
    named = place.is_clear and place.label in found.name
    named = named or (bool(place.name) and place.is_unmistakable and short_place(place.name) in found.name)
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
        far = INSTITUTION.search(rest) and not whole_place(name) and not where.is_near(place)
        found = of_row(where, rest, year) or (None if far else of_rules(where, rest, name))
        if found:
            return found if where.is_clear or where == place else replace(found, id="", full="", level="")
    return inside(name, place, year) or alone(name, place, year) or Body("", name)


def placed(name: str, place: Jurisdiction, year: int | None = None) -> tuple[Jurisdiction, str]:
    """The place that a name begins with, in full or by the word for a level, and the rest."""
    where, rest = leading_place(name, place)
    if where.name:
        return where, rest
    match = LEVEL.match(name)
    if match and not FALSE_LEVEL.match(name):
        rest = match["rest"]
        above = (one for one in place.upward() if is_called(one.word(year), match["level"]))
        return next((one for one in above if one.level != "县" or rest not in MIDDLE), UNKNOWN), rest
    return UNKNOWN, name


def is_called(word: str, level: str) -> bool:
    """Whether a place with this word in its name is meant by the word for a level (自治区 by 区 too, 地区 by 地)."""
    return word == level or (word.startswith("自治") and word.endswith(level)) or (word, level) == ("地区", "地")


def table_levels(level: str, place: str) -> tuple[str, ...]:
    """The levels of the table at which the bodies of a place stand: two for the four municipalities."""
    return ("省", "市") if level == "省" and place.endswith("市") else (level,)


def of_row(where: Jurisdiction, rest: str, year: int | None) -> Body | None:
    """The department of the table that is called `rest` at a place; an autonomous region's party is 党委."""
    own = rest.removeprefix("党") if where.name.endswith("自治区") and rest.startswith("党委") else rest
    for level in table_levels(where.level, where.name):
        forms = (own, PLACE + own, f"中国共产党{PLACE}{own}")
        row = next(filter(None, (department(form, level, year) for form in forms)), None)
        if row := row or beside_government(own, level, year):
            return of_table(row, where)
    return None


def of_rules(where: Jurisdiction, rest: str, name: str) -> Body:
    """A body of a place that the table does not know, as it is printed where the place is named in short."""
    short = name.endswith(rest) and name.startswith(short_place(where.name)) and not whole_place(name)
    label = name if short else where.label + rest
    make = Group if is_group(label) else Body
    level = "" if TOWN.search(rest) else where.level
    return make(f"body/{safe(where.label + fold(rest))}", label, where.label, kind_of(label), level=level)


def beside_government(rest: str, level: str, year: int | None) -> Department | None:
    """The department of a name that 政府 leads (市政府扶贫办 is 市扶贫办)."""
    folded = fold(rest)
    return department(folded[2:], level, year) if folded.startswith("政府") and len(folded) > 4 else None


def of_table(row: Department, where: Jurisdiction) -> Body:
    """A department of the table at a place."""
    label = filled(row.label or ("{place}" + row.short), where.label, where)
    seat = where.above[0] + where.name if where.level == "县" and where.name.endswith("区") and where.above else ""
    full = filled(row.full if "{" in row.full else "{place}" + row.full, seat or where.label, where) if row.full else ""
    kind = "县级政府" if row.kind == "政府" and row.key == "政府" and where.level == "县" else row.kind
    return Body(f"body/{safe(where.label + row.key)}", label, where.label, kind or kind_of(label), full, where.level)


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
        found = within(name[:start] + PLACE + rest, where, year) if where.name else None
        if found:
            return found
        if where.name and NATIONAL.match(name):
            path = f"body/{safe(fold(name))}" if where.is_clear else ""
            return Body(path, name, where.label, kind_of(name), level=where.level if path else "")
    for where in place.upward() if place != NATION else ():
        found = within(name, where, year) if where.name[-1:] in name else None
        if found:
            return found
    return None


def within(form: str, where: Jurisdiction, year: int | None) -> Body | None:
    """The department of the table with a form that is complete, the place being inside."""
    levels = table_levels(where.level, where.name)
    row = next(filter(None, (department(form, level, year) for level in levels)), None)
    return of_table(row, where) if row and (where.is_clear or PLACE not in form) else None


def alone(name: str, place: Jurisdiction, year: int | None) -> Body | None:
    """The body of a name without a place: a ministry, or in a place's own documents a department of that place."""
    national = department(name, "国", year)
    if national is None and BRANCH.search(name):
        return None
    if place == NATION or NATIONAL.match(name):
        bare = Body(f"body/{safe(fold(name))}", name, NATION.name, kind_of(name), level="国")
        return of_nation(national) if national else bare if NATIONAL.match(name) else None
    own = department(name, place.level, year) if place.is_clear and fold(name) not in levelled() else None
    if own:
        return of_table(own, place)
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
    if not where.is_clear and where.label != found.jurisdiction:
        return None
    for cut in range(len(rest) - 2, 1, -1):
        above = within(rest[:cut], where, None)
        if above and not above.id.endswith((f"{where.label}委", f"{where.label}政府")):
            return above
    return None


def as_group(found: Body) -> Group:
    """The same body as a group."""
    if isinstance(found, Group):
        return found
    return Group(found.id, found.name, found.jurisdiction, found.kind, found.full, found.level, found.aliases)
