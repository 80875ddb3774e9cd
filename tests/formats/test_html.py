"""Web pages: containers, lines, tables, what is hidden, what a page says of its document."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.formats import Metadata, extract
from tests.formats.made import LINES, html, page, paragraphs

TEXT = "\n".join(LINES) + "\n"
MENU = "<ul class='menu'>" + "<li><a href='/'>政务公开栏目</a></li>" * 20 + "</ul>"


def test_the_document_without_menus() -> None:
    assert extract(html()).text == TEXT


@pytest.mark.parametrize(
    "container",
    ["id='UCAP-CONTENT'", "id='zoom'", "class='TRS_Editor'", "class='pages_content'", "class='view'", "class='box17'"],
)
def test_containers_known_and_unknown(container: str) -> None:
    assert extract(page(f"{MENU}<div><div {container}>{paragraphs()}</div></div>{MENU}")).text == TEXT


def test_a_document_shown_a_second_time_is_read_once() -> None:
    box = f"<div id='zoom'>{paragraphs()}</div>"
    assert extract(page(box + box)).text == TEXT


def test_lines_entities_and_what_is_hidden() -> None:
    body = (
        "<div id='zoom'>第一行&nbsp;甲&amp;乙<br>第二行<div>第三\n  行</div><p style='display: none'>隐藏</p>"
        "<script>var a</script><!-- 注 --><span hidden>隐藏</span>第四行" + paragraphs() + "</div>"
    )
    assert extract(page(body)).text.split("\n")[:4] == ["第一行\xa0甲&乙", "第二行", "第三行", "第四行"]


def test_rows_of_tables_with_merged_cells_repeated() -> None:
    rows = (
        "<tr><th colspan=3>名单</th></tr><tr><td rowspan=2>成员</td><td>王小明</td><td>局长</td></tr>"
        "<tr><td>李小华</td><td><p>局长</p><p>（兼）</p></td></tr>"
    )
    found = extract(page(f"<div id='zoom'>{paragraphs()}<table>{rows}</table></div>"))
    assert found.text.removeprefix(TEXT) == "名单\n成员\t王小明\t局长\n成员\t李小华\t局长 （兼）\n"
    assert [(found.text[mark.start : mark.start + 2], mark.kind) for mark in found.marks] == [("名单", "table")]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    cell = paragraphs(LINES * 5)
    found = extract(page(f"<table><tr><td>栏目</td><td id='zoom'>{cell}</td></tr></table>"))
    assert found.text == TEXT * 5


def test_the_title_comes_first_where_the_container_lacks_it() -> None:
    head = f"<meta name='ArticleTitle' content='{LINES[0]}'>"
    found = extract(page(f"<div id='zoom'>{paragraphs(LINES[2:])}</div>", head))
    assert found.text == "\n".join((LINES[0], *LINES[2:])) + "\n"


def test_what_a_page_says_of_its_document() -> None:
    head = (
        "<meta name='PubDate' content='2020-05-12 10:00'><meta name='SiteName' content='临河市政府网'>"
        "<link rel='canonical' href='https://example.org/1.html'>"
    )
    table = (
        f"<table><tr><td>索 引 号：</td><td>A01/2020-1</td><td>发文机关：</td><td>临河市政府</td></tr>"
        f"<tr><td>标　题：</td><td>{LINES[0]}</td></tr><tr>"
        "<td>发文字号</td><td>临政办〔2020〕1号</td><td>成文日期</td><td>2020年5月1日</td>"
        "</tr></table>"
    )
    found = extract(page(f"<div class='pages_content'>{table}{paragraphs()}</div>", head))
    assert found.metadata == Metadata(
        title=LINES[0],
        number="临政办〔2020〕1号",
        issuer="临河市政府",
        date="2020-05-01",
        published="2020-05-12",
        index="A01/2020-1",
        url="https://example.org/1.html",
        site="临河市政府网",
    )
    assert found.text == TEXT


def test_the_encoding_that_a_page_names() -> None:
    data = html().decode().replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
    assert extract(data).text == TEXT
    assert extract(html().decode().encode("utf-16"), "a.html").text == TEXT


def test_endless_nesting_and_empty_pages_are_refused() -> None:
    with pytest.raises(InputError, match="nested"):
        extract(page("<div>" * 3_000 + "临河市"))
    with pytest.raises(InputError, match="shows no text"):
        extract(page("<script>load()</script>"))
