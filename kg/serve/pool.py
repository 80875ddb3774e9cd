"""Worker processes that answer queries, each killed and replaced when its query takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.serve.limits import Limits
from kg.serve.worker import TEXT, Reply, frame

__all__ = ["Pool"]

BUSY = Reply(503, TEXT, b"too many queries are waiting, try again in a moment\n")
DIED = Reply(503, TEXT, b"the query was stopped: it needs more memory, or is nested deeper, than is allowed\n")
LOWEST = 19
"""The priority of a slow query: it runs when nobody else wants the processor."""


class Pool:
    """A number of workers, the jobs that wait for one, and the slow ones that have left the row."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder, self.limits = folder, limits
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._row = asyncio.Semaphore(limits.workers)
        self._all: set[Process] = set()
        self._slow: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._open = True

    async def start(self) -> None:
        """Start the workers and the spare ones; a graph that cannot be opened is an error here."""
        await asyncio.gather(*(self._hire() for _ in range(self.limits.workers + self.limits.spare)))

    async def stop(self) -> None:
        """Stop all workers, whatever they are at."""
        self._open = False
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in list(self._all):
            await self._dismiss(worker)

    async def ask(self, job: Mapping[str, Any]) -> Reply:
        """The reply to a job, or why there is none."""
        if self._waiting >= self.limits.waiting:
            return BUSY
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.turn):
                worker = await self._called()
        except TimeoutError:
            return BUSY
        finally:
            self._waiting -= 1
        return await self._answered(worker, job)

    async def _called(self) -> Process:
        """The next worker, when the job comes to the head of the row."""
        await self._row.acquire()
        try:
            return await self._idle.get()
        except BaseException:
            self._row.release()
            raise

    async def _answered(self, worker: Process, job: Mapping[str, Any]) -> Reply:
        """The reply of a worker; afterwards it waits for the next job, or is replaced."""
        turn = asyncio.get_running_loop().call_later(self.limits.patience, self._slacken, worker)
        fit = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                assert worker.stdin
                worker.stdin.write(frame(json.dumps(job).encode()))
                reply = await _reply(worker)
            fit = worker not in self._slow
            return reply
        except TimeoutError:
            return Reply(504, TEXT, f"the query was stopped after {self.limits.seconds:g} s\n".encode())
        except (asyncio.IncompleteReadError, ConnectionError):
            return DIED
        finally:
            turn.cancel()
            self._release(worker, fit)

    def _slacken(self, worker: Process) -> None:
        """A query turns out slow: it leaves the row and yields to the others, and another worker is hired."""
        if len(self._slow) >= self.limits.slow:
            return
        self._slow.add(worker)
        self._row.release()
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, worker.pid, LOWEST)
        self._soon_hire()

    def _release(self, worker: Process, fit: bool) -> None:
        """Take a worker back, or dismiss it and hire another unless that is done already."""
        if worker in self._slow:
            self._slow.discard(worker)
        else:
            self._row.release()
            if fit and self._open:
                self._idle.put_nowait(worker)
                return
            self._soon_hire()
        self._keep(asyncio.ensure_future(self._dismiss(worker)))

    def _soon_hire(self) -> None:
        """Start another worker while the others go on."""
        if self._open:
            self._keep(asyncio.ensure_future(self._hire()))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _hire(self) -> None:
        """Start a worker and let it wait for jobs."""
        limits = [str(value) for value in (self.limits.answer, self.limits.memory, self.limits.seconds)]
        command = [sys.executable, "-m", "kg.serve.worker", str(self.folder), *limits]
        worker = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        self._all.add(worker)
        try:
            ready = await _reply(worker)
        except asyncio.IncompleteReadError as error:
            raise GraphError("cannot be opened", self.folder) from error
        if ready.status != 200:
            raise GraphError(ready.body.decode())
        self._idle.put_nowait(worker)

    async def _dismiss(self, worker: Process) -> None:
        """Kill a worker, wait until it is gone, and close the pipe to it."""
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()
        assert worker.stdin
        worker.stdin.close()
        with contextlib.suppress(ConnectionError):
            await worker.stdin.wait_closed()
        self._all.discard(worker)


async def _reply(worker: Process) -> Reply:
    """What a worker writes next."""
    status, media, notes = json.loads(await _frame(worker))
    return Reply(status, media, await _frame(worker), tuple(notes))


async def _frame(worker: Process) -> bytes:
    """The next frame of a worker."""
    assert worker.stdout
    length = struct.unpack(">I", await worker.stdout.readexactly(4))[0]
    return await worker.stdout.readexactly(length)
