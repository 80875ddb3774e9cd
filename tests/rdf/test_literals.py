"""Turtle and N-Quads of a build hold the same triples, literal by literal, whatever stands in them."""

from __future__ import annotations

import pyoxigraph
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.build import Built
from kg.rdf import ID, PREFIXES, files, jsonld, quads, trig
from kg.rdf.iris import number
from kg.rdf.terms import RDFS
from kg.text import encodable
from tests.hostile import SEEDS, WORDS, made
from tests.rdf_graphs import small

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
"""rdflib's own parsers use what it deprecates."""

Terms = tuple[str, ...]
THOROUGH = settings(max_examples=15, deadline=None)


def by_oxigraph(text: str, name: str) -> set[Terms]:
    """The quads of a text, every literal with its lexical form, language and type."""
    form = pyoxigraph.RdfFormat.from_extension(name)
    assert form
    found = pyoxigraph.parse(input=text.encode(), format=form)
    return {tuple(str(term) for term in (it.subject, it.predicate, it.object, it.graph_name)) for it in found}


def by_rdflib(text: str, name: str) -> set[Terms]:
    """The triples of a text, lexical forms untouched."""
    found = rdflib.Dataset(default_union=True)
    found.parse(data=text, format=name)
    return {tuple(term.n3() for term in triple) for triple in found.triples((None, None, None))}


def agree(written: dict[str, str]) -> bool:
    """Whether the two files of a build hold the same triples to both libraries."""
    ttl, nq = written["graph.ttl"], written["graph.nq"]
    union = {triple[:3] for triple in by_oxigraph(nq, "nq")}
    same = {triple[:3] for triple in by_oxigraph(ttl, "ttl")} == union
    return same and by_rdflib(ttl, "turtle") == by_rdflib(nq, "nquads") and len(union) == nq.count("\n")


@pytest.fixture(autouse=True, scope="module")
def lexical_forms() -> object:
    """rdflib keeps lexical forms while these tests run."""
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = True


def test_the_two_files_of_the_sample_hold_the_same_triples(built: Built) -> None:
    assert agree(files(built.graph))
    assert agree(files(small()))


@THOROUGH
@given(WORDS, st.floats(allow_nan=False))
@example(SEEDS[:8], 1e-7)
@example(SEEDS[8:], float("inf"))
def test_the_two_files_of_any_words_hold_the_same_triples_and_names(words: list[str], value: float) -> None:
    built = made(words, value)
    written = files(built.graph)
    assert agree(written)
    found = quads(built.graph)
    told = by_oxigraph(written["graph.nq"], "nq")
    assert by_oxigraph(trig(found, ID, PREFIXES), "trig") == told
    assert by_oxigraph(jsonld(found, ID), "jsonld") == told
    graph = rdflib.Dataset(default_union=True).parse(data=written["graph.nq"], format="nquads")
    labels = {str(label) for label in graph.objects(None, RDFS.label)}
    assert {encodable(node.name) for node in built.graph} <= labels


@given(st.floats())
def test_a_number_is_read_back_as_that_number(value: float) -> None:
    literal = number(value)
    assert str(literal.datatype).endswith("decimal") == (abs(value) < float("inf"))
    assert repr(float(literal)) == repr(value)


def test_a_whole_number_too_long_for_json_is_written_as_text() -> None:
    numbers = [f"{sign}{digits}" for sign in ("", "-", "--") for digits in ("0", "5", "05", "9" * 15, "9" * 30)]
    node, integer = rdflib.URIRef(f"{ID}fact/1"), rdflib.XSD.integer
    line = rdflib.URIRef(f"{PREFIXES['gz']}line")
    triples = [(node, line, rdflib.Literal(one, datatype=integer, normalize=False), None) for one in numbers]
    found = {triple[2] for triple in by_oxigraph(jsonld(triples, ID), "jsonld")}
    assert found == {f'"{one}"^^<{integer}>' for one in numbers}
