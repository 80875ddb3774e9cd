"""The server as an ASGI application: its addresses, and what each answers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.serve.description import description
from kg.serve.headers import SecurityHeaders
from kg.serve.html import graph_page, node_page
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.protocol import ProtocolError, ask, best, pairs, wanted
from kg.serve.strangers import NoStrangers
from kg.serve.worker import TEXT, Reply
from kg.store import GRAPHS, queries

__all__ = ["application"]

PAGES = {
    "ask.js": ("ask.js", "text/javascript; charset=utf-8"),
    "query": ("query.html", "text/html; charset=utf-8"),
    "query.js": ("query.js", "text/javascript; charset=utf-8"),
    "query.css": ("query.css", "text/css; charset=utf-8"),
}
NOTES, MOST = "Gazette-Notes", 10
"""The header that says what a query which was answered may have got wrong, and how much of that it says."""


def application(folder: Path, limits: Limits | None = None) -> Starlette:
    """The server of a folder that `kg build` wrote."""
    bounds = limits or Limits()
    pool = Pool(folder, bounds)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        """The workers live as long as the server."""
        app.state.pool, app.state.limits, app.state.folder = pool, bounds, folder
        await pool.start()
        try:
            yield
        finally:
            await pool.stop()

    middleware = [Middleware(SecurityHeaders), Middleware(NoStrangers)]
    handlers = {HTTPException: failed, ProtocolError: refused}
    return Starlette(routes=ROUTES, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)  # type: ignore[arg-type]


async def page(request: Request) -> Response:
    """The page of the graph."""
    path = request.app.state.folder / "graph.html"
    if not path.is_file():
        return RedirectResponse("/query", 303)
    return Response(graph_page(path), media_type="text/html; charset=utf-8")


async def asset(request: Request) -> Response:
    """The page for queries, its script and its style."""
    name, media = PAGES[request.url.path.strip("/")]
    return Response(files("kg.serve").joinpath("pages", name).read_bytes(), media_type=media)


async def sparql(request: Request) -> Response:
    """The SPARQL endpoint."""
    accept = request.headers.get("accept", "")
    method = "GET" if request.method == "HEAD" else request.method
    media, body = request.headers.get("content-type", ""), await body_of(request)
    told = ask(method, request.url.query, media, body, accept)
    if told is None:
        return described(request, accept)
    reply = await request.app.state.pool.ask(told.job())
    return response(reply)


def described(request: Request, accept: str) -> Response:
    """The service description; a browser gets the page for queries instead."""
    if any(media == "text/html" for _, media in wanted(accept)):
        return RedirectResponse("/query", 303)
    form = best(accept, GRAPHS)
    if form is None:
        raise ProtocolError(406, "the description can be had as " + ", ".join(one.media for one in GRAPHS))
    return response(Reply(200, form.media, description(str(request.url.replace(query="")), form)))


async def listed(request: Request) -> Response:
    """The named queries with their parameters."""
    del request
    return JSONResponse(
        [
            {
                "name": one.name,
                "title": {"zh": one.zh, "en": one.en},
                "parameters": [
                    {"name": each.name, "kind": each.kind, "zh": each.zh, "en": each.en} for each in one.parameters
                ],
                "example": dict(one.example),
                "sparql": one.sparql({}),
            }
            for one in queries().values()
        ]
    )


async def named(request: Request) -> Response:
    """The SPARQL of a named query, the parameters of the address in place."""
    parameters = dict(pairs(request.url.query))
    job = {"kind": "named", "name": request.path_params["name"], "parameters": parameters}
    return response(await request.app.state.pool.ask(job))


async def question(request: Request) -> Response:
    """The answer to a plain question, as `kg ask --json` prints it."""
    asked = dict(pairs(request.url.query)).get("q", "").strip()
    if not asked:
        raise ProtocolError(400, "the question is missing: /ask?q=…")
    job = {"kind": "ask", "question": asked, "folder": str(request.app.state.folder)}
    return response(await request.app.state.pool.ask(job))


async def node(request: Request) -> Response:
    """A node of the graph: a page for people, RDF for programs."""
    accept = request.headers.get("accept", "")
    human = next((media for _, media in wanted(accept) if media in ("text/html", "*/*")), None) == "text/html"
    form = None if human else best(accept, GRAPHS)
    if form is None and not human:
        raise ProtocolError(406, "a node can be had as text/html, " + ", ".join(one.media for one in GRAPHS))
    job = {"kind": "node", "id": request.path_params["node"], "graphs": form and form.name}
    reply: Reply = await request.app.state.pool.ask(job)
    if human and reply[0] == 200:
        reply = Reply(200, "text/html; charset=utf-8", node_page(reply.body))
    return response(reply)


async def body_of(request: Request) -> bytes:
    """The body of a request, refused when it is long or slow to come."""
    limits: Limits = request.app.state.limits
    most = limits.request
    if len(request.url.query) > most:
        raise ProtocolError(414, f"an address has at most {most:,} bytes")
    parts: list[bytes] = []
    try:
        async with asyncio.timeout(limits.arrival):
            async for part in request.stream():
                parts.append(part)
                if sum(map(len, parts)) > most:
                    raise ProtocolError(413, f"a request has at most {most:,} bytes")
    except (TimeoutError, ClientDisconnect) as error:
        raise ProtocolError(408, "the request did not come in time") from error
    return b"".join(parts)


def response(reply: Reply) -> Response:
    """A reply as a response."""
    headers = {"Vary": "Accept"} | ({"Retry-After": "1"} if reply.status == 503 else {})
    if reply.notes:
        headers[NOTES] = " | ".join(reply.notes[:MOST]).encode("ascii", "backslashreplace").decode()
    charset = "; charset=utf-8" if reply.media.startswith("text/") and "charset" not in reply.media else ""
    return Response(reply.body, reply.status, headers, media_type=reply.media + charset)


async def refused(request: Request, error: ProtocolError) -> Response:
    """A request that is not as the protocol says."""
    del request
    return response(Reply(error.status, TEXT, f"{error.what}\n".encode("utf-8", "replace")))


async def failed(request: Request, error: HTTPException) -> Response:
    """A wrong address or method, as one line of text."""
    del request
    return Response(f"{error.detail}\n", error.status_code, error.headers, media_type=TEXT)


ROUTES = [
    Route("/", page),
    Route("/sparql", sparql, methods=["GET", "POST"]),
    Route("/ask", question),
    Route("/queries", listed),
    Route("/queries/{name}", named),
    Route("/nodes/{node:path}", node),
    *(Route(f"/{name}", asset) for name in PAGES),
]
