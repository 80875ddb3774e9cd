"""What is set in any layout is read back: random notices in random layouts, and every option by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from spacy.language import Language

from kg.constructs import extract
from kg.quality import evaluate, total
from kg.quality.evaluate import Tally
from tests.typeset import (
    CHOICES,
    KNOWN_GAPS,
    Layout,
    Notice,
    draw_readable,
    expected,
    fit,
    keys,
    records,
    settle,
    typeset,
)
from tests.typeset.drawing import draw_notice, draw_personnel, draw_plan, draw_rosters, facts, layouts
from tests.typeset.gaps import Gap

pytestmark = pytest.mark.slow

FIXED = (draw_rosters(Random(14)), draw_plan(Random(138)), draw_personnel(Random(5)))
"""One notice of each kind, the same for every option."""
NEEDED = {
    ("page_at", "sentence"): {"page": "— 2 —"},
    ("line", "grid"): {"seat": "name only"},
    ("office_wraps", "yes"): {"wrap": "28"},
    ("names", "spread"): {"seat": "three blanks"},
    ("item", "heading"): {"clause": "labels"},
}
"""What an option needs beside it to be seen."""


def round_trip(notice: Notice, layout: Layout, nlp: Language) -> None:
    """What a notice says is read from its text, no more and no less."""
    layout = settle(layout)
    notice = fit(notice, layout)
    text = typeset(notice, layout)
    found, wanted = keys(records(extract(text, nlp))), keys(expected(notice))
    missed, wrong = sorted((wanted - found).elements()), sorted((found - wanted).elements())
    assert (missed, wrong) == ([], []), text


def options() -> Iterator[object]:
    """Each option by itself, or with what it needs to be seen."""
    for name, value in ((name, value) for name, values in CHOICES.items() for value in values):
        layout = replace(Layout(), **NEEDED.get((name, value), {}), **{name: value})  # type: ignore[arg-type]
        gap = next((gap for gap in KNOWN_GAPS if gap.shows(name, value, layout)), None)
        marks = [pytest.mark.xfail(strict=True, reason=gap.reason)] if gap else []
        notices = (draw_notice(Random(gap.seed)),) if gap else FIXED
        yield pytest.param(layout, notices, id=f"{name}={value}", marks=marks)


@pytest.mark.parametrize(("layout", "notices"), list(options()))
def test_every_option_by_itself_is_read_back(layout: Layout, notices: tuple[Notice, ...], nlp: Language) -> None:
    for notice in notices:
        round_trip(notice, layout, nlp)


@pytest.mark.parametrize("gap", KNOWN_GAPS, ids=str)
def test_a_known_gap_is_a_gap_still(gap: Gap, nlp: Language) -> None:
    with pytest.raises(AssertionError):
        round_trip(draw_notice(Random(gap.seed)), gap.layout, nlp)


def test_random_notices_in_random_layouts_are_read_back(nlp: Language) -> None:
    random = Random(7)
    kinds: list[Tally] = []
    for _ in range(500):
        layout = draw_readable(random, gaps=True)
        notice = fit(draw_notice(random), layout)
        kinds += evaluate(records(extract(typeset(notice, layout), nlp)), expected(notice)).values()
    micro = total(kinds)
    assert micro.wanted > 5000
    assert micro.precision >= 0.998
    assert micro.f1 >= 0.995


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(notice=facts(), layout=layouts())
def test_any_notice_in_any_layout_is_read_back(notice: Notice, layout: Layout, nlp: Language) -> None:
    round_trip(notice, layout, nlp)
