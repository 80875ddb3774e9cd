"""Jurisdictions: which place a name or a document speaks for, and the places above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.kinds import names_of, place_prefix, short_place, whole_place
from kg.lexicon.tables import Division, divisions, former_names

__all__ = ["NATION", "UNKNOWN", "Jurisdiction", "below", "jurisdiction_of", "leading_place"]

LEVELS = {2: "省", 4: "市", 6: "县"}
"""The level of a division by the digits of its code."""
ENDS = {"省": "省", "市": "市", "州": "市", "盟": "市", "县": "县", "区": "县", "旗": "县"}
UNLISTED = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,7}?(?:省|市|县|自治州|旗))(?=(?:人民)?政府|人民代表大会|人大常委会|委(?:办公|\Z)|委员会)"
)
"""A place that the table does not know, by the body of government or party that its name leads."""

BRANCH = re.compile(r"(?:调查队|海关|[支分]行|分公司|分局|监管局|税务局|检疫局|海事局|办事处)\Z")
"""Ends of branches of bodies of the nation, which name their place in short."""
NAMESAKE = re.compile(
    r"路(?![灯政桥网域况产])|大街|大道|街道|镇(?!江)|乡(?![村镇企])|村(?![镇村])|社区|门(?=街|内|外|医|大|中医)"
)
"""What stands behind the name of a place in names of streets, townships and villages that bear it (北京路街道)."""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place and the places above it, nearest first: 湖滨区, 三门峡市, 河南省. '' where unknown."""

    name: str
    above: tuple[str, ...] = ()

    def at(self, level: str) -> str:
        """The full name of the place whose level word (市, 省, 县, 区) is `level`, or ''."""
        for place in (self.name, *self.above):
            if place.endswith(level):
                return place
        return ""

    @property
    def label(self) -> str:
        """The name, after the place above it where several places bear that name (长春市朝阳区)."""
        shared = len(named().get(self.name, ())) > 1 and self.above and self.above[0] != self.name
        return self.above[0] + self.name if shared else self.name

    @property
    def level(self) -> str:
        """国, 省, 市 (prefecture) or 县; of a place that the table does not know as its name ends."""
        if self.name == NATION.name:
            return "国"
        found = [one for one in named().get(self.name, ()) if not self.above or chain(one) == self.above]
        return LEVELS[min(len(one.code) for one in found)] if found else ENDS.get(self.name[-1:], "")

    @property
    def is_clear(self) -> bool:
        """Whether the place is one alone: known, and told from others of its name."""
        return bool(self.name) and (len(named().get(self.name, ())) < 2 or bool(self.above))

    def word(self, year: int | None) -> str:
        """The word for the level in the name, in `year` that of a former name (区 of 陕州区, before 2016 县)."""
        former, until = renamed().get(self, ("", 0))
        name = former if year and year < until else self.name
        match = re.search(r"自治[区州县旗]\Z|地区\Z", name)
        return match[0] if match else name[-1:]

    @property
    def is_unmistakable(self) -> bool:
        """Whether no other place is called so in short."""
        return all(place(one) == self for one in by_any_name().get(short_place(self.name), ()))

    def is_near(self, other: Jurisdiction) -> bool:
        """Whether one of two places is above the other, or both are in one place."""
        beside = bool(self.above) and self.above == other.above
        return beside or self in other.upward() or other in self.upward()

    def upward(self) -> tuple[Jurisdiction, ...]:
        """The place and those above it, each with what is above that."""
        steps = (self.name, *self.above)
        return tuple(Jurisdiction(step, steps[index + 1 :]) for index, step in enumerate(steps))


NATION = Jurisdiction("全国")
UNKNOWN = Jurisdiction("")
NATIONAL = ("国务院", "国家", "中共中央", "中央", "中国", "中华人民共和国", "全国", "最高人民")


@cache
def named() -> dict[str, tuple[Division, ...]]:
    """Divisions by full name; several places can share one."""
    found: dict[str, list[Division]] = {}
    for division in divisions().values():
        if division.name not in [divisions()[above].name for above in (division.parent,) if above in divisions()]:
            found.setdefault(division.name, []).append(division)
    return {name: tuple(same) for name, same in found.items()}


@cache
def renamed() -> dict[Jurisdiction, tuple[str, int]]:
    """The former name of places, and the year in which it ended."""
    return {place(divisions()[code]): (name, year) for code, name, year in former_names()}


@cache
def by_any_name() -> dict[str, tuple[Division, ...]]:
    """Divisions by full, former and short name."""
    found: dict[str, dict[str, Division]] = {}
    for division in divisions().values():
        if division in named().get(division.name, ()):
            for name in names_of(division.name):
                found.setdefault(name, {})[division.code] = division
    for code, former, _ in former_names():
        for name in (former, short_place(former)):
            found.setdefault(name, {})[code] = divisions()[code]
    return {name: tuple(same.values()) for name, same in found.items()}


@cache
def chain(division: Division) -> tuple[str, ...]:
    """The names of the divisions above one, nearest first."""
    found = []
    while division.parent in divisions():
        division = divisions()[division.parent]
        found.append(division.name)
    return tuple(found)


@lru_cache(maxsize=65536)
def leading_place(words: str, around: Jurisdiction = UNKNOWN) -> tuple[Jurisdiction, str]:
    """The place with which a name begins, and the rest: 河南省三门峡市财政局 is 三门峡市 and 财政局.

    A name that several places bear is the one near `around`; a short one (三门峡海关) counts only where
    its place is near it too, or is a province or a prefecture. UNKNOWN and the whole where none begins it.
    """
    if around.name and around.name not in named() and words.startswith(around.name):
        return around, words[len(around.name) :]
    prefix = place_prefix(words)
    found = near(prefix, around) if prefix and prefix != words else None
    if found is None:
        return UNKNOWN, words
    rest = words[len(prefix) :]
    inner, behind = leading_place(rest, found)
    if inner.name and found.name in inner.above:
        return inner, behind
    if NAMESAKE.match(rest) and not whole_place(words):
        return UNKNOWN, words
    return found, rest


def near(name: str, around: Jurisdiction) -> Jurisdiction | None:
    """The place of a name: the only one, else the one above, beside or below `around`."""
    same = by_any_name().get(name, ())
    full = any(one.name == name for one in same) or name not in {short_place(one.name) for one in same}
    for close in nearest(same, around):
        if len(close) == 1:
            return place(close[0])
    if len(same) == 1 and (full or len(same[0].code) < 6):
        return place(same[0])
    return Jurisdiction(name) if full and len(same) > 1 else None


def nearest(same: Sequence[Division], around: Jurisdiction) -> Iterator[list[Division]]:
    """The divisions that are `around` or above it, then those below it, then those beside it."""
    upward = around.upward() if around.name else ()
    yield [one for one in same if place(one) in upward]
    yield [one for one in same if around.name and around.name in chain(one)]
    yield [one for one in same if around.above and around.above == chain(one)]


def place(division: Division) -> Jurisdiction:
    """The jurisdiction of a division."""
    return Jurisdiction(division.name, chain(division))


def jurisdiction_of(issuer: str, hints: Iterable[str] = ()) -> Jurisdiction:
    """The jurisdiction of a body by the places that its full name begins with.

    三门峡市财政局 is 三门峡市 in 河南省. A name that several places bear is told by the place above it that
    one of `hints` (titles, recipients, cited names) names; else nothing above it is known.
    """
    bare = issuer.removeprefix("中共").removeprefix("《")
    if bare.startswith(NATIONAL):
        return place_within(bare.partition("关于")[0])
    if bare.endswith("部") and not place_prefix(bare):
        return NATION
    found = leading_place(bare)[0]
    unlisted = UNLISTED.match(bare) if not found.name else None
    if unlisted:
        return Jurisdiction(unlisted["place"])
    if found.is_clear or not found.name:
        return found
    return told_apart(found, "".join(hints))


def place_within(issuer: str) -> Jurisdiction:
    """The place of a branch of a body of the nation (国家税务总局三门峡市税务局), the nation where it is none."""
    for start in range(2, len(issuer) - 2):
        found, rest = leading_place(issuer[start:])
        if found.is_clear and (whole_place(issuer[start:]) or BRANCH.search(rest)):
            return found
    return NATION


def below(above: Jurisdiction) -> tuple[Jurisdiction, ...]:
    """The places one level below a place, in the order of their codes."""
    found = [one for same in named().values() for one in same if (chain(one)[:1] or ("",))[0] == above.name]
    return tuple(place(one) for one in sorted(found) if chain(one) == (above.name, *above.above))


def told_apart(found: Jurisdiction, told: str) -> Jurisdiction:
    """A place of a shared name, by the only place above one of that name of which a text speaks."""
    fitting = [one for one in named()[found.name] if any(above in told for above in chain(one)[:1])]
    return place(fitting[0]) if len(fitting) == 1 else found
