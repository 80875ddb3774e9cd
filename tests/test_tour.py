"""The notebook runs, and prints what is kept in it."""

from __future__ import annotations

from typing import Any

from tests import tour


def printed(notebook: Any) -> list[tuple[str, str]]:
    """What each cell of code prints, tables left out: how they look is pandas' affair."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.source, out.text) for cell in cells for out in cell.outputs if out.output_type == "stream"]


def test_the_tour_prints_what_is_kept() -> None:
    kept, fresh = printed(tour.read()), printed(tour.run())
    assert len(fresh) >= 5
    assert fresh == kept, "run make tour"
