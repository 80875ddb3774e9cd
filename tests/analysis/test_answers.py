"""Analyses from Python: they count what the annotation counts, and every row has the words it rests on."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import analysis
from kg.analysis.cited import record, the
from kg.analysis.plot import heat_map, lanes, timeline
from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.store import Store
from tests.conftest import ROOT

GOLD = json.loads((ROOT / "tests" / "data" / "sanmenxia-2020-05.gold.json").read_text(encoding="utf-8"))
KINDS = {"lead": "lead", "participants": "participant", "responsible": "responsible"}
SMALL = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 5)), max_size=25)


@pytest.fixture(scope="module")
def store(graph_folder: Path) -> Store:
    return Store.open(graph_folder)


def gold_duties(store: Store) -> dict[str, dict[str, set[str]]]:
    """The annotation's tasks: bodies by id, with their kinds of responsibility."""
    ids: dict[str, str] = {}
    found: dict[str, dict[str, set[str]]] = {}
    for one in GOLD["assignments"]:
        for key, kind in KINDS.items():
            for label in one[key]:
                ids.setdefault(label, the(store, ("body",), label).id)
                found.setdefault(one["task"], {}).setdefault(ids[label], set()).add(kind)
    return found


def test_pairs_are_those_of_the_annotation(store: Store) -> None:
    told: Counter[tuple[str, ...]] = Counter()
    for bodies in gold_duties(store).values():
        told.update(combinations(sorted(bodies), 2))
    found = analysis.shared(store, classes=True)
    assert {(one.body, one.partner): one.tasks for one in found.pairs} == told
    assert sum(one.tasks for one in found.combinations) == sum(len(it) > 1 for it in gold_duties(store).values())
    for y, body in enumerate(found.bodies):
        for x, other in enumerate(found.bodies[:y]):
            assert found.matrix[y][x] == found.matrix[x][y] == told[tuple(sorted((body.id, other.id)))]


def test_counts_of_bodies_are_those_of_the_annotation(store: Store) -> None:
    told: dict[str, Counter[str]] = {}
    for bodies in gold_duties(store).values():
        for body, kinds in bodies.items():
            told.setdefault(body, Counter()).update([*kinds, "total"])
    rows = analysis.body_duties(store, classes=True)
    assert {row.body: (row.lead, row.participant, row.responsible, row.total) for row in rows} == {
        body: (count["lead"], count["participant"], count["responsible"], count["total"])
        for body, count in told.items()
    }
    assert [row.number for row in analysis.top(store, "tasks", classes=True)] == [row.total for row in rows]
    assert {row.body for row in analysis.never_lead(store, classes=True)} == {row.body for row in rows if not row.lead}
    assert {row.id: row.number for row in analysis.top(store, "leads", classes=True)} == {
        r.body: r.lead for r in rows if r.lead
    }


def test_people_together_are_those_of_the_annotation(store: Store) -> None:
    groups: dict[str, set[str]] = {}
    for one in GOLD["memberships"]:
        groups.setdefault(one["person"], set()).add(one["body"])
    told = {
        frozenset(pair): len(groups[pair[0]] & groups[pair[1]])
        for pair in combinations(groups, 2)
        if len(groups[pair[0]] & groups[pair[1]]) > 1
    }
    found = analysis.together(store)
    assert len(found) == len(told) == 49
    assert {frozenset((one.name, one.partner_name)): one.groups for one in found} == told
    assert {one.name: one.number for one in analysis.top(store, "people")} == {p: len(it) for p, it in groups.items()}
    first = found[0]
    seats = analysis.common_seats(store, [first.person, first.partner])
    assert {seat.body_name for seat in seats} == set(first.bodies)
    assert all(seat.evidence and seat.name in seat.evidence.quote.replace(" ", "") for seat in seats)
    alone = analysis.together(store, [first.name])
    assert {one.person for one in alone} == {first.person}
    assert {one.partner for one in alone if one.groups > 1} >= {first.partner}


def test_one_body_two_bodies_and_those_that_lead(store: Store) -> None:
    every = {(one.body, one.partner): one.tasks for one in analysis.shared(store).pairs}
    one, other = max(every, key=lambda pair: (every[pair], pair))
    alone = analysis.shared(store, [one])
    assert {(it.body, it.partner) for it in alone.pairs} == {
        (one, b if a == one else a) for a, b in every if one in (a, b)
    }
    assert alone.bodies[0].id == one
    both = analysis.shared(store, [other, one])
    assert [thing.id for thing in both.bodies] == [other, one]
    assert both.matrix[0][1] == every[one, other] == len(both.tasks) == both.combinations[0].tasks
    assert all(task.evidence and task.evidence.quote and task.evidence.title for task in both.tasks)
    leads = analysis.shared(store, role="lead")
    assert [row[i] for i, row in enumerate(leads.matrix)] == [
        it.number for it in analysis.top(store, "leads", classes=True)
    ]


def test_tables_for_pandas(store: Store) -> None:
    found = analysis.shared(store)
    frame = pd.DataFrame(found.rows()).set_index("body")
    assert (frame.to_numpy() == frame.T.to_numpy()).all()
    assert list(pd.DataFrame(found.pairs).columns) == ["body", "name", "partner", "partner_name", "tasks"]
    assert pd.DataFrame(analysis.body_duties(store))["total"].is_monotonic_decreasing


def test_a_dossier_has_every_seat_and_post(store: Store) -> None:
    for name in {one["person"] for one in GOLD["memberships"]}:
        told = analysis.person(store, name)
        heads = {one["of"] + one["name"] for one in GOLD["offices"]}
        seats = {(row["bodyName"], row["role"]) for row in told.section("seats") if row["bodyName"] not in heads}
        assert seats == {(one["body"], one["role"]) for one in GOLD["memberships"] if one["person"] == name}
        for section in told.sections:
            if section.name != "together":
                assert all(row["quote"] and row["line"] and row["document"] for row in section.rows())
    group = analysis.body(store, "普查工作领导小组")
    assert {row["name"] for row in group.section("members")} == {
        one["person"] for one in GOLD["memberships"] if one["body"].endswith("普查工作领导小组")
    }
    assert [row["number"] for row in group.section("establishments")] == ["三政办文〔2020〕3号"]
    host = group.section("offices")[0]["hostName"]
    assert analysis.body(store, str(host)).section("hosted-offices")[0]["ofName"] == group.name


def test_tasks_by_their_words(store: Store) -> None:
    one = GOLD["assignments"][0]
    found = analysis.tasks(store, one["task"].removeprefix("实施"))
    assert [it.title for it in found] == [one["task"]]
    assert (len(found[0].lead), len(found[0].participant)) == (len(one["lead"]), len(one["participants"]))
    assert found[0].goals[0].sign == ">="
    assert found[0].evidence
    assert "牵头" in found[0].evidence.quote
    assert len(analysis.tasks(store)) == len({one["task"] for one in GOLD["assignments"]})
    assert analysis.tasks(store, "无此任务") == []


def test_changes_and_what_a_later_notice_adds(graph_folder: Path, later_folder: Path) -> None:
    found = analysis.changes(later_folder, Store.open(later_folder))
    told = {(one.kind, one.name) for one in found}
    assert {("change", "宋东"), ("join", "林海清"), ("leave", "高永瑞"), ("succession", "三门峡市财政局")} <= told
    assert all(one.evidence and one.evidence.quote for one in found)
    assert [one.date for one in found] == sorted(one.date for one in found)
    more, less = analysis.diff(graph_folder, later_folder), analysis.diff(later_folder, graph_folder)
    assert {one.sign for one in more} == {"+"}
    assert [one._replace(sign="+") for one in less] == more
    names = {(one.kind, one.name) for one in more}
    assert {("person", "林海清"), ("person", "何山川"), ("post", "宋东"), ("change", "高永瑞")} <= names
    assert [one.detail for one in more if one.kind == "document"] == ["三政办文〔2021〕9号"]
    assert analysis.diff(later_folder, later_folder) == []


def test_a_path_has_the_words_of_each_step(store: Store) -> None:
    seats = GOLD["memberships"]
    first = seats[0]
    other = next(one["person"] for one in seats if one["body"] == first["body"] and one["person"] != first["person"])
    steps = analysis.paths(store, first["person"], other)[0]
    assert [step.other_name for step in steps] == [first["body"]] * 2
    assert all(step.evidence and step.evidence.line for step in steps)
    assert analysis.paths(store, other, other) == []
    with pytest.raises(QueryError, match="no person or body or task or document"):
        analysis.paths(store, "查无此人", other)
    with pytest.raises(QueryError, match="may be several"):
        analysis.paths(store, "市", other)


def loaded(duties: list[tuple[str, int]]) -> Store:
    """A graph in which bodies (letters) answer for tasks (numbers)."""
    lines = []
    for number, (body, task) in enumerate(duties):
        fact, agent, plan = (f"<http://x/{it}>" for it in (f"fact/{number}", f"body/{body}", f"task/{task}"))
        lines += [f"{fact} prov:agent {agent} ; prov:hadPlan {plan} ; prov:hadRole gz:lead ."]
        lines += [f'{agent} a org:FormalOrganization ; rdfs:label "{body}" . {plan} a gz:Task ; rdfs:label "{task}" .']
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    inner = ox.Store()
    inner.update(f'{prefixes} INSERT DATA {{ <http://x/> void:uriSpace "http://x/" . {" ".join(lines)} }}')
    return Store(inner)


@given(SMALL)
def test_paths_are_shortest_and_whole(duties: list[tuple[str, int]]) -> None:
    graph = nx.Graph([(f"body/{body}", f"task/{task}") for body, task in duties])
    store = loaded(duties)
    bodies = sorted(node for node in graph if node.startswith("body/"))
    for one, other in combinations(bodies, 2):
        found = analysis.paths(store, one, other, most=1000)
        if not nx.has_path(graph, one, other):
            assert found == []
            continue
        told = {tuple(step.one if step.other.startswith("task/") else step.other for step in steps) for steps in found}
        assert len(told) <= len(found)
        assert len(found) == len(list(nx.all_shortest_paths(graph, one, other)))
        assert {len(steps) for steps in found} == {nx.shortest_path_length(graph, one, other)}
        assert all({steps[0].one, steps[-1].one} == {one, other} for steps in found)


@given(SMALL)
def test_shared_tasks_are_intersections(duties: list[tuple[str, int]]) -> None:
    store = loaded(duties)
    tasks = {body: {task for other, task in duties if other == body} for body in {body for body, _ in duties}}
    found = analysis.shared(store)
    names = [thing.name for thing in found.bodies]
    assert sorted(names) == sorted(tasks)
    assert found.matrix == [[len(tasks[one] & tasks[other]) for other in names] for one in names]
    if len(names) > 2:
        picked = names[:3]
        some = analysis.shared(store, [f"body/{name}" for name in picked])
        common = set.intersection(*(tasks[name] for name in picked))
        assert {task.title for task in some.tasks} == {str(task) for task in common}
        whole = sum(one.tasks for one in some.combinations if len(one.bodies) == 3)
        assert whole == len(common)


def test_pictures(store: Store) -> None:
    drawn = heat_map(analysis.shared(store))
    assert drawn.png.startswith(b"\x89PNG")
    assert drawn == heat_map(analysis.shared(store))
    empty = heat_map(analysis.shared(store, role="lead"))
    assert empty.png != drawn.png
    name = GOLD["memberships"][0]["person"]
    assert timeline(analysis.person(store, name)).png.startswith(b"\x89PNG")
    days = [days for _, days in lanes(analysis.body(store, "普查工作领导小组"))]
    assert set(map(tuple, days)) == {(date(2020, 2, 20),)}


def test_rows_as_json(store: Store) -> None:
    told = json.loads(json.dumps(record(analysis.tasks(store)[0])))
    assert told["goals"] == record(analysis.tasks(store)[0].goals)
    assert set(told["evidence"]) == {"document", "title", "date", "file", "line", "quote"}
