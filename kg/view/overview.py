"""A graph too large to draw node by node: its jurisdictions or communities as bubbles, and what joins them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.view.content import Content
from kg.view.names import short
from kg.view.packing import Disc, packed

__all__ = ["Bubble", "Overview", "bubbles"]

MOST = 300
"""Bubbles that can be told apart; what is left over shares the last."""

FEWEST = 8
"""With fewer jurisdictions, or one that has more than `SHARE` of the nodes, communities tell more."""

SHARE = 0.6
DUTIES = ("lead", "participant", "responsible")
WIDEST = 110.0
ROUNDS = 4
SEED = 20200511
REST = "…"
"""The name of the last bubble, in which the smallest are together."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """Some nodes drawn as one: name, number of nodes, place and radius in pixels at zoom 1."""

    name: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Overview:
    """The bubbles, the number of the bubble of every node, and how many tasks two bubbles share.

    The last bubble, of what is left over, shares none: it stands for nothing in particular.
    """

    all: list[Bubble]
    home: list[int]
    ties: dict[tuple[int, int], int]


def bubbles(content: Content) -> Overview:
    """The nodes gathered in bubbles by jurisdiction or community."""
    named = settled(content)
    names = [name for name, _ in sorted(Counter(named).items(), key=lambda pair: (-pair[1], pair[0]))]
    number = {name: min(k, MOST - 1) for k, name in enumerate(names)}
    home = [number[name] for name in named]
    if len(names) > MOST:
        names[MOST - 1] = REST
    pulls = Counter((min(ends), max(ends)) for ends in ((home[it.source], home[it.target]) for it in content.links))
    return Overview(drawn(names[:MOST], Counter(home), pulls), home, shared(content, home))


def shared(content: Content, home: list[int]) -> dict[tuple[int, int], int]:
    """How many tasks have bodies of two bubbles."""
    parties: dict[int, set[int]] = defaultdict(set)
    for link in content.links:
        if link.relation in DUTIES and home[link.source] < MOST - 1:
            parties[link.target].add(home[link.source])
    ties = Counter(pair for bodies in parties.values() for pair in combinations(sorted(bodies), 2))
    return dict(sorted(ties.items()))


def drawn(names: list[str], counts: Counter[int], pulls: Counter[tuple[int, int]]) -> list[Bubble]:
    """The bubbles with their places: forces, then drawn together until they touch."""
    graph: nx.Graph[int] = nx.Graph()
    radii = [min(WIDEST, round(7 + 2.2 * math.sqrt(counts[k]), 1)) for k in range(len(names))]
    for k, radius in enumerate(radii):
        graph.add_node(k, disc=Disc(radius + 26))
    graph.add_weighted_edges_from((a, b, float(n)) for (a, b), n in sorted(pulls.items()) if a != b)
    spots = packed(graph)
    return [
        Bubble(name, counts[k], round(x, 1), round(y, 1), radii[k])
        for k, (name, (x, y)) in enumerate(zip(names, spots, strict=True))
    ]


def settled(content: Content) -> list[str]:
    """For each node the name of its jurisdiction where these tell the nodes apart, else of its community."""
    places = jurisdictions(content)
    sizes = Counter(places)
    if len(sizes) >= FEWEST and max(sizes.values()) <= SHARE * len(places):
        return places
    return communities(content)


def jurisdictions(content: Content) -> list[str]:
    """Each node's jurisdiction, or that of most of its neighbours."""
    places = [getattr(node, "jurisdiction", "") for node in content.nodes]
    near: dict[int, list[int]] = defaultdict(list)
    for link in content.links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    for _ in range(ROUNDS):
        for i, place in enumerate(places):
            votes = Counter(places[j] for j in near[i] if places[j])
            if not place and votes:
                places[i] = max(votes, key=lambda name: (votes[name], name))
    return [place or REST for place in places]


def communities(content: Content) -> list[str]:
    """Each node's community by Louvain's method, named after its best connected member."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(content.nodes)))
    graph.add_edges_from((link.source, link.target) for link in content.links)
    degrees, named = content.degrees(), [REST] * len(content.nodes)
    for members in nx.community.louvain_communities(graph, seed=SEED):
        first = max(members, key=lambda i: (content.nodes[i].type in ("group", "body"), degrees[i], -i))
        for i in members:
            named[i] = short(content.nodes[first], "")
    return named
