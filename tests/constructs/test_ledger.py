"""The ledger: no line of a region is lost without a word, and every character of a document has a kind."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.constructs import accounted, extract, read
from kg.facts import Doubt, Fact, Membership
from tests.constructs.golden import HEAD
from tests.constructs.test_golden import CASES
from tests.typeset import draw_readable, fit, settle, typeset
from tests.typeset.drawing import draw_rosters

RUBBISH = ("□□□", "Xxq Wv", "￥%#", "？？？", "abc1")
"""What may stand where a scanned or cut text had a name."""


def balanced(text: str, nlp: Language) -> None:
    """Every character is told once, and regions hold facts and doubts only."""
    for document, facts in read(text, nlp):
        entries = accounted(document, facts).entries
        ends = [document.text.span.start, *(one.at.end for one in entries)]
        assert [one.at.start for one in entries] == ends[:-1]
        assert ends[-1] == document.text.span.end <= len(text)
        assert sum(one.size for one in entries) == len("".join(document.text.chars.split()))
        assert {one.kind for one in entries if one.opened} <= {"fact", "doubt"}


def doubted(facts: list[Fact], start: int, end: int) -> bool:
    """Whether a doubt covers a stretch."""
    return any(isinstance(one, Doubt) and one.at.start <= start and end <= one.at.end for one in facts)


def garbled(random: Random, nlp: Language) -> tuple[str, int, int, list[Membership]] | None:
    """A typeset roster with one name made rubbish, where that stands, and the other seats."""
    layout = settle(draw_readable(random))
    text = typeset(fit(draw_rosters(random), layout), layout)
    seats = [one for one in extract(text, nlp) if isinstance(one, Membership) and one.person]
    seats = [one for one in seats if str(one.person) in one.at.cut(text)]
    if not seats:
        return None
    one, rubbish = random.choice(seats), random.choice(RUBBISH)
    at = text.index(str(one.person), one.at.start)
    others = [other for other in seats if other.person != one.person]
    return text[:at] + rubbish + text[at + len(str(one.person)) :], at, at + len(rubbish), others


@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_the_ledger_of_a_golden_text_balances(case: object, nlp: Language) -> None:
    text = str(getattr(case, "text", ""))
    balanced(text[1:] if text.startswith("!") else HEAD + text, nlp)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000))
def test_a_garbled_line_is_a_doubt_and_the_others_are_read_or_doubts(seed: int, nlp: Language) -> None:
    made = garbled(Random(seed), nlp)
    if made is None:
        return
    text, start, end, others = made
    facts = extract(text, nlp)
    balanced(text, nlp)
    assert doubted(facts, start, end), text
    read_again = {one.person for one in facts if isinstance(one, Membership)}
    for other in others:
        place = text.find(str(other.person))
        assert other.person in read_again or doubted(facts, place, place + 1), (other.person, text)


LOOKS = {
    "2020年3月，市政府决定免去田小野同志的市财政局局长职务。": "",
    "领导小组由市财政局、市教育局以及某某等组成。": "",
    "各单位要成立领导小组，由主要负责同志任组长。": "",
    "主办单位：临河市人民政府办公室　承办：临河市政府信息中心": "",
    "责任编辑：田小野": "",
    "拟任命田小野为市财政局局长。": "",
}
"""Lines of plain prose, and the construct of the doubt that each gives, if any."""


@pytest.mark.parametrize("line", LOOKS)
def test_what_looks_like_a_construct_is_a_doubt(line: str, nlp: Language) -> None:
    head = "临河市人民政府办公室关于做好防汛工作的通知\n\n临政办〔2020〕1号\n\n各县区人民政府：\n\n"
    told = [one.construct for one in extract(head + line + "\n", nlp) if isinstance(one, Doubt)]
    assert told == ([LOOKS[line]] if LOOKS[line] else [])
