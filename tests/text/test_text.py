"""Properties of Text: whatever is left out, every character stands where it stood."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import BLANK, Span, Text, squeeze

PIECES = st.text(alphabet=st.sampled_from("安伟市长（）()，, \u3000\n\t0a"), max_size=80)
PATTERNS = st.sampled_from([BLANK, re.compile("市"), re.compile("[（(].*?[）)]"), re.compile("x+")])


def stands(text: Text, source: str) -> bool:
    """Whether each character is the source's at its offset, offsets rising."""
    at = list(text.at)
    return [source[index] for index in at] == list(text.chars) and at == sorted(set(at))


@given(PIECES, PATTERNS, st.integers(0, 80), st.integers(0, 80))
def test_every_character_maps_back(source: str, pattern: re.Pattern[str], start: int, end: int) -> None:
    whole = Text.of(source)
    for text in (
        whole.without(pattern),
        whole[start:end],
        whole[start:end].without(pattern)[1:],
        whole.squeezed().without(pattern),
        whole.stripped(),
        Text.joined(whole.split(pattern)),
    ):
        assert len(text.chars) == len(text.at)
        assert stands(text, source)


@given(PIECES, PATTERNS)
def test_without_leaves_what_a_substitution_leaves(source: str, pattern: re.Pattern[str]) -> None:
    assert Text.of(source).without(pattern).chars == pattern.sub("", source)


@given(PIECES)
def test_folding_keeps_length_and_offsets(source: str) -> None:
    folded = Text.of(source).folded()
    assert len(folded.chars) == len(source)
    assert list(folded.at) == list(range(len(source)))
    assert "(" not in folded.chars


@given(PIECES)
def test_squeezing_equals_the_string_function(source: str) -> None:
    assert Text.of(source).squeezed().chars == squeeze(source)


@given(PIECES, st.integers(0, 80), st.integers(0, 80))
def test_the_span_covers_first_to_last(source: str, start: int, end: int) -> None:
    text = Text.of(source).squeezed()[start:end]
    if text:
        quote = text.span.cut(source)
        assert (quote[0], quote[-1]) == (text.chars[0], text.chars[-1])
        assert squeeze(quote) == text.chars


def test_an_empty_text_has_no_span() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        _ = Text.of("").span


def test_groups_of_a_match() -> None:
    text = Text.of("x 安伟（市长）")[2:]
    match = re.match("(?P<name>..)（(?P<post>..)）(?P<more>x)?", text.chars)
    assert match
    assert text.group(match, "post").span == Span(5, 7)
    assert not text.group(match, "more")
