"""OFD files (GB/T 33190)."""

from __future__ import annotations

import re

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.packed import check_size
from kg.formats.page_layout import Row
from kg.formats.pages import add_pages
from kg.formats.source import Extracted, Metadata

__all__ = ["read_ofd"]

MOST_PAGES = 2_000
PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def read_ofd(data: bytes) -> Extracted:
    """The text of an OFD file; InputError where it is damaged or its pages are pictures."""
    import ofdkit

    check_size(data)
    draft = Draft()
    try:
        with ofdkit.open(data) as document:
            pages = [rows(page.text()) for page in document.pages[:MOST_PAGES]]
            title = document.info.title or ""
            draft.warnings += document.warnings
    except ofdkit.OFDError as error:
        raise InputError("no text can be read from this: the OFD file is damaged", hint="get it anew") from error
    add_pages(draft, pages)
    found = draft.done(Metadata(title=title.strip()))
    if not found.text.strip():
        raise InputError("its pages show no text", hint="if they are pictures, print them to PDF and give that")
    if PRIVATE.search(found.text):
        draft.warnings.append("some characters are in a font of the file's own and cannot be told")
        return draft.done(found.metadata)
    return found


def rows(text: str) -> list[Row]:
    """The lines of a page; the outermost two at either end count as its edges."""
    lines = text.split("\n")
    last = len(lines) - 2
    return [Row(line, 0.0 if number < 2 else 0.4, 1.0 if number >= last else 0.6) for number, line in enumerate(lines)]
