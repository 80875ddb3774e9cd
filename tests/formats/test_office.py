"""Word files and spreadsheets."""

from __future__ import annotations

import datetime
import struct

import pytest

from kg.errors import InputError
from kg.formats import extract
from kg.formats.doc import bare_text, pieces
from kg.formats.numerals import numeral
from tests.formats.made import LINES, docx, saved, xlsx

TEXT = "\n".join(LINES) + "\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_body(*elements: str) -> bytes:
    """A Word file with elements of WordprocessingML in its body."""
    import docx as word
    from docx.oxml import parse_xml

    document = word.Document()
    for element in elements:
        document.element.body.insert(-1, parse_xml(element.replace(">", f" {W}>", 1)))
    return saved(document.save)


def test_paragraphs() -> None:
    assert extract(docx()).text == TEXT


def test_automatic_numbers_are_written_out() -> None:
    import docx as word
    from docx.oxml import parse_xml

    document = word.Document()
    root = document.part.numbering_part.element
    levels = (("chineseCounting", "%1、"), ("decimal", "（%2）"))
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'))
    for level, line in ((0, "总体要求"), (1, "目标"), (1, "原则"), (0, "主要任务"), (1, "防汛")):
        properties = document.add_paragraph(line)._p.get_or_add_pPr()
        number = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="78"/></w:numPr>'
        properties.append(parse_xml(number))
    found = extract(saved(document.save)).text
    assert found == "一、总体要求\n（1）目标\n（2）原则\n二、主要任务\n（1）防汛\n"


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (103, "chineseCounting", "一百零三"),
        (3, "chineseLegalSimplified", "叁"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalEnclosedCircle", "⑦"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (5, "decimalZero", "05"),
        (12, "decimalFullWidth", "１２"),
        (9, "unheardOf", "9"),
    ],
)
def test_numerals(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed


def test_deletions_are_left_out_and_links_kept() -> None:
    data = with_body(
        "<w:p><w:r><w:t>指挥长：</w:t></w:r><w:del><w:r><w:delText>旧名</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>安大伟</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>（市长）</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>第二段</w:t><w:br/><w:t>第三行</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    assert extract(data).text == "指挥长：安大伟（市长）\n第二段\n第三行\n"


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    space = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    copies = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {space}>{copies}</mc:AlternateContent>"
    assert extract(with_body(f"<w:p><w:r>{both}<w:t>段落</w:t></w:r></w:p>")).text == "段落\n框中文字\n"


def test_tables_merged_and_nested() -> None:
    import docx as word

    document = word.Document()
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "名单"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "成员"
    inner = table.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "表"
    found = extract(saved(document.save))
    assert found.text == "名单\n成员\t4\t5\n成员\t7\t8\n内\t表\n"
    assert [(mark.kind, mark.start) for mark in found.marks] == [("table", 0)]


def test_cells_with_their_addresses() -> None:
    day = datetime.datetime(2020, 5, 1)
    rows = [("名单", None, None), ("指挥长", "安大伟", 1.0), ("成员", "王小明", 2.5), (None, "李小华", day)]
    found = extract(xlsx(rows, ["A1:C1", "A3:A4"]))
    assert found.text == "名单\n指挥长\t安大伟\t1\n成员\t王小明\t2.5\n成员\t李小华\t2020-05-01\n"
    cells = {found.text[mark.start : mark.end]: (mark.sheet, mark.cell) for mark in found.marks}
    assert cells["名单"] == ("名单", "A1")
    assert cells["李小华"] == ("名单", "B4")


def test_empty_rows_and_far_cells() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet["A1"], sheet["A9000"], sheet["AAA9001"] = "指挥长", "成员", "局长"
    text = extract(saved(book.save)).text
    assert text.startswith("指挥长\n\n成员\n\t")
    assert text.count("\n") == 4


def test_hidden_sheets_are_told() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book["Sheet"].append(["指挥长"])
    book.create_sheet("草稿").sheet_state = "hidden"
    assert extract(saved(book.save)).warnings == ("sheet '草稿' is hidden and was not read",)


def test_pieces_of_an_old_word_file() -> None:
    first, second = "指挥长".encode("utf-16-le"), b" 2020"
    main = bytearray(0x300) + first + second
    struct.pack_into("<I", main, 0x4C, 8)
    struct.pack_into("<II", main, 0x1A2, 0, 5 + 12 + 16)
    bounds = struct.pack("<BIIII", 2, 28, 0, 3, 8)
    descriptors = struct.pack("<HIH", 0, 0x300, 0) + struct.pack("<HIH", 0, 0x40000000 | 2 * 0x306, 0)
    assert "".join(pieces(bytes(main), bounds + descriptors)) == "指挥长 2020"
    with pytest.raises(InputError, match="damaged"):
        bare_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
