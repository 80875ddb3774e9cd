"""Listen on a port of this machine until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from kg.errors import ServeError
from kg.serve.app import application
from kg.serve.limits import Limits
from kg.store import opened

__all__ = ["serve"]

HOST = "127.0.0.1"
STOP = (signal.SIGINT, signal.SIGTERM)


class Server(uvicorn.Server):
    """A server that a signal stops and that then just ends, with no signal raised anew."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let the first signal end the server when its requests are done, the second at once."""
        before = {one: signal.signal(one, self.handle_exit) for one in STOP}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)


def serve(folder: Path, port: int, limits: Limits, ready: Callable[[str], None]) -> None:
    """Serve a folder on a port (0: any free one); `ready` is told the address once it listens.

    The graph is opened once before, so that a broken one is told, and a large one is on disk for the workers.
    """
    opened(folder)
    with _bound(port) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        config = uvicorn.Config(
            application(folder, limits),
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
            limit_concurrency=limits.waiting * 2,
            h11_max_incomplete_event_size=limits.request,
            ws="none",
            lifespan="on",
        )
        asyncio.run(_until_told(Server(config), listener, lambda: ready(address)))


async def _until_told(server: Server, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Run the server, and say when it is ready."""
    running = asyncio.create_task(server.serve(sockets=[listener]))
    while not (server.started or running.done()):
        await asyncio.sleep(0.02)
    if server.started:
        ready()
    await running
    if not server.started:
        raise ServeError("the graph cannot be opened", hint="build it again: kg build")


def _bound(port: int) -> socket.socket:
    """A socket on a port of this machine."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        reason = getattr(error, "strerror", None) or error
        raise ServeError(f"port {port} cannot be had: {reason}", hint="--port 0 takes a free one") from error
    return listener
