"""The scorer, and the figures of the sample gazette against its gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import Built
from kg.facts import contract
from kg.quality import evaluate, read_gold, total
from kg.quality.evaluate import Tally
from tests.conftest import Run

GOLD = Path(__file__).parents[1] / "data" / "sanmenxia-2020-05.gold.json"
SEAT = {"type": "membership", "body": "甲组", "role": "组长", "person": "安伟", "posts": ["市长"]}
TASK = {"type": "assignment", "task": "实施控烟行动", "lead": ["市卫生健康委"], "participants": ["市教育局"]}


def test_the_sample_is_read_right(built: Built) -> None:
    facts = list(map(json.loads, contract.lines(built.facts, built.graph.graph["names"])))
    tallies = evaluate(facts, read_gold(GOLD))
    assert {kind: (tally.wrong, tally.missed) for kind, tally in tallies.items()} == dict.fromkeys(tallies, ([], []))
    assert tallies["membership"].wanted == 85
    assert tallies["assignment"].wanted == 243
    assert total(tallies.values()).f1 == 1.0


@pytest.mark.parametrize(
    ("found", "wanted", "figures"),
    [
        ([SEAT], [SEAT], (1, 1, 1)),
        ([SEAT | {"person": "安 伟"}], [SEAT], (1, 1, 1)),
        ([SEAT | {"person": "高永瑞"}], [SEAT], (0, 1, 1)),
        ([], [SEAT], (0, 0, 1)),
        ([SEAT, SEAT], [SEAT], (1, 2, 1)),
        ([SEAT | {"person": None}], [SEAT | {"person": None}], (1, 1, 1)),
    ],
)
def test_memberships(found: list[dict[str, object]], wanted: list[dict[str, object]], figures: tuple[int, ...]) -> None:
    tally = evaluate(found, {"memberships": wanted})["membership"]
    assert (tally.right, tally.found, tally.wanted) == figures


@pytest.mark.parametrize(
    ("found", "wanted", "figures"),
    [
        ([TASK], [TASK], (2, 2, 2)),
        ([TASK | {"task": "实施控烟行动（续）"}], [TASK], (2, 2, 2)),
        ([TASK | {"lead": [], "responsible": ["市卫生健康委"]}], [TASK], (1, 2, 2)),
        ([TASK | {"task": "完全不同的事情", "lead": ["市水利局"], "participants": []}], [TASK], (0, 1, 2)),
        ([], [TASK | {"kind": "running_text"}], (0, 0, 0)),
        ([TASK], [TASK | {"kind": "running_text"}], (2, 2, 2)),
    ],
)
def test_assignments(found: list[dict[str, object]], wanted: list[dict[str, object]], figures: tuple[int, ...]) -> None:
    tally = evaluate(found, {"assignments": wanted})["assignment"]
    assert (tally.right, tally.found, tally.wanted) == figures


def test_figures_of_nothing() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
    assert (Tally(0, 0, 5).precision, Tally(0, 0, 5).f1) == (0.0, 0.0)


def test_the_command(kg: Run, tmp_path: Path) -> None:
    assert kg("build", "-q", "-o", "b").returncode == 0
    assert "1.000" in kg("evaluate", "b", str(GOLD)).stdout
    assert json.loads(kg("evaluate", "b", str(GOLD), "--json").stdout)["micro"]["f1"] == 1.0
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    done = kg("evaluate", "b", "bad.json")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "bad.json:1:2" in done.stderr
    assert kg("evaluate", "nowhere", str(GOLD)).returncode == 2
