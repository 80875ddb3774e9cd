"""The table of formats: who reads each, which package it needs, and what to do about those that are not read."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import NamedTuple, cast

from kg.errors import InputError, KgError
from kg.formats.sniff import format_of
from kg.formats.source import Extracted

__all__ = ["FORMATS", "REFUSED", "Format", "extract"]

Reader = Callable[[bytes], Extracted]


class Format(NamedTuple):
    """A format: its name for people, `module.function` that reads it, the packages needed and the extra with them."""

    name: str
    reader: str
    needs: tuple[str, ...] = ()
    extra: str = ""

    def load(self) -> Reader:
        """The function that reads it; InputError with the line for pip where a package is missing."""
        if not all(find_spec(one) for one in self.needs):
            raise InputError(
                f"{self.name} is read with an extra package", hint=f"pip install 'gazette-kg[{self.extra}]'"
            )
        module, function = self.reader.split(".")
        return cast(Reader, getattr(import_module(f"kg.formats.{module}"), function))


FORMATS: dict[str, Format] = {
    "txt": Format("text", "text.read_text"),
    "html": Format("a web page", "html.read_html"),
    "docx": Format("DOCX", "docx.read_docx", ("docx",), "office"),
    "doc": Format("DOC", "doc.read_doc", ("docx", "olefile"), "office"),
    "rtf": Format("RTF", "doc.read_rtf", ("docx",), "office"),
    "xlsx": Format("XLSX", "xlsx.read_xlsx", ("openpyxl",), "office"),
    "xls": Format("XLS", "xls.read_xls", ("xlrd",), "office"),
    "ofd": Format("OFD", "ofd.read_ofd", ("ofdkit",), "office"),
    "pdf": Format("PDF", "pdf.read_pdf", ("pypdfium2",), "pdf"),
    "picture": Format("a picture", "picture.read_picture", ("rapidocr", "onnxruntime"), "ocr"),
}
REFUSED = {
    "rar": ("this is a RAR archive", "unpack it and give the folder"),
    "7z": ("this is a 7z archive", "unpack it and give the folder"),
    "gzip": ("this is a gzip archive", "unpack it and give the folder"),
    "zip": ("this is an archive within too many others", "unpack it and give the folder"),
    "locked": ("it is locked by a password", "save it without and give that"),
    "office": ("this is an office file that is neither text nor a spreadsheet", "save it as DOCX or PDF"),
    "mht": ("this is a web archive (MHT)", "save the page as HTML"),
}
"""Formats that are not read: what the file is, what to do."""


def extract(data: bytes, name: str = "") -> Extracted:
    """The text of one file by its content, and by `name` where that leaves it open; InputError where it has none.

    A file that makes a reader stumble is damaged as far as the user is concerned: no other error gets out.
    """
    if not data.strip():
        raise InputError("the file is empty")
    form = format_of(data, PurePosixPath(name).suffix.lower())
    if form in REFUSED:
        what, hint = REFUSED[form]
        raise InputError(what, hint=hint)
    reader = FORMATS[form].load()
    try:
        with silent():
            return reader(data)
    except KgError:
        raise
    except Exception as error:
        what = f"no text can be read from this: {FORMATS[form].name} that is damaged"
        raise InputError(what, hint="get it anew, or save it in another format") from error


@contextmanager
def silent() -> Iterator[None]:
    """Keep the readers' packages from writing about a file to the terminal; what the user must know is told by us."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
