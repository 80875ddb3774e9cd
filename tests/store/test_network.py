"""No query makes the store ask a network: not by what it is, and not where the guard has a hole."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, RefusedError
from kg.rdf import PREFIXES
from kg.store import Store, queries
from kg.store.sparql import checked
from kg.store.wall import wall
from tests.conftest import ROOT
from tests.network import Counter, counting, table

ELSEWHERE = "SELECT * { SERVICE <$AT> { ?a ?b ?c } }"
WALLED = """
import sys, pyoxigraph
from kg.store.wall import wall
held = wall() if sys.argv[1] == "wall" else ("nothing",)
print(*held)
try:
    list(pyoxigraph.Store().query(sys.argv[2]))
except OSError:
    pass
"""
HOLED = """
import sys
import kg.store.graph_store as graph_store
from kg.store.sparql import Checked
graph_store.checked = lambda text: Checked(text, (), ())
from kg.cli import main
main()
"""
EVERY = """
import json, sys
from kg.cli import main
for query in json.load(sys.stdin):
    sys.argv[1:] = ["sparql", query, "-g", GRAPH]
    try:
        main()
        print("answered")
    except SystemExit as end:
        print("refused" if end.code == 2 else "answered" if not end.code else "failed")
"""


@pytest.fixture(scope="module")
def counter() -> Iterator[Counter]:
    with counting() as found:
        yield found


@pytest.fixture(scope="module")
def store(graph_folder: Path) -> Store:
    return Store.open(graph_folder)


def python(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run some Python beside the package."""
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_the_table_is_long_enough() -> None:
    assert len(table("refused", "")) >= 60
    assert len(table("answered", "")) >= 25


@pytest.mark.parametrize("title", table("refused", ""))
def test_what_would_ask_elsewhere_is_refused(store: Store, counter: Counter, title: str) -> None:
    with pytest.raises(QueryError):
        store.query(table("refused", counter.address)[title])
    assert counter.asked == []


def test_the_store_alone_would_ask(store: Store) -> None:
    asking = set()
    with counting() as counter:
        for title, query in table("refused", counter.address).items():
            with suppress(SyntaxError, OSError, RuntimeError):
                list(store.inner.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))  # type: ignore[arg-type]
            asking |= {title} if counter.asked else set()
            counter.asked.clear()
    assert len(asking) >= 20


@pytest.mark.parametrize("title", table("answered", ""))
def test_words_in_strings_names_and_comments_run(store: Store, counter: Counter, title: str) -> None:
    query = table("answered", counter.address)[title]
    found = answered(store.query(query))
    with suppress(SyntaxError):  # names with two full stops are not read by the store itself
        assert found == answered(
            store.inner.query(query, prefixes=PREFIXES, base_iri=store.base, use_default_graph_as_union=True)
        )
    assert counter.asked == []


def answered(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> list[str]:
    """An answer as text, in an order of its own."""
    return [str(bool(found))] if isinstance(found, ox.QueryBoolean) else sorted(map(str, found))


@pytest.mark.parametrize("name", queries())
def test_named_queries_pass_and_mean_the_same(store: Store, name: str) -> None:
    text = queries()[name].sparql({})
    plain = store.inner.query(text, prefixes=PREFIXES, base_iri=store.base, use_default_graph_as_union=True)
    assert answered(store.query(text)) == answered(plain)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * {\n  ?s ?p 1SERVICE <x> {} }", "SERVICE is refused: nothing is asked of other servers"),
        ("LOAD <x>", "LOAD is refused: the graph is read-only"),
        ("SELECT * {\n  ?s ?p }", r"line 2, column 9: \}"),
        ("SELECT * { ?s ?p ?o", "line 1, column 20: the query ends here"),
        ("SELECT * { LATERAL { ?s ?p ?o } }", "line 1, column 12: LATERAL is no word of SPARQL 1.1"),
        ("ASK { FILTER(?a<?b&&?c>?d) }", "put blanks round <"),
        ("ASK { ?s ?p 'a }", "line 1, column 13: a string that does not end"),
        ("ASK { ?s ?p '\\uD800' }", "no character"),
        ("ASK { ?s ?p <a\\u0020b> }", "which no IRI can have"),
        ("ASK { ?s ?p ~ }", "line 1, column 13: '~' begins nothing"),
        ("ASK " + "{" * 101 + "}" * 101, "more than 100 brackets"),
        ("ASK { FILTER(" + "!" * 60 + "true) }", "more than 50 signs"),
        ("ASK { FILTER(1" + "||1" * 1001 + ") }", "more than 1,000 parts"),
        ("ASK { <x> a <y>" + ", <y>" * 1001 + " }", "more than 1,000 parts"),
        ("SELECT * FROM <http://elsewhere.example/> {}", "there is no graph .* and nothing is fetched"),
        ("ASK { ?s gzz:lead ?o }", r"the prefix gzz: is not declared \(did you mean gz:\)"),
        ("ASK { ?s nothing:lead ?o }", "write PREFIX nothing: "),
        ("PREFIX a: <b> ASK { ?s a:service ?o }", "write this IRI in full"),
    ],
)
def test_what_is_refused_is_told_with_its_place(store: Store, query: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        store.query(query)


def test_a_graph_that_is_here_can_be_asked(store: Store) -> None:
    graph = next(iter(store.inner.named_graphs()))
    assert list(store.select(f"SELECT * FROM {graph} {{ ?s ?p ?o }} LIMIT 1"))
    short = str(graph).strip("<>").removeprefix(store.base)
    assert list(store.select(f"SELECT * FROM NAMED <{short}> {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT 1"))


def test_a_list_of_values_may_be_long(store: Store) -> None:
    assert store.query("ASK { FILTER(1 IN (" + ", ".join(["2"] * 5000) + ", 1)) VALUES ?x {" + " 1" * 5000 + "} }")


def test_a_mark_at_the_beginning_is_no_part_of_a_query() -> None:
    assert checked("\ufeffASK {}").text == checked("ASK {}").text
    with pytest.raises(RefusedError):
        checked("\ufeffLOAD <x>")


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("ASK { ?s a gz:Pesron }", ["gz:Pesron is no term of the ontology; did you mean foaf:Person?"]),
        ("ASK { ?s gz:lede 1 }", ["gz:lede is no term of the ontology; did you mean gz:lead?"]),
        ("ASK { ?s ?p <https://w3id.org/gazette-kg/ns#xyzzy> }", ["gz:xyzzy is no term of the ontology"]),
        ("ASK { ?s a gz:Task ; rdfs:label 'gz:Pesron' ; foaf:nmae ?n }", []),
    ],
)
def test_terms_that_there_are_not_are_told(store: Store, query: str, notes: list[str]) -> None:
    assert store.notes(query) == notes


def test_all_terms_of_named_queries_are_known(store: Store) -> None:
    assert [note for one in queries().values() for note in store.notes(one.sparql({}))] == []


@pytest.mark.parametrize("how", ["wall", "none"])
def test_the_wall_holds_without_the_guard(counter: Counter, how: str) -> None:
    counter.asked.clear()
    done = python(WALLED, how, ELSEWHERE.replace("$AT", counter.address))
    assert done.returncode == 0, done.stderr
    if not done.stdout.strip():
        pytest.skip("this system has no namespace and no filter to give")
    assert len(counter.asked) == (1 if how == "none" else 0)
    counter.asked.clear()


def test_the_command_stands_behind_the_wall(counter: Counter, graph_folder: Path) -> None:
    done = python(HOLED, "sparql", ELSEWHERE.replace("$AT", counter.address), "-g", str(graph_folder))
    if not python("from kg.store.wall import wall; print(*wall())").stdout.strip():
        pytest.skip("this system has no namespace and no filter to give")
    assert done.returncode
    assert counter.asked == []


def test_the_command_asks_nobody(counter: Counter, graph_folder: Path) -> None:
    for kind in ("refused", "answered"):
        asked = list(table(kind, counter.address).values())
        code = EVERY.replace("GRAPH", repr(str(graph_folder)))
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, check=False
        )
        ends = [line for line in done.stdout.splitlines() if line in ("refused", "answered", "failed")]
        assert ends == [kind] * len(asked), done.stderr
    assert counter.asked == []


def test_other_systems_have_no_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert wall() == ()
