"""pyvis as the carrier of vis-network: its model of nodes and edges, our template, nothing from a network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.facts import Entity
from kg.text import marked
from kg.view.bundle import bundle, source
from kg.view.content import Content, content
from kg.view.names import city, short
from kg.view.overview import Overview, bubbles
from kg.view.payload import overview, payload, rows, script_json
from kg.view.place import Place
from kg.view.regions import Region, regions
from kg.view.scale import mode, within
from kg.view.slim import slim
from kg.view.spacing import sizes
from kg.view.sparql import Sparql

__all__ = ["Explorer"]

VIS = "lib/vis-9.1.2/vis-network.min.js"

QUADRATIC = 500
"""Above so many nodes pyvis' own methods take too long; its lists are filled directly."""

MOST_ROWS = 2_000
"""Rows of the table for readers without script."""

STYLES = ("base", "frame", "panel", "tabs", "small", "print")

BOW = 0.15
"""How far the second edge between two nodes bends, as a part of its length; the third twice as far.

A relation that several facts state is drawn once: its further edges have no bow."""


class Explorer(Network):  # type: ignore[misc]
    """A pyvis network that holds positions, so that nothing moves, and prints a page of its own."""

    def __init__(self, graph: nx.MultiDiGraph[Entity], sparql: Sparql | None = None) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.mode = mode(len(graph))
        self.sparql = sparql
        self.content = content(graph)
        self.templateEnv = Environment(loader=PackageLoader("kg.view", "."), autoescape=True)
        self.bubbles = bubbles(self.content) if self.mode == "overview" else None
        self.regions: list[Region] = []
        self._draw_nodes(self.content, self.bubbles)
        self._draw_edges(self.content)

    def _draw_nodes(self, shown: Content, many: Overview | None) -> None:
        place, halves = city(shown.nodes), sizes(shown)
        if many:
            spots = [Place(0, 0, hub) for hub in many.home]
        else:
            spots, self.regions = regions(shown)
        for i, (node, at) in enumerate(zip(shown.nodes, spots, strict=True)):
            label = short(node, place) or node.id
            drawn = {"label": label, "shape": "custom", "x": at.x, "y": at.y, "size": halves[i], "hub": at.hub}
            if len(shown.nodes) > QUADRATIC:
                self.nodes.append({"id": i, **drawn})
            else:
                self.add_node(i, **drawn)

    def _draw_edges(self, shown: Content) -> None:
        strands: dict[tuple[int, int], set[tuple[int, str, str]]] = defaultdict(set)
        for link in shown.links:
            ends = min(link.source, link.target), max(link.source, link.target)
            strand, drawn = (link.source, link.relation, link.role), strands[ends]
            side = 1 if link.source == ends[0] else -1
            bow = None if strand in drawn else round(BOW * len(drawn) * side, 2)
            if len(shown.nodes) > QUADRATIC:
                self.edges.append({"from": link.source, "to": link.target, "bow": bow})
            else:
                self.add_edge(link.source, link.target, bow=bow)
            if bow is not None:
                drawn.add(strand)

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """The page; the arguments are pyvis' own and have no say here."""
        style, script, vis = styles(), slim(bundle("main")), library(self.template_dir)
        html = self.templateEnv.get_template("template.html").render(
            title=marked(self.content.title()),
            style=Markup(style),
            vis=Markup(vis),
            script=Markup(script),
            policy=policy([vis, script, *self._engine()], style),
            engine=Markup("".join(self._engine())),
            queries=Markup(script_json(self.sparql.data() if self.sparql else {})),
            data=Markup(script_json(self._data())),
            rows=rows(self.content)[:MOST_ROWS],
            missing=max(0, len(self.content.links) - MOST_ROWS),
        )
        return within(str(html))

    def _engine(self) -> list[str]:
        return [self.sparql.engine.script] if self.sparql else []

    def _data(self) -> dict[str, Any]:
        queries = {"queries": self.sparql is not None}
        return payload(self.content, self.nodes, self.edges) | queries | overview(self.mode, self.bubbles, self.regions)


def styles() -> str:
    """The page's style sheets as one."""
    return "\n".join(source(f"page/{name}.css") for name in STYLES)


def library(folder: str) -> str:
    """vis-network as pyvis brings it, without the address of its source map."""
    with open(f"{folder}/{VIS}", encoding="utf-8", newline="") as file:
        return re.sub(r"\r\n?", "\n", re.sub("//# sourceMappingURL=.*", "", file.read()))


def policy(scripts: list[str], style: str) -> str:
    """The content security policy: our own blocks by their digest, and nothing else at all.

    A third script is the engine of queries, which may compile its module.
    """
    allowed = " ".join([*(digest(script) for script in scripts), *(["'wasm-unsafe-eval'"] if len(scripts) > 2 else [])])
    own = f"script-src {allowed}; style-src {digest(style)}; img-src data:"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def digest(block: str) -> str:
    """A block as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
