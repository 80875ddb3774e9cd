"""What becomes of characters that a target cannot hold: replaced one by one, told apart, undone where that is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.text import as_json, celled, encodable, marked, marked_id, uncelled

ANY = st.text(st.characters())
CLEAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("aZ09 \n<&>\"'，。"))


@given(ANY)
@example("\ud83d\ude00\udfff")
def test_a_character_is_replaced_by_one_and_once(text: str) -> None:
    for rule in (encodable, marked):
        assert len(rule(text)) == len(text)
        assert rule(rule(text)) == rule(text)
        rule(text).encode("utf-8")


@given(CLEAN)
def test_plain_text_is_never_changed(text: str) -> None:
    assert encodable(text) == marked(text) == marked_id(text) == text
    assert json.loads(as_json(text)) == text
    assert as_json(text) == json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize(
    "bad", ["\x00", "\x08", "\x0b", "\r", "\x1f", "\x7f", "\x85", "\x9f", "\u061c", "\u200f", "\u202e", "\u2066"]
)
def test_controls_are_marked(bad: str) -> None:
    assert marked(f"甲{bad}乙\t\n") == "甲\ufffd乙\t\n"
    assert json.loads(as_json(f"甲{bad}")) == f"甲{bad}"
    assert json.loads(as_json(f"甲{bad}", shown=True)) in (f"甲{bad}", "甲\ufffd")


@pytest.mark.parametrize("bad", ["\ufffe", "\uffff", "\ufdd0", "\ufeff", "\U0001ffff", "\U0010fffe", "\ud800"])
def test_what_is_no_character_is_marked(bad: str) -> None:
    assert marked(f"甲{bad}乙") == "甲\ufffd乙"


@given(st.lists(ANY, min_size=2, max_size=2, unique=True))
@example(["%00", "\x00"])
@example(["\ud800", "\ufffd"])
def test_two_ids_never_become_one(ids: list[str]) -> None:
    assert marked_id(ids[0]) != marked_id(ids[1])
    assert marked(marked_id(ids[0])) == marked_id(ids[0])


@given(ANY)
@example("\u2028\x85\x0b\r")
def test_json_is_one_line_that_every_reader_takes_for_the_same(text: str) -> None:
    line = as_json({text: [text]})
    assert json.loads(line.encode("utf-8")) == {encodable(text): [encodable(text)]}
    assert len(line.splitlines()) == 1
    assert not set("\u202e\u2066\ufeff\ufffe") & set(line)


def test_numbers_that_are_none_are_null() -> None:
    assert as_json([float("nan"), {"a": (float("-inf"), 0.1)}]) == '[null, {"a": [null, 0.1]}]'


@given(ANY | st.sampled_from(["=1", "'=1", "''=1", " =1", "'甲", "-", "@x", "\n=1", "＝1", "－"]))
def test_a_cell_is_read_back_and_does_not_begin_like_a_formula(text: str) -> None:
    cell = celled(text)
    assert isinstance(cell, str)
    assert uncelled(cell) == marked(text)
    assert not cell.lstrip().startswith(tuple("=@＝＋－＠\t"))


@pytest.mark.parametrize("number", ["-5", "+1.5", "-.5", "12", "-3."])
def test_numbers_stay_numbers(number: str) -> None:
    assert celled(number) == uncelled(number) == number
    assert celled(-5) == -5
    assert celled(f"{number}+1") == (f"'{number}+1" if number[0] in "+-" else f"{number}+1")
