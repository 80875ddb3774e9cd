"""Every form of a built graph, read back by other programs."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

import kg
from kg.build import Built, build
from kg.errors import GraphError, InputError
from kg.export import FORMATS, export
from kg.facts import Membership, Office
from kg.rdf import ID, PREFIXES, jsonld, nquads, quads, read, trig, vocabulary
from kg.rdf.terms import OWL, RDF
from tests.conftest import Run
from tests.rdf_graphs import small

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
"""rdflib's own parsers use what it deprecates."""

BASES = [ID, "https://example.org/x/", "urn:kg:", "http://h/a/../b/"]
Terms = tuple[str, ...]


@pytest.fixture(scope="module")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built."""
    place = tmp_path_factory.mktemp("export") / "sample"
    build(built, place)
    return place


def text(folder: Path, name: str) -> str:
    return next(iter(export(name, folder).values()))


def oxigraph(text: str, name: str) -> set[Terms]:
    """The quads of a text as Oxigraph reads it."""
    form = pyoxigraph.RdfFormat.from_extension(name)
    assert form
    found = pyoxigraph.parse(input=text.encode(), format=form)
    return {tuple(str(term) for term in (q.subject, q.predicate, q.object, q.graph_name)) for q in found}


def by_rdflib(text: str, name: str) -> set[Terms]:
    """The quads of a text as rdflib reads it, written as Oxigraph does."""
    form = {"ttl": "turtle", "jsonld": "json-ld", "nq": "nquads"}.get(name, name)
    found = rdflib.Dataset()
    found.parse(data=text, format=form)
    shown = set()
    for subject, predicate, value, graph in found.quads():
        home = "DEFAULT" if graph in (None, DATASET_DEFAULT_GRAPH_ID) else f"<{graph}>"
        line = nquads([(subject, predicate, value, None)])  # type: ignore[list-item]
        quad = next(iter(pyoxigraph.parse(input=line, format=pyoxigraph.RdfFormat.N_QUADS)))
        shown.add((str(quad.subject), str(quad.predicate), str(quad.object), home))
    return shown


@pytest.mark.parametrize("name", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_rdflib_and_oxigraph_read_the_same_from_every_form(folder: Path, name: str) -> None:
    told = oxigraph((folder / "graph.nq").read_text(encoding="utf-8"), "nq")
    if name in ("ttl", "nt"):
        told = {(*quad[:3], "DEFAULT") for quad in told}
    assert oxigraph(text(folder, name), name) == told == by_rdflib(text(folder, name), name)


def test_the_files_of_the_build_are_the_exports(folder: Path) -> None:
    for name in ("ttl", "nq", "graphml"):
        assert (folder / f"graph.{name}").read_text(encoding="utf-8") == text(folder, name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(folder: Path, name: str) -> None:
    assert export(name, folder) == export(name, folder)
    assert all(content.endswith("\n") for content in export(name, folder).values())


@pytest.mark.parametrize("base", BASES)
def test_any_base_in_any_form(base: str) -> None:
    found = quads(small(), base)
    told = oxigraph(nquads(found), "nq")
    assert len(told) == len(found)
    assert oxigraph(trig(found, base, PREFIXES), "trig") == told
    assert oxigraph(jsonld(found, base), "jsonld") == told == by_rdflib(jsonld(found, base), "jsonld")


def test_no_blank_nodes_and_no_triple_in_two_graphs(folder: Path) -> None:
    found = list(read(folder))
    assert not [term for quad in found for term in quad if isinstance(term, rdflib.BNode)]
    assert len({quad[:3] for quad in found}) == len(found)


def test_each_document_has_a_graph_of_its_own_facts(folder: Path, built: Built) -> None:
    dataset = kg.load(folder)
    numbers = """SELECT ?number (COUNT(?seat) AS ?seats) WHERE { GRAPH ?graph { ?seat a org:Membership }
        ?graph dcterms:source/eli:id_local ?number } GROUP BY ?number ORDER BY ?number"""
    rows = [tuple(str(cell) for cell in row) for row in dataset.query(numbers)]  # type: ignore[union-attr]
    seats: Counter[str | None] = Counter()
    for one in built.facts:
        if isinstance(one.fact, Membership | Office):
            seats[one.fact.document] += len(one.fact.heads) if isinstance(one.fact, Office) else 1
    assert rows == sorted((str(document), str(count)) for document, count in (+seats).items() if "〔" in str(document))
    people = "SELECT ?graph WHERE { GRAPH ?graph { ?one a foaf:Person } }"
    assert not list(dataset.query(people))


def test_the_dataset_describes_itself(folder: Path) -> None:
    dataset = kg.load(folder)
    query = "SELECT ?size ?from ?to WHERE { ?set a dcat:Dataset, void:Dataset ; void:triples ?size ; "
    query += "dcat:startDate ?from ; dcat:endDate ?to }"
    rows = [tuple(str(cell) for cell in row) for row in dataset.query(query)]  # type: ignore[union-attr]
    size = len(list(read(folder)))
    assert rows[0][1:] == ("2020-01-21", "2020-06-11")
    assert 0 < size - int(rows[0][0]) < 100
    bundles = dataset.query("SELECT ?graph WHERE { ?graph a prov:Bundle ; dcterms:isPartOf ?set }")
    named = {str(graph.identifier) for graph in dataset.graphs() if "default" not in str(graph.identifier)}
    assert {str(row[0]) for row in bundles} == named  # type: ignore[index]


def test_the_context_has_every_term_of_the_ontology_and_knows_which_are_things() -> None:
    context = json.loads(vocabulary("context.jsonld"))["@context"]
    ontology = rdflib.Graph().parse(data=vocabulary("gazette.ttl"), format="turtle")
    prefixes = {name: iri for name, iri in context.items() if str(iri).endswith(("#", "/"))}
    assert prefixes == PREFIXES
    meant = {}
    for alias, told in context.items():
        term = told["@id"] if isinstance(told, dict) else told
        if alias not in prefixes and ":" in term:
            prefix, _, local = term.partition(":")
            meant[rdflib.URIRef(prefixes[prefix] + local)] = isinstance(told, dict) and told.get("@type") == "@id"
    things = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    values = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    classes = {one for one in ontology.subjects(RDF.type, OWL.Class) if isinstance(one, rdflib.URIRef)}
    assert things | values | classes <= set(meant)
    assert {term for term, thing in meant.items() if thing} == things


def test_graphml_and_gexf_hold_the_graph(folder: Path, built: Built) -> None:
    for name, reader in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        found = reader(io.BytesIO(text(folder, name).encode()))
        assert set(found) == {node.id for node in built.graph}
        assert found.number_of_edges() == built.graph.number_of_edges()
    assert "lastmodified" not in text(folder, "gexf")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_tables_hold_nodes_edges_and_facts(folder: Path, built: Built) -> None:
    files = {name: rows(content) for name, content in export("csv", folder).items()}
    assert {row["id"] for row in files["nodes.csv"]} == {node.id for node in built.graph}
    assert len(files["edges.csv"]) == built.graph.number_of_edges()
    assert [row["id"] for row in files["facts.csv"]] == [one.id for one in built.facts]
    kept = {row["id"]: row for row in files["facts.csv"]}
    for one in built.facts:
        assert kept[one.id]["quote"] == one.evidence.quote
        assert int(kept[one.id]["line"]) == one.evidence.line


def test_neo4j_knows_ids_labels_and_ends(folder: Path) -> None:
    files = {name: rows(content) for name, content in export("neo4j", folder).items()}
    ids = {row["id:ID"] for row in files["nodes.csv"]}
    assert {"Person", "Body", "Body;Group"} <= {row[":LABEL"] for row in files["nodes.csv"]}
    for row in files["relationships.csv"]:
        assert {row[":START_ID"], row[":END_ID"]} <= ids
        assert row[":TYPE"].isupper()


def test_followthemoney_has_the_people_and_their_seats(folder: Path, built: Built) -> None:
    found = [json.loads(line) for line in text(folder, "ftm").splitlines()]
    by_id = {one["id"]: one for one in found}
    kinds = [one["schema"] for one in found]
    assert kinds.count("Person") == built.counts()["persons"]
    assert kinds.count("ProjectParticipant") > kinds.count("Occupancy") >= kinds.count("Position") > 0
    for one in found:
        if one["schema"] == "Membership":
            assert one["properties"]["summary"][0]
            assert by_id[one["properties"]["organization"][0]]["schema"] == "PublicBody"


def test_from_the_command_line(kg: Run, tmp_path: Path, folder: Path) -> None:
    done = kg("export", "trig", str(folder))
    assert (done.returncode, done.stdout) == (0, text(folder, "trig"))
    assert kg("export", "jsonld", str(folder), "-o", "a/b.jsonld").returncode == 0
    assert (tmp_path / "a" / "b.jsonld").read_text(encoding="utf-8") == text(folder, "jsonld")
    assert kg("export", "csv", str(folder), "-o", "t").returncode == 0
    assert {path.name for path in (tmp_path / "t").iterdir()} == {"nodes.csv", "edges.csv", "facts.csv"}
    for bad in (("xyz", str(folder)), ("ttl", "nowhere"), ("ttl", str(folder), "-o", "a/b.jsonld/c")):
        done = kg("export", *bad)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr


@pytest.mark.parametrize(("name", "file"), [("ttl", "graph.nq"), ("gexf", "graph.graphml")])
def test_a_broken_file_is_told(folder: Path, tmp_path: Path, name: str, file: str) -> None:
    (tmp_path / file).write_text("<a> <b", encoding="utf-8")
    with pytest.raises(GraphError, match=file):
        export(name, tmp_path)
    with pytest.raises(InputError, match="known are ttl"):
        export("doc", folder)
