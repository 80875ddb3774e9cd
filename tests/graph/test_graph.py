"""The graph: its nodes are the entities, its edges name their fact; later rosters revise earlier ones."""

from __future__ import annotations

from pathlib import Path

from kg.build import Built, gather
from kg.facts import DocumentNode, Group, Person

NOTICE = """临河市人民政府办公室关于{act}临河市防汛指挥部{tail}的通知

临政办〔{year}〕{no}号

各县区人民政府：

指挥长：{chief}（市长）

临河市人民政府办公室
{year}年3月{no}日

"""


def test_every_edge_names_a_fact_of_the_graph(built: Built) -> None:
    for _, _, found in built.graph.edges(data=True):
        assert found["fact"] in built.graph.graph["facts"]


def test_nodes_are_entities_with_ids_of_their_own(built: Built) -> None:
    ids = [node.id for node in built.graph]
    assert len(set(ids)) == len(ids)
    assert built.counts() == {
        "sources": 1,
        "refused": 0,
        "documents": 7,
        "persons": 72,
        "bodies": 71,
        "groups": 8,
        "programs": 3,
        "tasks": 35,
        "memberships": 85,
        "assignments": 35,
        "doubts": 0,
    }


def test_one_person_on_several_bodies_is_one_node(built: Built) -> None:
    groups = {
        group.name: found["role"]
        for person, group, found in built.graph.edges(data=True)
        if person.name == "聂建英" and isinstance(group, Group)
    }
    assert sorted(groups.values()) == ["主编", "副主任", "副组长", "副组长"]


def test_the_same_name_in_two_cities_is_two_people(tmp_path: Path) -> None:
    text = NOTICE.format(act="成立", tail="", year=2019, no=1, chief="安伟")
    for place in ("三门峡市", "洛阳市"):
        (tmp_path / f"{place}.txt").write_text(text.replace("临河市", place), encoding="utf-8")
    graph = gather([tmp_path], "two").graph
    assert sorted(node.id for node in graph if isinstance(node, Person)) == [
        "person/三门峡市/安伟",
        "person/洛阳市/安伟",
    ]


def test_a_later_roster_revises_the_earlier(tmp_path: Path) -> None:
    first = NOTICE.format(act="成立", tail="", year=2019, no=1, chief="安伟")
    second = NOTICE.format(act="调整", tail="组成人员", year=2021, no=2, chief="高永瑞")
    (tmp_path / "two.txt").write_text((first + second).replace("临河市", "洛阳市"), encoding="utf-8")
    graph = gather([tmp_path], "two").graph
    revised = [(new, old) for new, old, found in graph.edges(data=True) if found["relation"] == "revises"]
    assert [(new.date, old.date) for new, old in revised if isinstance(new, DocumentNode)] == [
        ("2021-03-02", "2019-03-01")
    ]
