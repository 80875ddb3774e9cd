"""Questions to a graph in which one name means several people and bodies, and rosters change."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import analysis
from kg.ask import Engine
from kg.build import build, gather

pytestmark = pytest.mark.slow

NOTICE = """{city}市人民政府办公室关于{act}{city}市{task}工作领导小组{what}的通知

{city}政办〔2020〕{number}号

各县（市、区）人民政府：

为做好有关工作，名单如下：

组　长：{head}　市水利局局长
副组长：{deputy}　市委常委、组织部部长
成　员：王立新　市委组织部副部长

{city}市人民政府办公室
2020年{month}月1日
"""
NOTICES = {
    "one": NOTICE.format(
        city="洛阳", act="成立", what="", task="防汛", number=3, head="张　伟", deputy="李建国", month=3
    ),
    "two": NOTICE.format(
        city="安阳", act="成立", what="", task="抗旱", number=3, head="张　伟", deputy="赵小平", month=3
    ),
    "three": NOTICE.format(
        city="洛阳", act="调整", what="成员", task="防汛", number=9, head="周大明", deputy="李建国", month=9
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two cities whose rosters name a 张伟 and a 王立新 each; the first city's roster changes."""
    place = tmp_path_factory.mktemp("namesakes")
    for name, text in NOTICES.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    build(gather(sorted(place.glob("*.txt")), "namesakes"), place / "graph", page=False)
    return Engine.open(place / "graph")


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("安阳的张伟担任什么职务", ["安阳市水利局局长"]),
        ("洛阳市张伟担任什么职务", ["洛阳市水利局局长"]),
        ("张伟和赵小平同在哪些机构", ["安阳市抗旱工作领导小组"]),
        ("张伟和李建国同在哪些机构", ["洛阳市防汛工作领导小组"]),
        ("安阳市水利局局长是谁", ["张伟"]),
        ("张伟在安阳市抗旱工作领导小组吗", [True]),
        ("洛阳防汛领导小组组长是谁", ["周大明"]),
        ("2020年3月洛阳防汛领导小组组长是谁", ["张伟"]),
        ("张伟在洛阳防汛领导小组吗", [False]),
    ],
)
def test_the_question_tells_which_is_meant(engine: Engine, question: str, items: list[object]) -> None:
    answer = engine.ask(question)
    assert [str(item).removeprefix("洛阳市人民政府") for item in answer.items] == [str(item) for item in items]
    assert "同名" not in answer.text


@pytest.mark.parametrize("question", ["张伟担任什么职务", "市水利局局长是谁", "what posts does 张伟 hold"])
def test_where_it_does_not_the_others_are_named(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.items
    assert "洛阳" in answer.text
    assert "安阳" in answer.text
    assert answer.confidence <= 0.5


def test_namesakes_are_counted_apart(engine: Engine) -> None:
    assert engine.ask("哪些人同时在两个以上领导小组").items == ()
    most = engine.ask("谁参加的机构最多").items
    assert {count for _, count in most} == {1}
    assert len({name for name, _ in most}) == 7


def test_two_of_one_department_are_connected_by_it(engine: Engine) -> None:
    assert "同在中共安阳市委组织部（部长、副部长）" in engine.ask("赵小平和王立新有什么关系").text
    walks = analysis.paths(engine.store, "赵小平", "person/安阳市/王立新")
    assert {step.other for walk in walks for step in walk} == {"body/安阳市抗旱工作领导小组", "body/安阳市委组织部"}


def test_on_a_headquarters_claims_no_head(engine: Engine) -> None:
    assert engine.ask("Is 周大明 on the 洛阳市防汛工作领导小组 headquarters?").items == (True,)
    assert engine.ask("Is 李建国 head of the 洛阳市防汛工作领导小组?").items == (False,)


POSTED = """洛阳市人民政府关于赵小平等同志职务任免的通知

洛政任〔{year}〕{number}号

各县（市、区）人民政府：

市人民政府决定：

{acts}

洛阳市人民政府
{year}年6月1日
"""
ACTS = {
    2019: "任命赵小平为市水利局局长；\n任命李建国为市财政局副局长。",
    2020: "任命赵小平为市教育局局长，免去其市水利局局长职务；\n任命周大明为市水利局局长。",
    2021: "免去赵小平的市水利局局长职务；\n免去李建国的市财政局副局长职务。",
}


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Appointments and removals of three years, one removal told again late."""
    place = tmp_path_factory.mktemp("posted")
    for number, (year, acts) in enumerate(ACTS.items(), 1):
        (place / f"{year}.txt").write_text(POSTED.format(year=year, number=number, acts=acts), encoding="utf-8")
    build(gather(sorted(place.glob("*.txt")), "posted"), place / "graph", page=False)
    return Engine.open(place / "graph")


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("赵小平担任什么职务", ["洛阳市教育局局长"]),
        ("2019年7月赵小平担任什么职务", ["洛阳市水利局局长"]),
        ("市水利局局长是谁", ["周大明"]),
        ("2019年7月1日市水利局局长是谁", ["赵小平"]),
        ("2018年7月1日市水利局局长是谁", []),
        ("赵小平是市水利局局长吗", [False]),
        ("谁接替了赵小平", ["周大明"]),
        ("李建国担任什么职务", []),
    ],
)
def test_who_has_been_removed_no_longer_holds_the_post(posted: Engine, question: str, items: list[object]) -> None:
    assert list(posted.ask(question).items) == items


def test_a_removal_makes_nobody_a_successor(posted: Engine) -> None:
    told = [(one.kind, one.name, one.before, one.after) for one in analysis.changes(posted.folder, posted.store)]
    assert [row for row in told if row[0] == "succession"] == [
        ("succession", "洛阳市水利局", "赵小平（洛阳市水利局局长）", "周大明（洛阳市水利局局长）")
    ]
    assert [(row["name"], row["successorName"]) for row in posted.store.run("successions")] == [("赵小平", "周大明")]
    assert [(row["name"], row["after"]) for row in posted.store.run("post-changes")] == [("赵小平", "洛阳市教育局局长")]


def test_a_surname_that_two_bear_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    seats = "市水利局局长\n副组长：张大山　市水利局副局长\n　　　　张小川　市水利局副局长"
    (tmp_path / "one.txt").write_text(NOTICES["one"].replace("市水利局局长", seats), encoding="utf-8")
    build(gather([tmp_path / "one.txt"], "one"), tmp_path / "graph", page=False)
    engine = Engine.open(tmp_path / "graph")
    answer = engine.ask("市水利局张副局长是谁")
    assert "图谱中没有" not in answer.text
    assert {"张大山", "张小川"} <= set(answer.items)
    assert "图谱中没有“李副局长”" in engine.ask("市水利局李副局长是谁").text
