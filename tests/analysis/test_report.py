"""Pairs counted in Python are those that SPARQL counts."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.analysis.pairs import Pair, co_service, shared_responsibility
from kg.store import Store
from tests.bench.graphs import quads


@pytest.fixture(scope="module")
def store() -> Store:
    """A made-up graph of some thousand triples."""
    inner = pyoxigraph.Store()
    inner.load("".join(quads(6_000)), format=pyoxigraph.RdfFormat.N_QUADS)
    return Store(inner)


def test_bodies_that_share_tasks(store: Store) -> None:
    pairs = shared_responsibility(store)
    assert pairs
    told = {(row["body"], row["partner"], row["tasks"]) for row in store.run("shared-responsibility")}
    assert told == set(pairs)
    first = pairs[0]
    some = {row["partner"]: row["tasks"] for row in store.run("shared-responsibility", body=first.one)}
    assert some[first.other] == first.shared
    assert len(store.run("shared-tasks", body=first.one, partner=first.other)) >= first.shared


def test_people_who_sit_together(store: Store) -> None:
    pairs = co_service(store)
    told = {(row["person"], row["partner"], row["bodies"]) for row in store.run("co-service")}
    assert told == set(pairs)
    assert co_service(store, least=2) == [pair for pair in pairs if pair.shared > 1]
    assert sorted(pairs, key=lambda pair: -pair.shared) == pairs


def test_a_body_with_two_roles_in_one_task_counts_once() -> None:
    inner = pyoxigraph.Store()
    facts = {"1": "a", "2": "a", "3": "b"}
    for fact, body in facts.items():
        lines = f"""<urn:{fact}> <http://www.w3.org/ns/prov#agent> <urn:{body}> .
            <urn:{fact}> <http://www.w3.org/ns/prov#hadPlan> <urn:task> .
            <urn:{body}> <http://www.w3.org/2000/01/rdf-schema#label> "{body}" .
            <urn:{body}> a <http://www.w3.org/ns/org#FormalOrganization> .\n"""
        inner.load(lines, format=pyoxigraph.RdfFormat.TURTLE)
    store = Store(inner)
    assert shared_responsibility(store) == [Pair("urn:a", "urn:b", 1)]
    assert [row["tasks"] for row in store.run("shared-responsibility")] == [1]
    assert [row["tasks"] for row in store.run("shared-responsibility", body="urn:a")] == [1]
