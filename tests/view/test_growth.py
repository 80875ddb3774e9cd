"""The work on a page grows with what it shows, not with its pairs."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx

from kg.facts import Assignment, Body, Evidence, Person, Sourced
from kg.identity import NONE, UNSURE, Judgement, resolve
from kg.text import Span
from kg.view.layout import slots
from kg.view.link import Link
from kg.view.packing import Disc, outside
from kg.view.periods import ended
from kg.view.swaps import swapped
from kg.view.trust import Trust
from tests.growth import BOUND, exponent

AT: dict[str, Any] = {"document": "云政〔2021〕1号", "at": Span(0, 2)}


def discs(count: int) -> nx.Graph[int]:
    """Discs of which each is joined to one before it."""
    graph: nx.Graph[int] = nx.Graph()
    for n in range(count):
        graph.add_node(n, disc=Disc(30.0 + n % 7))
        if n:
            graph.add_edge(n, n * 7 // 11, weight=1.0)
    return graph


def test_discs_outside_the_forces() -> None:
    spots = {n: (math.cos(n) * 300, math.sin(n) * 300) for n in range(40)}

    def work(graph: nx.Graph[int]) -> object:
        return outside(graph, [n for n in graph if n not in spots], spots)

    assert exponent(discs, work, 2_000) <= BOUND


def test_discs_outside_the_forces_keep_clear_of_all_others() -> None:
    graph, spots = discs(400), {n: (math.cos(n) * 300, math.sin(n) * 300) for n in range(40)}
    placed = outside(graph, range(40, 400), spots)
    assert set(placed) == set(range(40, 400))
    for n, spot in placed.items():
        others = [(graph.nodes[m]["disc"].radius, at) for m, at in (spots | placed).items() if m != n]
        assert min(math.dist(spot, at) - radius for radius, at in others) > graph.nodes[n]["disc"].radius


def test_a_crowded_ring() -> None:
    def ring(count: int) -> tuple[list[int], dict[int, tuple[float, float]]]:
        return list(range(count)), {n: (math.cos(n), math.sin(n)) for n in range(0, count, 2)}

    def work(made: tuple[list[int], dict[int, tuple[float, float]]]) -> object:
        spots = slots(made[0], len(made[0]), (0.0, 0.0), 900.0, made[1])
        near = [[(n * 7) % len(spots)] for n in spots]
        return swapped(spots, [made[0]], near)

    assert exponent(ring, work, 2_000) <= BOUND
    everyone, pulls = ring(1_000)
    spots = slots(everyone, 1_000, (0.0, 0.0), 900.0, pulls)
    assert len(set(spots.values())) == len(spots) == 1_000
    assert all(math.isclose(math.hypot(*spot), 900.0) for spot in spots.values())


def links(count: int) -> list[Link]:
    """Somebody who takes and leaves one post again and again."""
    fact = Sourced("f", Assignment(**AT, task="防汛"), Evidence("a.txt", 0, 2, 1, "防汛"))
    days = [f"{1000 + n}-01-01" for n in range(count)]
    pairs = ((relation, day) for day in days for relation in ("holds", "removed"))
    return [Link(0, 1, relation, "局长", day, "holds", fact) for relation, day in pairs]


def test_ends_of_posts_that_are_stated_many_times() -> None:
    nodes = (Person("person/甲", "甲"), Body("body/乙局", "乙局"))
    assert exponent(links, lambda made: ended(made, nodes), 1_000) <= BOUND
    found = ended(links(3), nodes)
    assert [link.until for link in found if link.relation == "holds"] == ["1001-01-01", "1002-01-01", ""]


def test_trust_in_a_fact_that_names_many_bodies() -> None:
    def judged(count: int) -> tuple[Trust, Sourced, list[Body]]:
        names = tuple(f"市第{n}局" for n in range(count))
        fact = Sourced("f", Assignment(**AT, task="防汛", lead=names), Evidence("a.txt", 0, 2, 1, "防汛"))
        found = resolve([fact], NONE)
        told = {name: [Judgement(name, "body/别局", UNSURE, 0.4, ())] for name in names}
        return Trust(found, {}, told), fact, [found.body(("a.txt", AT["document"]), name) for name in names]

    def work(made: tuple[Trust, Sourced, list[Body]]) -> list[float | None]:
        trust, fact, bodies = made
        return [Trust(trust.names, {}, trust.bodies).figure((body,), fact, None) for body in bodies[:1]] + [
            trust.figure((body,), fact, None) for body in bodies
        ]

    assert set(work(judged(5))) == {0.4}
    assert exponent(judged, work, 300) <= BOUND
