"""`kg mcp`: a built graph as tools for language-model clients."""

from __future__ import annotations

from kg.cli.app import app
from kg.cli.folder import meant
from kg.cli.shown import Graph
from kg.store import pinned


@app.command(
    "mcp",
    epilog="Examples:  `kg mcp -g graphs/mine`  ·  in the client's settings the command is `kg`, "
    'its arguments `["mcp", "-g", "/home/me/graphs/mine"]`',
)
def mcp_command(folder: Graph = None) -> None:
    """Offer the graph to language-model clients over standard input and output (Model Context Protocol).

    Four tools, read-only: ask, sparql, find, node. What ask and node tell has the sentences it rests on.
    """
    from kg.mcp import server

    with pinned(meant(folder)) as place:
        server(place).run()
