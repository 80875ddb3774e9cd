"""The gate before the graph: a name that no body and no person can bear makes no node, but a doubt.

::

    body   = no mark outside brackets and quotes, no verb, digits only where names have them (第二中学, 101医院)
    person = letters, and the dots of long names
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch

from kg.constructs import KINDS, NAMED_PLACES
from kg.facts import Assignment, Doubt, Fact, Header, Office
from kg.identity.bodies import is_class, is_group
from kg.identity.mentions import named
from kg.identity.printed import printed_names
from kg.lexicon import ROLE, split_post

__all__ = ["gated", "odd_body", "odd_person", "stopped"]

LONGEST = 40
ODD = "an odd name"
"""How the reasons of the gate's doubts begin; what is odd follows."""
INNER = re.compile(r"（[^（）]*）|\([^()]*\)|“[^“”]*”|\"[^\"]*\"|《[^《》]*》|〔[^〔〕]*〕|‘[^‘’]*’")
"""Brackets and quotes, in which a name may have marks."""
MARKUP = re.compile(r"[<>]|&[a-z#]")
MARKS = re.compile(r"[，。：；！？,;:!?]")
SIGNS = re.compile(r"[□■◆●★※#*￥$|_=+~^@\\/%\ufffd]")
ENDS = re.compile(r"\A\d{1,2}[.．、)）]|\d\Z|\d{7}")
"""Digits where no name has them: an item's number before it, a page's or a note's behind it, a telephone's within."""
AMOUNTS = re.compile(r"\d[%％]|\d(?:万|亿|元|吨|公里|平方|户)|\d(?:月\d+日|年\d+月)")
"""Amounts and dates, which only groups bear (“5月11日”事故调查组)."""
VERBS = re.compile(
    r"会同|牵头|担任|兼任|任命|免去|不再|应当|必须|负责(?!人|同志)|按照|根据|现将|印发给|切实|确保|抓好|做好|认真"
)
GROUPED = re.compile(rf"(?:{KINDS}|[组部]|办公室)\Z")
SEVERAL = re.compile(r"\A(?:[省市县区州盟旗]?委、[省市县区州盟旗]?政府|[省市县区州]?党委、政府)")
"""Two bodies whose common office bears both names (市委、市政府督查室)."""
NO_PERSON = re.compile(r"[^\w·•．・‧.（）()\s]|[\d_]")


def gated(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts in order, those with an odd name as doubts; of lists of bodies only the odd names are taken out."""
    for fact in facts:
        odd = tuple(dict.fromkeys(oddities(fact)))
        if not odd:
            yield fact
            continue
        kept = without(fact, {name for name, _ in odd})
        if kept is not None:
            yield kept
        for name, why in odd:
            yield Doubt(document=fact.document, at=fact.at, construct=fact.type, reason=f"{ODD}, {why}: {name[:60]}")


def stopped(facts: Iterable[Fact]) -> Counter[str]:
    """How often the gate found each odd thing, by what is odd."""
    reasons = (fact.reason for fact in facts if isinstance(fact, Doubt) and fact.reason.startswith(f"{ODD}, "))
    return Counter(reason.removeprefix(f"{ODD}, ").partition(": ")[0] for reason in reasons)


def oddities(fact: Fact) -> Iterator[tuple[str, str]]:
    """The odd names of a fact, each with what is odd."""
    for name, group in printed_names(fact):
        why = odd_body(name, group)
        if why:
            yield name, why
    for one in named(fact):
        why = odd_person(one.name)
        if why:
            yield one.name, why


def odd_body(name: str, group: bool = False) -> str:
    """What is odd in the name of a body, '' where nothing is; a `group` (领导小组) may be named after what it does."""
    bare = INNER.sub("", name)
    several = SEVERAL.match(bare) or NAMED_PLACES.search(bare) or is_class(name) or is_group(bare)
    told = not (group or is_group(bare) or GROUPED.search(bare))
    checks = (
        (len(name) < 2, "a single character"),
        (len(name) > LONGEST, f"longer than {LONGEST} characters"),
        (MARKUP.search(name), "markup"),
        (SIGNS.search(bare), "a sign"),
        (MARKS.search(bare) or ("、" in bare and not (several or group)), "a mark"),
        (ENDS.search(bare) or (told and AMOUNTS.search(bare)), "digits"),
        (told and VERBS.search(bare), "a verb"),
    )
    return next((why for found, why in checks if found), "")


def odd_person(name: str) -> str:
    """What is odd in the name of a person, '' where nothing is."""
    checks = (
        (len(name) < 2, "a single character"),
        (len(name) > LONGEST, f"longer than {LONGEST} characters"),
        (MARKUP.search(name), "markup"),
        (ROLE.fullmatch(name), "a role"),
        (NO_PERSON.search(name), "a sign"),
    )
    return next((why for found, why in checks if found), "")


@singledispatch
def without(fact: Fact, odd: set[str]) -> Fact | None:
    """What is left of a fact without odd names, None where that is nothing."""
    del fact, odd
    return None


@without.register
def _(fact: Assignment, odd: set[str]) -> Fact | None:
    parts = (fact.lead, fact.participants, fact.responsible)
    lead, participants, responsible = (tuple(name for name in part if name not in odd) for part in parts)
    if not (lead or participants or responsible):
        return None
    return replace(fact, lead=lead, participants=participants, responsible=responsible)


@without.register
def _(fact: Header, odd: set[str]) -> Fact | None:
    issuers = [name for name in (fact.issuer or "").split("、") if name not in odd]
    return replace(fact, issuer="、".join(issuers) or None)


@without.register
def _(fact: Office, odd: set[str]) -> Fact | None:
    if fact.of in odd:
        return None
    heads = tuple(
        head
        for head in fact.heads
        if head.person not in odd and not any(split_post(post)[0] in odd for post in head.posts)
    )
    host = None if fact.host in odd else fact.host
    return replace(fact, host=host, heads=heads) if host or heads else None
