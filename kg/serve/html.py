"""The page of a node."""

from __future__ import annotations

import json
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, Template

__all__ = ["node_page"]


def node_page(told: bytes) -> bytes:
    """The page of a node, from what a worker tells of it as JSON."""
    return _template().render(**json.loads(told)).encode("utf-8", "replace")


@cache
def _template() -> Template:
    """The template, read once; ids become addresses by `address`."""
    environment = Environment(loader=PackageLoader("kg.serve", "pages"), autoescape=True)
    environment.filters["address"] = lambda node: "/nodes/" + quote(node, safe="/")
    environment.filters["fragment"] = lambda node: "/#n=" + quote(node, safe="")
    return environment.get_template("node.html")
