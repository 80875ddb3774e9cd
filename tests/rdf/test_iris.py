"""RDF of the graph: every node and term is declared, and namesakes are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg import facts
from kg.facts import Body, Evidence, Fact, Person, Sourced
from kg.rdf import ID, PREFIXES, statements, to_rdflib, turtle
from kg.rdf.facts import stated, triples
from kg.rdf.iris import Triple
from kg.rdf.links import Links
from kg.rdf.terms import GZ, OWL, RDF
from kg.text import Span
from tests.rdf_graphs import AT, CHAI, CITY, EDGES, FACTS, FILE, NUMBER, ROOT, ask, small, thing


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
