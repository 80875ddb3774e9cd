"""How much of a graph one page can show, by its number of nodes."""

from __future__ import annotations

from kg.errors import OutputError

__all__ = ["mode", "within"]

MODES = ((300, "full"), (2_000, "folded"), (5_000, "packed"), (50_000, "overview"))
"""Up to so many nodes: everything; ordinary members as a number; persons when near; bubbles."""

LARGEST = 25_000_000
"""Bytes of a page that a browser still opens at once."""

HINT = "build fewer sources into a folder, one folder a jurisdiction or a year, or leave the page out: --no-page"


def mode(nodes: int) -> str:
    """What a page with so many nodes opens on; refused where no page can show them."""
    for most, name in MODES:
        if nodes <= most:
            return name
    raise OutputError(f"a page would have {nodes:,} nodes, more than the {MODES[-1][0]:,} that one can show", hint=HINT)


def within(html: str) -> str:
    """A page that is small enough to open; refused otherwise."""
    size = len(html.encode())
    if size > LARGEST:
        raise OutputError(f"the page would be {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}", hint=HINT)
    return html
