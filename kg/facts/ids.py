"""Words as steps of ids: body/三门峡市财政局."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["safe"]


@lru_cache(maxsize=65536)
def safe(word: str) -> str:
    """A word as one step of an id: without blanks and without the marks that part an address."""
    return "".join(word.split()).translate(str.maketrans("/#?%", "／＃？％"))
