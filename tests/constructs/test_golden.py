"""The golden cases of tests/data."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.constructs import extract
from kg.facts import Header
from tests.constructs.golden import HEAD, Case, cases, shown

DATA = Path(__file__).parents[1] / "data"
CASES = [case for path in sorted(DATA.glob("*.md")) for case in cases(path)]


def read(case: Case, nlp: Language) -> tuple[str, str]:
    """The source of a case and its facts as the case prints them."""
    own = case.text.startswith("!")
    text = case.text[1:] if own else HEAD + case.text
    facts = extract(text, nlp)
    for fact in facts:
        assert text[fact.at.start : fact.at.end].strip() == text[fact.at.start : fact.at.end]
    told = [shown(fact) for fact in facts if own or not isinstance(fact, Header)]
    return text, "\n".join(line for line in told if line)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.place} {case.title}" for case in CASES])
def test_case(case: Case, nlp: Language) -> None:
    assert read(case, nlp)[1] == case.expected


def test_the_files_hold_cases() -> None:
    assert len(CASES) >= 60, "golden cases are missing: are their dots right?"
