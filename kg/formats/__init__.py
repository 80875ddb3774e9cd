"""A path to the sources below it, by a table of formats; each source with the name by which facts cite it."""

from __future__ import annotations

from kg.formats.folders import read_source, sources
from kg.formats.source import Source

__all__ = [
    "Source",
    "read_source",
    "sources",
]
