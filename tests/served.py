"""A running `kg serve` for tests and for the bench, and clients that ask it."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ORDINARY = (
    "SELECT ?name ?role { ?seat org:member/rdfs:label ?name ; org:role/skos:prefLabel ?role }",
    "SELECT ?body (COUNT(?task) AS ?n) { ?one prov:agent ?body ; prov:hadPlan ?task } GROUP BY ?body",
    "SELECT ?person ?title { ?person org:holds/rdfs:label ?title } LIMIT 50",
    "ASK { ?one a gz:Target ; gz:year 2022 }",
)


@contextmanager
def running(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address and process of a server of a folder, stopped at the end."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "-g", str(folder), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "KG_LANG": "en"}
    process = subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stdout.read()
        yield found.group(), process
    finally:
        process.terminate()
        process.wait(10)
        process.stdout and process.stdout.close()


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
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    total = 0
    for one in (str(process), *children):
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{one}/status").read_text())
        total += int(found.group(1)) * 1024 if found else 0
    return total
