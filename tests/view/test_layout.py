"""Where the nodes of the map stand, for graphs of any shape: no symbol on another, shorter lines by exchanges."""

from __future__ import annotations

import math
from itertools import combinations, permutations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import Built
from kg.facts import Body, DocumentNode, Entity, Group, IndicatorNode, Membership, Person, Program, Task
from kg.view import layout
from kg.view.content import Content, content
from kg.view.layout import places
from kg.view.regions import regions
from kg.view.spacing import separated, sizes
from kg.view.swaps import swapped
from tests.view.graphs import SEAT, Draft, country, gazette, seats

pytestmark = pytest.mark.slow

KINDS: tuple[type[Any], ...] = (Person, Body, Group, Task, Program, DocumentNode, IndicatorNode)
RELATIONS = {
    (Person, Group): "member",
    (Person, Body): "holds",
    (Body, Task): "participant",
    (Body, Group): "office_of",
    (Task, Program): "task_of",
    (IndicatorNode, Program): "indicator_of",
    (DocumentNode, Group): "creates",
    (DocumentNode, Program): "program_of",
}


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph[Entity]:
    """A graph of up to 60 nodes of any type, with any of the usual relations between them."""
    draft = Draft()
    counts = [draw(st.integers(0, most)) for most in (20, 12, 3, 12, 2, 5, 6)]
    nodes = [
        kind(f"{kind.type}/{n}", f"{kind.type}{n}")
        for kind, count in zip(KINDS, counts, strict=True)
        for n in range(count)
    ]
    draft.graph.add_nodes_from(nodes)
    possible = [(a, b) for a in nodes for b in nodes if (type(a), type(b)) in RELATIONS]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=80)) if possible else []
    for a, b in chosen:
        draft.edge(a, b, RELATIONS[type(a), type(b)], Membership(**SEAT, person=a.name, body=b.name, role=""), "")
    return draft.graph


def on_another(shown: Content, spots: list[tuple[float, float]]) -> list[tuple[str, str]]:
    """The pairs of nodes nearer than both their symbols are wide."""
    halves = sizes(shown)
    return [
        (shown.nodes[i].id, shown.nodes[j].id)
        for i, j in combinations(range(len(spots)), 2)
        if math.dist(spots[i], spots[j]) < halves[i] + halves[j]
    ]


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_no_symbol_lies_on_another(graph: nx.MultiDiGraph[Entity]) -> None:
    shown = content(graph)
    found = places(shown)
    assert on_another(shown, [(spot.x, spot.y) for spot in found]) == []
    assert all(math.isfinite(spot.x) and math.isfinite(spot.y) and 0 <= spot.hub < len(found) for spot in found)


def test_no_symbol_of_a_gazette_lies_on_another(built: Built) -> None:
    for graph in (built.graph, gazette()):
        shown = content(graph)
        assert on_another(shown, [(spot.x, spot.y) for spot in places(shown)]) == []


def test_no_symbol_of_a_map_in_regions_lies_on_another() -> None:
    shown = content(country(40))
    spots, circles = regions(shown)
    assert len(circles) > 10
    assert on_another(shown, [(spot.x, spot.y) for spot in spots]) == []


points = st.tuples(st.integers(-30, 30), st.integers(-30, 30)).map(lambda at: (float(at[0]), float(at[1])))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(points, st.floats(0.5, 14)), max_size=40))
def test_what_lies_on_one_spot_comes_apart(drawn: list[tuple[tuple[float, float], float]]) -> None:
    spots, halves = [at for at, _ in drawn], [half for _, half in drawn]
    found = separated(spots, halves)
    for i, j in combinations(range(len(found)), 2):
        assert math.dist(found[i], found[j]) >= halves[i] + halves[j]
    assert separated(found, halves) == found


def total(spots: dict[int, tuple[float, float]], near: list[list[int]]) -> float:
    """The length of all lines."""
    return sum(math.dist(spots[i], spots[j]) for i, around in enumerate(near) for j in around)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(points, min_size=6, max_size=16), st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=40)
)
def test_exchanges_shorten_the_lines_and_keep_the_places(
    drawn: list[tuple[float, float]], ties: list[tuple[int, int]]
) -> None:
    count = len(drawn)
    near: list[list[int]] = [[] for _ in drawn]
    for a, b in {(min(pair), max(pair)) for pair in ties if pair[0] != pair[1] and max(pair) < count}:
        near[a].append(b)
        near[b].append(a)
    spots, kinds = dict(enumerate(drawn)), [range(count // 2), range(count // 2, count)]
    found = swapped(spots, kinds, near)
    assert total(found, near) <= total(spots, near) + 1e-6
    for kind in kinds:
        assert sorted(found[i] for i in kind) == sorted(spots[i] for i in kind)


def test_no_line_of_a_small_group_runs_through_another_seat() -> None:
    roles = ("组长", "副组长", "成员", "成员", "成员")
    for count in (3, 4, 5):
        told = [("member", f"赵{n}", role, "2020-01-01") for n, role in enumerate(roles[:count])]
        shown = content(seats(*told).graph)
        spots = [(spot.x, spot.y) for spot in places(shown)]
        group = next(i for i, node in enumerate(shown.nodes) if node.type == "group")
        for seat, other in permutations([i for i in range(len(spots)) if i != group], 2):
            assert beside(spots[other], spots[seat], spots[group]) > sizes(shown)[other]


def beside(at: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point is from a stretch."""
    along = (end[0] - start[0], end[1] - start[1])
    part = ((at[0] - start[0]) * along[0] + (at[1] - start[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = min(1.0, max(0.0, part))
    return math.dist(at, (start[0] + part * along[0], start[1] + part * along[1]))


def crossings(shown: Content, spots: list[tuple[float, float]]) -> int:
    """How many pairs of lines cross that the map shows at first."""
    hidden = {i for i, node in enumerate(shown.nodes) if node.type in ("document", "indicator")}
    lines = sorted({(min(it.source, it.target), max(it.source, it.target)) for it in shown.links})
    seen = [line for line in lines if hidden.isdisjoint(line)]
    return sum(cross(*(spots[i] for i in (*p, *q))) for p, q in combinations(seen, 2) if set(p).isdisjoint(q))


def cross(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> bool:
    """Whether two stretches cross."""
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """On which side of a line a point lies."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def test_exchanges_take_a_tenth_of_the_crossings_away(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = content(built.graph)
    with_them = crossings(shown, [(spot.x, spot.y) for spot in places(shown)])
    monkeypatch.setattr(layout, "swapped", lambda spots, *_: spots)
    without = crossings(shown, [(spot.x, spot.y) for spot in places(shown)])
    assert with_them < 0.9 * without
