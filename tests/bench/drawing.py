"""The map's places beside those of forces alone: `python -m tests.bench.drawing GAZETTE`.

Counted as the page shows it at 1400 × 900: crossings of lines, symbols on others, names, and the mean line in pixels.
"""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from kg.build import gather, sample
from kg.view.content import Content, content
from kg.view.explorer import Explorer
from kg.view.layout import places
from kg.view.packing import Disc, landscape, packed
from kg.view.spacing import separated, sizes
from tests.view.browser import DRAWN, until
from tests.view.test_layout import crossings

Points = list[tuple[float, float]]
HIDDEN = ("document", "indicator")
ROOM = 26.0


def rings(shown: Content) -> Points:
    """The places as the page has them."""
    return [(spot.x, spot.y) for spot in places(shown)]


def forces(shown: Content) -> Points:
    """ForceAtlas2 over all nodes, turned to lie across, symbols pushed apart."""
    how = {"max_iter": 400, "scaling_ratio": 10.0, "linlog": True, "seed": 1, "weight": "weight"}
    with np.errstate(invalid="ignore"):
        found = nx.forceatlas2_layout(tied(shown), **how)
    turned = landscape(np.array([found[i] for i in range(len(found))]), np.ones(len(found)))
    wide = 520 * math.sqrt(len(found) / 243) / float(np.sqrt(turned.var(axis=0).sum()))
    return separated([(float(x) * wide, float(y) * wide) for x, y in turned], [half + 4 for half in sizes(shown)])


def roomy(shown: Content) -> Points:
    """Every node as a disc with room for a name, drawn together from where forces put it."""
    graph = tied(shown)
    for i in graph:
        graph.nodes[i]["disc"] = Disc(8.0 if shown.nodes[i].type in HIDDEN else ROOM)
    return packed(graph)


def tied(shown: Content) -> nx.Graph[int]:
    """All nodes with the weight of what joins them."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(shown.nodes)))
    for link in shown.links:
        quiet = any(shown.nodes[i].type == "document" for i in (link.source, link.target))
        weight = graph.get_edge_data(link.source, link.target, {"weight": 0.0})["weight"]
        graph.add_edge(link.source, link.target, weight=min(3.0, weight + (0.1 if quiet else 1.0)))
    return graph


WAYS: dict[str, Callable[[Content], Points]] = {"rings": rings, "forces": forces, "forces with room": roomy}


def main() -> None:
    """Print a row for each way."""
    from playwright.sync_api import sync_playwright

    graph = gather([Path(sys.argv[1]) if len(sys.argv) > 1 else sample()], "drawing").graph
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        print("| places | crossings | symbols on others | names | line, px | s |")
        for name, way in WAYS.items():
            shown, began = content(graph), time.perf_counter()
            spots = way(shown)
            took = time.perf_counter() - began
            names, scale = drawn(browser, Path(folder) / "page.html", Explorer(graph), spots)
            ends = [(it.source, it.target) for it in shown.links if visible(shown, it.source, it.target)]
            mean = scale * sum(math.dist(spots[i], spots[j]) for i, j in ends) / len(ends)
            on_others = covered(shown, spots, scale)
            print(f"| {name} | {crossings(shown, spots):,} | {on_others} | {names} | {mean:.0f} | {took:.1f} |")
        browser.close()


def visible(shown: Content, *ends: int) -> bool:
    """Whether all of some nodes are shown at first."""
    return all(shown.nodes[i].type not in HIDDEN for i in ends)


def covered(shown: Content, spots: Points, scale: float) -> int:
    """The pairs of symbols on one another, each at least 5 pixels from its middle to its side on the screen."""
    halves = [max(half, 5 / scale) for half in sizes(shown)]
    seen = [i for i in range(len(spots)) if visible(shown, i)]
    return sum(math.dist(spots[i], spots[j]) < halves[i] + halves[j] for i, j in combinations(seen, 2))


def drawn(browser: Any, path: Path, explorer: Explorer, spots: Points) -> tuple[int, float]:
    """How many names the page shows with these places, and its scale."""
    for node, (x, y) in zip(explorer.nodes, spots, strict=True):
        node |= {"x": round(x, 1), "y": round(y, 1)}
    path.write_text(explorer.generate_html(), encoding="utf-8", newline="\n")
    view = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True).new_page()
    view.goto(path.as_uri())
    until(view, DRAWN)
    found = len(view.evaluate("explorer.visibleLabels()")), float(view.evaluate("explorer.state().scale"))
    view.context.close()
    return found


if __name__ == "__main__":
    main()
