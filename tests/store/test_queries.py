"""Named queries: what they say of themselves, how they narrow, and what cannot be asked."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

import kg
from kg.errors import QueryError
from kg.rdf import PREFIXES, nquads, quads
from kg.store import Store, queries
from kg.store.named import KINDS
from tests.rdf_graphs import small

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")


@pytest.mark.parametrize("name", queries())
def test_every_query_says_what_it_is(name: str) -> None:
    query = queries()[name]
    assert re.search("[\u4e00-\u9fff]", query.zh)
    assert query.en
    for parameter in query.parameters:
        assert parameter.kind in KINDS
        assert parameter.zh
        assert f"#[{parameter.name}]" in query.text
        assert re.search(rf"\?{parameter.name}\b|\${parameter.name}\b", query.text)
    assert {key for key, _ in query.example} <= {one.name for one in query.parameters}
    assert rdflib.Graph().query(query.text, initNs=PREFIXES).type == "SELECT", "it is SPARQL as it stands"


@pytest.mark.parametrize("name", queries())
def test_every_query_narrows_by_each_of_its_parameters(store: Store, name: str) -> None:
    rows = store.run(name)
    for parameter in queries()[name].parameters:
        values = [str(row[parameter.name]) for row in rows[:1] if row.get(parameter.name)]
        for value in values:
            some = store.run(name, **{parameter.name: value})
            assert 0 < len(some) <= max(len(rows), 1) or name in ("co-service", "shared-responsibility")
            assert {str(row[parameter.name]) for row in some} == {value}


def test_the_same_rows_as_rdflib(graph_folder: Path, store: Store) -> None:
    dataset = kg.load(graph_folder)
    for name in ("members", "tasks", "offices", "rosters", "documents", "posts", "establishments", "leads"):
        query = queries()[name]
        by_rdflib = dataset.query(query.text)
        told = Counter(tuple(str(cell) for cell in row) for row in by_rdflib)  # type: ignore[union-attr]
        ours = Counter(
            tuple("None" if term is None else term.value for term in row)  # type: ignore[union-attr]
            for row in store.select(query.text)
        )
        assert ours == told, name


def test_a_period_of_documents(store: Store) -> None:
    rows = store.run("documents", **{"from": "2020-02-01", "to": "2020-04"})
    assert [row["number"] for row in rows] == ["三政办文〔2020〕3号", "三政办文〔2020〕4号", "三政〔2020〕7号"]
    assert store.run("documents", **{"from": "2021"}) == []


def test_rosters_that_change() -> None:
    from dataclasses import replace

    graph = small()
    known = graph.graph["facts"]["an"]
    document = next(one for one in graph.graph["documents"].values() if one.number)
    later = replace(document, id="document/三政〔2021〕1号", number="三政〔2021〕1号", date="2021-03-01")
    graph.graph["documents"][known.evidence.file, later.number] = later
    graph.add_node(later)
    fact = replace(known.fact, document=later.number, body="健康行动领导小组")
    graph.graph["facts"] = {**graph.graph["facts"], "new": replace(known, id="new", fact=fact)}
    inner = pyoxigraph.Store()
    inner.load(nquads(quads(graph)), format=pyoxigraph.RdfFormat.N_QUADS)
    rows = Store(inner).run("roster-revisions", body="健康行动领导小组")
    assert {(row["date"], row["change"], row["name"]) for row in rows} == {
        ("2021-03-01", "leave", "柴贵海"),
        ("2021-03-01", "leave", "三门峡市气象局"),
        ("2020-05-11", "join", "王五"),
        ("2020-05-11", "leave", "赵六"),
    }
    dated = Store(inner).run("rosters")
    assert [(row["date"], row["seats"], row["earlier"]) for row in dated] == [
        ("2020-05-11", 4, None),
        ("2021-03-01", 1, "2020-05-11"),
    ]


def test_who_leaves_is_no_member(made_up: Store) -> None:
    assert "赵六" not in {row["name"] for row in made_up.run("members")}
    assert "王五" in {row["name"] for row in made_up.run("members")}
    assert {(row["name"], row["action"]) for row in made_up.run("appointments")} == {
        ("柴贵海", "appoint"),
        ("张三", "remove"),
        ("李四", "retire"),
    }


@pytest.mark.parametrize(
    ("name", "parameters", "says"),
    [
        ("member", {}, "there is no query called member"),
        ("members", {"boddy": "x"}, "has no parameter boddy .*it has: body, role"),
        ("members", {"body": "不存在的局"}, "no body is called 不存在的局"),
        ("members", {"body": "局"}, r"局 may be several: body/.* and \d+ more"),
        ("targets", {"year": "soon"}, "year cannot be 'soon'"),
        ("documents", {"from": "1 May"}, "from cannot be '1 May'"),
        ("tasks", {"kind": "a b"}, "kind cannot be"),
    ],
)
def test_what_cannot_be_asked_is_told(store: Store, name: str, parameters: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        store.run(name, **parameters)
