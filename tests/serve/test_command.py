"""`kg serve`: how it ends, and what it cannot serve."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.conftest import Run
from tests.served import ENDLESS, LONG, children, running, until, yielding

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told_and_leaves_nothing_running(page_folder: Path, stop: signal.Signals) -> None:
    with ThreadPoolExecutor(1) as other, running(page_folder, "--seconds", "3600") as (address, process):
        endless = other.submit(httpx.get, f"{address}sparql", params={"query": ENDLESS}, timeout=LONG)
        until(lambda: yielding(process.pid))
        workers = children(process.pid)
        process.send_signal(stop)
        assert process.wait(LONG) == 0
        with pytest.raises(httpx.HTTPError):
            endless.result().raise_for_status()
    assert workers
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def test_what_cannot_be_served_is_told(kg: Run, page_folder: Path, tmp_path: Path) -> None:
    assert kg("serve", "-g", "nowhere").returncode == 2
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = kg("serve", "-g", str(page_folder), "--port", str(taken.getsockname()[1]))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    (tmp_path / "graph.nq").write_text("<a> <b", encoding="utf-8")
    done = kg("serve", "-g", str(tmp_path), "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_it_says_what_to_install(page_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "starlette.py").write_text("raise ImportError('no', name='starlette')", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from kg.cli import main; main()"
    command = ["-c", code, "serve", "-g", str(page_folder)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'gazette-kg[serve]'" in done.stderr
