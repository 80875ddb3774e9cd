"""Documents of issues: whole under contents of every shape, none of them an entry of the contents."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.constructs import extract
from kg.facts import Assignment, Header, Issue, Membership
from tests.notice.issues import DOTTED, LEADERS, of
from tests.notice.shapes_of_contents import BODY, CONTENTS, INDEX, NUMBERS


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (DOTTED, ["临政发〔2019〕12号", "临政函〔2019〕8号", "临政任〔2019〕3号"]),
        (LEADERS, ["临政发[2008]3号", "临政办发[2008]9号"]),
    ],
)
def test_neither_the_contents_nor_a_page_of_them_is_a_document(text: str, numbers: list[str], nlp: Language) -> None:
    assert [fact.document for fact in of(Header, text, nlp)] == numbers
    assert of(Assignment, text, nlp) == []
    assert {fact.document for fact in extract(text, nlp)} - set(numbers) == {of(Issue, text, nlp)[0].document}


@pytest.mark.parametrize("shape", CONTENTS)
@pytest.mark.parametrize("tail", ["", "\n大事记\n\n7月3日，市政府任命安伟为指挥长。\n", INDEX])
def test_documents_under_contents_of_every_shape(shape: str, tail: str, nlp: Language) -> None:
    headers = [fact for fact in of(Header, CONTENTS[shape] + BODY + tail, nlp) if isinstance(fact, Header)]
    assert [fact.number for fact in headers] == NUMBERS
    assert [len(fact.recipients) for fact in headers] == [2, 1, 1]
    assert [fact.date for fact in headers] == ["2019-07-03", "2019-07-09", "2019-07-20"]


def test_two_issues_in_one_text_have_the_documents_of_both(sample_text: str, nlp: Language) -> None:
    for kind in (Header, Issue, Membership, Assignment):
        assert len(of(kind, sample_text + "\n" + sample_text, nlp)) == 2 * len(of(kind, sample_text, nlp)) > 0
