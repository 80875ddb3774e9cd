"""RDF as bytes: bases, escapes, numbers and dates, and the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.parse import unquote

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef

from kg.errors import OutputError
from kg.facts import Evidence
from kg.rdf import ID, PREFIXES, statements, turtle, write
from kg.rdf.ids import escape
from kg.rdf.iris import Iris, Triple, date, number
from kg.rdf.terms import GZ, RDF
from tests.rdf_graphs import NUMBER, ROOT, small, xsd


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
    program = "from kg.rdf import turtle; from tests.rdf_graphs import small; print(turtle(small()))"
    first, second = run(program, "1"), run(program, "2")
    assert first == second
    assert first.decode().strip() == turtle(small()).strip()


def test_importing_stays_light() -> None:
    program = "import sys, kg.rdf; print([m for m in ('spacy', 'pyvis', 'networkx') if m in sys.modules])"
    assert run(program).strip() == b"[]"


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
