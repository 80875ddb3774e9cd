"""Paths to the sources below them by a table of formats: text, web pages, Word, PDF, scans, OFD, spreadsheets, ZIP.

`read` takes files and folders and gives a `Reading`: every file is a source, with marks that tell where its
characters stood, or is refused by name and reason. `extract` reads the bytes of one file.
"""

from __future__ import annotations

from kg.formats.day import dated
from kg.formats.draft import dropped
from kg.formats.reading import Progress, read
from kg.formats.source import NOTHING, RUNNING, About, Extracted, Mark, Metadata, Reading, Refused, Source
from kg.formats.table import FORMATS, Format, extract

__all__ = [
    "FORMATS",
    "NOTHING",
    "RUNNING",
    "About",
    "Extracted",
    "Format",
    "Mark",
    "Metadata",
    "Progress",
    "Reading",
    "Refused",
    "Source",
    "dated",
    "dropped",
    "extract",
    "read",
]
