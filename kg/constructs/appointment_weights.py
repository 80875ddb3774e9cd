"""What speaks for an appointment and against it, of the whole document and of the clause, in one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.lexicon import is_name, split_post
from kg.notice import Document

__all__ = ["ENOUGH", "WEIGHTS", "is_titled", "of_document", "signs"]

WEIGHTS = {
    "titled": 30,
    "told": 2,
    "several": 2,
    "forms": -3,
    "verb": 3,
    "listed": 3,
    "hired": 2,
    "comrade": 2,
    "named": 1,
    "loose": -2,
    "whole": 2,
    "bare": -3,
    "group": -20,
    "office": -3,
    "committee": -4,
    "by": -20,
}
"""The weight of each sign.

Of the document: its title is about appointments, which is enough for every clause (titled); it says 任免名单, 决定任命,
免去…职务 (told); three clauses and more parse (several); its title forms a group (forms). Of the clause: 任命, 免去 or
不再担任 (verb), a verb alone above (listed), 聘 or 委派 (hired), 同志 (comrade); all are names, or one only can be
(named, loose); a body stands before the title or none does (whole, bare); the post is a seat on a group or in its
office, or on a committee that is no department (group, office, committee); 由 leads up to the name (by).
"""
ENOUGH = 5
"""What the signs of a clause and its document must come to."""

ABOUT = re.compile(
    "任免|任职|免职|任命|免去|免除|聘|职务|辞去|辞职|撤职|开除|退休|同志.*[任职]|人事|干部|关于.{2,40}任.+[长员任记席师]的"
)
"""What the title of a document of appointments says."""
RULES = re.compile("(?:办法|条例|规定|规则|细则|规程|意见)(?:（[^）]*）)?(?:的通知)?\\Z")
"""How titles of rules end, which say who may appoint and appoint nobody."""
TOLD = re.compile(
    "任免名单|任命名单|免职名单|人事任免|任免案|任免事项|决定任命|免去[^，。；]{2,60}职务|职务调整|(?:任命|任职|任免)[。：]?(?:具体)?如下"
)
FORMS = re.compile("成立|调整|组建|充实|设立|增补")
EXPLICIT = re.compile("任命|免去|解聘|撤销|不再|辞去|续聘|退休|职务(?:相应|自然|随之)")
HIRED = re.compile("聘|委派")
GROUP = re.compile(
    r"(?:小组|专班|指挥部|联席会议|组委会|筹委会|工作组|专家组)|(?:组长|组员|指挥长|总指挥|副总指挥|召集人|总协调"
    r"|[河湖林路链田片楼街巷段库]长|(?<!党组)(?<!党委)(?<!党工委)成员)\Z"
)
OFFICE = re.compile(r"办公室(?:常务|专职)?副?主任\Z")
COMMITTEE = re.compile(r"委员会(?:常务|第一|专职)?(?:副?主任(?:委员)?|副?主席|委员|秘书长)\Z")
STANDING = re.compile(
    "人大|人民代表大会|政协|党|中共|管理|监察|改革|发展|健康|卫生(?!运动)|计划生育|民族|纪律|审判|检察"
)
"""What the names of committees hold that are departments or sit for good."""
LASTING = re.compile(
    r"(?:纪检监察组|党组|检查组)副?组长\Z|(?:人民政府|政府|党委|市委|县委|区委|省委)办公[室厅](?:常务)?副?主任\Z"
)
"""Posts that read as seats on a group and are none."""
BY = re.compile(r"由(?!于)")


def is_titled(document: Document) -> bool:
    """Whether the title of the document is about appointments."""
    title = document.title if document.header else ""
    return ABOUT.search(title) is not None and not RULES.search(title)


def of_document(document: Document, found: Sequence[Iterable[str]]) -> int:
    """The weight of the signs that the document as a whole gives; `found` are the signs of its clauses."""
    if is_titled(document):
        return WEIGHTS["titled"]
    solid = [one for one in found if "whole" in one and "group" not in one and "by" not in one]
    given = {
        "told": TOLD.search(document.text.chars),
        "several": len(solid) > 2,
        "forms": FORMS.search(document.title),
    }
    return sum(WEIGHTS[sign] for sign, is_given in given.items() if is_given)


def signs(chars: str, held: Sequence[tuple[str, str]], listed: bool = False) -> frozenset[str]:
    """The signs of a clause with its people and posts."""
    posts = [post for _, post in held]
    given = {
        "verb": EXPLICIT.search(chars),
        "hired": HIRED.search(chars) and not EXPLICIT.search(chars),
        "listed": listed,
        "comrade": "同志" in chars,
        "by": BY.search(chars[: chars.find(held[0][0])]),
        "office": any(OFFICE.search(post) and not LASTING.search(post) for post in posts),
        "committee": any(COMMITTEE.search(post) and not STANDING.search(post) for post in posts),
        "group": any(GROUP.search(post) and not LASTING.search(post) for post in posts),
    }
    kinds = {"named" if all(is_name(person) for person, _ in held) else "loose"}
    kinds.add("whole" if any(split_post(post)[0] for post in posts) else "bare")
    return frozenset(kinds | {sign for sign, is_given in given.items() if is_given})
