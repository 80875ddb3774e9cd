"""Who is appointed or removed, and the posts, inside a clause: names and posts on either side of 为, 任, 的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.constructs.lists import outside
from kg.constructs.names import LEVEL_LEAD, loose_name, name_then_post, post_then_name
from kg.constructs.posts import split_posts
from kg.lexicon import is_name, is_post, place_prefix, split_post, surname_length

__all__ = ["AS", "TAIL", "appointed", "held_by", "names", "people", "removed"]

AS = re.compile(
    r"(?:同志|等\d+名?同志)?(?:（[^）]*）)?(?:同志)?(?:被|正式|挂职|继续|试用|仍|暂)*"
    r"(?:任用为|任命为|聘任为|聘为|为(?!为|同志|、)|兼任|转任|改任|调任|挂任|担任|(?<![主责兼转改调挂担现时历])任(?![免命职期务何内教意]))"
)
TAIL = re.compile(
    r"(?:的?职务(?:的请求)?|一职|（[^）]*）|，?试用期.{0,6}|，(?:离职休养|离休|退休|另有任用|保留[^，]{2,10}))+\Z"
)
COMRADE = re.compile(r"(?:等?(?:[一二三四五六七八九十\d]+名)?同志|（[^（）]*）)+\Z")
LEAD = re.compile(r".*(?:决定|研究|同意|批准|委派|推荐|建议|指派|宣布|明确|\A调)(?=..)")
NOBODY = re.compile(
    "由|决定|接受|同意|批准|会议|大会|任命|任免|免去|聘|推荐|建议|经|根据|[新现原时历首前]任|因|对|将|在|.某|不再"
    "|本人|他人|个别|部分|担任"
)
"""How words begin that stand where names do and name nobody."""
HELD = re.compile(r"(?:同志)?(?:所|原)*(?:兼任|担任|任)的?|同志的?|的")
LONGEST_POSTS = 400
LEVELS = frozenset("省市县区州盟旗")
OWNERS = re.compile("中共|中国|中央|全国|国家|国务院")
"""How a post begins that no name precedes."""
PLACED = re.compile(rf"办公室|[\u4e00-\u9fff]{{2,3}}[{''.join(sorted(LEVELS))}](?=..)")
"""How a post begins behind a name where no table knows the place."""


def appointed(chars: str, mark: str = "") -> tuple[list[str], str]:
    """Who is appointed to which post: A、B为X; `mark` asks for one of the words between."""
    for match in AS.finditer(chars):
        post = chars[match.end() :]
        if len(post) > LONGEST_POSTS or not (mark in match[0] or "聘" in match[0]) or not is_post(TAIL.sub("", post)):
            continue
        who = people(chars[: match.start()] + ("同志" if "同志" in match[0] else ""))
        if who and not (match.start() and chars[match.start() - 1] in "新原首" and not is_name(who[-1])):
            return who, post
    return [], ""


def removed(chars: str) -> tuple[list[str], str]:
    """Who is removed and from which post: A、B的X职务, A同志X职务, A兼任的X职务, A、BX职务."""
    for match in HELD.finditer(chars):
        who = names(chars[: match.start()])
        if who and is_post(TAIL.sub("", chars[match.end() :])):
            return who, chars[match.end() :]
    before: list[str] = []
    bare = TAIL.sub("", re.sub(r"（[^）]*）|同志", "", chars))
    while (mark := bare.find("、")) > 0 and names(bare[:mark]):
        before, bare = [*before, bare[:mark]], bare[mark + 1 :]
    cut = name_before_place(bare)
    return ([*before, bare[:cut]], bare[cut:]) if cut else ([], "")


def name_before_place(chars: str) -> int:
    """The length of the name that a post follows at once, a place at the post's head told from the name's end."""
    if not is_post(chars) or OWNERS.match(chars) or NOBODY.match(chars):
        return 0
    own = len(place_prefix(chars))
    lengths = [end for end in (3, 2, 4) if end > own and is_name(chars[:end])]
    if sure := next((end for end in lengths if begins_placed(chars[end:])), 0):
        return sure
    usual = name_then_post(chars)
    if is_name(chars[:usual]):
        return usual
    return next((end for end in lengths if PLACED.match(chars, end)), usual)


def begins_placed(post: str) -> bool:
    """Whether a post begins with a place's full name, or with a level and a department."""
    place = place_prefix(post)
    return (len(place) > 1 and place[-1] in LEVELS) or LEVEL_LEAD.match(post) is not None


def people(chars: str) -> list[str]:
    """The names of a list, without what leads up to them (省委决定) and the post before the first (副市长A)."""
    lead = LEAD.match(chars)
    bare = chars[lead.end() :] if lead and names(chars[lead.end() :]) else chars
    if found := names(bare):
        return found
    comrade = COMRADE.search(bare) is not None
    one = COMRADE.sub("", bare)
    length = 0 if "由" in one or len(one) > 40 else post_then_name(one, (), loose=comrade)
    return [one[-length:]] if length else []


def names(chars: str) -> list[str]:
    """The names of a list, [] where one of its parts is none; notes and 同志 left out."""
    found = []
    for start, end in outside(COMRADE.sub("", chars), "、"):
        for part in joined(COMRADE.sub("", chars[start:end])):
            name = COMRADE.sub("", part)
            rare = 2 <= len(name) <= 3 and (name[0] == "区" or (len(name) == 3 and name[-1] == "会"))
            if NOBODY.match(name) or not (is_name(name) or loose_name(name) or (rare and surname_length(name))):
                return []
            found.append(name)
    return found


def joined(name: str) -> list[str]:
    """Two names that 和 joins, or the one."""
    left, _, right = name.partition("和")
    return [left, right] if is_name(COMRADE.sub("", left)) and is_name(right) else [name]


def held_by(who: Sequence[str], post: str) -> Iterator[tuple[str, str]]:
    """Each person with each of the posts; a name before a later post takes that one (X、BY)."""
    for index, one in enumerate(split_posts(TAIL.sub("", post))):
        others, held = another(one) if who and index else ([], "")
        if others:
            who, one = others, held
        for name in who if is_post(one) else ():
            yield from ((name, post) for post in concurrent(one))


def another(chars: str) -> tuple[list[str], str]:
    """Another person and post in a list of posts (B为Y, BY), [] where there is none."""
    for read in (appointed, removed):
        who, post = read(chars)
        if who and is_name(who[0]) and not chars.startswith("代"):
            return who, post
    return [], ""


def concurrent(post: str) -> list[str]:
    """Two posts that 兼 joins, each with a body of its own (市财政局局长兼市国资委主任), or the one."""
    left, _, right = post.partition("兼")
    whole = is_post(left) and is_post(right) and split_post(left)[0] and split_post(right)[0]
    return [left, right] if whole else [post]
