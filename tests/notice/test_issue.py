"""Whole issues of gazettes: masthead, contents over wrapped lines, documents, and pages that are none."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.constructs import extract
from kg.facts import Appointment, Assignment, ContentsEntry, Fact, Header, Issue, Membership
from kg.notice import documents

DOTTED = """临 河 市 人 民 政 府 公 报

2019年 第 4 期（总第 31 期）

临河市人民政府办公室主办

2019 年 8 月 30 日出版

地址：临河市解放路2号    邮编：015000
电话：（0478）8221000    内部资料  免费赠阅

目　　录

【市政府文件】

临河市人民政府关于印发临河市公共停车场建设管理
　　办法（试行）的通知（临政发〔2019〕12号）…………………………（2）
临河市人民政府关于同意设立城东物流园区的批复
　　（临政函〔2019〕8号）……………………………………………（１４）

·人事任免·

临河市人民政府关于安伟等同志职务任免的通知（临政任〔2019〕3号）…（20）

【大 事 记】

2019年7月大事记……………………………………………………………（21）

【统计资料】

2019年1—7月全市主要经济指标………………………………………（22）

— 1 —

临河市人民政府关于印发临河市公共停车场
建设管理办法（试行）的通知

临政发〔2019〕12号

各旗县区人民政府，市直各部门：

现将《临河市公共停车场建设管理办法（试行）》印发给你们，请遵照执行。

临河市人民政府
2019年7月3日

临河市人民政府
关于同意设立城东物流园区的批复

临政函〔2019〕8号

市商务局：

同意设立城东物流园区。

临河市人民政府
2019年7月9日

临河市人民政府
关于安伟等同志职务任免的通知

临政任〔2019〕3号

各旗县区人民政府：

任命安伟为市财政局局长。

临河市人民政府
2019年7月20日

2019年7月大事记

3日　市长高永瑞主持召开会议，任命宋东为筹备组组长。

2019年1—7月全市主要经济指标

指标名称\t单位\t2019年\t2018年
财政总收入\t亿元\t12.4\t11.9

主管：临河市人民政府办公室　　主办：临河市人民政府公报室
"""

LEADERS = """临河县人民政府公报

2008年第2期
（总第9期）

目次

◆ 县政府文件 ◆
临河县人民政府关于下达2008年造林任务的通
    知 …………………………………… 临政发[2008]3号（1）
关于调整县防汛抗旱指挥部成员的通知
    ………………………………………… 临政办发[2008]9号（4）
◆ 大 事 记 ◆
二〇〇八年三月 ................................ 6

《临河县人民政府公报》编辑部
主编：聂建英
电话：0478-8220000  网址：www.linhe.gov.cn
主办：临河县人民政府办公室

第 1 页 共 6 页
临河县人民政府
关于下达2008年造林任务的通知

临政发[2008]3号

各乡镇人民政府：
    现将造林任务下达给你们。
临河县人民政府
2008年3月2日

临河县人民政府办公室
关于调整县防汛抗旱指挥部成员的通知

临政办发[2008]9号

各乡镇人民政府：
    现予公布。
临河县人民政府办公室
2008年3月9日

大 事 记
（二〇〇八年三月）

    二日  县长柴贵海检查春耕。

主办：临河县人民政府公报室
印刷：临河日报社印刷厂
"""


def of(kind: type[Fact], text: str, nlp: Language) -> list[Fact]:
    """The facts of one kind in a text."""
    return [fact for fact in extract(text, nlp) if type(fact) is kind]


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


def test_a_chronicle_in_a_text_without_contents_is_the_notices_own() -> None:
    head = "临河市人民政府关于编修市志的通知\n\n临政发〔2019〕2号\n\n市志办：\n\n请编修下列各卷。\n\n"
    (document,) = documents(head + "大事记\n\n人物志\n")
    assert [block.chars for block in document.blocks][-2:] == ["大事记", "人物志"]


BODY = """
临河市人民政府
关于印发临河市公共停车场建设管理办法的通知

临政发〔2019〕12号

各旗县区人民政府，市直各部门：

现将《临河市公共停车场建设管理办法》印发给你们，请遵照执行。

临河市人民政府
2019年7月3日

临河市公共停车场建设管理办法

第一条　为加强管理，制定本办法。

第二条　本办法自发布之日起施行。

临河市人民政府办公室
关于成立临河市防汛抗旱指挥部的通知

临政办发〔2019〕8号

各旗县区人民政府：

为加强领导，市政府决定成立临河市防汛抗旱指挥部，组成人员如下：

总指挥：安　伟　市长
副总指挥：高永瑞　副市长
成　员：宋　东　市财政局局长

临河市人民政府办公室
2019年7月9日

临河市人民政府
关于安伟等同志职务任免的通知

临政任〔2019〕3号

各旗县区人民政府：

任命安伟为市财政局局长。

临河市人民政府
2019年7月20日
"""
NUMBERS = ["临政发〔2019〕12号", "临政办发〔2019〕8号", "临政任〔2019〕3号"]
CONTENTS = {
    "without pages": """临河市人民政府公报

2019年第4期

目　录

【市政府文件】

临河市人民政府关于印发临河市公共停车场建设管理办法的通知
（临政发〔2019〕12号）

【市政府办公室文件】

临河市人民政府办公室关于成立临河市防汛抗旱指挥部的通知
（临政办发〔2019〕8号）

【人事任免】

临河市人民政府关于安伟等同志职务任免的通知

""",
    "pages before the titles": """临河市人民政府公报

2019年第4期

目　录

市政府文件
3　临河市人民政府关于印发临河市公共停车场建设管理办法的通知
　（临政发〔2019〕12号）
市政府办公室文件
5　临河市人民政府办公室关于成立临河市防汛抗旱指挥部的通知
　（临政办发〔2019〕8号）
人事任免
7　临河市人民政府关于安伟等同志职务任免的通知
　（临政任〔2019〕3号）

""",
    "pages behind a stroke": """临河市人民政府公报
2019年第4期（总第31期）
编辑委员会
主　任：安 伟
副主任：聂建英  柴贵海
委　员：宋 东  高永瑞
主　编：宋 东
目录
·市政府文件·
临河市人民政府关于印发临河市公共停车场建设管理办法的通知/3
临河市人民政府办公室关于成立临河市防汛抗旱指挥部的通知/5
·人事任免·
临河市人民政府关于安伟等同志职务任免的通知/7
·大事记·
2019年7月/9

""",
    "pages in brackets alone": """临河市人民政府公报
2019年第4期
目录
市政府文件
临河市人民政府关于印发临河市公共停车场建设管理办法的通知（3）
市政府办公室文件
临河市人民政府办公室关于成立临河市防汛抗旱指挥部的通知（5）
人事任免
临河市人民政府关于安伟等同志职务任免的通知（7）

""",
    "pages behind the numbers": """临河市人民政府公报

2019年第4期

目　录

市政府文件

临河市人民政府关于印发临河市公共停
车场建设管理办法的通知
临政发〔2019〕12号　　　3

市政府办公室文件

临河市人民政府办公室关于成立临河市
防汛抗旱指挥部的通知
临政办发〔2019〕8号　　　5

人事任免

临河市人民政府关于安伟等同志职务任
免的通知
临政任〔2019〕3号　　　7

""",
}
INDEX = """
临河市人民政府公报2019年总目录

【市政府文件】

临河市人民政府关于加强环境保护工作的意见（1·3）
临河市人民政府关于印发临河市公共停车场建设管理办法的通知（4·2）

【人事任免】

临河市人民政府关于安伟等同志职务任免的通知（4·7）
"""


@pytest.mark.parametrize("shape", CONTENTS)
@pytest.mark.parametrize("tail", ["", "\n大事记\n\n7月3日，市政府任命安伟为指挥长。\n", INDEX])
def test_documents_under_contents_of_every_shape(shape: str, tail: str, nlp: Language) -> None:
    headers = [fact for fact in of(Header, CONTENTS[shape] + BODY + tail, nlp) if isinstance(fact, Header)]
    assert [fact.number for fact in headers] == NUMBERS
    assert [len(fact.recipients) for fact in headers] == [2, 1, 1]
    assert [fact.date for fact in headers] == ["2019-07-03", "2019-07-09", "2019-07-20"]


@pytest.mark.parametrize(
    "shape", [shape for shape in CONTENTS if shape not in ("without pages", "pages before the titles")]
)
def test_entries_with_their_pages_refer_to_the_documents(shape: str, nlp: Language) -> None:
    found = [fact for fact in of(ContentsEntry, CONTENTS[shape] + BODY, nlp) if isinstance(fact, ContentsEntry)]
    assert [(fact.page, fact.refers) for fact in found][:3] == list(zip((3, 5, 7), NUMBERS, strict=True))


def test_a_page_of_the_chronicle_says_nothing_of_persons(nlp: Language) -> None:
    text = CONTENTS["pages behind a stroke"] + BODY + "\n2019年7月大事记\n\n7月3日，任命高永瑞为市水利局局长。\n"
    assert [fact.post for fact in extract(text, nlp) if isinstance(fact, Appointment)] == ["市财政局局长"]


def test_the_board_below_a_page_of_the_chronicle_is_read(nlp: Language) -> None:
    text = CONTENTS["pages behind a stroke"] + BODY + "\n2019年7月大事记\n\n7月3日，市长安伟任指挥长。\n"
    text += "\n《临河市人民政府公报》编辑委员会\n\n主　任：柴贵海\n委　员：宋 东　吕大伟\n"
    boards = [fact for fact in extract(text, nlp) if isinstance(fact, Membership) and fact.body.startswith("《")]
    assert [(fact.role, fact.person) for fact in boards] == [("主任", "柴贵海"), ("委员", "宋东"), ("委员", "吕大伟")]


DECREES = """河南省人民政府公报

2018年 第22期
（总第1023期）

目　录

省政府令

河南省行政规范性文件管理规定（第271号）………………………………………（1）
河南省渔港管理办法（第272号）……………………………………………………（6）

领导讲话
在全省农村工作会议上的讲话……………………………………聂建英（9）

省直部门文件

河南省财政厅　河南省教育厅关于印发学生资助资金管理办法的通知
（豫财教〔2018〕9号）………………………………………………（15）

河南省人民政府令

第271号

《河南省行政规范性文件管理规定》已经省人民政府通过，现予公布。

省长　安伟
2018年10月15日

河南省人民政府令

第272号

《河南省渔港管理办法》已经省人民政府通过，现予公布。

省长　安伟
2018年10月20日

在全省农村工作会议上的讲话

省长　安伟

（2018年9月10日）

同志们：

由聂建英任领导小组组长。

河南省财政厅　河南省教育厅
关于印发学生资助资金管理办法的通知

豫财教〔2018〕9号

各市财政局、教育局：

现印发给你们。

河南省财政厅　河南省教育厅
2018年10月23日
"""


def test_decrees_of_one_title_speeches_and_joint_issuers(nlp: Language) -> None:
    headers = [fact for fact in of(Header, DECREES, nlp) if isinstance(fact, Header)]
    assert [(fact.number, fact.issuer, fact.date) for fact in headers] == [
        ("第271号", "河南省人民政府", "2018-10-15"),
        ("第272号", "河南省人民政府", "2018-10-20"),
        ("豫财教〔2018〕9号", "河南省财政厅、河南省教育厅", "2018-10-23"),
    ]
    found = [fact for fact in of(ContentsEntry, DECREES, nlp) if isinstance(fact, ContentsEntry)]
    assert [(fact.section, fact.page, fact.refers) for fact in found] == [
        ("省政府令", 1, "第271号"),
        ("省政府令", 6, "第272号"),
        (None, 9, None),
        ("省直部门文件", 15, "豫财教〔2018〕9号"),
    ]
    assert not of(Membership, DECREES, nlp)


def test_two_issues_in_one_text_have_the_documents_of_both(sample_text: str, nlp: Language) -> None:
    for kind in (Header, Issue, Membership, Assignment):
        assert len(of(kind, sample_text + "\n" + sample_text, nlp)) == 2 * len(of(kind, sample_text, nlp)) > 0
