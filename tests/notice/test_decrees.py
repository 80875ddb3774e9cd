"""An issue with decrees of one title, a speech, and a document of several issuers."""

from __future__ import annotations

from spacy.language import Language

from kg.facts import ContentsEntry, Header, Membership
from tests.notice.issues import of

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
