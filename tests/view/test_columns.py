"""What the page stores in columns comes out as it went in: Python packs, the page's own module unpacks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import networkx as nx
import pytest

from kg.build import Built
from kg.facts import Body, Entity, Person
from kg.view.columns import column, label, news, steps
from kg.view.explorer import Explorer
from tests.conftest import ROOT
from tests.view.graphs import Draft, country, gazette, hostile

UNPACK = """
import { readFileSync } from "node:fs";
const { unpacked } = await import(process.argv[1]);
const { nodes, links, facts, texts } = unpacked(JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify({ nodes, links, facts, texts }));
"""


def unpacked(explorer: Explorer) -> dict[str, Any]:
    """The rows that the page makes of its data."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no node on the path: apt-get install nodejs")
    module = (ROOT / "kg" / "view" / "page" / "rows.js").as_uri()
    command = [node, "--input-type=module", "-e", UNPACK, "--", module]
    data = json.dumps(explorer._data())
    done = subprocess.run(command, input=data, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def few() -> nx.MultiDiGraph[Entity]:
    """A graph of two nodes and no link."""
    draft = Draft("few")
    draft.graph.add_nodes_from([Person("p", "𠮷田"), Body("body/x/财政局", "财政局", aliases=("财政所",))])
    return draft.graph


@pytest.mark.parametrize("make", [few, gazette, hostile, lambda: country(8)])
def test_the_page_reads_what_was_written(make: Any) -> None:
    check(Explorer(make()))


def test_the_page_reads_the_sample(built: Built) -> None:
    check(Explorer(built.graph))


def check(explorer: Explorer) -> None:
    """Every node, link and fact of an explorer comes out of its page as it went in."""
    content, found = explorer.content, unpacked(explorer)
    texts = found["texts"]
    number = {node: i for i, node in enumerate(content.nodes)}
    for node, drawn, row in zip(content.nodes, explorer.nodes, found["nodes"], strict=True):
        assert row[:8] == [node.id, node.name, row[2], *(drawn[key] for key in ("label", "x", "y", "size", "hub"))]
        assert [texts[row[2]], texts[row[8]]] == [node.type, getattr(node, "jurisdiction", "")]
        assert set(row[10]) == {*getattr(node, "aliases", ()), getattr(node, "full", "")} - {"", node.name}
    for link, edge, row in zip(content.links, explorer.edges, found["links"], strict=True):
        said = [link.relation, link.role, link.date, link.until, link.kind, link.certainty]
        assert row[:2] == [link.source, link.target]
        assert [texts[n] for n in row[2:8]] == said
        assert row[9:11] == [edge["bow"], link.confidence]
        assert texts[row[11]] == link.trust
        document, printed, file, line, kind, quote, _, url = found["facts"][row[8]]
        evidence = link.fact.evidence
        assert url == (evidence.url or "")
        assert document == number.get(content.document(link))
        assert [texts[printed], texts[file], line] == [link.fact.fact.document or "", evidence.file, evidence.line]
        assert [texts[kind], quote] == [link.fact.fact.type, " ".join(evidence.quote.split())]


def test_columns_stay_small() -> None:
    assert column([7, 7, 7]) == [7]
    assert column([7, 8]) == [7, 8]
    assert column([]) == []
    assert steps([3, 3, 5]) == [3, 0, 2]
    assert news([0, 1, 0, 2, 2]) == [0, 0, 2, 0, 1]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("财政局", "财政局", 0),
        ("财政局", "云州市财政局", 3),
        ("防治碘缺乏…", "防治碘缺乏病行动", -5),
        ("市政府", "云州市人民政府", "市政府"),
        ("𠮷田", "云州𠮷田", "𠮷田"),
        ("…", "财政局", "…"),
        ("", "财政局", ""),
    ],
)
def test_a_label_is_told_by_the_name(text: str, name: str, short: str | int) -> None:
    assert label(text, name) == short


def test_the_page_of_a_country_stays_small() -> None:
    graph = country(48)
    explorer = Explorer(graph)
    data = json.dumps(explorer._data(), ensure_ascii=False, separators=(",", ":"))
    assert len(data.encode()) < 170 * graph.number_of_nodes()
