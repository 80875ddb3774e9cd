"""How questions call people and bodies: abbreviations, lists, surnames with titles, clauses that leave things out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ask import Engine
from kg.ask.linking import linked
from kg.ask.shortened import abbreviates
from tests.work import TIMES, in_step


@pytest.fixture(scope="module")
def engine(graph_folder: Path) -> Engine:
    return Engine.open(graph_folder)


@pytest.mark.parametrize(
    ("question", "kind", "names"),
    [
        ("文旅局牵头哪些任务", "body", ["三门峡市文化广电旅游局"]),
        ("银保监分局负责哪些任务", "body", ["三门峡银保监分局"]),
        ("公安、司法、教育三个局共同承担哪些任务", "body", ["三门峡市公安局", "三门峡市司法局", "三门峡市教育局"]),
        ("税务、统计两家一起承担哪几项", "body", ["三门峡市税务局", "三门峡市统计局"]),
        ("把各县市区政府撇开，哪两个部门共同任务最多", "body", ["各县（市、区）政府"]),
        ("安市长在哪些机构", "person", ["安伟"]),
        ("市财政局宋局长在哪些机构", "person", ["宋东"]),
        ("市财政局王局长在哪些机构", "person", []),
        ("市渔业局牵头哪些任务", "body", []),
        ("农机局牵头哪些任务", "body", []),
    ],
)
def test_names_are_found_by_how_people_call_them(engine: Engine, question: str, kind: str, names: list[str]) -> None:
    assert [entry.name for entry in linked(question, engine.lexicon).of(kind)] == names


def test_an_abbreviation_keeps_the_order_and_both_ends() -> None:
    assert abbreviates("文旅局", "文化广电旅游局")
    assert not abbreviates("旅文局", "文化广电旅游局")
    assert not abbreviates("旅游局", "文化广电旅游局")
    assert not abbreviates("文旅委", "文化广电旅游局")
    assert not abbreviates("财政局", "财政局")


def test_the_office_that_is_left_out_is_not_asked_about(engine: Engine) -> None:
    whole = engine.ask("普查领导小组有多少人")
    for question in ("不算办公室的人，普查领导小组有多少人", "普查领导小组有多少人（办公室人员不计）"):
        assert engine.ask(question).items == whole.items
    assert engine.ask("普查领导小组办公室设在哪里").intent == "office_host"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("主编是谁", "编辑部的主编是聂建英"),
        ("糖尿病行动谁牵头谁配合", "参与：三门峡市体育局"),
        ("孕产妇死亡率到2022年降到多少", "≤10/10万"),
        ("哪些文件被引用", "豫政〔2019〕26号"),
    ],
)
def test_an_answer_is_about_what_was_asked(engine: Engine, question: str, said: str) -> None:
    assert said in engine.ask(question).text


def test_what_meets_in_what_is_told_by_its_kind(engine: Engine) -> None:
    assert "都有" in engine.ask("氧吧领导小组和普查领导小组有什么关系").text
    assert "共同承担" in engine.ask("市卫健委和市残联有什么关系").text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("洛阳市财政局局长是谁", "洛阳市财政局"),
        ("洛阳财政局局长是谁", "洛阳财政局"),
        ("请问洛阳市长是谁", "洛阳市长"),
        ("市教育局和洛阳市教育局共同承担哪些任务", "洛阳市教育局"),
        ("县财政局局长是谁", "县财政局"),
        ("Who is the director of 郑州市财政局?", "郑州市财政局"),
    ],
)
def test_a_body_of_another_place_is_another_body(engine: Engine, question: str, name: str) -> None:
    answer = engine.ask(question)
    assert (answer.items, answer.intent) == ((), "none")
    assert f"“{name}”" in answer.text


@pytest.mark.parametrize("place", ["", "市", "三门峡", "三门峡市", "河南省三门峡市", "请问三门峡市"])
def test_a_body_of_the_own_place_is_known_by_all_its_names(engine: Engine, place: str) -> None:
    assert engine.ask(f"{place}财政局局长是谁").items == ("宋东",)


@pytest.mark.parametrize("place", ["洛阳市", "请问河南省洛阳市"])
def test_a_group_of_another_place_is_another_group(engine: Engine, place: str) -> None:
    answer = engine.ask(f"{place}脱贫攻坚普查领导小组组长是谁")
    assert (answer.items, answer.intent) == ((), "none")
    assert "洛阳市脱贫攻坚普查领导小组" in answer.text
    assert engine.ask("灵宝市脱贫攻坚普查领导小组组长是谁").intent == "none"
    assert engine.ask("三门峡市脱贫攻坚普查领导小组组长是谁").items == ("高永瑞",)


@pytest.mark.parametrize(
    "question",
    [
        "郑州市市长是谁",
        "河南省卫生健康委牵头哪些任务",
        "国家发展改革委主任是谁",
        "中国气象局局长是谁",
        "李市长是谁",
        "市财政局王局长是谁",
        "三门峡市有多少人口",
        "Who is the mayor of Luoyang?",
        "谁接替安伟担任市长",
        "宋东和杨东克同在哪些小组",
        "谁不在铁路指挥部",
        "肥胖防治行动由谁牵头",
        "Who heads the flood control headquarters?",
        "Who leads the dragon boat leading group?",
    ],
)
def test_nothing_near_is_taken_for_what_is_asked(engine: Engine, question: str) -> None:
    assert engine.ask(question).items == ()


@pytest.mark.parametrize(
    ("question", "true"),
    [
        ("高永瑞不是氧吧领导小组的组长，对吗", True),
        ("市烟草局没有参与控烟行动，对吗", False),
        ("市科技局从没牵头过任务，是吗", True),
        ("安伟不是市长吧", False),
        ("安伟和高永瑞都在铁路指挥部吗", False),
        ("安伟和宋东都在铁路指挥部吗", True),
        ("市财政局和市水利局都参与控烟行动吗", False),
        ("柴贵海是市气象局处长吗", False),
        ("Is Song Dong deputy director of the finance bureau?", False),
        ("Is Song Dong director of the finance bureau?", True),
        ("孕产妇死亡率2022年目标是9/10万吗", False),
        ("周建文现在还是市发展改革委主任吗", False),
        ("周建文是湖滨区代区长吗", True),
    ],
)
def test_a_statement_is_held_against_the_graph(engine: Engine, question: str, true: bool) -> None:
    assert engine.ask(question).items == (true,)


def test_an_office_by_the_whole_name_of_its_group(engine: Engine) -> None:
    answer = engine.ask("三门峡市脱贫攻坚普查工作领导小组办公室主任是谁")
    assert answer.items == ("卫吉廷", "呼延向阳")
    others = engine.ask("除了安伟，谁参加氧吧领导小组").items
    assert "安伟" not in others
    assert len(others) == 19


@pytest.mark.parametrize(("words", "times"), [("和", 2_000), ("公安和", 1_200), ("与和", 1_600)])
def test_lists_that_never_end_are_read_in_linear_time(engine: Engine, words: str, times: int) -> None:
    small, large = (f"{words * n}是谁" for n in (times // TIMES, times))
    assert engine.ask(large).text
    assert in_step(engine.ask, small, large)


@pytest.mark.parametrize(
    "question",
    [
        "经济普查领导小组组长是谁",
        "铁路指挥部常务副指挥长是谁",
        "氧吧领导小组的秘书长是谁",
        "2021年三门峡市市长是谁",
        "李涛2020年4月任什么职务",
        "财政局参加但发改委没参加的行动有哪些",
        "哪些行动没有教育局参加",
        "除了卫健委还有谁牵头",
    ],
)
def test_a_condition_is_not_dropped(engine: Engine, question: str) -> None:
    assert engine.ask(question).items == ()


@pytest.mark.parametrize(
    ("question", "true"),
    [
        ("宋东接替了吴波吗", False),
        ("周建文接替了李涛吗", True),
        ("贾书君是市委常委、宣传部部长吗", False),
        ("贾书君是市委常委、组织部部长吗", True),
        ("高永瑞是副市长兼市气象局局长吗", False),
        ("宋东是氧吧领导小组和普查领导小组的成员吗", False),
        ("宋东是氧吧领导小组和铁路指挥部的成员吗", True),
        ("2020年4月9日李涛是湖滨区区长吗", False),
    ],
)
def test_every_claim_of_a_statement_counts(engine: Engine, question: str, true: bool) -> None:
    found = engine.ask(question).items
    assert bool(found and found[0]) is true
