"""Documents that a text cites, each with the number in the bracket behind its title."""

from __future__ import annotations

import pytest

from kg.notice.foot import citations
from kg.text import Text


@pytest.mark.parametrize(
    ("bracket", "number"),
    [
        ("（临政〔2019〕26号）", "临政〔2019〕26号"),
        ("（临政办〔2019〕26号文件）", "临政办〔2019〕26号"),
        ("（国务院令第588号）", "国务院令第588号"),
        ("(中华人民共和国主席令第七十号)", "中华人民共和国主席令第七十号"),
        ("（省人民政府第3号令）", "省人民政府第3号令"),
        ("（临河市人民政府令2019年第3号）", "临河市人民政府令2019年第3号"),
        ("（公安部令〔2019〕第3号）", "公安部令〔2019〕第3号"),
        ("（2018年3月19日国务院令第698号公布）", "国务院令第698号"),
        ("（第12号）", "第12号"),
        ("（2019年本）", None),
        ("", None),
    ],
)
def test_a_cited_number_is_whole_with_the_issuer_of_a_decree(bracket: str, number: str | None) -> None:
    (cited,) = citations(Text.of(f"根据《测试管理办法》{bracket}制定。"))
    assert (cited.title, cited.number) == ("测试管理办法", number)
