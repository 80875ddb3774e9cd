"""Any mixture of the words of notices is read without an error, and every value stands in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.constructs import extract
from kg.facts import Appointment, MemberBody, Membership, contract
from kg.formats import Source
from kg.graph import build_graph
from kg.identity import resolve

pytestmark = pytest.mark.slow

WORDS = (Path(__file__).parents[1] / "data" / "words.txt").read_text(encoding="utf-8").split()
PIECES = st.lists(st.sampled_from([*WORDS, " ", "　", "\t", "|", "\n", "\n\n", "\n　　"]), max_size=60).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(text="一、）")
@example(text="1.做事。（市教育局" + "和市财政局" * 5000 + "负责）")
@given(text=PIECES)
def test_nothing_raises_and_nothing_is_made_up(text: str, nlp: Language) -> None:
    facts = list(contract.sourced(extract(text, nlp), Source(text, "rubbish.txt")))
    flat = "".join(text.split())
    for one in facts:
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote != ""
        fact = one.fact
        if isinstance(fact, (Membership, Appointment)) and fact.person:
            assert fact.person in flat
        if isinstance(fact, MemberBody):
            assert fact.member[-2:] in flat
    names = resolve(facts)
    build_graph(facts, names)
    assert len(list(contract.lines(facts, names))) == len(facts)
