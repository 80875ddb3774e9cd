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

import pytest

from kg.entities import Body, DocumentNode, Entity, Group, Person
from kg.view import page
from kg.view.content import content
from kg.view.layout import places
from kg.view.link import kind
from kg.view.names import city, cut, short
from kg.view.payload import script_json
from kg.view.place import Place
from tests.view_graphs import ATTACKS, CITY, Draft, gazette


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
    code = f"import runpy, hashlib; n = runpy.run_path({__file__!r}); "
    code += "print(hashlib.sha256(n['page'](n['gazette']()).encode()).hexdigest())"
    digests = set()
    for seed in ("1", "4242"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", code]
        digests.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert digests == {hashlib.sha256(page(gazette()).encode()).hexdigest() + "\n"}
