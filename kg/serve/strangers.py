"""Requests that another site makes a browser send: they are refused, and programs, which say nothing of it, served.

A page from elsewhere can point a browser at this machine: by its address, by a name of its own that it lets mean
127.0.0.1 (DNS rebinding), by a form. A browser tells so: in Host the name it asked for, in Origin and Sec-Fetch-Site
who asks. A link that a person follows to a page is let through, a link to an answer is not.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["NoStrangers"]

OURS = ("127.0.0.1", "localhost", "[::1]")
"""Names of this machine for itself; under all others it is somebody else's page that points here."""

HOST = re.compile(r"(?P<name>\[[0-9a-f:.]*\]|[^:\[\]]*)(?::\d*)?", re.IGNORECASE)
OWN_SITE = ("", "none", "same-origin")
ANSWERS = ("/sparql", "/ask", "/queries")
"""Addresses that put a question to the graph."""


class NoStrangers:
    """Answers requests of other sites with 403 and a line that says why."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        told = refusal(Headers(scope=scope), scope["method"], scope["path"]) if scope["type"] == "http" else ""
        await (PlainTextResponse(f"{told}\n", 403) if told else self.app)(scope, receive, send)


def refusal(headers: Headers, method: str, path: str) -> str:
    """Why a request is refused; empty for one that is served."""
    host = headers.get("host", "").lower()
    named = HOST.fullmatch(host)
    if host and (not named or named["name"].rstrip(".") not in OURS):
        return f"refused: this server is {', '.join(OURS)}, and the request asks for {host[:100]}"
    origin, site = headers.get("origin", "").lower(), headers.get("sec-fetch-site", "").lower()
    if origin and origin != f"http://{host}":
        return f"refused: another site asks ({origin[:100]}); the graph answers its own pages and programs"
    follows = method == "GET" and headers.get("sec-fetch-mode", "").lower() == "navigate"
    if site not in OWN_SITE and not (follows and not path.startswith(ANSWERS)):
        return "refused: another site asks; open the address yourself, or ask from a program"
    return ""
