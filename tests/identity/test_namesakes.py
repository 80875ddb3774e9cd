"""Namesakes who must stay apart, and mentions by the thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import gather
from kg.identity.judging import DIFFERENT
from kg.identity.mentions import Mention, PostIn, contrary
from kg.identity.persons import MOST, people
from kg.identity.strands import strands
from kg.identity.timeline import changes, successions
from tests.work import TIMES, in_step

pytestmark = pytest.mark.slow

ONE = Mention("", "安伟", "临河市", "")
HEAD, CLERK = PostIn("body/临河市财政局", "局长", 5, True), PostIn("body/临河市财政局", "科长", 3)
OTHER = PostIn("body/临河市教育局", "局长", 5, True)


def mention(number: int, *posts: PostIn, note: str = "", group: str = "", document: str = "") -> Mention:
    """A mention in a document of its own, unless another is said."""
    path = f"document/{document or number}"
    return replace(ONE, key=f"m{number}", document=path, day=730000 + number, posts=posts, note=note, group=group)


def persons(*found: Mention) -> int:
    """How many persons some mentions are."""
    return len(people(found).strands)


def test_a_mention_without_a_note_joins_no_man_and_woman() -> None:
    assert persons(mention(1, HEAD, note="女"), mention(2, HEAD), mention(3, HEAD, note="男")) == 2


def test_one_document_with_two_sexes_has_two_persons() -> None:
    assert persons(mention(1, HEAD, note="女", document="a"), mention(2, note="男", document="a")) == 2


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("女", "男", True),
        ("女", "回族", False),
        ("女，回族", "回族", False),
        ("女，回族", "女", False),
        ("满族", "回族", True),
        ("女，满族", "女、回族", True),
        ("", "男", False),
    ],
)
def test_notes_on_different_things_are_no_contradiction(one: str, other: str, apart: bool) -> None:
    assert contrary([one], [other]) == apart
    assert (persons(mention(1, HEAD, note=one), mention(900, OTHER, note=other)) == 2) == apart


def test_two_seats_of_one_body_on_one_roster_have_ids_of_their_own() -> None:
    seats = [
        mention(1, HEAD, note="男", group="g", document="a"),
        mention(2, CLERK, note="女", group="g", document="a"),
    ]
    found = strands([*seats, mention(900, OTHER, note="男")])
    assert len({one.id for one in found}) == 3
    assert found[0].id in found[1].ids()
    whole = people([*seats, mention(900, OTHER, note="男")])
    assert whole.of["m1"] == whole.of["m900"] != whole.of["m2"]
    assert {(one.left, one.right) for one in whole.judgements if one.verdict == DIFFERENT} >= {
        tuple(sorted((found[0].id, found[1].id)))
    }


def test_a_mayor_in_hundreds_of_documents_is_one_person() -> None:
    few, many = ([mention(0, HEAD), *(mention(n) for n in range(1, count))] for count in (MOST, 5 * MOST))
    assert persons(*few) == persons(*many) == 1
    assert people(few).of["m1"].id == people(many).of["m1"].id


def test_of_many_mentions_none_is_given_to_one_of_two_namesakes() -> None:
    found = people(
        [mention(0, HEAD, note="女"), mention(1, OTHER, note="男"), *(mention(n) for n in range(2, 3 * MOST))]
    )
    assert len({found.of["m0"], found.of["m1"], found.of["m2"], found.of["m100"]}) == 4


def thousands(count: int) -> dict[str, Sequence[Mention]]:
    """Many mentions of one name in one place: without posts, on rosters of one post, in fifty bodies, mixed."""
    bodies = [PostIn(f"body/{number}", "局长", 5, True) for number in range(50)]
    numbers = range(count)
    return {
        "bare": [mention(n) for n in numbers],
        "one document": [mention(n, document="a") for n in numbers],
        "rosters": [mention(n, HEAD, group="g") for n in numbers],
        "bodies": [mention(n, bodies[n % 50]) for n in numbers],
        "all apart": [mention(n, PostIn(f"body/{n}", "局长", 5, True)) for n in numbers],
        "mixed": [mention(n, *((HEAD, OTHER)[n % 4 : n % 4 + 1])) for n in numbers],
    }


def told_apart(mentions: Sequence[Mention]) -> int:
    """How many persons are found in mentions, with their changes and successions."""
    found = people(mentions)
    list(changes(found))
    list(successions(found, {}))
    return len({one for own in found.strands.values() for strand in own for one in strand.ids()})


@pytest.mark.parametrize("kind", thousands(1))
def test_ten_thousand_mentions_of_one_name_are_told_apart_in_step_with_their_number(kind: str) -> None:
    small, large = (thousands(count)[kind] for count in (10_000 // TIMES, 10_000))
    assert told_apart(large) >= 1
    assert in_step(told_apart, small, large)


NOTICE = """{place}人民政府关于成立防汛指挥部的通知

政发〔2020〕1号

指 挥 长：安 伟（县长）

{place}人民政府
2020年5月1日
"""


def test_numbers_that_name_no_place_are_those_of_their_issuers(tmp_path: Path) -> None:
    for place in ("渑池县", "卢氏县"):
        (tmp_path / f"{place}.txt").write_text(NOTICE.format(place=place), encoding="utf-8")
    names = gather([tmp_path], "x").graph.graph["names"]
    assert {one.id for one in names.documents.values()} == {
        "document/渑池县人民政府/政发〔2020〕1号",
        "document/卢氏县人民政府/政发〔2020〕1号",
    }
    assert len(names.people.strands) == 2
