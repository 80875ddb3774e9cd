"""What the tests of the page in a browser share."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from kg.facts import Entity
from kg.view import page
from tests.served import LONG

Opened = Any
"""A playwright page; playwright is imported only where a browser is found."""

Open = Callable[..., Opened]

FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync
"""

INKED = """() => {
  const canvas = document.querySelector("canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) inked += data[i] > 60;
  return inked / (data.length / 4);
}"""
"""The part of the map that is drawn on."""


def saved(path: Path, graph: nx.MultiDiGraph[Entity]) -> str:
    """Writes a page; gives its address."""
    path.write_text(page(graph), encoding="utf-8", newline="\n")
    return path.as_uri()


def of_the_page(url: str, own: str) -> bool:
    """Whether a request is for the page itself, for what it carries inside, or to the server that it comes from."""
    server = urlsplit(own)
    home = f"{server.scheme}://{server.netloc}/" if server.scheme == "http" else own
    return url.split("#")[0] == own.split("#")[0] or url.startswith(("data:", "blob:")) or url.startswith(home)


DRAWN = "window.explorer !== undefined && explorer.visibleLabels().length > 0"
"""Whether the map has been drawn."""


def context(browser: Any, **options: Any) -> Any:
    """A fresh context of a browser, of the size of a desk's screen unless told otherwise, that waits for long."""
    found = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
    found.set_default_timeout(LONG * 1000)
    return found


def drawn(view: Opened, url: str) -> Opened:
    """Opens an address and waits until the map has been drawn."""
    view.goto(url)
    until(view, DRAWN)
    return view


def until(view: Opened, condition: str, seconds: float = LONG) -> None:
    """Waits for a condition; playwright's own way needs `eval`, which the page's policy forbids."""
    end = time.monotonic() + seconds
    while not view.evaluate(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.02)


def settled(view: Opened) -> None:
    """Waits until the map has been drawn again."""
    view.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def overlapping(labels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs of labels of which one lies on the other."""

    def meet(a: dict[str, Any], b: dict[str, Any], start: str, size: str) -> bool:
        return bool(a[start] < b[start] + b[size] and b[start] < a[start] + a[size])

    pairs = combinations(labels, 2)
    return [(a["text"], b["text"]) for a, b in pairs if meet(a, b, "x", "w") and meet(a, b, "y", "h")]


def table(path: Path) -> list[list[str]]:
    """A CSV file as a spreadsheet reads it, which needs the byte order mark to know the encoding."""
    raw = Path(path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
