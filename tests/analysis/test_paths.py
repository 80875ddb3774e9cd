"""Paths over the sample's graph, held against the shortest paths of networkx."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import networkx as nx

from kg import analysis
from kg.store import Store

TIES = """SELECT DISTINCT ?one ?other WHERE {
  { ?fact org:member ?one ; org:organization ?other } UNION { ?fact prov:agent ?one ; prov:hadPlan ?other }
  UNION { ?fact org:member|gz:about ?one ; gz:post/org:postIn ?other . ?one a foaf:Person }
  UNION { ?one org:unitOf|gz:host|eli:passed_by|eli:cites|gz:establishes ?other }
  UNION { ?one a gz:Task ; dcterms:isPartOf ?other } UNION { ?one a gz:Program ; dcterms:source ?other }
}"""


def test_paths_are_as_short_as_the_whole_graph_allows(graph_folder: Path) -> None:
    store = Store.open(graph_folder)
    graph = nx.Graph([(store.plain(row["one"]), store.plain(row["other"])) for row in store.select(TIES)])
    people = sorted(node for node in graph if node.startswith("person/"))
    ends = sorted(node for node in graph if node.startswith(("body/", "task/", "document/")))
    lengths = set()
    for one, other in zip(people, ends[:: len(ends) // len(people)], strict=False):
        found = analysis.paths(store, one, other)
        whole = list(islice(nx.all_shortest_paths(graph, one, other), 3)) if nx.has_path(graph, one, other) else []
        assert [len(steps) + 1 for steps in found] == [len(walk) for walk in whole]
        lengths.update(len(steps) for steps in found)
        for steps in found:
            assert all({a.one, a.other} & {b.one, b.other} for a, b in pairwise(steps))
    assert len(lengths) > 3
