"""Pages of issues that are no documents: nothing is read there but the gazette's board."""

from __future__ import annotations

from spacy.language import Language

from kg.constructs import extract
from kg.facts import Appointment, Membership
from kg.notice import documents
from tests.notice.shapes_of_contents import BODY, CONTENTS


def test_a_chronicle_in_a_text_without_contents_is_the_notices_own() -> None:
    head = "临河市人民政府关于编修市志的通知\n\n临政发〔2019〕2号\n\n市志办：\n\n请编修下列各卷。\n\n"
    (document,) = documents(head + "大事记\n\n人物志\n")
    assert [block.chars for block in document.blocks][-2:] == ["大事记", "人物志"]


def test_a_page_of_the_chronicle_says_nothing_of_persons(nlp: Language) -> None:
    text = CONTENTS["pages behind a stroke"] + BODY + "\n2019年7月大事记\n\n7月3日，任命高永瑞为市水利局局长。\n"
    assert [fact.post for fact in extract(text, nlp) if isinstance(fact, Appointment)] == ["市财政局局长"]


def test_the_board_below_a_page_of_the_chronicle_is_read(nlp: Language) -> None:
    text = CONTENTS["pages behind a stroke"] + BODY + "\n2019年7月大事记\n\n7月3日，市长安伟任指挥长。\n"
    text += "\n《临河市人民政府公报》编辑委员会\n\n主　任：柴贵海\n委　员：宋 东　吕大伟\n"
    boards = [fact for fact in extract(text, nlp) if isinstance(fact, Membership) and fact.body.startswith("《")]
    assert [(fact.role, fact.person) for fact in boards] == [("主任", "柴贵海"), ("委员", "宋东"), ("委员", "吕大伟")]
