"""Ids as IRIs and back: the one place that says which characters of an id are written with percent signs."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

__all__ = ["escape", "id_of", "iri_of"]

UNFIT = re.compile(
    r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?"
    "\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
    r"|\s|(?<![^/])\.{1,2}(?![^/])"
)
"""What the path of an IRI may not hold (RFC 3987, `ipchar`): brackets, `%`, private characters and so
on; besides it white space, and the segments `.` and `..`, which resolving would take away."""

SPAN = re.compile(r"#char=\d+,\d+\Z", re.ASCII)
"""The end of the IRI of characters of a source."""


def escape(path: str) -> str:
    """`path` with percent signs for what an IRI may not hold, all else (Chinese too) as it is.

    >>> escape("person/三门峡市/安 伟")
    'person/三门峡市/安%20伟'
    """
    return UNFIT.sub(_percent, path)


def iri_of(base: str, node: str) -> str:
    """The IRI of an id below `base`, whatever characters the id has; an IRI below it stays as it is.

    >>> iri_of("https://example.org/id/", "document/东政办[2019]9号")
    'https://example.org/id/document/东政办%5B2019%5D9号'
    """
    if node.startswith(base):
        return node
    span = SPAN.search(node)
    return base + (escape(node[: span.start()]) + span[0] if span else escape(node))


def id_of(base: str, iri: str) -> str:
    """The id of an IRI below `base`, of which `iri_of` makes that IRI again; any other IRI stays as it is.

    >>> id_of("https://example.org/id/", "https://example.org/id/document/东政办%5B2019%5D9号")
    'document/东政办[2019]9号'
    """
    path = iri.removeprefix(base)
    if not iri.startswith(base) or not ("%" in path or "#" in path):
        return path
    node = unquote(path, errors="surrogatepass")
    return node if iri_of(base, node) == iri else iri


def _percent(match: re.Match[str]) -> str:
    """Percent signs for one match; dots, which `quote` would leave, too."""
    found = match.group()
    if found.startswith("."):
        return "%2E" * len(found)
    return quote(found, safe="", errors="surrogatepass")
