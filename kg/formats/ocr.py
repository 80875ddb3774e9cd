"""Pictures of pages to lines by OCR; the models come with the package, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.formats.page_layout import Run

if TYPE_CHECKING:
    import numpy as np

__all__ = ["NOT_INSTALLED", "installed", "recognised"]

NOT_INSTALLED = "pip install 'gazette-kg[ocr]' reads pictures"


def installed() -> bool:
    """Whether pictures can be read."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime"))


@cache
def engine() -> Any:
    """The OCR engine, made once."""
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def recognised(picture: np.ndarray[Any, Any]) -> Iterator[Run]:
    """The lines of a picture (height × width × 3, red first) with their edges in dots."""
    found = engine()(picture[:, :, ::-1].copy())
    if found.txts is None or found.boxes is None:
        return
    for text, box in zip(found.txts, found.boxes, strict=True):
        xs, ys = [float(point[0]) for point in box], [float(point[1]) for point in box]
        yield Run(text, min(xs), min(ys), max(xs), max(ys))
