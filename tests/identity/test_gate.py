"""The gate before the graph: what no body and no person can be called makes no node."""

from __future__ import annotations

import pytest

from kg.build import Built
from kg.facts import Assignment, Doubt, Membership
from kg.identity import gated, stopped
from kg.identity.gate import odd_body, odd_person
from kg.text import Span

BODIES = (
    "市财政局",
    "各县（市、区）政府",
    "蚌埠、淮南、六安等市",
    "市防汛、抗旱指挥部",
    "第二中学",
    "101医院",
    "12345热线办",
    "市委、市政府督查室",
    "“11·23”事故调查组",
    "市住房城乡建设局（人防办）",
    "团市委",
    "各有关部门和单位",
)
ODD_BODIES = {
    "局": "a single character",
    "市财政局、市教育局": "a mark",
    "市财政局，市教育局": "a mark",
    "市财政局<br>": "markup",
    "市财政局牵头负责落实": "a verb",
    "市财政局12": "digits",
    "3.市财政局": "digits",
    "□□局": "a sign",
    "市" + "很长的名字" * 8 + "局": "longer than 40 characters",
}
ODD_PERSONS = {"安": "a single character", "安，伟": "a sign", "安伟3": "a sign", "副召集人": "a role", "<b>": "markup"}


@pytest.mark.parametrize("name", BODIES)
def test_names_of_bodies_pass(name: str) -> None:
    assert odd_body(name) == ""


@pytest.mark.parametrize("name", ["安伟", "阿依夏木·卡德尔", "欧阳小满"])
def test_names_of_persons_pass(name: str) -> None:
    assert odd_person(name) == ""


@pytest.mark.parametrize(("name", "why"), ODD_BODIES.items())
def test_odd_bodies_are_stopped(name: str, why: str) -> None:
    assert odd_body(name) == why


@pytest.mark.parametrize(("name", "why"), ODD_PERSONS.items())
def test_odd_persons_are_stopped(name: str, why: str) -> None:
    assert odd_person(name) == why


def test_a_list_keeps_its_other_names() -> None:
    fact = Assignment(document="a", at=Span(0, 9), task="做事", lead=("局",), participants=("市财政局",))
    kept, doubt = gated([fact])
    assert isinstance(kept, Assignment)
    assert (kept.lead, kept.participants) == ((), ("市财政局",))
    assert isinstance(doubt, Doubt)
    assert doubt.construct == "assignment"
    assert stopped([kept, doubt]) == {"a single character": 1}


def test_a_seat_of_nobody_real_is_a_doubt() -> None:
    (doubt,) = gated([Membership(document="a", at=Span(0, 9), body="市防汛指挥部", role="成员", person="成员")])
    assert isinstance(doubt, Doubt)


def test_nothing_of_the_sample_is_stopped(built: Built) -> None:
    assert built.stopped == {}
    assert built.read() == 100.0
    assert len([one for one in built.coverage if one.opened]) == 5
