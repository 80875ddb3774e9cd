"""Pictures of pages: PNG, JPEG, TIFF with several pages, BMP."""

from __future__ import annotations

import io

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.ocr import recognised
from kg.formats.page_layout import Row, rows_of
from kg.formats.pages import add_pages
from kg.formats.source import Extracted

__all__ = ["read_picture"]

MOST_FRAMES = 200
WIDEST = 4_000
"""Dots of the longer side beyond which a picture is made smaller."""
LARGEST = 200_000_000
"""Dots of a picture that is read at all."""


def read_picture(data: bytes) -> Extracted:
    """What OCR reads in a picture; InputError where it is damaged, too large, or shows no text."""
    from PIL import Image, UnidentifiedImageError

    try:
        pages = read_frames(data)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise InputError("no text can be read from this: the picture is damaged", hint="get it anew") from error
    draft = Draft()
    draft.warnings.append("read by OCR")
    add_pages(draft, pages)
    found = draft.done()
    if not found.text.strip():
        raise InputError("the picture shows no text")
    return found


def read_frames(data: bytes) -> list[list[Row]]:
    """The lines of every frame of a picture."""
    import numpy as np
    from PIL import Image, ImageSequence

    pages = []
    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > LARGEST:
            raise InputError(f"the picture has {picture.width:,} × {picture.height:,} dots", hint="make it smaller")
        for frame, _ in zip(ImageSequence.Iterator(picture), range(MOST_FRAMES), strict=False):
            page = frame.convert("RGB")
            page.thumbnail((WIDEST, WIDEST))
            pages.append(rows_of(list(recognised(np.asarray(page))), page.height))
    return pages
