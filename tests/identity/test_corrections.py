"""Corrections that are wrong, ids with every character, and folders that are none or half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import gather
from kg.errors import GraphError, InputError
from kg.identity import Corrections, corrections, entry
from kg.store import register
from tests.conftest import Run
from tests.identity.notices import FIRST, SECOND, written

WRONG = {
    "numbers": "[[same]]\npeople = [1, 2]\n",
    "lists": '[[same]]\npeople = [["a"], ["b"]]\n',
    "tables": "[[different]]\npeople = [{a = 1}, {b = 1}]\n",
    "people and bodies": '[[same]]\npeople = ["a", "b"]\nbodies = ["body/b"]\n',
    "one body twice": '[[same]]\nbodies = ["body/a", "body/a"]\n',
    "no ids of bodies": '[[same]]\nbodies = ["三门峡市财政局", "三门峡市教育局"]\n',
    "alias of a list": '[[alias]]\nprinted = ["a"]\nbody = "body/b"\n',
    "place of a list": '[[alias]]\nprinted = "a"\nplace = ["x"]\nbody = "body/b"\n',
    "alias to no id": '[[alias]]\nprinted = "a"\nbody = "三门峡市财政局"\n',
    "empty name": '[[name]]\nid = "body/a"\nname = " "\n',
    "wrong of a list": '[[wrong]]\nfact = ["x"]\n',
    "mistyped key": '[[wrong]]\nfact = "x"\nwyh = "y"\n',
    "why of a number": '[[wrong]]\nfact = "x"\nwhy = 3\n',
    "both": '[[same]]\npeople = ["a", "b"]\n[[different]]\npeople = ["b", "a"]\n',
    "two names": '[[name]]\nid = "body/a"\nname = "x"\n[[name]]\nid = "body/a"\nname = "y"\n',
    "two bodies": '[[same]]\nbodies = ["body/a", "body/b"]\n[[same]]\nbodies = ["body/c", "body/b"]\n',
    "a circle": '[[same]]\nbodies = ["body/a", "body/b"]\n[[same]]\nbodies = ["body/b", "body/a"]\n',
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(WRONG[name], encoding="utf-8")
    with pytest.raises(InputError) as told:
        corrections(path)
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)


def test_a_build_with_wrong_or_absent_corrections_ends_with_code_2(kg: Run, tmp_path: Path) -> None:
    written(tmp_path / "in", first=FIRST)
    (tmp_path / "fixes.toml").write_text(WRONG["lists"], encoding="utf-8")
    for name in ("fixes.toml", "nowhere.toml"):
        told = kg("build", "in", "-o", "out", "--corrections", name)
        assert (told.returncode, told.stderr.count("\n")) == (2, 1), told.stderr
        assert name in told.stderr
        assert not (tmp_path / "out").exists()


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_bytes('\ufeff[[same]]\r\npeople = ["a", "b"]\r\n'.encode())
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(entry("different", ("a", "c"), "kg judge"))
    assert corrections(path).people == {frozenset("ab"): "same", frozenset("ac"): "different"}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=2, max_size=2, unique=True))
def test_an_entry_holds_any_id(tmp_path_factory: pytest.TempPathFactory, people: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "corrections.toml"
    ids = (f'document/a"b\\｜{people[0]}', f"\x7f'｜{people[1]}x")
    path.write_text(entry("same", ids, 'because "\\'), encoding="utf-8", newline="\n")
    assert corrections(path).people == {frozenset(ids): "same"}


def test_bodies_that_are_one_by_decision_are_so_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[same]]\nbodies = ["body/a", "body/b"]\n[[same]]\nbodies = ["body/b", "body/c"]\n', encoding="utf-8"
    )
    assert corrections(path).merged == {"body/b": "body/a", "body/c": "body/a"}


@pytest.mark.parametrize(
    "decided",
    [
        Corrections(merged={"body/临河市财政局": "body/临河市教育局"}),
        Corrections(aliases={("", "市财政局"): "body/临河市教育局"}),
    ],
)
def test_a_body_joined_to_another_does_not_name_it(decided: Corrections, tmp_path: Path) -> None:
    written(tmp_path, first=FIRST, second=SECOND)
    nodes = gather([tmp_path], "x", decided=decided).graph.graph["names"].nodes
    one = nodes["body/临河市教育局"]
    assert (one.name, one.full) == ("临河市教育局", "临河市教育局")
    assert "市财政局" in one.aliases


@pytest.mark.parametrize("text", ["[1, 2]\n", "{}\n", '"a"\n', '{"id": "x"', "\x00"])
@pytest.mark.parametrize("name", ["people.jsonl", "bodies.jsonl", "judgements.jsonl", "changes.jsonl"])
def test_half_a_register_is_told(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(GraphError):
        register(tmp_path, name)


def test_a_name_with_a_line_separator_is_in_one_record(tmp_path: Path) -> None:
    one = {"id": "body/x", "name": "a\u2028b\x85c", "full": None, "kind": None, "aliases": []}
    (tmp_path / "bodies.jsonl").write_text(json.dumps(one, ensure_ascii=False) + "\n", encoding="utf-8")
    assert register(tmp_path, "bodies.jsonl") == [one]


def test_commands_on_a_folder_that_is_none(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "people.jsonl").write_text('{"name": "安伟"}\n', encoding="utf-8")
    for command in (["people", "half"], ["bodies", "half"], ["judge", "nowhere"], ["people"]):
        told = kg(*command)
        assert (told.returncode, told.stderr.count("\n")) == (2, 1), (command, told.stderr)
