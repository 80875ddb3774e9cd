"""The spaCy pipeline: one token a character, constructs as components, users' own among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from spacy.language import Language

from kg.build import Built
from kg.constructs import CONSTRUCTS, construct, extract, pipeline
from kg.facts import Fact
from kg.notice import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotline(Fact):
    """A telephone number: a kind of fact that the package does not know."""

    type: ClassVar[str] = "hotline"
    number: str


def hotlines(document: Document) -> Iterator[Fact]:
    """Telephone numbers."""
    for match in re.finditer(r"\d{4}-\d{7}", document.text.chars):
        yield Hotline(document=document.key, at=document.text.group(match).span, number=match[0])


def test_a_construct_from_outside_the_package(sample_text: str) -> None:
    construct("hotline")(hotlines)
    try:
        nlp = pipeline()
        assert "hotline" in nlp.pipe_names
        found = [fact for fact in extract(sample_text, nlp) if isinstance(fact, Hotline)]
        assert [fact.number for fact in found] == ["0398-2852172", "0398-2889852"]
        assert all(fact.at.cut(sample_text) == fact.number for fact in found)
    finally:
        del CONSTRUCTS["hotline"]


def test_tokens_are_characters(nlp: Language, sample_text: str) -> None:
    doc = nlp.make_doc(sample_text)
    assert len(doc) == len(sample_text)
    assert doc.text == sample_text
    assert doc[100].idx == 100


def test_a_whole_text_through_the_pipeline_gives_the_same_facts(nlp: Language, sample_text: str) -> None:
    whole = nlp(sample_text)._.facts
    assert sorted(map(repr, whole)) == sorted(map(repr, extract(sample_text, nlp)))


def test_parts_can_be_switched_off(nlp: Language, sample_text: str) -> None:
    with nlp.select_pipes(disable="roster"):
        assert not any(fact.type == "membership" for fact in extract(sample_text, nlp))
    assert any(fact.type == "membership" for fact in extract(sample_text, nlp))


def test_facts_come_in_order_of_appearance(built: Built) -> None:
    starts = [one.evidence.start for one in built.facts]
    assert starts == sorted(starts)


def test_ids_are_unique(built: Built) -> None:
    assert len({one.id for one in built.facts}) == len(built.facts)
