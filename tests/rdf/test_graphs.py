"""The graph as RDF: what a small graph of every kind of fact says when rdflib has read it back."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef

from kg import facts
from kg.facts import Body, DocumentNode, Evidence, Sourced
from kg.rdf import ID, PREFIXES, quads, to_rdflib
from kg.rdf.terms import GZ, RDF
from kg.text import Span
from tests.rdf_graphs import (
    AN,
    CHAI,
    CITED,
    CITY,
    DOCUMENT,
    FILE,
    GROUP,
    NUMBER,
    OFFICE,
    TITLE,
    WEATHER,
    ask,
    small,
    thing,
    xsd,
)


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
