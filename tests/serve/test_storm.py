"""The server under requests without sense: it fails at none, does not grow, and serves the others meanwhile."""

from __future__ import annotations

import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.bench.serving import memory
from tests.serve.storm import storm
from tests.served import running

GROWTH = 60_000_000
"""Bytes that a server may hold more after a storm than before: what its caches take, not what requests leave."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_no_request_makes_the_server_fail(page_folder: Path) -> None:
    with running(page_folder) as (address, process):
        storm(address, 60, seed=1)
        before = memory(process.pid)
        slow = [socket.create_connection((place.hostname, place.port)) for place in [urlsplit(address)] * 20]
        for one in slow:
            one.sendall(b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nASK")
        with ThreadPoolExecutor(3) as threads:
            storms = [threads.submit(storm, address, 120, seed) for seed in (2, 3)]
            served = [httpx.get(f"{address}sparql", params={"query": "ASK {}"}, timeout=30) for _ in range(20)]
            statuses = [status for one in storms for status in one.result()]
        for one in slow:
            one.close()
        assert {reply.status_code for reply in served} == {200}
        assert [status for status in statuses if status >= 500] == []
        assert len({status for status in statuses if status}) >= 5
        assert memory(process.pid) - before < GROWTH
