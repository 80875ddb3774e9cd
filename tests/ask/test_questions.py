"""Plain questions: hundreds of wordings with known answers, names, days, what is not in the graph, hostile input."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ask import Engine
from kg.ask.when import Period, period
from kg.errors import InputError
from tests.conftest import Run
from tests.work import TIMES, in_step

QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "questions.jsonl").read_text("utf-8").splitlines()
]
SHAPE = str.maketrans("[]（）()", "〔〕〔〕〔〕")


@pytest.fixture(scope="module")
def engine(graph_folder: Path) -> Engine:
    return Engine.open(graph_folder)


def norm(text: object) -> str:
    """Text without blanks, brackets in one shape."""
    return re.sub(r"\s+", "", str(text)).translate(SHAPE).lower()


def judged(question: dict[str, Any], text: str, items: tuple[Any, ...]) -> bool:
    """Whether an answer has what it must, names its documents, and lists no more things than there are."""
    said, kind = norm(text), question["answer"]["kind"]
    if not all(any(norm(one) in said for one in named.split("|")) for named in question["documents"]):
        return False
    if kind == "boolean":
        return re.match("是|yes" if question["answer"]["value"] else "否|no|没有", said) is not None
    if kind == "number":
        bare = re.sub(r"〔\d{4}〕\d+号|\d{4}-\d\d-\d\d", "", said)
        return str(question["answer"]["value"]) in re.findall(r"\d+", bare)
    exact = kind in ("set", "pairs", "ranking") and question["intent"] not in (
        "office_host",
        "post_change",
        "person_posts",
    )
    if exact and question["answer"]["items"] and len(items) != len(question["answer"]["items"]):
        return False
    return any(met(one, said) for one in question["accept"])


def met(accepted: str | list[str], said: str) -> bool:
    """Whether a text holds a spelling, or one of each of several."""
    every = [accepted] if isinstance(accepted, str) else accepted
    return all(any(norm(spelling) in said for spelling in one.split("|")) for one in every)


def test_nineteen_of_twenty_wordings_are_answered(engine: Engine) -> None:
    wrong = Counter()
    asked = Counter(question["intent"] for question in QUESTIONS)
    for question in QUESTIONS:
        answer = engine.ask(question["question"])
        if not judged(question, answer.text, answer.items):
            wrong[question["intent"]] += 1
    assert len(QUESTIONS) >= 900
    assert sum(wrong.values()) <= len(QUESTIONS) * 0.05, wrong
    assert all(count <= max(asked[intent] * 0.2, 1) for intent, count in wrong.items()), wrong


def test_an_answer_names_its_sentences(engine: Engine, sample_text: str) -> None:
    answer = engine.ask("公报编委会的副主任是哪几位？")
    assert answer.evidence
    for one in answer.evidence:
        assert one.quote in sample_text
        assert sample_text.split("\n")[one.line - 1].strip() in one.quote or one.quote.split("\n")[0] in sample_text
    assert all("SELECT" in text for text in answer.sparql)


@pytest.mark.parametrize(
    "question",
    [
        "三政〔2020〕9号文是讲什么的？",
        "王建国担任什么职务？",
        "市外事局局长是谁？",
        "疫情防控指挥部的指挥长是谁",
        "安伟的电话是多少？",
        "2025年婴儿死亡率的目标是多少",
        "今天天气怎么样？",
        "What is the meaning of life?",
        "Who is the director of the sports bureau?",
        "安伟和王大锤有什么关系",
        "王大锤和安伟一起在哪些机构任职",
        "市教育局和市渔业局共同承担哪些任务",
        "How is 安伟 connected to 王大锤?",
        "安伟是市月球局局长吗",
        "安伟是月球局的副局长吗",
        "Is 安伟 the director of 市月球局?",
        "Which tasks does the Moon and Stars Bureau lead?",
        "市长的秘书是谁",
        "公报编辑部电话是多少",
        "市财政局局长今年多大",
        "普查领导小组的经费是多少",
        "What is the budget of the oxygen bar leading group?",
        "安伟的爱好是什么",
        "What does 安伟 think of the railway?",
        "教育局怎么走",
        "市防汛抗旱指挥部的指挥长是谁",
        "市委巡察工作领导小组有哪些成员",
        "请提供市优化营商环境工作领导小组组长姓名",
        "Who commands the epidemic-control headquarters (疫情防控指挥部)?",
    ],
)
def test_what_is_not_in_the_graph_is_said_so(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.items == ()
    assert re.search("没有|graph", answer.text)
    people = {entry.name for entry in engine.lexicon.of("person")}
    assert not [name for name in people if name in answer.text and name not in question]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020年2月1日到4月15日", "2020-02-01", "2020-04-15"),
        ("2020年2月", "2020-02-01", "2020-02-29"),
        ("2020年上半年", "2020-01-01", "2020-06-30"),
        ("一季度", "2020-01-01", "2020-03-31"),
        ("2020-04-09", "2020-04-09", "2020-04-09"),
        ("五月份", "2020-05-01", "2020-05-31"),
        ("in february 2020", "2020-02-01", "2020-02-29"),
        ("on 21 january 2020", "2020-01-21", "2020-01-21"),
        ("january 21, 2020", "2020-01-21", "2020-01-21"),
        ("2020年4月以后", "2020-04-01", "9999-12-31"),
        ("the first quarter of 2020", "2020-01-01", "2020-03-31"),
        ("2020 q2", "2020-04-01", "2020-06-30"),
        ("the second half of 2020", "2020-07-01", "2020-12-31"),
        ("2020年1至3月", "2020-01-01", "2020-03-31"),
        ("2020年5月1日至14日", "2020-05-01", "2020-05-14"),
        ("between 1 and 31 may 2020", "2020-05-01", "2020-05-31"),
    ],
)
def test_days_and_periods(text: str, first: str, last: str) -> None:
    assert period(text, "2020") == Period(first, last)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "安伟",
                "市财政局",
                "谁",
                "牵头",
                "}",
                "?x",
                ".",
                "{",
                "DROP",
                "ALL",
                ";",
                "领导小组",
                "\\",
                '"',
                "'",
                "共同",
                "几",
            ]
        )
    ).map("".join)
)
def test_any_words_are_answered_or_declined(engine: Engine, question: str) -> None:
    assert engine.ask(question).text


@pytest.mark.parametrize(("words", "times"), [("安伟", 50_000), ("谁", 100_000), ("\"}' UNION { ?s ?p ?o } #", 4_000)])
def test_a_long_question_is_no_trouble(engine: Engine, words: str, times: int) -> None:
    small, large = words * (times // TIMES), words * times
    assert engine.ask(large).text
    assert in_step(engine.ask, small, large)


def test_a_users_own_pattern_goes_before(graph_folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("person_posts\tP\t几把交椅\n", encoding="utf-8")
    assert Engine.open(graph_folder, table).ask("柴贵海坐第几把交椅").intent == "person_posts"
    broken = tmp_path / "broken.tsv"
    broken.write_text("person_posts\tP\t(\n", encoding="utf-8")
    with pytest.raises(InputError):
        Engine.open(graph_folder, broken).ask("柴贵海坐第几把交椅")


def test_the_command_line(kg: Run, graph_folder: Path) -> None:
    told = kg("ask", "团市委参加了哪些行动", "-g", str(graph_folder))
    assert told.returncode == 0
    assert "三政〔2020〕6号" in told.stdout
    several = kg(
        "ask",
        "-",
        "--json",
        "-g",
        str(graph_folder),
        stdin="Which action does 市教育局 lead?\n\n市教育局牵头哪些行动\n",
    )
    records = [json.loads(line) for line in several.stdout.splitlines()]
    assert [one["items"] for one in records] == [["实施中小学健康促进行动"]] * 2
    assert set(records[0]) == {"question", "intent", "answer", "items", "evidence", "sparql", "confidence"}
    assert "SELECT" in kg("ask", "安伟是谁", "--explain", "-g", str(graph_folder)).stdout
    assert kg("ask", " ", "-g", str(graph_folder)).returncode == 2
    assert kg("ask", "安伟是谁", "-g", "nowhere").returncode == 2
