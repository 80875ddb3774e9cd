"""A built folder in the forms of other programs: `export(name, folder)` gives file names and their bytes."""

from __future__ import annotations

from kg.export.forms import FORMATS, export
from kg.export.xml import as_graphml

__all__ = [
    "FORMATS",
    "as_graphml",
    "export",
]
