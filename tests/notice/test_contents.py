"""Contents of issues: entries whole over wrapped lines, each with the document to which it refers."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.facts import ContentsEntry
from tests.notice.issues import DOTTED, LEADERS, of
from tests.notice.shapes_of_contents import BODY, CONTENTS, NUMBERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DOTTED,
            [
                (
                    "市政府文件",
                    "临河市人民政府关于印发临河市公共停车场建设管理办法（试行）的通知",
                    2,
                    "临政发〔2019〕12号",
                ),
                ("市政府文件", "临河市人民政府关于同意设立城东物流园区的批复", 14, "临政函〔2019〕8号"),
                ("人事任免", "临河市人民政府关于安伟等同志职务任免的通知", 20, "临政任〔2019〕3号"),
                ("大事记", "2019年7月大事记", 21, None),
                ("统计资料", "2019年1—7月全市主要经济指标", 22, None),
            ],
        ),
        (
            LEADERS,
            [
                ("县政府文件", "临河县人民政府关于下达2008年造林任务的通知", 1, "临政发[2008]3号"),
                ("县政府文件", "关于调整县防汛抗旱指挥部成员的通知", 4, "临政办发[2008]9号"),
                ("大事记", "二〇〇八年三月", 6, None),
            ],
        ),
    ],
)
def test_entries_of_the_contents_are_whole(text: str, expected: list[tuple[object, ...]], nlp: Language) -> None:
    found = [fact for fact in of(ContentsEntry, text, nlp) if isinstance(fact, ContentsEntry)]
    assert [(fact.section and "".join(fact.section.split()), fact.title, fact.page, fact.refers) for fact in found] == (
        expected
    )
    first = text[found[0].at.start : found[0].at.end]
    assert first.startswith("临河")
    assert first[-1] in "）)"


@pytest.mark.parametrize(
    "shape", [shape for shape in CONTENTS if shape not in ("without pages", "pages before the titles")]
)
def test_entries_with_their_pages_refer_to_the_documents(shape: str, nlp: Language) -> None:
    found = [fact for fact in of(ContentsEntry, CONTENTS[shape] + BODY, nlp) if isinstance(fact, ContentsEntry)]
    assert [(fact.page, fact.refers) for fact in found][:3] == list(zip((3, 5, 7), NUMBERS, strict=True))
