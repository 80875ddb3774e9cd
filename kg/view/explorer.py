"""pyvis as the carrier of vis-network: its model of nodes and edges, our template, nothing from a network."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections import defaultdict
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.entities import Entity
from kg.view.content import Content, content
from kg.view.layout import places
from kg.view.names import city, short
from kg.view.payload import payload, rows, script_json

__all__ = ["Explorer"]

SCRIPTS = ("i18n", "data", "dom", "theme", "view", "labels", "map", "panel", "legend", "search", "main")
"""The page's scripts in the order in which they need each other, joined into one."""

VIS = "lib/vis-9.1.2/vis-network.min.js"

SIZES = {"group": 13.0, "program": 13.0, "person": 4.6, "indicator": 4.0, "document": 7.0}
BASE, MOST = 5.2, 14.0
"""Half the width of a symbol in pixels at zoom 1: of bodies and tasks to begin with, and of any at most."""

BOW = 0.15
"""How far the second edge between two nodes bends, as a part of its length; the third twice as far.

A relation that several facts state is drawn once: its further edges have no bow."""


class Explorer(Network):  # type: ignore[misc]
    """A pyvis network that holds positions, so that nothing moves, and prints a page of its own."""

    def __init__(self, graph: nx.MultiDiGraph[Entity]) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.content = content(graph)
        self.templateEnv = Environment(loader=PackageLoader("kg.view", "."), autoescape=True)
        self._draw_nodes(self.content)
        self._draw_edges(self.content)

    def _draw_nodes(self, shown: Content) -> None:
        place, degrees = city(shown.nodes), shown.degrees()
        for i, (node, at) in enumerate(zip(shown.nodes, places(shown), strict=True)):
            size = min(MOST, SIZES.get(node.type, BASE) + math.sqrt(degrees[i]))
            label = short(node, place) or node.id
            self.add_node(i, label=label, shape="custom", x=at.x, y=at.y, size=round(size, 1), hub=at.hub)

    def _draw_edges(self, shown: Content) -> None:
        strands: dict[tuple[int, int], list[tuple[int, str, str]]] = defaultdict(list)
        for link in shown.links:
            ends = min(link.source, link.target), max(link.source, link.target)
            strand, drawn = (link.source, link.relation, link.role), strands[ends]
            side = 1 if link.source == ends[0] else -1
            bow = None if strand in drawn else round(BOW * len(drawn) * side, 2)
            self.add_edge(link.source, link.target, bow=bow)
            if bow is not None:
                drawn.append(strand)

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """The page; the arguments are pyvis' own and have no say here."""
        style, script, vis = source("page.css"), joined(), library(self.template_dir)
        return self.templateEnv.get_template("template.html").render(
            title=self.content.title(),
            style=Markup(style),
            vis=Markup(vis),
            script=Markup(script),
            policy=policy([vis, script], style),
            data=Markup(script_json(self._data())),
            rows=rows(self.content),
        )

    def _data(self) -> dict[str, Any]:
        return payload(self.content, self.nodes, self.edges)


def source(name: str) -> str:
    """A file that stands beside this one."""
    return files("kg.view").joinpath(name).read_text("utf-8").replace("\r\n", "\n")


def joined() -> str:
    """The page's scripts as one function that leaves nothing behind but `window.explorer`."""
    parts = "\n".join(source(f"page/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def library(folder: str) -> str:
    """vis-network as pyvis brings it, without the address of its source map."""
    with open(f"{folder}/{VIS}", encoding="utf-8", newline="") as file:
        return re.sub(r"\r\n?", "\n", re.sub("//# sourceMappingURL=.*", "", file.read()))


def policy(scripts: list[str], style: str) -> str:
    """The content security policy: our own blocks by their digest, and nothing else at all."""
    allowed = " ".join(digest(script) for script in scripts)
    own = f"script-src {allowed}; style-src {digest(style)}; img-src data:"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def digest(block: str) -> str:
    """A block as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
