"""What of SPARQL is refused: the store is read-only and asks nothing of a network."""

from __future__ import annotations

import re

from kg.errors import RefusedError

__all__ = ["refuse"]

QUIET = r"""<[^<>"{}|^`\x00-\x20]*>|\\.|'{3}(?:\\.|(?!'{3})[^\\])*'{3}|"{3}(?:\\.|(?!"{3})[^\\])*"{3}
|'(?:\\.|[^'\\\n\r])*'|"(?:\\.|[^"\\\n\r])*"|\#[^\n\r]*"""
"""What holds no keyword: IRIs, escapes, strings, comments."""

WORD = re.compile(
    rf"(?s:{QUIET})|(?P<word>(?<![\w?$:@-])(?:SERVICE|LOAD|INSERT|DELETE|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b(?![\w:.-]))",
    re.IGNORECASE | re.VERBOSE,
)


def refuse(text: str) -> None:
    """Refuse a query that would ask another server, and an update, with a word that says so."""
    for found in WORD.finditer(text):
        word = (found["word"] or "").upper()
        if word == "SERVICE":
            raise RefusedError("SERVICE is refused: nothing is asked of other servers")
        if word:
            raise RefusedError(f"{word} is refused: the graph is read-only")
