"""Runs docs/tour.ipynb and keeps what it prints: `python -m tests.tour`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat

TOUR = Path(__file__).parent.parent / "docs" / "tour.ipynb"


def read() -> Any:
    """The notebook as it is kept."""
    return nbformat.read(TOUR, as_version=4)  # type: ignore[no-untyped-call]


def run() -> Any:
    """The notebook with the outputs of a fresh run, in an empty folder; a cell that fails is an error."""
    from nbclient import NotebookClient

    notebook = read()
    with tempfile.TemporaryDirectory() as place:
        own = {"JUPYTER_RUNTIME_DIR": place, "IPYTHONDIR": place, "PYTHONPATH": str(TOUR.parent.parent)}
        client = NotebookClient(notebook, timeout=120, coalesce_streams=True, resources={"metadata": {"path": place}})
        client.execute(env={**os.environ, **own, "PYTHONWARNINGS": "ignore"})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata = read().metadata
    return notebook


if __name__ == "__main__":
    nbformat.write(run(), TOUR)  # type: ignore[no-untyped-call]
