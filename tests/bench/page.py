"""How fast the page opens and how large it is, on made-up countries: `python -m tests.bench.page [COUNTIES]...`."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.view.browser import DRAWN, saved, until
from tests.view.graphs import country

COUNTIES = (7, 45, 112, 480)


def main() -> None:
    """Print a row for each size."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        print("| nodes | opens as | build, s | MB | open, s | select, s | busy at rest |")
        for counties in map(int, sys.argv[1:] or COUNTIES):
            print(row(browser, Path(folder) / "page.html", counties))
        browser.close()


def row(browser: Any, path: Path, counties: int) -> str:
    """One size: built, opened, a group selected, left alone."""
    graph, began = country(counties), time.perf_counter()
    address = saved(path, graph)
    built = time.perf_counter() - began
    view = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True).new_page()
    began = time.perf_counter()
    view.goto(address)
    until(view, DRAWN)
    opened = time.perf_counter() - began
    began = time.perf_counter()
    view.evaluate("explorer.select('group/第3县')")
    selected = time.perf_counter() - began
    cells = (
        f"{graph.number_of_nodes():,}",
        view.evaluate("explorer.state().mode"),
        f"{built:.1f}",
        f"{path.stat().st_size / 1e6:.2f}",
        f"{opened:.2f}",
        f"{selected:.2f}",
        f"{resting(view):.1%}",
    )
    view.context.close()
    return f"| {' | '.join(cells)} |"


def resting(view: Any) -> float:
    """The part of a processor that the page takes when nothing is done with it."""
    session = view.context.new_cdp_session(view)
    session.send("Performance.enable")
    view.wait_for_timeout(1000)
    before = busy(session)
    view.wait_for_timeout(3000)
    return (busy(session) - before) / 3


def busy(session: Any) -> float:
    """Seconds of work of the page so far."""
    return float(
        next(it["value"] for it in session.send("Performance.getMetrics")["metrics"] if it["name"] == "TaskDuration")
    )


if __name__ == "__main__":
    main()
