"""A server on loopback that counts who asks it, and the queries that try to make the store ask it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

TABLE = Path(__file__).parent / "data" / "network_queries.txt"
ENTRY = re.compile(r"^=== (?P<kind>refused|answered): (?P<title>.*)\n(?P<query>(?:(?!=== ).*\n)+)", re.MULTILINE)


class Counter:
    """A server that answers every request with an error and remembers its path."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(500)

            do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self.asked, self.server = asked, ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/x"


@contextmanager
def counting() -> Iterator[Counter]:
    """A counting server that runs, stopped at the end."""
    counter = Counter()
    thread = Thread(target=counter.server.serve_forever)
    thread.start()
    try:
        yield counter
    finally:
        counter.server.shutdown()
        thread.join()
        counter.server.server_close()


def table(kind: str, address: str) -> dict[str, str]:
    """The queries of a kind by title, the address of a server in place."""
    found = ENTRY.finditer(TABLE.read_text(encoding="utf-8"))
    return {one["title"]: one["query"].rstrip("\n").replace("$AT", address) for one in found if one["kind"] == kind}
