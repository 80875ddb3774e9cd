"""The notebook runs, and prints what is kept in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests import tour

pytestmark = pytest.mark.slow


def printed(notebook: Any) -> dict[str, str]:
    """What each cell of code prints, in however many pieces it came; how tables look is pandas' affair."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    streams = {cell.id: [out.text for out in cell.outputs if out.output_type == "stream"] for cell in cells}
    return {cell: "".join(texts) for cell, texts in streams.items() if texts}


def test_the_tour_prints_what_is_kept() -> None:
    kept, fresh = printed(tour.read()), printed(tour.run())
    assert len(fresh) >= 5
    assert fresh == kept, "run make tour"
