"""What mastheads of issues say."""

from __future__ import annotations

from spacy.language import Language

from kg.facts import Issue
from tests.notice.issues import DOTTED, LEADERS, of


def test_a_masthead_with_several_labels_in_a_line(nlp: Language) -> None:
    (issue,) = of(Issue, DOTTED, nlp)
    assert isinstance(issue, Issue)
    assert (issue.document, issue.total, issue.date) == ("临河市人民政府公报 2019年第4号", 31, "2019-08-30")
    assert (issue.publisher, issue.address) == ("临河市人民政府办公室", "临河市解放路2号")
    assert (issue.postcode, issue.phones) == ("015000", ("（0478）8221000",))


def test_what_a_masthead_says_behind_its_contents(nlp: Language) -> None:
    (issue,) = of(Issue, LEADERS, nlp)
    assert isinstance(issue, Issue)
    assert (issue.year, issue.number, issue.publisher) == (2008, 2, "临河县人民政府办公室")
    assert (issue.website, issue.phones) == ("www.linhe.gov.cn", ("0478-8220000",))
