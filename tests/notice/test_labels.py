"""Each line of an issue is told the one thing that it is part of, and the lines are cut where one begins."""

from __future__ import annotations

import pytest

from kg.notice.contents import Entry
from kg.notice.heads import Head
from kg.notice.labels import Label, Labelled, Masthead, Page, labelled
from kg.notice.regions import regions
from kg.text import Line, Text, lines
from tests.notice.issues import DOTTED, LEADERS


def labels_of(text: str) -> list[tuple[str, Label]]:
    """The lines of a text without blanks, each with its label."""
    told = labelled(lines(Text.of(text)))
    return [(line.flat, label) for line, label in zip(told.lines, told.labels, strict=True)]


@pytest.mark.parametrize(
    ("flat", "label"),
    [
        ("临河市人民政府公报", Masthead),
        ("目录", Masthead),
        ("（临政函〔2019〕8号）……………………………………………（１４）", Entry),
        ("【大事记】", Masthead),
        ("关于同意设立城东物流园区的批复", Head),
        ("市商务局：", Head),
        ("同意设立城东物流园区。", type(None)),
        ("2019年7月9日", type(None)),
        ("2019年7月大事记", Page),
        ("3日市长高永瑞主持召开会议，任命宋东为筹备组组长。", Page),
        ("2019年1—7月全市主要经济指标", Page),
    ],
)
def test_a_line_has_the_label_of_what_it_is_part_of(flat: str, label: type) -> None:
    assert {type(told) for line, told in labels_of(DOTTED) if line == flat} == {label}


@pytest.mark.parametrize("text", [DOTTED, LEADERS, DOTTED + LEADERS, "只有一行。"])
def test_every_line_is_in_one_region(text: str) -> None:
    found = lines(Text.of(text))
    cut = list(regions(labelled(found)))
    assert [line for region in cut for line in region.lines] == found
    assert all(region.lines for region in cut)


def test_a_masthead_has_the_entries_and_the_documents_of_its_own_issue() -> None:
    first, second = (
        region for region in regions(labelled(lines(Text.of(DOTTED + LEADERS)))) if isinstance(region.label, Masthead)
    )
    assert [entry.page for entry in first.entries] == [2, 14, 20, 21, 22]
    assert [head.number for head in first.heads] == ["临政发〔2019〕12号", "临政函〔2019〕8号", "临政任〔2019〕3号"]
    assert [entry.page for entry in second.entries] == [1, 4, 6]
    assert [head.number for head in second.heads] == ["临政发[2008]3号", "临政办发[2008]9号"]


def test_a_contents_begins_without_the_last_section_of_the_issue_before() -> None:
    title = "临河市人民政府公报\n2019年第5期\n目录\n临河市人民政府关于加强防汛工作的通知……（1）\n"
    *_, last = (region for region in regions(labelled(lines(Text.of(DOTTED + title)))) if region.entries)
    assert [(entry.section, entry.page) for entry in last.entries] == [(None, 1)]


def test_lines_and_labels_are_as_many() -> None:
    found: list[Line] = lines(Text.of("一行\n"))
    with pytest.raises(ValueError, match="1 lines and 0 labels"):
        Labelled(found, ())
