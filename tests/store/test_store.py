"""The store: named queries and their evidence, names to things, what is refused, and what the gold says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.build import Built, build
from kg.errors import GraphError, QueryError
from kg.rdf import PREFIXES, nquads, quads
from kg.store import Store, Thing, queries
from kg.store.named import KINDS
from kg.store.sparql import checked
from tests.conftest import ROOT, Run
from tests.rdf_graphs import small

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "data" / "sanmenxia-2020-05.gold.json").read_text(encoding="utf-8"))
GROUP = "三门峡市脱贫攻坚普查工作领导小组"


@pytest.fixture(scope="module")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built."""
    place = tmp_path_factory.mktemp("store") / "sample"
    build(built, place)
    return place


@pytest.fixture(scope="module")
def store(folder: Path) -> Store:
    return Store.open(folder)


@pytest.fixture(scope="module")
def made_up() -> Store:
    """A graph built by hand, with a later roster."""
    inner = pyoxigraph.Store()
    inner.load(nquads(quads(small())), format=pyoxigraph.RdfFormat.N_QUADS)
    return Store(inner)


def test_members_are_those_of_the_gold(store: Store) -> None:
    told = {(row["bodyName"], row["role"], row["name"]) for row in store.run("members") if row.evidence}
    seats = {(one["body"], one["role"], one["person"]) for one in GOLD["memberships"]}
    heads = {
        (one["of"] + one["name"], head["role"], head["person"])
        for one in GOLD["offices"]
        for head in one.get("heads", ())
    }
    assert told == seats | heads


def test_heads_and_hosts_are_those_of_the_gold(store: Store) -> None:
    rows = store.run("offices")
    assert {(row["officeName"], row["name"]) for row in rows if row["name"]} == {
        (one["of"] + one["name"], head["person"]) for one in GOLD["offices"] for head in one.get("heads", ())
    }
    hosts = {row["officeName"]: str(row["hostName"]) for row in rows}
    for one in GOLD["offices"]:
        assert hosts[one["of"] + one["name"]] in {thing.name for thing in store.find("body", one["host"])}


def shared() -> Counter[tuple[str, str]]:
    """Pairs of bodies with the number of tasks they share, counted from the gold."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one in GOLD["assignments"]:
        bodies = sorted({*one["lead"], *one["participants"], *one["responsible"]})
        pairs.update((a, b) for a in bodies for b in bodies if a < b)
    return pairs


def test_shared_pairs_are_those_of_the_gold(store: Store) -> None:
    rows = store.run("shared-responsibility")
    wanted = shared()
    assert len(rows) == len(wanted)
    assert Counter(row["tasks"] for row in rows) == Counter(wanted.values())


def test_counts_a_body_are_those_of_the_gold(store: Store) -> None:
    wanted = Counter(
        (kind, body)
        for one in GOLD["assignments"]
        for kind in ("lead", "participants", "responsible")
        for body in one[kind]
    )
    told = Counter((row["kind"], row["bodyName"]) for row in store.run("tasks"))
    for kind, word in (("lead", "lead"), ("participants", "participant"), ("responsible", "responsible")):
        assert sorted(n for (one, _), n in told.items() if one == word) == sorted(
            n for (one, _), n in wanted.items() if one == kind
        )


def test_rows_have_plain_values_and_the_words_they_rest_on(store: Store) -> None:
    rows = store.run("members", body=GROUP, role="组长")
    assert len(rows) == 1
    row = rows[0]
    assert (row["role"], row["date"]) == ("组长", "2020-02-20")
    assert str(row["member"]).startswith("person/")
    found = row.evidence
    assert found
    assert str(row["name"]) in re.sub(r"\s", "", found.quote)
    assert found.document == "三政办文〔2020〕3号"
    assert list(row) == ["bodyName", "role", "member", "name", "date", "fact"]
    assert "Row({" in repr(row)
    with pytest.raises(KeyError):
        row["nothing"]
    assert store.run("shared-responsibility", body="市财政局")[0].evidence is None
    assert isinstance(store.run("shared-responsibility")[0]["tasks"], int)
    assert {type(row["value"]) for row in store.run("targets", year="2022")} <= {float, type(None)}
    assert {type(row["amends"]) for row in store.run("citations")} == {bool}


def test_quotes_are_what_stands_there(store: Store, sample_text: str) -> None:
    for name in ("members", "tasks", "documents", "targets", "rosters", "citations", "establishments"):
        rows = store.run(name)
        for row in rows[:20]:
            found = row.evidence
            assert found
            assert sample_text[found.start : found.end] == found.quote
            assert found.line == sample_text.count("\n", 0, found.start) + 1
        assert rows, name


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


def test_the_same_rows_as_rdflib(folder: Path, store: Store) -> None:
    dataset = kg.load(folder)
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


def test_names_mean_things(store: Store) -> None:
    city = Thing("body/三门峡市财政局", "三门峡市财政局")
    for name in ("body/三门峡市财政局", "三门峡市财政局", "市财政局", "财政局", f"{store.base}body/三门峡市财政局"):
        assert store.find("body", name) == [city]
    assert len(store.find("body", "局")) > 5
    assert store.find("person", "财政局") == store.find("body", 'x" . "') == store.find("body", "\\") == []
    assert [thing.id for thing in store.find("document", "三政〔2020〕6号")] == ["document/三政〔2020〕6号"]


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


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "select * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a#' SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "PREFIX a: <http://a/> SELECT * { a:\\#b ?p ?o . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://a/#b> SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a'b#''' . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "INSERT DATA { <a> <b> <c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/>",
        "CLEAR ALL",
        "DROP ALL",
    ],
)
def test_other_servers_and_updates_are_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        store.query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?load 'clear' }",
        "SELECT * { ?s ?p 'SERVICE <x> { }' } # SERVICE",
        'SELECT * { ?s ?p "LOAD" ; <http://x/service> ?o }',
        "PREFIX service: <http://x/> SELECT * { ?s service:load ?o }",
        "SELECT * { ?s ?p '''\n' SERVICE ''' }",
    ],
)
def test_words_that_look_alike_are_not(store: Store, text: str) -> None:
    assert list(store.select(text)) == []


@given(st.text("SERVICE servic'\"#\\<>{} \n?:a", max_size=60))
def test_nothing_that_the_store_reads_as_a_service_gets_past(text: str) -> None:
    query = f"SELECT * {{ ?s ?p ?o . {text} SERVICE <http://[::1]:1/> {{ ?s ?p ?o }} }}"
    try:
        checked(query)
    except QueryError:
        return
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*(pyoxigraph.NamedNode(f"urn:{name}") for name in "spo")))
    with suppress(SyntaxError):  # a service that is asked is an OSError
        list(store.query(query))  # type: ignore[call-overload,arg-type]


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * WHERE { ?s ?p }", "\x00", "SELECT * { ?s nope:x ?o }"])
def test_what_is_no_query_is_told(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        store.query(text)


def test_a_large_graph_is_kept_on_disk(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.kept.LARGE", 1)
    kept = Store.open(folder)
    assert set(kept.inner) == set(store.inner)
    first = list((folder / "store").iterdir())
    assert Store.open(folder).run("members", body=GROUP)
    assert list((folder / "store").iterdir()) == first
    path = folder / "graph.nq"
    path.write_bytes(path.read_bytes() + b"<urn:a> <urn:b> <urn:c> .\n")
    assert len(set(Store.open(folder).inner)) == len(set(store.inner)) + 1
    assert list((folder / "store").iterdir()) != first


@pytest.mark.parametrize("content", [None, b"<urn:a> <urn:b>", b"\xff\xfe"])
def test_a_folder_without_a_graph_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "graph.nq").write_bytes(content)
    with pytest.raises(GraphError, match=r"graph\.nq: cannot be read"):
        Store.open(tmp_path)


def test_asking_starts_light() -> None:
    heavy = ["spacy", "networkx", "pyvis", "rdflib", "numpy"]
    code = "import sys, kg.cli, kg.store, kg.answers, kg.queries\n"
    code += f"sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_questions_from_the_command_line(kg: Run, folder: Path, tmp_path: Path) -> None:
    at = ("-g", str(folder))
    done = kg("sparql", "--name", "shared-responsibility", "--body", "市财政局", *at)
    assert done.returncode == 0, done.stderr
    assert "三门峡市财政局" in done.stdout
    assert "sanmenxia-2020-05.txt:" in kg("sparql", *at, "--name", "members", "--body", GROUP, "--role=组长").stdout
    text = "SELECT ?name { ?one a foaf:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
    (tmp_path / "ask.rq").write_text(text, encoding="utf-8")
    told = kg("sparql", text, "--format", "csv", *at).stdout
    assert told.startswith("name\n")
    assert kg("sparql", "ask.rq", "--format", "csv", *at).stdout == told
    for form in ("json", "xml", "tsv"):
        found = kg("sparql", text, "--format", form, *at).stdout
        known = pyoxigraph.QueryResultsFormat.from_extension(form)
        parsed = pyoxigraph.parse_query_results(found.encode(), format=known)
        assert len(list(parsed)) == 2  # type: ignore[arg-type]
    assert kg("sparql", "ASK { ?s ?p ?o }", *at, KG_LANG="zh").stdout == "是\n"
    turtle = kg("sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s a foaf:Person ; ?p ?o }", *at).stdout
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) > 100


def test_the_list_of_queries(kg: Run) -> None:
    done = kg("sparql", "--list")
    assert set(queries()) <= set(re.findall(r"^[a-z-]+", done.stdout, re.MULTILINE))
    assert "--body BODY" in done.stdout
    assert "机构的成员" in kg("sparql", "--list", KG_LANG="zh").stdout


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--name", "nothing"),
        ("--name", "members", "--body"),
        ("--name", "members", "body", "x"),
        ("--format", "doc", "ASK {}"),
        ("nowhere.rq",),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "--format", "ttl"),
        ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "--format", "csv"),
        ("ASK {}", "-g", "nowhere"),
        ("--wrong", "ASK {}"),
    ],
)
def test_bad_questions_are_one_line_and_exit_code_2(kg: Run, folder: Path, args: tuple[str, ...]) -> None:
    done = kg("sparql", *args, *(() if "-g" in args else ("-g", str(folder))))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
