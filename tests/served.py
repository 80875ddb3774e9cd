"""Running servers for tests and for the bench, and what Linux tells of their processes."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parent.parent
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LONG = 600.0
"""Seconds after which a wait is given up, far more than the busiest machine takes."""
PATIENT = {"seconds": LONG, "turn": LONG, "arrival": LONG, "patience": LONG}
"""Limits of time that no machine reaches, for tests that are not about them."""

COMMAND = "from kg.cli import main; main()"
PROGRAM = """import json, sys
from pathlib import Path
from kg.serve import Limits, serve
serve(Path(sys.argv[1]), 0, Limits(**json.loads(sys.argv[2])), print)"""

T = TypeVar("T")


def running(folder: Path, *options: str) -> AbstractContextManager[tuple[str, subprocess.Popen[str]]]:
    """The address and process of `kg serve` for a folder, stopped at the end."""
    return started(COMMAND, "serve", "-g", str(folder), "--port", "0", *options)


def patient(folder: Path, **limits: float) -> AbstractContextManager[tuple[str, subprocess.Popen[str]]]:
    """The same with limits of the caller's choice, `PATIENT` where they say nothing."""
    return started(PROGRAM, str(folder), json.dumps({**PATIENT, **limits}))


@contextmanager
def started(program: str, *args: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A program that prints the address at which it serves."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "KG_LANG": "en"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *args],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stdout.read()
        yield found.group(), process
    finally:
        process.terminate()
        process.wait(LONG)
        process.stdout and process.stdout.close()


def apart(made: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """The result of a coroutine, run in a thread of its own: a browser of another test may have a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(made())).result()


def until(true: Callable[[], object], seconds: float = LONG) -> None:
    """Waits for something to become true; the seconds are there only so that nothing hangs."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def yielding(process: int) -> list[int]:
    """The workers of a server that have given way to the others because their query is slow."""
    found = []
    for worker in children(process):
        try:
            found += [worker] if os.getpriority(os.PRIO_PROCESS, worker) > 0 else []
        except ProcessLookupError:
            continue
    return found
