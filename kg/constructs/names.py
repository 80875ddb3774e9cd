"""Names inside a line of a roster: known and unknown ones, runs of them, names cut by blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from kg.lexicon import (
    BODY_END,
    HAN_ONLY,
    NO_NAME,
    TITLE_END,
    is_name,
    is_post,
    place_prefix,
    surname_length,
    whole_place,
    word_list,
)
from kg.text import Text, columns

__all__ = [
    "BLANKS",
    "LEVEL_LEAD",
    "is_person",
    "loose_name",
    "name_run",
    "name_then_post",
    "post_then_name",
    "spaced_name",
]

LEVELS = "省市县区州盟旗镇乡"
DEPARTMENT = "|".join(word_list("department_words.txt"))
LEAD = re.compile(
    r"原|时任|国家|国务院|中共|中国|中央|全国|人行|武警|解放军|驻|党[组委工]|工委|管委|纪[委检]|常务|副|第一|代|自治|兵团|"
    rf"[{LEVELS}]|(?:{DEPARTMENT})"
)
LEVEL_LEAD = re.compile(rf"(?:常务|第一)?副?[{LEVELS}](?:{DEPARTMENT}|委|政府|人民政府|人大|政协|纪|长)")
ZONE = re.compile(
    r"高新[区技]|经开区|经济|开发区|示范区|工业园|城乡|综合|保税|新城|新区|管委|高铁|黄河|长江|农[商垦业]|水[利务文]"
    r"|文[化旅广明]|金融|交[通投]|广[播电]|司法|国[网资土有税家]|公[安路共]|安[监全]|自治|团[省市县区州]|人民|武警|解放军|人武|军分区|预备役|驻|消防|武装"
)
NOT_NAMED = re.compile(r"[新区园城开发高示范管理国省市县镇乡街道路局委办副代原]")
BLANKS = re.compile(r"[\s\u3000\xa0]+")
POINT = re.compile(r"[·•．・‧]")
TRANSLITERATION = frozenset(word_list("transliteration.txt"))


def is_person(name: str, known: Collection[str]) -> bool:
    """Whether a word is a name by its surname or characters, or because the document names that person elsewhere."""
    return is_name(name) or name in known or is_transliterated(name)


def is_transliterated(name: str) -> bool:
    """Whether a word is a name of four characters and more that writes another language's by its sounds."""
    return 4 <= len(name) <= 6 and TRANSLITERATION.issuperset(name) and loose_name(name) and not place_prefix(name)


@lru_cache(maxsize=65536)
def loose_name(name: str) -> bool:
    """Whether a word can be a name where the line's structure says that a name stands there."""
    if (
        not 2 <= len(name) <= 6
        or not HAN_ONLY.match(name)
        or NO_NAME.search(name)
        or name[0] in LEVELS + "各原"
        or "自治" in name
    ):
        return False
    return not (
        TITLE_END.search(name)
        or BODY_END.search(name)
        or whole_place(name)
        or ZONE.match(name)
        or place_prefix(name) == name
    )


def name_run(text: Text, known: Collection[str] = ()) -> list[Text]:
    """The names that a piece consists of, blanks inside and between them; [] when it is not only names.

    Wider blanks part names where narrower ones stand inside them; with one width for both, the
    reading with the fewest names cut by blanks is taken.
    """
    if not BLANKS.search(text.chars):
        return [text] if is_person(text.chars, known) else []
    for width in sorted({columns(match[0]) for match in BLANKS.finditer(text.chars)}, reverse=True)[:-1]:
        pieces = [piece.squeezed() for piece in parted(text, width)]
        if all(is_person(piece.chars, known) for piece in pieces):
            return pieces
    return cheapest(list(text.split(BLANKS)), known)


def parted(text: Text, width: int) -> Iterator[Text]:
    """The pieces between blanks as wide as `width`, in halves of a character, and wider."""
    last = 0
    for match in BLANKS.finditer(text.chars):
        if columns(match[0]) >= width:
            yield text[last : match.start()]
            last = match.end()
    yield text[last:]


def cheapest(tokens: list[Text], known: Collection[str]) -> list[Text]:
    """The tokens joined to names with the least joining, [] where some token belongs to none."""
    best: list[tuple[int, int] | None] = [(0, 0), *[None] * len(tokens)]
    for end in range(1, len(tokens) + 1):
        for width, cost in ((1, 0), (2, 1), (3, 3)):
            before = best[end - width] if end >= width else None
            reached = best[end]
            if before is None or (reached is not None and before[0] + cost >= reached[0]):
                continue
            if spaced_name(tokens[end - width : end], known):
                best[end] = (before[0] + cost, width)
    found: list[Text] = []
    end = len(tokens)
    while end and (step := best[end]):
        found.append(Text.joined(tokens[end - step[1] : end]))
        end -= step[1]
    return found[::-1] if not end else []


def spaced_name(group: list[Text], known: Collection[str] = ()) -> bool:
    """Whether tokens are one name: whole, or cut by blanks into its characters (安 伟, 欧阳 震)."""
    flat = "".join(token.chars for token in group)
    if not is_person(flat, known):
        return False
    if len(group) == 1:
        return True
    if POINT.search(flat):
        return all(POINT.match(after.chars) or POINT.match(before.chars[-1]) for before, after in pairwise(group))
    first, rest = group[0].chars, group[1:]
    if (surname_length(flat) or 1) != len(first):
        return False
    return all(len(token) == 1 for token in rest) or (len(rest) == 1 and len(rest[0]) == 2)


@lru_cache(maxsize=4096)
def name_then_post(chars: str) -> int:
    """The length of the name that a post follows at once (安伟市长), 0 where none does."""
    if not is_post(chars) or ZONE.match(chars) or whole_place(chars) or chars[0] in LEVELS:
        return 0
    if "·" in chars:
        return pointed_then_post(chars)
    place = len(place_prefix(chars))
    ends = (length for length in (3, 2, 4) if length > place and len(chars) > length)
    lengths = [end for end in ends if is_name(chars[:end]) and not doubled(chars, end)]
    sure = first(lengths, chars, LEVEL_LEAD.match) or first(lengths, chars, whole_place) or loose_then_post(chars)
    if sure or place:
        return sure
    return first(lengths, chars, led) or first(lengths, chars, whole_title)


def doubled(chars: str, end: int) -> bool:
    """Whether the word for a place's level stands before `end` and begins the post behind it (张湾乡乡长)."""
    return chars[end - 1] == chars[end] and chars[end] in LEVELS


def pointed_then_post(chars: str) -> int:
    """As `name_then_post` for a name with a point (买买提·艾力区长): the shortest before what begins a post."""
    start = chars.rindex("·") + 1
    lengths = [length for length in range(start + 1, start + 7) if is_name(chars[:length])]
    return first(lengths, chars, LEVEL_LEAD.match) or first(lengths, chars, whole_place) or first(lengths, chars, led)


def first(lengths: list[int], chars: str, begins: Callable[[str], object]) -> int:
    """The first of the lengths behind which the rest begins as asked, 0 where none does."""
    return next((length for length in lengths if begins(chars[length:])), 0)


def led(post: str) -> bool:
    """Whether a post begins with a word that posts begin with, or with a place."""
    return bool(LEAD.match(post) or place_prefix(post))


def loose_then_post(chars: str) -> int:
    """The length of an unknown name before a post that begins with a level and a department."""
    for length in (3, 4, 2, 5):
        name, post = chars[:length], chars[length:]
        if LEVEL_LEAD.match(post) and loose_name(name) and not NOT_NAMED.search(name):
            return length
    return 0


def post_then_name(chars: str, known: Collection[str], loose: bool = False) -> int:
    """The length of the name behind a post (市长安伟), 0 where none stands there."""
    point = chars.find("·")
    for start in range(point - 1, max(point - 8, 0), -1):
        if is_post(chars[:start]) and is_name(chars[start:]):
            return len(chars) - start
    for length in lengths_of(known):
        name, post = chars[-length:], chars[:-length]
        if post and is_post(post) and (name in known or (length < 5 and is_name(name))):
            return length
    if loose:
        for length in (2, 3, 4):
            if is_post(chars[:-length]) and loose_name(chars[-length:]):
                return length
    return 0


def lengths_of(known: Collection[str]) -> Iterator[int]:
    """The lengths of names to try: those of known names first, the longest before."""
    yield from sorted({len(name) for name in known} - {2, 3, 4}, reverse=True)
    yield from (3, 2, 4)


def whole_title(post: str) -> bool:
    """Whether a post is a title alone (主任, 副局长)."""
    match = TITLE_END.search(post)
    return bool(match and match.start() == 0)
