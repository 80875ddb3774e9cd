"""Names in a question that the graph does not have, or has more than once: said so, with what it has."""

from __future__ import annotations

import difflib
import re

from kg.ask.asked import Asked
from kg.ask.elsewhere import at_home, place_ending, spelled
from kg.ask.lexicon import Entry
from kg.ask.likeness import pairs, stem
from kg.ask.translated import translated
from kg.lexicon import is_name

__all__ = ["namesakes", "unknown"]

NAMED = re.compile(
    r"(?:\A|请问|查一下|[，,、。？?和与跟 ]|关于)(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?=同志|现任|担任|任什么|是谁|是什么|的职务|在哪|都担任|参加了|进了|(?:局长|主任|市长|书记)?(?:担任|是不是|是否))"
)
BODY = re.compile(
    r"(?:市|省|县|区)[\u4e00-\u9fff]{1,8}?(?:局|委员会|委|办公室|办|厅|联合会|协会|中心|公司|银行)(?![\u4e00-\u9fff]*(?:局|委))"
)
BEHIND = r"(?=有|是|一起|一同|一块|同在|共|之间|都|在|同时|谁|哪|两|[?？，, ]|\Z)"
JOIN = r"(?:和|与|跟|同|及|、| and | with | to )"
BESIDE = re.compile(
    rf"«[PB]»{JOIN}(?P<person>[\u4e00-\u9fff]{{2,3}}?){BEHIND}"
    rf"|«[PB]»{JOIN}(?P<body>[\u4e00-\u9fff]{{2,12}}?[局委厅办]){BEHIND}"
    rf"|(?:\A|[，,？? ]|请问)(?P<person_first>[\u4e00-\u9fff]{{2,3}}?){JOIN}«[PB]»"
    rf"|(?:\A|[，,？? ]|请问)(?P<body_first>[\u4e00-\u9fff]{{2,12}}?[局委厅办]){JOIN}«[PB]»"
    r"|[a-z] (?P<person_alone>[\u4e00-\u9fff]{2,3})(?= [a-z]|[?？.]|\Z)"
)
"""A name that is not known, beside one that is, or between English words."""
POST = re.compile(
    r"(?:是|任|当)[了过]?(?P<body>[\u4e00-\u9fff]{2,10}?[局委厅办部])的?(?=(?:常务)?副?(?:局长|主任|厅长|部长|书记|负责人))"
)
"""A body of which somebody is said to be the head."""
ENGLISH = re.compile(
    r"\bthe (?P<body>(?!(?:city|municipal|provincial|county|local|same|other|lead|leading|host|most|first)\b)"
    r"[a-z]+(?: (?:and|of|for|[a-z]+)){0,3} (?:bureau|commission|administration|ministry|department))\b"
)
GROUP = re.compile(
    r"(?:(?<=[由请在是，,《〔 ])|(?<=«B»)|\A|[市省县区])"
    r"(?P<head>[^\W在任进参加了谁哪几两各同和与跟及、是有a-z«»]{2,16}?)"
    r"(?:工作)?(?:领导小组|指挥部|联席会议|工作专班|推进委员会)"
)
"""A body of seats that a question names in full."""
GENERAL = re.compile(
    r"\d+[年月日号]?|成立|设立|组建|请问|请提供|提供|请|告诉我|查一下"
    r"|那个|这个|我市|本市|全市|咱们|咱|我们|工作|的"
)
"""Words of a question that are no part of a name."""
SEATS = re.compile(
    r"\bthe (?P<words>(?:[a-z][a-z'-]* ){1,5}?)"
    r"(?P<kind>leading (?:small )?group|headquarters|joint conference|task force)\b"
)
"""A body of seats that a question names in English."""
NEUTRAL = frozenset(
    ("municipal", "city", "city's", "government", "leading", "working", "project", "same", "two", "three")
)
"""Words before the word for the kind that tell no body of seats from another."""
SEATED = re.compile(r"(?:领导小组|指挥部|委员会|联席会议|专班|编委会)\Z")
VERB = re.compile(
    r"成立|设立|组建|加入|列入|所有|全部|其他|上述|以上|这些|该|本|领导|.*(?:牵头|主持|负责|承担|配合|所在|挂名|列名|或者|以及|还是|哪怕|只看|只算).*"
)
OPEN = re.compile(r"[哪几各每某何其别什]|相关|有关|部门|单位|全体")
"""What stands for a name that is asked for."""
SOME = re.compile("[有这那该某一几两]|原[来先任]|后来|先后|前后|目前|最近|当时|现在|全市|本市|同时|涉")
"""What no name begins with, though there is such a surname."""
MOST = 0.6
"""The share of the characters of a name that the name meant has."""
LEAST = 4
"""Characters of the name of a body of seats that is held to be one, whatever its words."""
NEAREST = 3


def unknown(asked: Asked) -> str:
    """What to say of a name that the graph does not have, '' where all that are named are there."""
    known = {number for entry in asked.documents for number in entry.forms}
    lost = [number for number in asked.linked.numbers if not any(number.endswith(form) for form in known)]
    if lost:
        return said(asked, lost[0], [entry.name for entry in asked.lexicon.of("document")])
    if asked.linked.strangers:
        return said(asked, asked.linked.strangers[0], [entry.name for entry in asked.lexicon.of("body")])
    place = abroad(asked) or lost_in_english(asked)
    if place:
        return said(asked, place, [])
    group = lost_group(asked)
    if group:
        return said(asked, group, [entry.name for entry in asked.lexicon.of("group")])
    kind, name = beside(asked.linked.rest)
    if name:
        return said(asked, name, [entry.name for entry in asked.lexicon.of(kind)])
    if asked.groups:
        return ""
    if asked.persons:
        return lost_body(asked, first(asked.linked.rest, POST, BODY, ENGLISH))
    match = NAMED.search(asked.linked.rest)
    if match and is_name(match["name"]) and not asked.bodies and not SOME.match(match["name"]):
        return said(asked, match["name"], [entry.name for entry in asked.lexicon.of("person")])
    return lost_body(asked, first(asked.linked.rest, BODY, ENGLISH)) if not asked.documents else ""


def first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    """What the first pattern finds that finds anything."""
    return next((match for pattern in patterns if (match := pattern.search(text))), None)


def abroad(asked: Asked) -> str:
    """A place in pinyin of which the graph knows nothing, where a body is asked about in English; '' without one."""
    known = set() if asked.zh or not asked.bodies else spelled() - asked.lexicon.places.keys()
    return next((word.title() for word in re.findall("[a-z]+", asked.question.lower()) if word in known), "")


def lost_in_english(asked: Asked) -> str:
    """A body of seats named in English alone by words of which no name in the graph has any; '' without one."""
    if not SEATS.search(asked.question.lower()):
        return ""
    groups = [frozenset().union(*(pairs(stem(form, one)) for form in one.forms)) for one in asked.lexicon.of("group")]
    if asked.linked.of("group") or any(pairs(asked.question) & own for own in groups):
        return ""
    for match in SEATS.finditer(asked.question.lower()):
        words = [word for word in match["words"].split() if word not in NEUTRAL]
        if {"groups", "boards", "committees", "bodies"} & set(words):
            continue
        meant = pairs(translated(match["words"], (), asked.lexicon.places))
        if words and not any(meant & own for own in groups):
            return match["words"] + match["kind"]
    return ""


def lost_group(asked: Asked) -> str:
    """A body of seats named by words of which no name in the graph has any, or of another place; '' without one."""
    for match in GROUP.finditer(asked.linked.rest):
        start, end = match.span("head")
        ends = (at for at in range(end, start - 1, -1) if place_ending(match.string, at))
        at = next(ends, start)
        head = GENERAL.sub("", match.string[at:end])
        own = frozenset() if VERB.fullmatch(head) or len(head) < least(match) else pairs(head)
        if not own or OPEN.search(match["head"]):
            continue
        place = place_ending(match.string, at) or place_linked(asked, match.string[: match.start()])
        meant = [entry for entry in seated(asked) if own & pairs(stem(entry.name, entry)) and covers(entry, head)]
        if not any(not place or at_home(entry, place) for entry in meant):
            return place + match.string[at : match.end()]
    return ""


def covers(entry: Entry, head: str) -> bool:
    """Whether the name of a body of seats has most of the characters by which a question calls it."""
    return sum(character in entry.name for character in head) >= MOST * len(head)


def seated(asked: Asked) -> list[Entry]:
    """The bodies of seats, and the bodies called as such are."""
    return [one for one in asked.lexicon.of("group", "body") if one.kind == "group" or SEATED.search(one.name)]


def place_linked(asked: Asked, before: str) -> str:
    """The place that is the name linked right before, which alone would mean its government; '' without one."""
    link = asked.linked.links[before.count("«") - 1] if before.endswith("«B»") else None
    return link.entry.place if link and asked.text[link.start : link.end] == link.entry.place else ""


def least(match: re.Match[str]) -> int:
    """Characters of a name of a body of seats that tell it: fewer where a place, a body or 工作 stand beside it."""
    before = match.string[match.start() - 1 : match.start()] + match[0][:1]
    return 2 if re.search("[市省县区»]", before) or "工作" in match[0] else LEAST


def lost_body(asked: Asked, match: re.Match[str] | None) -> str:
    """What to say of a body that the graph does not have, '' where one is named that it has."""
    name = (match.groupdict().get("body") or match[0]) if match and not asked.bodies else ""
    return (
        said(asked, name, [entry.name for entry in asked.lexicon.of("body")]) if name and not OPEN.search(name) else ""
    )


def beside(rest: str) -> tuple[str, str]:
    """The kind and the name of what is not known beside what is, both '' where there is none."""
    for match in BESIDE.finditer(rest):
        kind, name = next((group.partition("_")[0], name) for group, name in match.groupdict().items() if name)
        if not OPEN.search(name) and not SOME.match(name) and (kind == "body" or is_name(name)):
            return kind, name
    return "", ""


def said(asked: Asked, name: str, names: list[str]) -> str:
    """The sentence for a name that is not there."""
    near = difflib.get_close_matches(name, names, NEAREST, 0.7)
    if asked.zh:
        return f"图谱中没有“{name}”，没有找到相关记载。" + (f"名称相近的有：{'、'.join(near)}。" if near else "")
    return f"“{name}” is not in the graph: no record was found." + (f" Near it: {'、'.join(near)}." if near else "")


def namesakes(asked: Asked) -> str:
    """The sentence that tells which of several namesakes an answer is about and who the others are, '' without any."""
    said = []
    for link in asked.linked.links:
        if link.rivals and link.entry.kind in ("person", "body", "group"):
            others = [described(entry) for entry in link.rivals[:NEAREST]]
            more = len(link.rivals) - len(others)
            if asked.zh:
                rest = f"等{len(link.rivals)}个" if more else ""
                said.append(f"此处按{described(link.entry)}回答；同名的还有{'、'.join(others)}{rest}。")
            else:
                rest = f" and {more} more" if more else ""
                said.append(f" Answered for {described(link.entry)}; so called are also {', '.join(others)}{rest}.")
    return "".join(dict.fromkeys(said))


def described(entry: Entry) -> str:
    """A thing with what tells it from its namesakes: a body by its name, a person by the place and number of the id."""
    return entry.name if entry.kind != "person" else f"{entry.name}（{entry.id.split('/', 1)[1]}）"
