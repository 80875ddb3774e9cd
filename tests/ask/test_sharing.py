"""Which agencies share responsibilities: all pairs of bodies with their tasks, on any graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import analysis
from kg.ask import Engine
from kg.build import build, gather
from kg.store import Store

ASKED = (
    "哪些部门共同承担职责",
    "哪些部门共同承担责任？",
    "哪些单位共同负责",
    "哪些部门共同承担任务",
    "哪些机构职责共担",
    "哪些部门按职责分工共同负责",
    "请问有哪些部门之间存在共同职责呢？",
    "哪几个单位一起承担工作任务",
    "共同承担职责的部门有哪些",
    "Which agencies share responsibilities?",
    "which departments share duties",
    "Which bodies are jointly responsible?",
    "What departments have shared tasks?",
    "which government bodies jointly bear responsibility",
)
PLAN = """东川市人民政府关于印发东川市{name}行动实施方案的通知

东政〔2020〕{number}号

各县（市、区）人民政府，市人民政府各部门：

现将《东川市{name}行动实施方案》印发给你们，请认真贯彻执行。

东川市人民政府
2020年6月1日

东川市{name}行动实施方案

二、主要任务

{tasks}
"""
SHARED = """（一）{0}行动。加强{0}宣传。（市财政局牵头，市教育局、市水利局按职责分工负责）

（二）{1}行动。加强{1}宣传。（市教育局牵头，市财政局配合）
"""
ALONE = """（一）{0}行动。加强{0}宣传。（市财政局负责）

（二）{1}行动。加强{1}宣传。（市教育局负责）
"""
FIRST = ["东川市教育局", "东川市财政局"]


def engine(place: Path, **texts: str) -> Engine:
    """A graph of made-up plans that answers."""
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    build(gather(sorted(place.glob("*.txt")), "plans"), place / "graph", page=False)
    return Engine.open(place / "graph")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two plans, each with a task of three bodies and one of two."""
    plans = {
        "one": PLAN.format(name="节水", number=3, tasks=SHARED.format("农田节水", "校园节水")),
        "two": PLAN.format(name="植树", number=4, tasks=SHARED.format("河岸植树", "校园植树")),
    }
    return engine(tmp_path_factory.mktemp("shared"), **plans)


@pytest.mark.parametrize("question", ASKED)
def test_every_pair_is_told_with_its_tasks_and_its_documents(shared: Engine, question: str) -> None:
    answer = shared.ask(question)
    assert answer.intent == "sharing_pairs"
    assert answer.items[0] == [*FIRST, 4]
    assert sorted(answer.items[1:]) == [["东川市教育局", "东川市水利局", 2], ["东川市水利局", "东川市财政局", 2]]
    assert all(word in answer.text for word in ("农田节水行动", "东政〔2020〕3号", "东政〔2020〕4号"))
    assert {one.document for one in answer.evidence} == {"东政〔2020〕3号", "东政〔2020〕4号"}
    assert len(answer.evidence) == 4


@pytest.mark.parametrize(
    "question", ["东政〔2020〕4号中，哪些部门共同承担职责", "Which agencies share responsibilities in 东政〔2020〕4号?"]
)
def test_of_one_document_only_its_pairs(shared: Engine, question: str) -> None:
    answer = shared.ask(question)
    assert answer.items[0] == [*FIRST, 2]
    assert {one.document for one in answer.evidence} == {"东政〔2020〕4号"}


def test_a_body_can_be_left_out(shared: Engine) -> None:
    assert shared.ask("不算市教育局，哪些部门共同承担职责？").items == (["东川市水利局", "东川市财政局", 2],)


def test_one_task_is_another_question(shared: Engine) -> None:
    answer = shared.ask("哪些部门共同承担农田节水行动")
    assert answer.intent == "task_participants"


def test_where_no_two_share_a_task_that_is_said(tmp_path: Path) -> None:
    alone = engine(tmp_path, one=PLAN.format(name="节水", number=3, tasks=ALONE.format("农田节水", "校园节水")))
    answer = alone.ask("哪些部门共同承担职责")
    assert answer.items == ()
    assert answer.text == "没有两个部门共同承担任务。"
    assert alone.ask("Which agencies share responsibilities?").text == "No two bodies share a task."


def test_the_pairs_of_the_sample_are_those_of_the_analysis(graph_folder: Path) -> None:
    answer = Engine.open(graph_folder).ask("哪些部门共同承担职责")
    told = {(frozenset(names), count) for *names, count in answer.items}
    pairs = analysis.shared(Store.open(graph_folder), classes=True).pairs
    assert told == {(frozenset((pair.name, pair.partner_name)), pair.tasks) for pair in pairs}
    counts = [count for *_, count in answer.items]
    assert counts == sorted(counts, reverse=True)
    assert len(answer.text) < 2000
