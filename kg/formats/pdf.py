"""PDF files: the text with the page of every line; pages that are pictures are read by OCR where it is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.formats.draft import Draft, clean
from kg.formats.ocr import NOT_INSTALLED, installed, recognised
from kg.formats.page_layout import Row, Run, rows_of
from kg.formats.pages import add_pages
from kg.formats.pdf_characters import runs_of
from kg.formats.source import Extracted, Metadata

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = ["MOST_PAGES", "read_pdf"]

MOST_PAGES = 2_000
"""Pages read of one file; what is beyond is told."""
DOTS = 200
"""Dots an inch at which a page is drawn for OCR."""
WIDEST = 4_000
"""Dots of the longer side of a drawn page at most."""
RUBBISH = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08]")
FEW = 20
"""Characters below which a page that is a picture counts as one without text: a stamp or a number."""


def read_pdf(data: bytes) -> Extracted:
    """The text of a PDF; InputError where it is locked, damaged, or shows nothing that can be read."""
    draft = Draft()
    with_pages = opened(data)
    try:
        count = len(with_pages)
        if count > MOST_PAGES:
            draft.warnings.append(f"it has {count:,} pages, the first {MOST_PAGES:,} were read")
        pages, pictures = read_pages(with_pages, min(count, MOST_PAGES))
        title = (with_pages.get_metadata_value("Title") or "").strip()
    finally:
        with_pages.close()
    add_pages(draft, pages)
    draft.warnings += told(pictures)
    found = draft.done(Metadata(title=clean(title) if re.search("[\u4e00-\u9fff]{4}", title) else ""))
    if not found.text.strip():
        raise InputError("its pages are pictures" if pictures else "its pages show no text", hint=NOT_INSTALLED)
    return found


def opened(data: bytes) -> PdfDocument:
    """The document; InputError where a password is needed or the file is damaged."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("it is locked by a password", hint="save it without and give that") from error
        raise InputError("no text can be read from this: the PDF is damaged", hint="get it anew") from error


def read_pages(document: PdfDocument, count: int) -> tuple[list[list[Row]], list[int]]:
    """The lines of each page, and the numbers of the pages that are pictures, counted from 1."""
    pages, pictures = [], []
    for number in range(count):
        page = document[number]
        runs = runs_of(page)
        if is_picture(page, runs):
            pictures.append(number + 1)
            runs = list(by_ocr(page)) if installed() else []
        pages.append(rows_of(runs, page.get_height()))
        page.close()
    return pages, pictures


def is_picture(page: PdfPage, runs: Sequence[Run]) -> bool:
    """Whether a page has something to show but no text, or text that means nothing."""
    import pypdfium2.raw as raw

    text = "".join(run.text for run in runs)
    if len(RUBBISH.findall(text)) * 5 > len(text) > 0:
        return True
    if len(text) >= FEW:
        return False
    kinds = (raw.FPDF_PAGEOBJ_IMAGE,) if text else (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)
    return any(True for _ in page.get_objects(filter=kinds, max_depth=3))


def by_ocr(page: PdfPage) -> Iterator[Run]:
    """What OCR reads on a page, in the page's own measure."""
    scale = min(DOTS / 72, WIDEST / max(page.get_size()))
    picture = page.render(scale=scale, rev_byteorder=True).to_numpy()
    for run in recognised(picture[:, :, :3]):
        yield Run(run.text, *(place / scale for place in run[1:]))


def told(pictures: Sequence[int]) -> list[str]:
    """A warning about the pages that are pictures."""
    if not pictures:
        return []
    listed = ", ".join(map(str, pictures[:10])) + (", …" if len(pictures) > 10 else "")
    pages = f"page {listed} is a picture" if len(pictures) == 1 else f"pages {listed} are pictures"
    return [f"{pages}, read by OCR" if installed() else f"{pages} and not read: {NOT_INSTALLED}"]
