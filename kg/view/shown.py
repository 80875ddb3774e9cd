"""The page of a graph as HTML text, which a notebook can show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kg.view.sparql import Sparql

if TYPE_CHECKING:
    import networkx as nx

    from kg.facts import Entity

__all__ = ["Page", "page"]


class Page(str):
    """The HTML text of a page; a notebook that shows it draws the explorer in a frame of its own."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A frame with the page inside, cut off from the notebook."""
        allowed = "allow-scripts allow-downloads allow-modals"
        style = "width: 100%; height: 720px; border: 1px solid #ccc; border-radius: 8px"
        return f'<iframe title="gazette-kg" sandbox="{allowed}" style="{style}" srcdoc="{escape(self)}"></iframe>'


def page(graph: nx.MultiDiGraph[Entity], sparql: Sparql | None = None) -> Page:
    """The explorer (图谱) of a graph made by `kg.graph`: HTML text, the same for the same graph.

    Write it as UTF-8; it holds its own script, style and data and asks for nothing else. As the last line of a
    notebook's cell it is drawn there. With `sparql` it answers queries too. Raises `OutputError` where a graph is
    too large for one page.
    """
    from kg.view.explorer import Explorer  # pyvis takes a third of a second to import

    return Page(Explorer(graph, sparql).generate_html())
