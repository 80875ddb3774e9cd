"""The pages that are made of a template or of a file: that of a node, and that of the graph."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, Template

from kg.view import served

__all__ = ["graph_page", "node_page"]

ASK = "ask.js"
"""The script by which the page of the graph puts its questions."""


def node_page(told: bytes) -> bytes:
    """The page of a node, from what a worker tells of it as JSON."""
    return _template().render(**json.loads(told)).encode("utf-8", "replace")


def graph_page(path: Path) -> bytes:
    """The page of the graph, with leave to ask this server; read again when the file has changed."""
    return _asking(path, path.stat().st_mtime_ns)


@lru_cache(1)
def _asking(path: Path, stamp: int) -> bytes:
    """The page as it is served, for one state of its file."""
    del stamp
    return served(path.read_text("utf-8"), ASK).encode()


@cache
def _template() -> Template:
    """The template, read once; ids become addresses by `address`."""
    environment = Environment(loader=PackageLoader("kg.serve", "pages"), autoescape=True)
    environment.filters["address"] = lambda node: "/nodes/" + quote(node, safe="/")
    environment.filters["fragment"] = lambda node: "/#n=" + quote(node, safe="")
    return environment.get_template("node.html")
