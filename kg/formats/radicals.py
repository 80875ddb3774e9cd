"""Radicals that stand for whole characters in the text of many files, folded to those one to one."""

from __future__ import annotations

import unicodedata
from functools import cache

from kg.lexicon import table

__all__ = ["folded"]


@cache
def radicals() -> dict[int, str]:
    """The character that each radical shows: Kangxi radicals by Unicode's own rule, the supplement by a table."""
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | {ord(radical): whole for radical, whole in table("radicals.tsv", 2)}


def folded(text: str) -> str:
    """A text of the same length in which characters stand for their radicals."""
    return text.translate(radicals()) if not text.isascii() else text
