"""Ids and their IRIs: each is made of the other, whatever characters a name has."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.facts import BASE, safe
from kg.rdf import id_of, iri_of

ANY = st.text(st.characters())


@pytest.mark.parametrize(
    ("node", "iri"),
    [
        ("body/东川市财政局", "body/东川市财政局"),
        ("document/东政办[2019]91号", "document/东政办%5B2019%5D91号"),
        ("person/东川市/<\"'>", "person/东川市/%3C%22'%3E"),
        ("task/100%/a b", "task/100%25/a%20b"),
        ("source/a#1.txt", "source/a%231.txt"),
        ("source/a#1.txt#char=0,5", "source/a%231.txt#char=0,5"),
        ("person/\ud800", "person/%ED%A0%80"),
        ("person/\U000f0000/.", "person/%F3%B0%80%80/%2E"),
    ],
)
def test_an_id_as_an_iri_and_back(node: str, iri: str) -> None:
    assert iri_of(BASE, node) == BASE + iri
    assert iri_of(BASE, BASE + iri) == BASE + iri
    assert id_of(BASE, BASE + iri) == node


@given(ANY)
def test_every_step_makes_a_node_that_tells_its_id(name: str) -> None:
    node = f"person/{safe(name)}/{safe(name)}"
    iri = iri_of(BASE, node)
    assert ox.NamedNode(iri).value == iri
    assert id_of(BASE, iri) == node


@given(ANY)
@example("source/a#char=0,1")
@example("%5b")
def test_every_iri_below_the_base_is_told_so_that_it_is_found_again(path: str) -> None:
    for iri in (BASE + path, iri_of(BASE, f"source/{path}")):
        assert iri_of(BASE, id_of(BASE, iri)) in (iri, iri_of(BASE, path))
    assert iri_of(BASE, id_of(BASE, iri_of(BASE, path))) == iri_of(BASE, path)


def test_an_iri_elsewhere_is_no_id() -> None:
    assert id_of(BASE, "https://example.org/a%5Bb") == "https://example.org/a%5Bb"
