"""Requests of every kind, and bytes that are none: whatever comes, no fault of the server."""

from __future__ import annotations

import socket
from contextlib import suppress
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.conftest import FORM, PEOPLE, QUERY
from tests.served import LONG

pytestmark = pytest.mark.slow

TEXTS = st.text(max_size=40)
MEDIA = st.sampled_from([FORM, QUERY, "application/sparql-update", "text/plain", "", ";", "a/b;c"])
ACCEPT = st.one_of(
    st.sampled_from(["*/*", "text/csv", "text/html", "application/rdf+xml;q=0", "", ",;q=,", "*/*;q=9"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30).map(str.strip),
)
PATHS = st.one_of(
    st.sampled_from(["sparql", "queries", "query", "nodes/body/x", "queries/members", "queries/tasks", ""]),
    TEXTS.map(lambda text: "nodes/" + quote(text)),
    TEXTS.map(lambda text: "queries/" + quote(text)),
    st.binary(max_size=20).map(lambda raw: "nodes/" + quote(raw)),
)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(["query", "update", "default-graph-uri", "named-graph-uri", "body", "kind", "year", "x"]),
        st.one_of(TEXTS, st.sampled_from([PEOPLE, "ASK {}", "urn:x", "lead"])),
    ),
    max_size=4,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "OPTIONS"]),
    path=PATHS,
    fields=FIELDS,
    media=MEDIA,
    accept=ACCEPT,
    body=st.one_of(st.binary(max_size=60), TEXTS.map(str.encode), st.just(PEOPLE.encode())),
)
def test_no_request_whatever_gives_a_500(
    client: httpx.Client, method: str, path: str, fields: list[tuple[str, str]], media: str, accept: str, body: bytes
) -> None:
    headers = {"Content-Type": media, "Accept": accept}
    reply = client.request(method, path, params=fields, content=body if method == "POST" else None, headers=headers)
    assert reply.status_code < 500, reply.text


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /sparql HTTP/1.1\r\n\r\n",
        b"GET /sparql?query=%ZZ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET /nodes/%ff%fe HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: \xff\r\nConnection: close\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET /" + b"a" * 300_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    ],
)
def test_bytes_that_are_no_request(address: str, raw: bytes) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=LONG) as line:
        told = b""
        with suppress(ConnectionError):  # what is too long is not read to its end
            line.sendall(raw)
            with suppress(OSError):  # nor is the end of a line told that the other side has left
                line.shutdown(socket.SHUT_WR)
            while part := line.recv(65536):
                told += part
    assert not told or told.startswith((b"HTTP/1.1 4", b"HTTP/1.1 2")), told[:200]
