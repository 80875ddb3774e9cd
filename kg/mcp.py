"""A built graph as tools for language-model clients (extra `mcp`): so that they cite instead of guess.

Four tools, all read-only: `ask` (a plain question), `sparql` (a query), `find` (what a name may mean), `node` (all that
is said of one thing). What `ask` and `node` tell comes with the sentences it rests on; SPARQL can select them.
Queries run in a process of their own and are stopped after ten seconds.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.ask import Engine
from kg.errors import KgError, MissingError, QueryError
from kg.serve import Limits, Pool
from kg.store import CLASSES

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

__all__ = ["server"]

Tool = Callable[..., Awaitable[Any]]
LIMITS = Limits(answer=400_000, workers=1, spare=1, slow=1)
MANY = 50
"""Things of one kind that `find` tells."""

INSTRUCTIONS = """A knowledge graph of Chinese government gazettes: officials, bodies, posts, leading groups, tasks,
documents. Cite the document, date, file and line that come with every answer, and keep to what the answers say: what
is not in them is not in the gazettes. Names are Chinese. Start with ask; where it says that the question is outside
its scope, use find for the id of a thing, then node or sparql."""


def server(folder: Path, limits: Limits = LIMITS) -> MCPServer[Pool]:
    """A server of a built folder; `server(folder).run()` speaks over standard input and output."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp_types import ToolAnnotations
    except ImportError as error:
        raise MissingError("mcp is not installed", hint="pip install 'gazette-kg[mcp]'") from error
    tools = Tools(folder, limits)

    @asynccontextmanager
    async def running(_: MCPServer[Pool]) -> AsyncIterator[Pool]:
        await tools.pool.start()
        try:
            yield tools.pool
        finally:
            await tools.pool.stop()

    made = MCPServer("gazette-kg", instructions=INSTRUCTIONS, lifespan=running, log_level="ERROR")
    harmless = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
    for tool in (tools.ask, tools.sparql, tools.find, tools.node):
        made.tool(annotations=harmless)(_told(tool, ToolError))
    return made


def _told(tool: Tool, failure: type[Exception]) -> Tool:
    """A tool whose errors for the user reach the client as they are told on the command line."""

    @wraps(tool)
    async def called(*args: Any, **options: Any) -> Any:
        try:
            return await tool(*args, **options)
        except KgError as error:
            raise failure(str(error)) from error

    return called


def _noted(told: str, media: str, notes: tuple[str, ...]) -> str:
    """An answer with notes on its query: in the head of JSON, as comments in Turtle."""
    if not media.endswith("json"):
        return "".join(f"# {note}\n" for note in notes) + told
    found = json.loads(told)
    found["head"]["notes"] = notes
    return json.dumps(found, ensure_ascii=False)


class Tools:
    """The tools over one graph; their docstrings are what a client reads."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.engine, self.pool = Engine.open(folder), Pool(folder, limits)

    async def ask(self, question: str) -> dict[str, Any]:
        """Answer a plain question in Chinese or English, with evidence.

        Who leads or sits on a body, who holds a post, which bodies share tasks, which document set a body up, what a
        target is. Gives answer, items, evidence (document, date, file, line, quote), sparql; says so where the graph
        does not tell.
        """
        return self.engine.ask(question).record()

    async def sparql(self, query: str) -> str:
        """Run a SPARQL query that reads; gives JSON of SPARQL results, or Turtle for CONSTRUCT and DESCRIBE.

        Prefixes are known: org, foaf, prov, eli, skos, dcterms, rdfs, schema, oa, and gz for our own terms. People are
        foaf:Person, seats org:Membership (org:member, org:organization, org:role), duties gz:Assignment (prov:agent,
        prov:hadPlan a gz:Task, prov:hadRole gz:lead, gz:participant or gz:responsible). The words that state a fact:
        ?fact prov:wasDerivedFrom [ oa:exact ?quote ; gz:line ?line ; prov:wasQuotedFrom/rdfs:label ?file ].
        """
        return await self._job(
            {"kind": "query", "query": query, "default": [], "named": [], "results": "json", "graphs": "ttl"}
        )

    async def find(self, name: str, kind: str = "") -> list[dict[str, str]]:
        """Find what a name may mean: id, name and kind (body, person, task, indicator, document) of each thing.

        Short, full and everyday names are known; a part of a name finds all that have it.
        """
        if kind and kind not in CLASSES:
            raise QueryError(f"kind is one of {', '.join(CLASSES)}")
        kinds = [kind] if kind else list(CLASSES)
        found = ((one, thing) for one in kinds for thing in self.engine.store.find(one, name)[:MANY])
        return [{"id": thing.id, "name": thing.name, "kind": one} for one, thing in found if name.strip()]

    async def node(self, id: str) -> dict[str, Any]:
        """Tell all that is said of one thing, by the id that find or a query gave, with the sentences that say so."""
        return dict(json.loads(await self._job({"kind": "node", "id": id, "graphs": None})))

    async def _job(self, job: dict[str, Any]) -> str:
        """The answer to a job that runs in a process of its own."""
        reply = await self.pool.ask(job)
        told = reply.body.decode("utf-8", "replace")
        if reply.status != 200:
            raise QueryError(told.strip())
        return _noted(told, reply.media, reply.notes) if reply.notes else told
