"""The graph as RDF, from a small graph built by hand and read back with rdflib."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kg import facts
from kg.background import Known
from kg.entities import Body, DocumentNode, Entity, Group, IndicatorNode, Person, Program, Task
from kg.errors import OutputError
from kg.evidence import Evidence, Sourced
from kg.facts import Fact
from kg.rdf import Links, Triple, quads, stated, statements, to_rdflib, triples, turtle
from kg.rdf.iris import Iris, date, escape, number
from kg.rdf.writer import write
from kg.terms import GZ, ID, OWL, PREFIXES, RDF
from kg.text import Span

xsd = Namespace(PREFIXES["xsd"])
ROOT = Path(__file__).parents[1]
NUMBER, TITLE, FILE = "三政〔2020〕6号", "三门峡市人民政府关于健康三门峡行动的通知", "sanmenxia 2020.txt"
DAY = Literal("2020-05-11", datatype=xsd.date)

AN, CHAI = (Person(f"person/三门峡市/{name}", name, jurisdiction="三门峡市") for name in ("安伟", "柴贵海"))
CITY = Body("body/三门峡市人民政府", "三门峡市人民政府", "三门峡市", "政府")
WEATHER = Body("body/三门峡市气象局", "三门峡市气象局", "三门峡市", "局")
GROUP = Group("body/健康行动领导小组", "健康行动领导小组", "三门峡市")
OFFICE = Body("body/健康行动领导小组办公室", "健康行动领导小组办公室")
DOCUMENT = DocumentNode(f"document/{NUMBER}", TITLE, number=NUMBER, date="2020-05-11", kind="通知")
CITED = DocumentNode("document/豫政〔2019〕26号", "关于健康中原行动的意见", number="豫政〔2019〕26号")
ISSUE = DocumentNode("document/三门峡市人民政府公报2020年第5号", "三门峡市人民政府公报2020年第5号")
PROGRAM = Program("program/健康三门峡行动实施方案", "健康三门峡行动实施方案")
TASK = Task("task/健康知识普及", "健康知识普及", path=("二、主要任务", "（一）干预"))
LITERACY = IndicatorNode("indicator/健康素养水平", "健康素养水平", unit="%")

STATION = Body("body/三门峡市气象站", "三门峡市气象站", "三门峡市", "局")
ALL, ONE = (
    Body("body/三门峡市/各县政府", "各县政府", "三门峡市"),
    Body("body/渑池县政府", "渑池县人民政府", "渑池县", level="县"),
)
KNOWN = (
    Known(STATION, WEATHER, "succeeded_by", "1983"),
    Known(WEATHER, CITY, "succeeded_by"),
    Known(ALL, ONE, "includes"),
)

AT: dict[str, Any] = {"document": NUMBER, "at": Span(0, 1)}
FACTS: dict[str, Fact] = {
    "an": facts.Membership(**AT, body="领导小组", role="组长", person="安伟", posts=("市长",)),
    "chai": facts.Membership(
        **AT,
        body="领导小组",
        role="成员",
        person="柴贵海",
        posts=("市气象局局长", "市气象学会会长"),
        note="兼",
    ),
    "empty": facts.Membership(**AT, body="领导小组", role="成员", person=None, posts=("市教育局局长",)),
    "unit": facts.MemberBody(**AT, body="领导小组", role="成员单位", member="市气象局"),
    "office": facts.Office(
        **AT,
        of="领导小组",
        name="办公室",
        host="市气象局",
        duty="负责日常工作",
        heads=(facts.Head(person="柴贵海", role="办公室主任", concurrent=True, at=Span(0, 1)),),
    ),
    "task": facts.Assignment(
        **AT,
        task="健康知识普及",
        lead=("市气象局",),
        participants=("市政府",),
        deadline="2020年底",
        note="按季报送",
    ),
    "named": facts.Appointment(**AT, person="柴贵海", action="appoint", post="市气象局局长"),
    "gone": facts.Appointment(**AT, person="张三", action="remove", post="市教育局局长"),
    "byline": facts.PostHeld(**AT, person="安伟", post="三门峡市人民政府市长", source="byline"),
    "row": facts.Indicator(
        **AT,
        no=1,
        name="健康素养水平",
        unit="%",
        baseline="*10.5",
        targets=(("2020", "≥20"), ("2022", "22"), ("2030", ("持续", "提升"))),
    ),
    "goal": facts.Target(
        **AT, task="健康知识普及", indicator="健康素养水平", year=2022, comparator=">=", value=22, unit="%"
    ),
    "retired": facts.Appointment(**AT, person="李四", action="retire", post="市教育局副局长"),
    "joined": facts.Change(**AT, body="领导小组", role="成员", person="王五", action="join", posts=("市科技局局长",)),
    "left": facts.Change(**AT, body="领导小组", role="成员", person="赵六", action="leave"),
    "made": facts.Creation(
        **AT,
        body="健康行动领导小组",
        kind="领导小组",
        short="领导小组",
        creator="市政府",
        duty="统筹健康行动",
        parts=(facts.Part(name="办公室", relation="下设", host="市气象局", duty="负责日常工作", at=Span(0, 1)),),
    ),
    "head": facts.Header(
        **AT,
        title=TITLE,
        number=NUMBER,
        recipients=("市直各单位",),
        valid=("2020-06-01", "2025-05-31"),
        adopted_by="市政府第40次常务会议",
        presented_at="市第七届人民代表大会第五次会议",
        on_behalf_of="市政府",
        annexes=("健康行动任务表",),
        cites=(facts.Citation(title="国民体质测定标准", number=None, at=Span(0, 1)),),
    ),
    "mast": facts.Issue(
        document=ISSUE.name,
        at=Span(0, 1),
        title=ISSUE.name,
        number=5,
        total=172,
        year=2020,
        date="2020-06-11",
        publisher="市政府办公室",
        editor="公报编辑部",
        printer="日报印刷厂",
        address="某路47号",
        website="www.example.gov.cn",
        postcode="000000",
        permit="内部资料00010号",
        phones=("0000-1", "0000-2"),
    ),
    "line": facts.ContentsEntry(
        document=ISSUE.name, at=Span(0, 1), section="重要文件", title=TITLE, page=32, refers=NUMBER
    ),
    "what": facts.Doubt(**AT, construct="roster", reason="no name"),
}
EDGES: list[tuple[Entity, Entity, str, str, str]] = [
    (AN, GROUP, "member", "组长", "an"),
    (AN, CITY, "holds", "市长", "an"),
    (CHAI, GROUP, "member", "成员", "chai"),
    (CHAI, WEATHER, "holds", "局长", "chai"),
    (WEATHER, GROUP, "member", "成员单位", "unit"),
    (OFFICE, GROUP, "office_of", "", "office"),
    (WEATHER, OFFICE, "hosts", "", "office"),
    (CHAI, OFFICE, "member", "办公室主任", "office"),
    (WEATHER, TASK, "lead", "", "task"),
    (CITY, TASK, "participant", "", "task"),
    (TASK, PROGRAM, "task_of", "", "task"),
    (PROGRAM, DOCUMENT, "program_of", "", "head"),
    (CITY, DOCUMENT, "issues", "", "head"),
    (DOCUMENT, CITED, "cites", "", "head"),
    (DOCUMENT, GROUP, "creates", "", "made"),
    (OFFICE, GROUP, "office_of", "", "made"),
    (CHAI, WEATHER, "appointed", "局长", "named"),
    (AN, CITY, "holds", "市长", "byline"),
    (LITERACY, PROGRAM, "indicator_of", "", "row"),
    (LITERACY, TASK, "target_of", "2022: ≥22%", "goal"),
    (ISSUE, DOCUMENT, "contains", "重要文件, 32", "line"),
]


def small(edges: list[tuple[Entity, Entity, str, str, str]] = EDGES) -> nx.MultiDiGraph[Entity]:
    graph: nx.MultiDiGraph[Entity] = nx.MultiDiGraph(name="small")
    for n, (source, target, relation, role, fact) in enumerate(edges):
        data = {"relation": relation, "role": role, "date": "2020-05-11", "fact": fact}
        graph.add_edge(source, target, key=f"{relation}:{fact}:{n}", **data)
    graph.graph["background"] = KNOWN
    graph.graph["documents"] = {(FILE, NUMBER): DOCUMENT, (FILE, ISSUE.name): ISSUE}
    graph.graph["facts"] = {
        name: Sourced(name, fact, Evidence(FILE, 10 * n, 10 * n + 5, n + 1, f"引文“{name}”\n"))
        for n, (name, fact) in enumerate(FACTS.items())
    }
    return graph


@pytest.fixture(scope="module")
def read() -> Graph:
    """The Turtle, read back by rdflib."""
    return Graph().parse(data=turtle(small()), format="turtle")


def ask(graph: Graph, query: str) -> list[tuple[str, ...]]:
    rows = graph.query(f"BASE <{ID}>\n{query}", initNs=PREFIXES)
    return sorted(tuple(str(cell) for cell in row) for row in rows)  # type: ignore[union-attr]


def thing(path: str) -> URIRef:
    return URIRef(ID + path)


def test_members_of_a_group_with_their_roles(read: Graph) -> None:
    found = ask(
        read,
        """SELECT ?name ?word ?day WHERE {
            ?seat a org:Membership ; org:organization/rdfs:label "健康行动领导小组"@zh ;
                org:member/rdfs:label ?name ; org:role/skos:prefLabel ?word ; dcterms:date ?day
            FILTER NOT EXISTS { ?seat gz:action ?action } }""",
    )
    day = "2020-05-11"
    expected = [
        ("安伟", "组长"),
        ("柴贵海", "成员"),
        ("三门峡市气象局", "成员单位"),
    ]
    assert found == sorted((*row, day) for row in expected)


def test_every_membership_has_its_evidence(read: Graph) -> None:
    found = ask(
        read,
        """SELECT ?seat ?start ?end ?quote ?line ?file ?number WHERE {
            ?seat a org:Membership ; prov:wasDerivedFrom ?span ; dcterms:source/eli:id_local ?number .
            ?span a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:start ?start ; oa:end ?end ;
                oa:exact ?quote ; gz:line ?line ; prov:wasQuotedFrom/rdfs:label ?file }""",
    )
    seats = {str(seat) for seat in read.subjects(RDF.type, URIRef(PREFIXES["org"] + "Membership"))}
    assert {row[0] for row in found} == seats
    assert len(found) == len(seats) == 7
    assert found[0] == (f"{ID}fact/an", "0", "5", "引文“an”\n", "1", FILE, NUMBER)


def test_spans_are_fragments_of_the_file(read: Graph) -> None:
    derived = URIRef(PREFIXES["prov"] + "wasDerivedFrom")
    assert read.value(thing("fact/chai"), derived) == thing("source/sanmenxia%202020.txt#char=10,15")


def test_a_seat_without_a_name_has_its_post_and_no_member(read: Graph) -> None:
    query = """SELECT ?label WHERE { <fact/empty> a org:Membership ; gz:post ?post ;
        org:organization <body/健康行动领导小组> . ?post a org:Post ; rdfs:label ?label
        FILTER NOT EXISTS { <fact/empty> org:member ?anyone }
        FILTER NOT EXISTS { ?post org:heldBy ?anyone } }"""
    assert ask(read, query) == [("市教育局局长",)]


@pytest.mark.parametrize(
    ("role", "label", "path"),
    [("成员（局长）", "三门峡市教育局局长", "post/三门峡市教育局/局长"), ("成员", "市教育局局长", "")],
)
def test_a_post_without_a_holder_is_in_the_body_of_its_seat(role: str, label: str, path: str) -> None:
    graph, school = small(), Body("body/三门峡市教育局", "三门峡市教育局" if path else "三门峡市教育局局长室")
    graph.add_edge(school, GROUP, relation="member", role=role, date="", fact="empty")
    query = """SELECT ?label ?post WHERE { <fact/empty> gz:post ?post .
        ?post rdfs:label ?label ; org:postIn <body/三门峡市教育局> }"""
    found = ask(to_rdflib(graph), query)
    assert found == [(label, ID + (path or f"post/{NUMBER}/市教育局局长"))]
    assert (thing("fact/empty"), URIRef(PREFIXES["org"] + "member"), None) not in to_rdflib(graph)


@pytest.mark.parametrize(("relation", "held"), [("holds", True), ("appointed", False), ("removed", False)])
def test_only_who_holds_a_post_is_said_to_hold_it(relation: str, held: bool) -> None:
    graph = to_rdflib(small([(CHAI, WEATHER, relation, "局长", "named")]))
    node = thing("post/三门峡市气象局/局长")
    assert (thing("fact/named"), GZ.post, node) in graph
    assert ((node, URIRef(PREFIXES["org"] + "heldBy"), thing(CHAI.id)) in graph) is held


def test_posts_belong_to_bodies_and_are_held(read: Graph) -> None:
    query = """SELECT ?label ?body ?person WHERE { ?post a org:Post ; rdfs:label ?label ; org:heldBy ?person .
        ?person org:holds ?post . OPTIONAL { ?post org:postIn ?body } }"""
    assert ask(read, query) == [
        ("三门峡市人民政府市长", ID + CITY.id, ID + AN.id),
        ("三门峡市气象局局长", ID + WEATHER.id, ID + CHAI.id),
        ("市气象学会会长", "None", ID + CHAI.id),
    ]
    query = "SELECT ?post ?printed WHERE { ?post a org:Post ; skos:altLabel ?printed }"
    assert ask(read, query) == [(f"{ID}post/三门峡市气象局/局长", "市气象局局长")]


def test_an_office_has_its_group_its_host_and_its_evidence(read: Graph) -> None:
    query = """SELECT ?office ?duty WHERE {
        <fact/office/head/1> org:organization ?office ; org:role <role/办公室主任> ;
            org:member <person/三门峡市/柴贵海> .
        ?office a org:OrganizationalUnit ; gz:host <body/三门峡市气象局> ;
        org:unitOf <body/健康行动领导小组> . <fact/office> gz:about ?office ; dcterms:description ?duty ;
        prov:wasDerivedFrom ?span }"""
    assert ask(read, query) == [(ID + OFFICE.id, "负责日常工作")]


def test_an_assignment_for_every_body_and_kind(read: Graph) -> None:
    query = """SELECT ?name ?kind ?until WHERE { ?one a gz:Assignment ; prov:agent/rdfs:label ?name ;
        prov:hadRole ?kind ; prov:hadPlan <task/健康知识普及> ; prov:wasDerivedFrom ?span .
        ?fact gz:about <task/健康知识普及> ; gz:deadline ?until }"""
    assert ask(read, query) == [
        ("三门峡市人民政府", str(GZ.participant), "2020年底"),
        ("三门峡市气象局", str(GZ.lead), "2020年底"),
    ]


def test_appointments_say_who_what_and_which_post(read: Graph) -> None:
    query = """SELECT ?name ?action ?title WHERE { ?one a gz:Appointment ; gz:about/rdfs:label ?name ;
        gz:action ?action ; gz:post/rdfs:label ?title }"""
    assert ask(read, query) == [
        ("张三", str(GZ.remove), "市教育局局长"),
        ("李四", str(GZ.retire), "市教育局副局长"),
        ("柴贵海", str(GZ.appoint), "三门峡市气象局局长"),
    ]


def test_targets_are_bounds_or_values_with_years(read: Graph) -> None:
    query = """SELECT ?target ?year ?sign ?number ?unit WHERE {
        ?target a gz:Target, schema:QuantitativeValue ;
        gz:indicator <indicator/健康素养水平> ; gz:year ?year ; gz:comparator ?sign ; schema:unitText ?unit ;
        schema:minValue|schema:maxValue|schema:value ?number }"""
    assert ask(read, query) == [
        (f"{ID}fact/goal", "2022", ">=", "22.0", "%"),
        (f"{ID}fact/row/2020", "2020", ">=", "20.0", "%"),
        (f"{ID}fact/row/2022", "2022", "=", "22.0", "%"),
    ]
    printed = ask(read, "SELECT ?v WHERE { <fact/row/2030> prov:value ?v . <fact/row> gz:baseline ?b }")
    assert printed == [("持续",), ("提升",)]


def test_documents_and_what_they_do(read: Graph) -> None:
    query = """SELECT ?title ?by ?cited ?kind ?issue ?group ?to ?page WHERE {
        ?document a eli:LegalResource ; eli:title ?title ; eli:date_document ?day ;
            eli:passed_by/rdfs:label ?by ;
            eli:cites/eli:id_local ?cited ; eli:type_document/skos:prefLabel ?kind ; schema:recipient ?to ;
            dcterms:isPartOf/schema:issueNumber ?issue ; gz:establishes/rdfs:label ?group .
        ?entry gz:about ?document ; schema:pageStart ?page .
        ?plan a gz:Program ; dcterms:source ?document . ?task a gz:Task ; dcterms:isPartOf ?plan }"""
    row = (TITLE, CITY.name, CITED.number, "通知", "5", GROUP.name, "市直各单位", "32")
    assert ask(read, query) == [row]


def test_a_document_says_all_of_itself(read: Graph) -> None:
    query = """SELECT ?until ?by ?at ?for ?annex ?cited WHERE { ?document eli:date_no_longer_in_force ?until ;
        gz:adoptedBy ?by ; gz:presentedAt ?at ; gz:onBehalfOf ?for ; dcterms:tableOfContents ?annex ;
        schema:citation ?cited }"""
    assert ask(read, query) == [
        (
            "2025-05-31",
            "市政府第40次常务会议",
            "市第七届人民代表大会第五次会议",
            "市政府",
            "健康行动任务表",
            "国民体质测定标准",
        )
    ]


def test_a_masthead_says_all_of_its_issue(read: Graph) -> None:
    query = """SELECT ?total ?year ?editor ?printer ?address ?site ?code ?permit ?phone WHERE { ?issue
        schema:position ?total ; dcterms:issued ?year ; schema:editor ?editor ; schema:producer ?printer ;
        schema:address ?address ; schema:url ?site ; schema:postalCode ?code ; schema:identifier ?permit ;
        schema:telephone ?phone }"""
    row = ("172", "2020", "公报编辑部", "日报印刷厂", "某路47号", "www.example.gov.cn", "000000", "内部资料00010号")
    assert ask(read, query) == [(*row, "0000-1"), (*row, "0000-2")]


def test_what_a_document_sets_up_has_its_parts(read: Graph) -> None:
    query = """SELECT ?kind ?short ?creator ?part ?verb ?seat ?duty ?office WHERE { <fact/made>
        dcterms:type/skos:prefLabel ?kind ; skos:altLabel ?short ; schema:creator ?creator .
        <fact/made/part/1> rdfs:label ?part ; skos:note ?verb ; schema:location ?seat ;
        dcterms:description ?duty ; gz:about ?office ; prov:wasDerivedFrom ?span }"""
    row = ("领导小组", "领导小组", "市政府", "办公室", "下设", "市气象局", "负责日常工作", ID + OFFICE.id)
    assert ask(read, query) == [row]


def test_who_joins_and_who_leaves(read: Graph) -> None:
    query = """SELECT ?name ?action ?from ?to WHERE { ?seat a org:Membership ; gz:action ?action ;
        org:member/rdfs:label ?name . OPTIONAL { ?seat schema:startDate ?from }
        OPTIONAL { ?seat schema:endDate ?to } }"""
    day = "2020-05-11"
    assert ask(read, query) == [("王五", str(GZ.join), day, "None"), ("赵六", str(GZ.leave), "None", day)]


def test_a_roster_is_a_collection_of_the_seats_of_one_day(read: Graph) -> None:
    query = """SELECT ?group ?day ?seat WHERE { ?roster a prov:Collection ; prov:specializationOf ?group ;
        dcterms:date ?day ; prov:hadMember ?seat ; dcterms:source <document/三政〔2020〕6号> }"""
    seats = {row[2].removeprefix(f"{ID}fact/"): row[:2] for row in ask(read, query)}
    assert seats == dict.fromkeys(("an", "chai", "unit", "empty"), (ID + GROUP.id, "2020-05-11"))


@pytest.mark.parametrize(("title", "amends"), [("关于调整健康行动领导小组的通知", True), ("关于健康行动的通知", False)])
def test_a_later_roster_revises_the_earlier_and_its_notice_may_amend(title: str, amends: bool) -> None:
    graph = small()
    later = DocumentNode("document/三政〔2021〕1号", title, number="三政〔2021〕1号", date="2021-03-01")
    graph.graph["documents"][FILE, later.number] = later
    fact = facts.Membership(document=later.number, at=Span(0, 1), body="健康行动领导小组", role="组长", person="安伟")
    graph.graph["facts"] = {**graph.graph["facts"], "new": Sourced("new", fact, Evidence(FILE, 0, 1, 1, "安"))}
    read = to_rdflib(graph)
    ends = thing("roster/健康行动领导小组/三政〔2021〕1号"), thing(f"roster/健康行动领导小组/{NUMBER}")
    assert (ends[0], URIRef(PREFIXES["prov"] + "wasRevisionOf"), ends[1]) in read
    assert ((thing(later.id), URIRef(PREFIXES["eli"] + "amends"), thing(DOCUMENT.id)) in read) is amends


def test_a_reform_is_an_event_with_its_year_and_the_table_that_knows_it(read: Graph) -> None:
    query = """SELECT ?from ?to ?label ?year ?table WHERE {
        ?event a org:ChangeEvent ; rdfs:label ?label ; dcterms:source/rdfs:label ?table ;
            org:originalOrganization/rdfs:label ?from ; org:resultingOrganization/rdfs:label ?to .
        OPTIONAL { ?event dcterms:date ?year } }"""
    table = "机构表 departments.tsv（背景知识）"
    names = ("三门峡市气象局", "三门峡市人民政府")
    assert ask(read, query) == [
        (*names, " → ".join(names), "None", table),
        ("三门峡市气象站", "三门峡市气象局", "三门峡市气象站 → 三门峡市气象局（1983年）", "1983", table),
    ]
    event = thing("event/三门峡市气象站/三门峡市气象局")
    assert read.value(event, URIRef(PREFIXES["dcterms"] + "date")) == Literal("1983", datatype=xsd.gYear)
    assert not ask(read, "SELECT ?e WHERE { ?e a org:ChangeEvent ; prov:wasDerivedFrom ?span }")


def test_a_class_of_bodies_has_members_which_are_described(read: Graph) -> None:
    query = "SELECT ?name ?level WHERE { <body/三门峡市/各县政府> a skos:Collection ; skos:member ?one . "
    assert ask(read, query + "?one rdfs:label ?name ; gz:level ?level }") == [("渑池县人民政府", "县")]
    assert {quad[3] for quad in quads(small()) if str(quad[0]).startswith((f"{ID}event", f"{ID}table"))} == {None}


def test_fields_that_a_node_may_have_are_written_without_more_ado() -> None:
    graph = small()
    graph.add_node(
        Body("body/某市发改委", "某市发改委", aliases=("市发改委", "发改委"), full="某市发展和改革委员会", level="市")
    )
    query = "SELECT ?a ?f WHERE { <body/某市发改委> skos:altLabel ?a ; schema:legalName ?f }"
    assert [row[0] for row in ask(to_rdflib(graph), query)] == ["发改委", "市发改委"]


def test_every_fact_but_a_doubt_has_evidence_and_a_class(read: Graph) -> None:
    query = "SELECT DISTINCT ?fact WHERE { ?fact a ?class ; prov:wasDerivedFrom/oa:exact ?quote }"
    told = {row[0].removeprefix(f"{ID}fact/") for row in ask(read, query)}
    assert set(FACTS) - told == {"what"}
    assert not ask(read, 'SELECT ?s WHERE { ?s oa:exact ?q FILTER(CONTAINS(?q, "“what”")) }')


def test_no_blank_nodes(read: Graph) -> None:
    assert not [term for triple in read for term in triple if isinstance(term, BNode)]


def test_every_subject_has_a_class(read: Graph) -> None:
    assert set(read.subjects()) == set(read.subjects(RDF.type, None))


def test_every_term_is_declared_and_used_as_declared(read: Graph) -> None:
    ontology = Graph().parse(ROOT / "ontology" / "gazette.ttl", format="turtle")
    assert set(read.objects(None, RDF.type)) <= set(ontology.subjects(RDF.type, OWL.Class))
    things = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    values = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    notes = {*ontology.subjects(RDF.type, OWL.AnnotationProperty), URIRef(PREFIXES["rdfs"] + "label")}
    for _, predicate, value in read:
        if predicate != RDF.type:
            assert predicate in (values | notes if isinstance(value, Literal) else things), predicate
    assert {o for o in read.objects() if str(o).startswith(str(GZ))} <= set(ontology.subjects())


def test_no_property_or_class_of_ours_is_dead(read: Graph) -> None:
    used = set(read.predicates()) | set(read.objects())
    spoken = {str(term).removeprefix(str(GZ)) for term in used if str(term).startswith(str(GZ))}
    assert set(GZ.__annotations__) - spoken == {"actions", "responsibilities", "responsible"}


def test_turtle_and_rdflib_have_the_same_triples(read: Graph) -> None:
    graph = to_rdflib(small())
    assert isomorphic(graph, read)
    assert set(graph) == set(statements(small()))
    assert dict(graph.namespaces())["gz"] == URIRef(str(GZ))


def test_order_of_edges_does_not_matter() -> None:
    graph = small(EDGES[::-1])
    graph.graph["facts"] = dict(sorted(graph.graph["facts"].items()))
    assert turtle(graph) == turtle(small())


@pytest.mark.parametrize("base", ["https://example.org/x/", "http://example.org/kg?id=", "urn:kg:", "http://h/a/../b/"])
def test_any_base(base: str) -> None:
    text = turtle(small(), base)
    read = Graph().parse(data=text, format="turtle")
    assert set(read) == set(statements(small(), base))
    assert ID not in text
    assert (URIRef(f"{base}person/三门峡市/安伟"), RDF.type, URIRef(PREFIXES["foaf"] + "Person")) in read


@pytest.mark.parametrize(
    "base", ["", "id/", "https://example.org/a b/", "https://例子/<", "http://x.org/id#", "http://x.org/5%/"]
)
def test_what_is_no_base_is_refused(base: str) -> None:
    with pytest.raises(OutputError, match="absolute IRI"):
        turtle(small(), base)


def test_an_empty_graph_is_prefixes_only() -> None:
    assert len(Graph().parse(data=turtle(nx.MultiDiGraph()), format="turtle")) == 0


def test_chinese_stays_readable_in_the_file() -> None:
    text = turtle(small())
    assert "\n<person/三门峡市/安伟> a foaf:Person ;\n" in text
    assert f"\n<document/{NUMBER}> a eli:LegalResource ;\n" in text


def run(program: str, seed: str = "0") -> bytes:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    environ = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environ, capture_output=True, check=True).stdout


def test_the_same_bytes_under_every_hash_seed() -> None:
    program = "from test_rdf import small, turtle; print(turtle(small()))"
    first, second = run(program, "1"), run(program, "2")
    assert first == second
    assert first.decode().strip() == turtle(small()).strip()


def test_importing_stays_light() -> None:
    program = "import sys, kg.rdf; print([m for m in ('spacy', 'pyvis', 'networkx') if m in sys.modules])"
    assert run(program).strip() == b"[]"


class Visit(Fact):
    """A kind of fact that a user adds."""

    type = "visit"


def test_a_kind_of_fact_unknown_here_is_a_bare_fact_until_it_registers() -> None:
    graph = small()
    fact = Visit(document=NUMBER, at=Span(0, 1))
    graph.graph["facts"] = {"v": Sourced("v", fact, Evidence(FILE, 0, 1, 1, "视"))}
    assert (thing("fact/v"), RDF.type, GZ.Fact) in to_rdflib(graph)

    @triples.register
    def visit(fact: Visit, known: Sourced, links: Links) -> Iterator[Triple]:
        return stated(links.iris("fact", known.id), known, links, GZ.Appointment)

    assert (thing("fact/v"), RDF.type, GZ.Appointment) in to_rdflib(graph)


def test_namesakes_are_told_apart_by_the_nearest_fact() -> None:
    other = Person("person/洛阳市/柴贵海", "柴贵海", jurisdiction="洛阳市")
    graph = small()
    graph.add_edge(other, CITY, relation="holds", role="市长", date="", fact="elsewhere")
    read, member = to_rdflib(graph), URIRef(PREFIXES["org"] + "member")
    assert read.value(thing("fact/chai"), member) == thing(CHAI.id)


def test_where_nothing_tells_namesakes_apart_neither_is_meant() -> None:
    graph = small()
    for city in ("三门峡市", "洛阳市"):
        graph.add_node(Person(f"person/{city}/张三", "张三", jurisdiction=city))
    about = to_rdflib(graph).value(thing("fact/gone"), GZ.about)
    assert about == thing("person/张三")


def test_posts_of_one_title_are_told_apart_by_their_bodies() -> None:
    graph = small()
    printed = ("市气象局副局长", "市教育局副局长")
    fact = facts.Membership(**AT, body="领导小组", role="成员", person="柴贵海", posts=printed)
    graph.graph["facts"] = {"two": Sourced("two", fact, Evidence(FILE, 0, 1, 1, "柴"))}
    for name in ("三门峡市气象局", "三门峡市教育局"):
        graph.add_edge(CHAI, Body(f"body/{name}", name), relation="holds", role="副局长", date="", fact="two")
    found = ask(to_rdflib(graph), "SELECT ?p ?a WHERE { <fact/two> gz:post ?p . ?p skos:altLabel ?a }")
    assert found == [(f"{ID}post/三门峡{name[:4]}/副局长", name) for name in sorted(printed)]


@pytest.mark.parametrize(
    ("sign", "bound"),
    [(">=", "minValue"), (">", "minValue"), ("<=", "maxValue"), ("<", "maxValue"), ("=", "value")],
)
def test_a_comparison_is_a_bound(sign: str, bound: str) -> None:
    graph = small()
    names: dict[str, Any] = {"task": "健康知识普及", "indicator": "健康素养水平"}
    fact = facts.Target(**AT, **names, year=2022, comparator=sign, value=5, unit=None)
    graph.graph["facts"] = {"t": Sourced("t", fact, Evidence(FILE, 0, 1, 1, "5"))}
    row = ask(to_rdflib(graph), f"SELECT ?v ?c WHERE {{ <fact/t> schema:{bound} ?v ; gz:comparator ?c }}")
    assert row == [("5.0", sign)]


@given(st.text(st.characters()))
def test_escaping_can_be_undone_and_leaves_chinese_alone(path: str) -> None:
    safe = escape(path)
    assert unquote(safe, errors="surrogatepass") == path
    assert not set(safe) & set(' <>"{}|\\^`[]#')
    assert not any(c.isspace() or ord(c) < 32 for c in safe)
    assert not {".", ".."} & set(safe.split("/"))


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_chinese_needs_no_percent(path: str) -> None:
    assert escape(f"document/三政〔2020〕6号/（{path}）") == f"document/三政〔2020〕6号/（{path}）"


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("安 伟", "安%20伟"),
        ("安\u3000伟", "安%E3%80%80伟"),
        ('<>"{}|\\^`', "%3C%3E%22%7B%7D%7C%5C%5E%60"),
        ("100%[#]", "100%25%5B%23%5D"),
        ("a/../b.c/.", "a/%2E%2E/b.c/%2E"),
        ("\x00\ue000\u1680", "%00%EE%80%80%E1%9A%80"),
        ("·〔（“”）〕、，：；", "·〔（“”）〕、，：；"),
    ],
)
def test_percent_signs(path: str, safe: str) -> None:
    assert escape(path) == safe


PATHS = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    st.builds(Literal, PATHS),
    st.builds(lambda text: Literal(text, lang="zh"), PATHS),
    st.builds(Literal, st.integers()),
    st.builds(number, st.floats(allow_nan=False, allow_infinity=False)),
    st.builds(date, st.dates().map(str)),
    st.sampled_from([Literal(text, datatype=xsd.decimal, normalize=False) for text in ("1", "-20")]),
)


@given(st.lists(st.tuples(PATHS, PATHS, st.one_of(PATHS, LITERALS))), st.sampled_from((ID, "urn:kg:")))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str | Literal]], base: str) -> None:
    iris = Iris(base)
    graph: set[Triple] = {
        (
            iris(s),
            URIRef(GZ._NS + escape(p)),
            o if isinstance(o, Literal) else iris.span(Evidence(o, 0, 1, 1, "")),
        )
        for s, p, o in rows
    }
    read = Graph().parse(data=write(graph, base, PREFIXES), format="turtle")
    assert {_exact(triple) for triple in read} == {_exact(triple) for triple in graph}


def _exact(triple: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(repr((str(t), getattr(t, "language", None), getattr(t, "datatype", None))) for t in triple)


def test_classes_come_first() -> None:
    node, other = URIRef("urn:a"), URIRef("urn:b")
    text = write([(node, other, other), (node, RDF.type, other), (other, RDF.value, node)], ID, {})
    assert text.endswith(
        "\n<urn:a> a <urn:b> ;\n    <urn:b> <urn:b> .\n"
        "\n<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> <urn:a> .\n"
    )


def test_half_a_surrogate_pair_is_replaced() -> None:
    text = write([(URIRef("urn:a"), RDF.value, Literal("a\ud800b"))], ID, PREFIXES)
    assert text.encode().endswith(b'<urn:a> rdf:value "a\\uFFFDb" .\n')


@pytest.mark.parametrize(
    ("value", "text"), [(22, "22.0"), (0.1, "0.1"), (1e16, "10000000000000000.0"), (-1e-7, "-0.0000001")]
)
def test_numbers_are_plain_decimals(value: float, text: str) -> None:
    assert str(number(value)) == text


@pytest.mark.parametrize(
    ("iso", "datatype"),
    [("2020-05-11", xsd.date), ("2020-05", xsd.gYearMonth), ("2020", xsd.gYear), ("近日", None)],
)
def test_dates_are_as_exact_as_they_are_printed(iso: str, datatype: URIRef | None) -> None:
    assert (str(date(iso)), date(iso).datatype) == (iso, datatype)
