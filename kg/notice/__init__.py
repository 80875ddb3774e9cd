"""A source's text to its documents, each with its head, its blocks under their headings, and what it says of itself."""

from __future__ import annotations

from kg.notice.issue import in_imprint
from kg.notice.outline import Block, without_ordinal
from kg.notice.segment import Document, byline, documents

__all__ = [
    "Block",
    "Document",
    "byline",
    "documents",
    "in_imprint",
    "without_ordinal",
]
