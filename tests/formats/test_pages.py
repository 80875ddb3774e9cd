"""Files with pages: PDF, OFD, pictures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.formats import RUNNING, Mark, dropped, extract
from tests.formats.checks import check
from tests.formats.made import HEAD, LINES, ofd, pdf, plain_pdf

TEXT = "\n".join(LINES) + "\n"
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")


def test_a_page_of_text() -> None:
    found = extract(plain_pdf())
    assert found.text == TEXT
    assert found.marks == (Mark(0, len(TEXT) - 1, page=1),)


def test_running_heads_and_page_numbers_are_marked_and_can_be_dropped() -> None:
    pages = [
        [
            (72, 800, HEAD),
            (72, 700, f"第{number}项任务由市财政局牵头"),
            (72, 680, "市教育局参加"),
            (290, 30, f"— {number} —"),
        ]
        for number in range(1, 5)
    ]
    found = extract(pdf(pages))
    check(found.text, found.marks)
    kinds = {(mark.kind, mark.page): found.text[mark.start : mark.end] for mark in found.marks}
    assert kinds["running head", 3] == HEAD
    assert kinds["page number", 4] == "— 4 —"
    text = dropped(found, lambda mark: mark.kind in RUNNING)
    assert text.text.split() == [one for n in range(1, 5) for one in (f"第{n}项任务由市财政局牵头", "市教育局参加")]
    assert [text.text[mark.start : mark.end].split()[0] for mark in text.marks][2] == "第3项任务由市财政局牵头"


def test_bare_page_numbers_count_on() -> None:
    pages = [[(72, 700, "市财政局牵头，市教育局参加"), (290, 30, str(number))] for number in (17, 18, 19)]
    assert [mark.kind for mark in extract(pdf(pages)).marks] == [None, "page number"] * 3


def test_two_columns_one_after_the_other() -> None:
    left = [(60, 700 - 16 * n, f"左栏第{n}行是一个句子的一部分") for n in range(10, 20)]
    right = [(320, 700 - 16 * n, f"右栏第{n}行是一个句子的一部分") for n in range(10, 20)]
    title = (180, 650, "关于印发临河市防汛工作方案的通知全文如下")
    lines = [line for line in extract(pdf([[title, *left, *right]])).text.split("\n") if line]
    assert lines == [title[2], *(line for _, _, line in (*left, *right))]
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    assert [line for line in extract(pdf([[title, *mixed]])).text.split("\n") if line] == lines


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    rows = [(60 + 200 * column, 700 - 20 * row, f"项{row}{column}") for row in range(9) for column in range(3)]
    assert extract(pdf([rows])).text.split("\n")[4] == "项40\t项41\t项42"


def test_a_locked_pdf_and_a_damaged_one_are_refused() -> None:
    with pytest.raises(InputError, match="password"):
        extract(pdf([[(72, 700, "指挥长")]], password="x"))
    with pytest.raises(InputError, match="damaged"):
        extract(plain_pdf()[:300])


def test_an_empty_page_is_told() -> None:
    with pytest.raises(InputError, match="no text"):
        extract(pdf([[]]))


def test_pages_of_an_ofd_file() -> None:
    found = extract(ofd((LINES, LINES[::-1])))
    assert found.text == TEXT + "\n".join(LINES[::-1]) + "\n"
    assert [mark.page for mark in found.marks] == [1, 2]


def test_ocr_reads_a_picture_and_a_scanned_page() -> None:
    if not FONT.is_file():
        pytest.skip("no Chinese font: apt-get install fonts-noto-cjk")
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (900, 260), "white")
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(("临河市防汛指挥部", "指挥长：安大伟")):
        pen.text((60, 60 + 90 * number), line, font=ImageFont.truetype(str(FONT), 44), fill="black")
    png, scan = io.BytesIO(), io.BytesIO()
    picture.save(png, "PNG")
    picture.save(scan, "PDF", resolution=150)
    for data, told in ((png, "read by OCR"), (scan, "page 1 is a picture, read by OCR")):
        found = extract(data.getvalue())
        assert found.text.split() == ["临河市防汛指挥部", "指挥长：安大伟"]
        assert found.marks[0].page == 1
        assert found.warnings == (told,)
