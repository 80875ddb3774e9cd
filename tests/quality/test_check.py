"""Shapes: a whole graph conforms, every way to break it is told, and a general SHACL engine says the same."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib

from kg.build import Built, build
from kg.errors import TermError
from kg.quality.check import broken
from kg.quality.shapes import constraints
from kg.rdf import ID, PREFIXES, nquads, quads, to_rdflib, vocabulary
from kg.store import Store
from tests.conftest import Run
from tests.rdf_graphs import small

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph|Conjunctive):DeprecationWarning")
"""pySHACL uses what rdflib deprecates."""

PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + f"BASE <{ID}>\n"
SPAN = "<source/sanmenxia%202020.txt#char=0,5>"
BODY = "<body/三门峡市气象局>"
ROSTER = "<roster/健康行动领导小组/三政〔2020〕6号>"
EVENT = "<event/三门峡市气象站/三门峡市气象局>"
NAMED = "<fact/task/lead/三门峡市气象局>"

BREAKS = [
    ("Membership", "a seat has one member", "INSERT DATA { <fact/an> org:member <person/三门峡市/柴贵海> }"),
    ("Membership", "a seat is on one body", "DELETE WHERE { <fact/an> org:organization ?body }"),
    ("Membership", "a seat has a role", "DELETE WHERE { <fact/an> org:role ?role }"),
    ("Membership", "a seat without a member has a post", "DELETE WHERE { <fact/empty> gz:post ?post }"),
    (
        "Period",
        "it does not end before it begins",
        'INSERT DATA { <fact/left> schema:startDate "2020-05-12"^^xsd:date }',
    ),
    (
        "Period",
        "it does not expire before it is in force",
        'INSERT DATA { <document/豫政〔2019〕26号> eli:first_date_entry_in_force "2020-06-02"^^xsd:date ; '
        'eli:date_no_longer_in_force "2020-06-01"^^xsd:date }',
    ),
    ("Evidence", "a fact is derived from characters of a source", "DELETE WHERE { <fact/an> prov:wasDerivedFrom ?s }"),
    ("Evidence", "a fact is derived from characters of a source", f"DELETE WHERE {{ {NAMED} prov:wasDerivedFrom ?s }}"),
    ("Span", "a quote is as long as its span", f"INSERT DATA {{ {SPAN} oa:end 6 }}"),
    ("Span", "a span has one start, not after its end", f"INSERT DATA {{ {SPAN} oa:start 9 }}"),
    ("Span", "a span stands in a line, counted from 1", f"DELETE WHERE {{ {SPAN} gz:line ?line }}"),
    ("Span", "a span is quoted from one file", f'INSERT DATA {{ {SPAN} prov:wasQuotedFrom "a file" }}'),
    ("Number", "a number is like 某政〔2020〕6号", 'INSERT DATA { <document/豫政〔2019〕26号> eli:id_local "26" }'),
    ("Document", "a document has a title", "DELETE WHERE { <document/豫政〔2019〕26号> eli:title ?title }"),
    ("Roster", "a roster is made of seats", f"INSERT DATA {{ {ROSTER} prov:hadMember {BODY} }}"),
    ("Leader", "a roster names a leader", f"DELETE WHERE {{ {ROSTER} prov:hadMember <fact/an> }}"),
    (
        "Twice",
        "nobody is in a roster twice under one role",
        "DELETE WHERE { <fact/an> org:member ?m ; org:role ?r } ; "
        "INSERT DATA { <fact/an> org:member <person/三门峡市/柴贵海> ; org:role <role/成员> }",
    ),
    ("Assignment", "an assignment has one agent", f"DELETE WHERE {{ {NAMED} prov:agent ?body }}"),
    ("Assignment", "an assignment has one plan", f"DELETE WHERE {{ {NAMED} prov:hadPlan ?task }}"),
    (
        "Assignment",
        "an assignment has one role: lead, participant or responsible",
        f"INSERT DATA {{ {NAMED} prov:hadRole gz:appoint }}",
    ),
    ("Appointment", "an appointment is about one person", "DELETE WHERE { <fact/named> gz:about ?person }"),
    ("Appointment", "an appointment appoints, removes or retires", "INSERT DATA { <fact/named> gz:action gz:join }"),
    ("Reform", "a reform ends one body", f"DELETE WHERE {{ {EVENT} org:originalOrganization ?body }}"),
    ("Reform", "a reform has one body succeed it", f"INSERT DATA {{ {EVENT} org:resultingOrganization <body/x> }}"),
    ("Reform", "a reform is dated by its year", f'INSERT DATA {{ {EVENT} dcterms:date "1983-05-01"^^xsd:date }}'),
    ("Reform", "a reform names the table that knows of it", f"DELETE WHERE {{ {EVENT} dcterms:source ?table }}"),
    ("Target", "a target is that of one indicator", "DELETE WHERE { <fact/goal> gz:indicator ?indicator }"),
    ("Target", "a comparator is one of >= <= = > <", 'INSERT DATA { <fact/goal> gz:comparator "≥" }'),
    ("Target", "a year is one whole number", 'INSERT DATA { <fact/goal> gz:year "2022年"@zh }'),
    ("Level", "the level of a body is that of its place", f'INSERT DATA {{ {BODY} gz:level "省"@zh }}'),
]


@pytest.fixture(scope="module")
def whole() -> str:
    """A small graph that has everything, as N-Quads: quotes as long as their spans, and a name as the number."""
    text = nquads(quads(small()))
    for line in re.findall(r'.*/oa#exact> .*\n|.*#exact> "引文.*\n', text):
        text = text.replace(line, re.sub(r'"引文.*?(?<!\\)"(?= <| \.)', '"五个字之多"', line))
    return text


def store(text: str, change: str = "") -> Store:
    inner = pyoxigraph.Store()
    inner.load(text, format=pyoxigraph.RdfFormat.N_QUADS)
    if change:
        inner.update(change)
    return Store(inner)


def changed(text: str, change: str) -> Store:
    """The graph after an update that looks in the union of its graphs."""
    inner = pyoxigraph.Store()
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS):
        inner.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object))
    inner.update(PREFIX + change)
    return Store(inner)


def by_pyshacl(found: Store) -> set[tuple[str, str]]:
    """What a general engine finds: the node and the English message."""
    graph = rdflib.Graph()
    triples = pyoxigraph.serialize((quad.triple for quad in found.inner), format=pyoxigraph.RdfFormat.N_TRIPLES)
    graph.parse(data=triples, format="nt")
    shapes = rdflib.Graph().parse(data=vocabulary("shapes.ttl"), format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    english = {one.en for one in constraints()}
    return {
        (str(report.value(result, sh.focusNode)), str(message))
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
        for message in report.objects(result, sh.resultMessage)
        if str(message) in english
    }


def test_a_whole_graph_conforms(whole: str) -> None:
    assert list(broken(store(whole))) == []
    assert by_pyshacl(changed(whole, "INSERT DATA {}")) == set()


@pytest.mark.parametrize(("shape", "message", "change"), BREAKS, ids=[f"{row[0]}-{n}" for n, row in enumerate(BREAKS)])
def test_every_way_to_break_it_is_told_and_a_general_engine_agrees(
    whole: str, shape: str, message: str, change: str
) -> None:
    found = changed(whole, change)
    told = [(one.shape, one.en) for one, _, _ in broken(found)]
    assert (shape, message) in told
    assert {(node, one.en) for one, node, _ in broken(found)} == by_pyshacl(found)
    assert next(one.warning for one, _, _ in broken(found) if one.shape == shape) is (shape == "Leader")


def test_no_shape_is_left_without_a_broken_graph() -> None:
    assert {one.shape for one in constraints()} == {row[0] for row in BREAKS}


def test_every_constraint_speaks_both_languages() -> None:
    for one in constraints():
        assert re.search("[\u4e00-\u9fff]", one.zh)
        assert one.en.isascii() or "〔" in one.en


@pytest.mark.parametrize("term", ["sh:maxLength 3", "sh:minCount 2", "sh:nodeKind sh:Literal"])
def test_a_constraint_that_cannot_be_checked_is_an_error_not_a_pass(term: str) -> None:
    text = vocabulary("shapes.ttl").replace("sh:maxCount 1 ; sh:nodeKind sh:IRI", f"sh:maxCount 1 ; {term}", 1)
    with pytest.raises(TermError, match="of Membership is no constraint that can be checked here"):
        constraints(text)


def test_the_rdflib_graph_conforms_too() -> None:
    """What the API hands out is the same graph."""
    assert len(to_rdflib(small())) == len(quads(small()))


@pytest.fixture
def folder(built: Built, tmp_path: Path) -> Path:
    """The sample, built."""
    build(built, tmp_path / "sample")
    return tmp_path / "sample"


def test_the_sample_conforms(kg: Run, folder: Path) -> None:
    done = kg("check", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "conforms" in done.stdout
    assert json.loads(kg("check", str(folder), "--json").stdout) == []
    assert "一致" in kg("check", str(folder), KG_LANG="zh").stdout


def test_findings_name_file_and_line(kg: Run, folder: Path) -> None:
    path = folder / "graph.nq"
    text = path.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines(keepends=True) if "ns#lead>" in one and "/fact/" in one)
    path.write_text(text.replace(line, ""), encoding="utf-8")
    done = kg("check", str(folder))
    assert done.returncode == 1
    assert re.search(r"^sanmenxia-2020-05\.txt:\d+:\d+: violation Assignment: .* lead, participant", done.stdout)
    found = json.loads(kg("check", str(folder), "--json").stdout)
    assert [(one["shape"], one["severity"], one["file"]) for one in found] == [
        ("Assignment", "violation", "sanmenxia-2020-05.txt")
    ]
    source = (folder / "text" / "sanmenxia-2020-05.txt").read_text(encoding="utf-8").splitlines()
    assert "牵头" in source[found[0]["line"] - 1]


def test_a_text_that_was_changed_after_the_build_is_told(kg: Run, folder: Path) -> None:
    path = folder / "text" / "sanmenxia-2020-05.txt"
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    done = kg("check", str(folder))
    assert done.returncode == 1
    assert "a quote is what stands there" in done.stdout
    shutil.rmtree(folder / "text")
    done = kg("check", str(folder))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_doubts_and_warnings_count_if_asked(kg: Run, tmp_path: Path) -> None:
    text = "关于成立临河市测试工作领导小组的通知\n\n各县区人民政府：\n\n成员：安 伟（市长）\n组长：￥￥￥￥￥\n"
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    assert kg("build", "odd.txt", "-q", "-o", "odd").returncode == 0
    done = kg("check", "odd")
    assert done.returncode == 0
    assert re.search(r"^odd\.txt:5:\d+: warning Leader: a roster names a leader", done.stdout, re.MULTILINE)
    assert re.search(r"^odd\.txt:6:4: in doubt Doubt: ", done.stdout, re.MULTILINE)
    assert kg("check", "odd", "--strict").returncode == 1
    assert kg("check", "nowhere").returncode == 2
