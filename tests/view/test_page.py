"""The page without a browser: what it holds, where it puts things, and that it is the same every time."""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from kg.build import Built
from kg.facts import Body, DocumentNode, Entity, Group, Header, Membership, Person
from kg.view import page
from kg.view.content import content
from kg.view.layout import places
from kg.view.link import certainty, kind
from kg.view.names import city, cut, short
from kg.view.payload import script_json
from kg.view.place import Place
from kg.view.sounds import sounds
from kg.view.words import relation_words
from tests.conftest import ROOT
from tests.view.graphs import ATTACKS, CITY, DAY, SEAT, Draft, gazette, seats


@pytest.mark.parametrize(
    ("relation", "role", "expected"),
    [
        ("member", "组长", "leader"),
        ("member", "指挥长", "leader"),
        ("member", "常务副组长", "deputy"),
        ("member", "副主任", "deputy"),
        ("member", "办公室主任", "member"),
        ("member", "成员单位", "member"),
        ("member", "成员（副市长）", "member"),
        ("member", "组长（市长）", "leader"),
        ("lead", "", "lead"),
        ("hosts", "", "other"),
    ],
)
def test_a_role_weighs_as_printed(relation: str, role: str, expected: str) -> None:
    assert kind(relation, role) == expected


@pytest.mark.parametrize(
    ("node", "label"),
    [
        (Body("b", "云州市财政局", CITY), "财政局"),
        (Body("b", "云州市人民政府", CITY), "市政府"),
        (Body("b", "云州市人民政府办公室", CITY), "市政府办公室"),
        (Body("b", "云州市", CITY), "云州市"),
        (Body("b", "中共云州市委组织部", CITY), "市委组织部"),
        (Body("b", "共青团云州市委", CITY), "团市委"),
        (Body("b", "中共雾县委宣传部", "雾县"), "中共雾县委宣传部"),
        (Body("b", "雾县财政局", "雾县"), "雾县财政局"),
        (Group("g", "云州市森林城市创建工作领导小组", CITY), "森林城市创建工作领导小组"),
        (Group("g", "云岭铁路云州段取直改造及物流园建设指挥部"), "云岭铁路云州段取直改造…建设指挥部"),
        (DocumentNode("d", "云州市人民政府关于印发健康云州行动实施方案的通知"), "健康云州行动实施方案"),
        (DocumentNode("d", "政府工作报告"), "政府工作报告"),
        (Person("p", "欧阳文静", CITY), "欧阳文静"),
    ],
)
def test_labels_leave_out_what_the_reader_knows(node: Entity, label: str) -> None:
    assert short(node, CITY) == label


def test_the_city_is_that_of_most_bodies() -> None:
    assert city([Body("1", "a", "甲市"), Body("2", "b", "乙市"), Body("3", "c", "乙市")]) == "乙市"
    assert city([Person("p", "赵明", "甲市")]) == ""


def test_cut_keeps_the_kind_of_body() -> None:
    assert cut("一二三四五六七八九十", 8, middle=True) == "一二…六七八九十"
    assert cut("一二三四五六七八九十", 8, middle=False) == "一二三四五六七…"


def test_json_cannot_leave_its_element() -> None:
    text = script_json(ATTACKS)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == list(ATTACKS)


def test_a_seat_ends_when_a_later_document_says_so() -> None:
    draft = seats(("member", "赵明", "成员", "2020-01-01"), ("member", "钱文", "成员", "2020-01-01"))
    draft.edge(
        *ends(draft, "赵明"),
        "leaves",
        Membership(**SEAT, person="赵明", body="防汛指挥部", role=""),
        "",
        "",
        day="2020-06-01",
    )
    assert untils(draft) == {"赵明": "2020-06-01", "钱文": ""}


def test_a_seat_ends_when_a_revised_roster_no_longer_has_it() -> None:
    draft = seats(
        *(
            ("member", name, "成员", day)
            for name, day in (("赵明", "2020-01-01"), ("钱文", "2020-01-01"), ("钱文", "2020-06-01"))
        )
    )
    old, new = DocumentNode("document/1", "一"), DocumentNode("document/2", "二")
    revised = Header(**SEAT, title="二")
    draft.edge(new, old, "revises", revised, "", "防汛指挥部", day="2020-06-01")
    assert untils(draft) == {"赵明": "2020-06-01", "钱文": ""}


def ends(draft: Draft, name: str) -> tuple[Entity, Entity]:
    """A person and the group."""
    return next(n for n in draft.graph if n.name == name), next(n for n in draft.graph if isinstance(n, Group))


def untils(draft: Draft) -> dict[str, str]:
    """For each person the day on which the last seat ended."""
    shown = content(draft.graph)
    return {shown.nodes[link.source].name: link.until for link in shown.links if link.relation == "member"}


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("云州市财政局 赵 明", "printed"),
        ("赵明（市财政局局长）", "shortened"),
        ("赵明（局长）", "context"),
        ("（财政局局长）", "context"),
    ],
)
def test_how_a_sentence_prints_the_names(quote: str, expected: str) -> None:
    assert certainty(Person("p", "赵明"), Body("b", "云州市财政局", CITY), quote) == expected


def test_one_group_alone_is_drawn_in_tiers() -> None:
    roles = ["组长", "副组长", "副组长", *["成员"] * 14]
    shown = content(seats(*(("member", f"赵{n}", role, DAY) for n, role in enumerate(roles))).graph)
    height = {node.name: spot.y for node, spot in zip(shown.nodes, places(shown), strict=True)}
    rows = [height["防汛指挥部"], height["赵0"], height["赵1"], height["赵3"], height["赵16"]]
    assert rows == sorted(set(rows))
    assert height["赵1"] == height["赵2"]
    spots = [(spot.x, spot.y) for spot in places(shown)]
    assert len(set(spots)) == len(spots)


def test_every_reading_of_a_character_counts() -> None:
    assert sounds(["长安重庆", "ab"]) == {"长": "cz", "安": "a", "重": "ctz", "庆": "q"}


def test_the_page_is_the_same_in_another_locale(tmp_path: Path) -> None:
    code = f"""
import builtins, pathlib
kept = builtins.open
def narrow(file, mode="r", *rest, **named):
    return kept(file, mode, *rest, **(named if "b" in mode else {{"encoding": "cp936", **named}}))
builtins.open = narrow
from tests.view.graphs import gazette
from kg.view import page
pathlib.Path({str(tmp_path / "a.html")!r}).write_bytes(page(gazette()).encode())
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
    assert (tmp_path / "a.html").read_text("utf-8") == page(gazette())


def test_groups_and_plans_keep_apart_with_all_that_circles_them() -> None:
    shown = content(gazette())
    spots = places(shown)
    hubs = [i for i, node in enumerate(shown.nodes) if node.type in ("group", "program")]
    reach = {hub: max(apart(spots[hub], spot) for spot in spots if spot.hub == hub) for hub in hubs}
    for a, b in combinations(hubs, 2):
        assert apart(spots[a], spots[b]) > reach[a] + reach[b]
    width, height = (max(v) - min(v) for v in ([s.x for s in spots], [s.y for s in spots]))
    assert width > height


def apart(a: Place, b: Place) -> float:
    """The distance of two places."""
    return math.hypot(a.x - b.x, a.y - b.y)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_tiny_graph_makes_a_page(size: int) -> None:
    draft = Draft("tiny")
    draft.graph.add_nodes_from([Person("p", "赵明"), Body("b", "财政局")][:size])
    assert page(draft.graph).startswith("<!doctype html>")


def test_the_page_is_small_and_names_no_address_to_load_from() -> None:
    html = page(gazette())
    assert len(html.encode()) < 1_000_000
    own = html[: html.index("<script>")] + html[html.rindex("<script>") :]
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?!["']?(?:data:|#))|url\(|@import|fetch\(|innerHTML""", own)


def test_the_same_graph_makes_the_same_bytes() -> None:
    code = "import hashlib; from kg.view import page; from tests.view.graphs import gazette; "
    code += "print(hashlib.sha256(page(gazette()).encode()).hexdigest())"
    digests = set()
    for seed in ("1", "4242"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", code]
        digests.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert digests == {hashlib.sha256(page(gazette()).encode()).hexdigest() + "\n"}


def test_the_table_without_script_has_words_for_every_relation(built: Built) -> None:
    words = relation_words()
    assert {edge["relation"] for _, _, edge in built.graph.edges(data=True)} <= words.keys()
    assert words["lead"] == "牵头任务 Leads"
    html = page(built.graph)
    table = html[html.index("<noscript>") : html.index("</noscript>")]
    assert table.count("<td>") == 6 * built.graph.number_of_edges()
    assert table.count("<td>牵头任务 Leads") == sum(
        edge["relation"] == "lead" for *_, edge in built.graph.edges(data=True)
    )
