"""Words of the trade as predicates: is it a person's name, a post, a body, a role label?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon.tables import divisions, former_names, sections, surnames, word_list

__all__ = [
    "BODY_END",
    "HAN_ONLY",
    "NO_NAME",
    "ROLE",
    "TITLE_END",
    "is_body",
    "is_name",
    "is_post",
    "names_of",
    "place_prefix",
    "short_place",
    "surname_length",
    "whole_place",
]

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
HAN_ONLY = re.compile(rf"[{HAN}]+\Z")
DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:[·•．・‧][{HAN}]{{1,7}}){{1,3}}\Z")
NO_NAME = re.compile(
    r"常务|常委|党组|党委|党工|名单|如下|同志|单位|部门|人员|成员|组成|按姓氏|以上|附件|办公|有关|相关|负责|各[县市区乡镇]|工作|通知|会议|公司"
)
NEVER_LAST = frozenset("委局厅办署处所站馆厂县镇乡会副代部队组")
"""Characters that end bodies and places, and no given name."""
ASSEMBLED = frozenset("委事代工联协金商学十大年理监议总分")
"""Characters before 会 in names of bodies (管委会, 董事会), and so in no person's name that ends in 会."""
TITLE_END = re.compile(rf"(?:{'|'.join(map(re.escape, word_list('titles.txt')))})\Z")
BODY_END = re.compile(rf"(?:{'|'.join(map(re.escape, word_list('body_suffixes.txt')))})\Z")
PEOPLES = (
    "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    "|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族"
)
PEOPLE_ALONE = "蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔"
"""Peoples that names of divisions print without 族."""
NO_BODY = re.compile(r"(?:社会|[先施执运进试推实现举履另自]行)\Z")
"""Words that end as names of bodies do (中国银行) and are none."""
TRAILING = re.compile(r"（[^（）]*）?\Z")
DAMAGED_SHORT = frozenset({"公安", "资源"})
"""Short names of counties that are words of department names."""


@cache
def spaced(word: str) -> str:
    """A regular expression for `word` with typesetting blanks allowed between its characters."""
    return r"[ \t\u3000\xa0]*".join(map(re.escape, word))


def role_pattern() -> str:
    """A role label: modifiers and a role word, blanks allowed inside, maybe a second role after 兼."""
    roles = sections("roles.txt")
    modifier = "|".join(spaced(word) + r"[ \t\u3000\xa0]*" for word in roles["modifiers"])
    role = "|".join(map(spaced, roles["roles"]))
    first = "".join(sorted({word[0] for found in roles.values() for word in found}))
    plain = rf"(?:{modifier}){{0,3}}(?:{role})"
    return rf"(?=[{first}])(?P<role>{plain}(?:[ \t\u3000\xa0]*兼[ \t\u3000\xa0]*{plain})?)"


ROLE = re.compile(role_pattern())


def surname_length(name: str) -> int:
    """Characters of the surname that `name` begins with: 2 for a compound one, 1, or 0 for none."""
    if len(name) > 2 and name[:2] in surnames():
        return 2
    return 1 if name[:1] in surnames() else 0


@lru_cache(maxsize=65536)
def is_name(name: str) -> bool:
    """Whether `name` (no blanks) can be a person's: surname and one or two characters, or dotted."""
    if DOTTED.match(name):
        head = re.split("[·•．・‧]", name)[0]
        return not (TITLE_END.search(name) or any(TITLE_END.search(head[:end]) for end in range(2, len(head))))
    if not 2 <= len(name) <= 4 or not HAN_ONLY.match(name) or NO_NAME.search(name):
        return False
    surname = surname_length(name)
    if not surname or not 1 <= len(name) - surname <= 2:
        return False
    if name[-1] == "副":
        return False
    if len(name) > 2 and (name[-1] in NEVER_LAST or TITLE_END.search(name)):
        return len(name) == 3 and name[-1] == "会" and name[1] not in ASSEMBLED
    return not (len(name) == 4 and surname == 1 and BODY_END.search(name[1:]))


@lru_cache(maxsize=65536)
def is_post(word: str) -> bool:
    """Whether `word` ends as the name of a post does (局长, 副主任, 调研员)."""
    return bool(TITLE_END.search(TRAILING.sub("", word)))


@lru_cache(maxsize=65536)
def is_body(word: str) -> bool:
    """Whether `word` ends as the name of a body does (局, 委员会, 公司)."""
    bare = TRAILING.sub("", word)
    return bool(BODY_END.search(bare)) and not NO_BODY.search(bare) and not TITLE_END.search(bare)


@cache
def places() -> frozenset[str]:
    """Full names of divisions and their short forms of two characters and more (三门峡市, 三门峡)."""
    found: set[str] = set()
    for division in divisions().values():
        found.update(names_of(division.name))
    for _, former, _ in former_names():
        found.update((former, short_place(former)))
    return frozenset(name for name in found if len(name) > 1) - DAMAGED_SHORT


def names_of(division: str) -> tuple[str, ...]:
    """The full name of a division and its usual short ones (恩施土家族苗族自治州, 恩施州, 恩施)."""
    short = short_place(division)
    return (division, short + division[-1], short) if "自治" in division and short != division else (division, short)


@cache
def full_places() -> frozenset[str]:
    """Full names of divisions, former ones too."""
    full = {name for division in divisions().values() for name in names_of(division.name)[:-1]}
    return frozenset(full | {former for _, former, _ in former_names()})


def whole_place(word: str) -> bool:
    """Whether a word begins with a place's full name, the word for its level included."""
    return place_prefix(word) in full_places()


def short_place(name: str) -> str:
    """A place without the word for its level, or the whole where too little would be left."""
    short = re.sub(
        rf"(?:{PEOPLES})*(?:{PEOPLE_ALONE})?(?:各族)?自治[区州县旗]\Z|(?:特别行政区|[省市县区州盟旗])\Z", "", name
    )
    if len(short) < 2:
        return name.removesuffix("自治区")
    return name if short.startswith("市") else short


@lru_cache(maxsize=65536)
def place_prefix(word: str) -> str:
    """The longest name of a place that `word` begins with, or ''."""
    for length in range(min(len(word), 15), 1, -1):
        if word[:length] in places():
            return word[:length]
    return ""
