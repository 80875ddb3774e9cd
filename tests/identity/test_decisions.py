"""Decisions of people: they survive rebuilds, are told when they no longer apply, and are asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import gather
from kg.errors import InputError
from kg.identity import Corrections, corrections, entry
from tests.conftest import Run
from tests.identity.notices import APART, FIRST, SECOND, THIRD, persons, written


def test_corrections_survive_a_rebuild_a_moved_file_and_one_more_gazette(kg: Run, tmp_path: Path) -> None:
    sources = written(tmp_path / "in", first=FIRST, second=SECOND)
    assert kg("build", "in", "-o", "out").returncode == 0
    assert len(persons(tmp_path / "out")) == 1
    (tmp_path / "out" / "corrections.toml").write_text(APART, encoding="utf-8")
    assert kg("build", "in", "-o", "out").stderr == ""
    apart = persons(tmp_path / "out")
    assert len(apart) == 2
    written(tmp_path / "moved", first=FIRST, second=SECOND, third=THIRD)
    assert sources.exists()
    assert kg("build", "moved", "-o", "out").stderr == ""
    assert set(apart) < set(persons(tmp_path / "out"))


def test_a_correction_that_no_longer_applies_is_told(kg: Run, tmp_path: Path) -> None:
    written(tmp_path / "in", first=FIRST)
    (tmp_path / "fixes.toml").write_text(APART + '[[wrong]]\nfact = "membership-000000000000"\n', encoding="utf-8")
    told = kg("build", "in", "-o", "out", "--corrections", "fixes.toml")
    assert told.returncode == 0
    assert "临河市教育局" in told.stderr
    assert "membership-000000000000" in told.stderr


def test_names_aliases_merges_and_wrong_facts(tmp_path: Path) -> None:
    path = written(tmp_path, first=FIRST, second=SECOND) / "first.txt"
    plain = gather([path], "x")
    seat = next(one.id for one in plain.facts if one.fact.type == "membership")
    decided = Corrections(
        aliases={("", "市财政局"): "body/临河市理财局"},
        names={"body/临河市理财局": "临河市理财局"},
        wrong=frozenset({seat}),
    )
    assert (
        "body/临河市理财局"
        in gather([path], "x", decided=replace(decided, wrong=frozenset())).graph.graph["names"].nodes
    )
    assert seat not in {one.id for one in gather([path], "x", decided=decided).facts}
    merged = Corrections(merged={"body/临河市财政局": "body/临河市教育局"})
    nodes = gather([tmp_path / "first.txt", tmp_path / "second.txt"], "x", decided=merged).graph.graph["names"].nodes
    assert "body/临河市财政局" not in nodes


@pytest.mark.parametrize(
    "text",
    [
        "[[same]\n",
        "[[other]]\nx = 1\n",
        '[[same]]\npeople = ["a"]\n',
        "[[alias]]\nprinted = 1\n",
        '[[name]]\nid = "x"\n',
        "same = 3\n",
    ],
)
def test_bad_corrections_are_one_clear_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        corrections(path)


def test_an_answer_is_an_entry_that_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(entry("same", ("a", "b"), "why"), encoding="utf-8")
    assert corrections(path).people == {frozenset(("a", "b")): "same"}


def test_people_bodies_and_judge_on_the_command_line(kg: Run, tmp_path: Path) -> None:
    late = SECOND.replace("2021", "2039").replace("防汛", "扶贫")
    written(tmp_path / "in", first=FIRST, second=late)
    assert kg("build", "in", "-q").returncode == 0
    assert "临河市财政局局长" in kg("people", "graphs/in").stdout
    asked = kg("people", "graphs/in", "--unsure", "--json")
    assert asked.returncode == 1
    assert json.loads(asked.stdout)["verdict"] == "unsure"
    assert kg("people", "--explain", "安伟", "--json").stdout.count("\n") == 3
    assert kg("people", "--explain", "无此人").returncode == 2
    assert "临河市财政局" in kg("bodies", "graphs/in", "--explain", "市财政局").stdout
    assert kg("people", "--changes").returncode == 0
    answered = kg("judge", "graphs/in", stdin="s\n")
    assert answered.returncode == 0
    assert kg("build", "in", "-q").returncode == 0
    assert kg("people", "graphs/in", "--unsure").returncode == 0
    assert len(persons(tmp_path / "graphs" / "in")) == 1
