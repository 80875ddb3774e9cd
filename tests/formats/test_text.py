"""Plain text: its encodings, bad bytes, radicals."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.formats import extract
from tests.formats.made import LINES

TEXT = "\n".join(LINES) + "\n"
TRADITIONAL = "臨河市人民政府辦公室關於成立防汛指揮部的通知\n各縣區人民政府：\n指揮長：安大偉（市長）\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    assert extract(TEXT.replace("\n", "\r\n").encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
def test_encodings_of_traditional_characters(encoding: str) -> None:
    assert extract(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_a_bad_byte_is_told_with_its_line() -> None:
    before, behind = TEXT.encode().split(b"\n", 1)
    found = extract(before + b"\n\xff" + behind)
    assert found.text.replace("\ufffd", "") == TEXT
    assert found.warnings == ("1 byte is no UTF-8 and read as \ufffd, the first in line 2",)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", bytes(range(256)) * 9])
def test_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"empty|no text"):
        extract(data)


def test_radicals_are_folded_one_to_one() -> None:
    assert extract("⼤会由市⻓和⺠政局负责\n".encode()).text == "大会由市长和民政局负责\n"


def test_every_line_end_is_one_and_control_characters_are_gone() -> None:
    text = "临河市\r\n第一行\r第二行\u2028第三行\x85第四行\x00\n指挥长安大伟，副指挥长高永瑞，市人民政府\n" * 9
    assert extract(text.encode()).text.split("\n")[:5] == ["临河市", "第一行", "第二行", "第三行", "第四行"]
