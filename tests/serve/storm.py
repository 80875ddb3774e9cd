"""Requests that nobody would send in earnest: any method, path, header, body, pace and end of a connection."""

from __future__ import annotations

import random
import socket
import time
from urllib.parse import quote, urlsplit

METHODS = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "BREW", ""]
PATHS = [
    "/",
    "/sparql",
    "/ask",
    "/queries",
    "/queries/members",
    "/nodes/x",
    "/query",
    "/query.js",
    "*",
    "",
    "//",
    "/..;/",
]
QUERIES = [
    "ASK {}",
    "SELECT * { ?s ?p ?o } LIMIT 1",
    "SELECT",
    "LOAD <x>",
    "ASK {" * 200,
    "\u0000",
    "'" * 500,
    "市财政局",
]
HEADERS = [
    "Accept",
    "Content-Type",
    "Content-Length",
    "Transfer-Encoding",
    "Host",
    "Origin",
    "Range",
    "Expect",
    "Cookie",
]
HEADERS += [
    "Upgrade",
    "Connection",
    "Sec-Fetch-Site",
    "X-Forwarded-Host",
    "If-None-Match",
    "Accept-Encoding",
    "",
    "a b",
]
VALUES = [
    "",
    "*/*",
    "text/csv",
    "text/html",
    "a/b;q=x",
    "application/sparql-query",
    "application/x-www-form-urlencoded",
]
VALUES += [
    "-1",
    "5",
    "99999999999999999999",
    "chunked",
    "127.0.0.1",
    "x" * 5000,
    "null",
    "bytes=0-1",
    "100-continue",
    "\xff",
]
VALUES += ["websocket", "close", "cross-site", "\x00", "gzip, \t"]


def sent(host: str, port: int, source: random.Random) -> int:
    """Send one made-up request; gives the status of the reply, 0 where the connection was closed without one."""
    with socket.create_connection((host, port), timeout=20) as client:
        try:
            _write(client, _request(source), source)
            if source.random() < 0.1:
                return 0
            client.shutdown(socket.SHUT_WR)
            head = client.recv(2000)
        except OSError:
            return 0
    return int(head.split()[1]) if head.startswith(b"HTTP/") else 0


def storm(address: str, count: int, seed: int) -> list[int]:
    """The statuses of so many requests."""
    source, place = random.Random(seed), urlsplit(address)
    assert place.hostname
    assert place.port
    return [sent(place.hostname, place.port, source) for _ in range(count)]


def _request(source: random.Random) -> bytes:
    """A request, most of them nearly right."""
    if source.random() < 0.1:
        return source.randbytes(source.randrange(400))
    body = source.choice([b"", source.randbytes(source.randrange(3000)), _form(source), b"x" * 250_000])
    line = f"{_method(source)} {_path(source)} HTTP/{source.choice(['1.1', '1.1', '1.1', '1.0', '2', '9.9', ''])}"
    lines = [line, *([] if source.random() < 0.1 else ["Host: 127.0.0.1"])]
    lines += [f"{source.choice(HEADERS)}: {source.choice(VALUES)}" for _ in range(source.choice([0, 1, 2, 5, 150]))]
    lines += [f"Content-Length: {len(body)}"] if source.random() < 0.8 else []
    lines += [f"Content-Type: {source.choice(VALUES[5:7])}"] if body and source.random() < 0.7 else []
    return source.choice(["\r\n", "\r\n", "\r\n", "\n"]).join([*lines, "", ""]).encode("latin-1", "replace") + body


def _method(source: random.Random) -> str:
    """A method, mostly one that is served."""
    return source.choice(["GET", "POST"] if source.random() < 0.6 else METHODS)


def _path(source: random.Random) -> str:
    """A path with a query string."""
    path = source.choice(PATHS) + quote(source.randbytes(source.choice([0, 0, 3, 40])))
    return f"{path}?{_form(source).decode()}" if source.random() < 0.5 else path


def _form(source: random.Random) -> bytes:
    """Fields, some of them twice or without sense."""
    names = [
        "query",
        "query",
        "q",
        "update",
        "default-graph-uri",
        "body",
        "%",
        "=&",
        "x" * source.choice([1, 1, 70_000]),
    ]
    fields = (
        f"{source.choice(names)}={quote(source.choice(QUERIES))}" for _ in range(source.choice([0, 1, 1, 2, 150]))
    )
    return "&".join(fields).encode()


def _write(client: socket.socket, request: bytes, source: random.Random) -> None:
    """Send a request at once, cut short, or a piece at a time."""
    pace = source.random()
    if pace < 0.8:
        client.sendall(request)
    elif pace < 0.9:
        client.sendall(request[: source.randrange(len(request) + 1)])
    else:
        for place in range(0, min(len(request), 500), 100):
            client.sendall(request[place : place + 100])
            time.sleep(0.01)
        client.sendall(request[500:])
