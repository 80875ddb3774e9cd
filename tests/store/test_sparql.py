"""SPARQL of the asker's own: what is refused, what only looks like it, and what cannot be read."""

from __future__ import annotations

from contextlib import suppress

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import Store
from kg.store.sparql import checked


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
