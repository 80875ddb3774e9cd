"""What of SPARQL the store is given: queries that read, of this graph alone, written anew from their tokens.

The store's own parser reads words without a border (`1SERVICE`, `service:x {…}`), so that no look at the text can
tell what it will read. It is therefore never given a text from outside. A query is cut into the terminals of SPARQL
1.1 and must be one by its grammar, in which there is no SERVICE and no update; then it is written anew so that it can
be read in one way only: a blank between any two tokens, strings in double quotes, no comments, every IRI by a prefix
that the head declares, and no name that holds the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from kg.errors import QueryError, RefusedError
from kg.rdf import PREFIXES
from kg.store.grammar import follow
from kg.store.tokens import Token, at, iri_text, string_text, tokens

__all__ = ["Checked", "checked"]

UPDATES = {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "USING", "WITH"}
FORMS = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")
WORD = "service"
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be run: its text as the store gets it; the graphs of FROM and all terms, as full IRIs."""

    text: str
    graphs: tuple[str, ...]
    terms: tuple[str, ...]


@lru_cache(64)
def checked(text: str) -> Checked:
    """A query, when it is one that only reads this graph; RefusedError for SERVICE and updates, else QueryError."""
    text = text.removeprefix(MARK)
    found = list(tokens(text))
    for token in found:
        if token.kind == "SERVICE":
            raise RefusedError("SERVICE is refused: nothing is asked of other servers")
        if token.kind in UPDATES:
            raise RefusedError(f"{token.kind} is refused: the graph is read-only")
    follow(found, text)
    return _Writer(text, found).written()


class _Writer:
    """Writes a query anew; knows its prefixes, and names IRIs by prefixes of its own."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        begin = next(place for place, token in enumerate(found) if token.kind in FORMS)
        self.text, self.head, self.body = text, found[:begin], found[begin:]
        own = {name.text[:-1]: iri_text(iri.text) for name, iri in pairwise(self.head) if name.kind == "space"}
        self.spaces = {**PREFIXES, **own}
        self.iris: dict[str, str] = {}
        self.blanks: dict[str, str] = {}
        taken = {*self.spaces, *(token.text[2:] for token in found if token.kind == "blank")}
        self.mark = "kg"
        while any(name.startswith(self.mark) for name in taken):
            self.mark += "g"

    def written(self) -> Checked:
        """The query, its graphs and its terms."""
        rest = "".join(self._spaced())
        start = [f"<{iri_text(one.text)}>" if one.kind == "iri" else one.text for one in self.head]
        start += [f"PREFIX {name} <{iri}>" for iri, name in self.iris.items()]
        pairs = ((before.kind, one) for before, one in pairwise(self.body) if one.kind in ("iri", "name", "space"))
        graphs = tuple(self._full(one) for before, one in pairs if before in ("FROM", "NAMED"))
        terms = dict.fromkeys(self._full(one) for one in self.body if one.kind in ("iri", "name"))
        return Checked(" ".join(start) + rest, graphs, tuple(terms))

    def _spaced(self) -> Iterator[str]:
        """The tokens with a blank before each, but where the store takes none: `CONCAT(`, and `-1` as it stands."""
        before = Token("", "", -1)
        for token in self.body:
            signed = token.kind == "number" and before.kind in ("+", "-") and token.start == before.start + 1
            called = token.kind == "(" and before.kind == "function"
            yield self._token(token) if signed or called else " " + self._token(token)
            before = token

    def _token(self, token: Token) -> str:
        """A token as the store gets it."""
        if token.kind == "string":
            return string_text(token.text)
        if token.kind == "iri":
            return self._named(iri_text(token.text))
        plain = WORD not in token.text.lower()
        if token.kind == "blank" and not plain:
            return self.blanks.setdefault(token.text, f"_:{self.mark}{len(self.blanks)}")
        if token.kind not in ("name", "space"):
            return token.text
        full = self._full(token)
        if plain and "." not in token.text:
            return token.text
        if ":" not in full.partition("/")[0]:
            where = at(self.text, token.start)
            raise QueryError(f"the query cannot be read: {where}: {token.text}", hint="write this IRI in full: <…>")
        return self._named(full)

    def _named(self, iri: str) -> str:
        """The name by which an IRI is called."""
        return self.iris.setdefault(iri, f"{self.mark}{len(self.iris)}:")

    def _full(self, token: Token) -> str:
        """The IRI of a name, or that which stands there; a prefix that is not known is an error."""
        if token.kind == "iri":
            return iri_text(token.text)
        prefix, _, local = token.text.partition(":")
        if prefix not in self.spaces:
            raise self._unknown(prefix, token)
        return self.spaces[prefix] + local.replace("\\", "")

    def _unknown(self, prefix: str, token: Token) -> QueryError:
        """The error of a prefix that nothing declares."""
        near = get_close_matches(prefix, self.spaces, n=1)
        hint = f"did you mean {near[0]}:" if near else f"write PREFIX {prefix}: <…> before the query"
        where = at(self.text, token.start)
        return QueryError(f"the query cannot be read: {where}: the prefix {prefix}: is not declared", hint=hint)
