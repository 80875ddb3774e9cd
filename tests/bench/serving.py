"""A server under load: 30 ordinary clients for 30 s, then the same beside two that ask endless queries.

`make bench-serve` serves the sample gazette; `make bench-serve GRAPH=DIR` a folder that `kg build` wrote.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx

from kg.build import build, gather, sample
from tests.served import ENDLESS, children, running

CLIENTS, SECONDS = 30, 30.0
ORDINARY = (
    "SELECT ?name ?role { ?seat org:member/rdfs:label ?name ; org:role/skos:prefLabel ?role }",
    "SELECT ?body (COUNT(?task) AS ?n) { ?one prov:agent ?body ; prov:hadPlan ?task } GROUP BY ?body",
    "SELECT ?person ?title { ?person org:holds/rdfs:label ?title } LIMIT 50",
    "ASK { ?one a gz:Target ; gz:year 2022 }",
)


class Watch(threading.Thread):
    """Notes the most memory that a server held."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        super().__init__(daemon=True)
        self.process, self.most = process, 0

    def run(self) -> None:
        """Look five times a second until the server ends."""
        while self.process.poll() is None:
            try:
                self.most = max(self.most, memory(self.process.pid))
            except OSError:
                continue
            time.sleep(0.2)


def report(name: str, found: tuple[list[float], list[int], list[int]]) -> float:
    """Print one run and give its p95."""
    taken, statuses, stopped = found
    p50, p95 = percentile(taken, 0.5), percentile(taken, 0.95)
    print(
        f"{name:32} {len(taken):7,} answers, {len(taken) / SECONDS:6,.0f} a second, "
        f"p50 {p50 * 1000:6.1f} ms, p95 {p95 * 1000:6.1f} ms, statuses {dict(Counter(statuses))}, "
        f"endless {dict(Counter(stopped))}"
    )
    return p95


def measure(folder: Path, put: Callable[[str], None] = print) -> None:
    """Serve a folder and print both runs."""
    with running(folder) as (address, process):
        watch = Watch(process)
        watch.start()
        alone = report("one client", asyncio.run(load(address, 1, 5, 0)))
        idle = report(f"{CLIENTS} clients", asyncio.run(load(address, CLIENTS, SECONDS, 0)))
        busy = report(f"{CLIENTS} clients, two endless", asyncio.run(load(address, CLIENTS, SECONDS, 2)))
        put(f"p95 beside endless queries / idle: {busy / idle:.2f} (one client alone {alone * 1000:.1f} ms)")
        put(f"most memory of server and workers: {watch.most / 1e6:.0f} MB")


def percentile(values: list[float], part: float) -> float:
    """The value below which a part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


async def load(address: str, clients: int, seconds: float, endless: int) -> tuple[list[float], list[int], list[int]]:
    """Ordinary clients beside endless ones for a while: seconds a request, statuses, statuses of the endless."""
    taken: list[float] = []
    statuses: list[int] = []
    stopped: list[int] = []
    end = time.perf_counter() + seconds
    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=clients + endless)) as client:

        async def ordinary(number: int) -> None:
            while time.perf_counter() < end:
                began = time.perf_counter()
                query = ORDINARY[number % len(ORDINARY)]
                reply = await client.get(f"{address}sparql", params={"query": query})
                taken.append(time.perf_counter() - began)
                statuses.append(reply.status_code)
                number += 1

        async def forever() -> None:
            while time.perf_counter() < end:
                reply = await client.get(f"{address}sparql", params={"query": ENDLESS})
                stopped.append(reply.status_code)

        await asyncio.gather(*(ordinary(number) for number in range(clients)), *(forever() for _ in range(endless)))
    return taken, statuses, stopped


def memory(process: int) -> int:
    """Bytes that a process and its children hold, as Linux counts them."""
    total = 0
    for one in (process, *children(process)):
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{one}/status").read_text())
        total += int(found.group(1)) * 1024 if found else 0
    return total


def main() -> None:
    """Serve the folder that the command line names, else the sample."""
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as place:
        build(gather([sample()], "sample"), Path(place) / "sample")
        measure(Path(place) / "sample")


if __name__ == "__main__":
    main()
