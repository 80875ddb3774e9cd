"""The terminals of SPARQL 1.1: a query to tokens, each with its place; what is none is an error that says where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import Place, QueryError

__all__ = ["Token", "at", "iri_text", "string_text", "tokens"]

ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-]"
CODE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
ESCAPES = rf"\\[tbnrf\\\"']|{CODE}"
PREFIX = r"(?:[^\W\d_](?:\.{0,3}[\w-]){0,99}+)?"
LOCAL = rf"(?:[\w:]|{ESCAPED})(?:\.*(?:[\w:-]|{ESCAPED}))*+"
DIGITS = r"(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+"

TERMINAL = re.compile(
    rf"""(?P<skip>[ \t\r\n]++|\#[^\r\n]*+)
|(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{CODE})*+>)
|(?P<string>\"{{3}}(?:\"{{0,2}}(?:[^"\\]|{ESCAPES}))*+\"{{3}}|'{{3}}(?:'{{0,2}}(?:[^'\\]|{ESCAPES}))*+'{{3}}
    |"(?!"")(?:[^"\\\r\n]|{ESCAPES})*+"|'(?!'')(?:[^'\\\r\n]|{ESCAPES})*+')
|(?P<lang>@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)
|(?P<var>[?$]\w+)
|(?P<blank>_:\w(?:\.*[\w-])*+)
|(?P<name>{PREFIX}:{LOCAL})
|(?P<space>{PREFIX}:)
|(?P<number>{DIGITS})
|(?P<word>[A-Za-z]\w*)
|(?P<sign>\^\^|&&|\|\||<=|>=|!=|[{{}}()\[\];,.+*/<>=!^|?-])""",
    re.VERBOSE,
)
"""What none of these matches is no SPARQL. Where two match, the longer stands first, as the grammar has it."""

CALLED = """ABS BNODE BOUND CEIL COALESCE CONCAT CONTAINS DATATYPE DAY ENCODE_FOR_URI FLOOR HOURS IF IRI ISBLANK ISIRI
ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE MD5 MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SECONDS SHA1
SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR TIMEZONE TZ UCASE URI
UUID YEAR"""
WORDS = """AS ASC ASK AVG BASE BIND BY CONSTRUCT COUNT DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FROM GRAPH GROUP
GROUP_CONCAT HAVING IN LIMIT MAX MIN MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SAMPLE SELECT SEPARATOR SUM
TRUE UNDEF UNION VALUES WHERE"""
OTHERS = """ADD ALL CLEAR COPY CREATE DATA DEFAULT DELETE DROP INSERT INTO LOAD MOVE SERVICE SILENT TO USING WITH"""
FUNCTIONS = frozenset(CALLED.split())
KNOWN = FUNCTIONS | frozenset(WORDS.split()) | frozenset(OTHERS.split())
"""The words of queries, and those of what is refused, so that it can be told apart from a slip of the pen."""

SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
WRITTEN = {"\t": r"\t", "\b": r"\b", "\n": r"\n", "\r": r"\r", "\f": r"\f", '"': r"\"", "\\": r"\\"}
UNFIT = re.compile(r'[<>"{}|^`\\\x00-\x20]')


class Token(NamedTuple):
    """A terminal: its kind (a word or sign stands for itself, words in capitals), its text, where it begins."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The terminals of a query, without blanks and comments."""
    place = 0
    while place < len(text):
        found = TERMINAL.match(text, place)
        if found is None:
            raise QueryError(f"the query cannot be read: {at(text, place)}: {_strange(text, place)}")
        kind = found.lastgroup
        assert kind
        if kind != "skip":
            yield Token(_kind(kind, found[0], text, place), found[0], place)
        place = found.end()


def at(text: str, start: int) -> str:
    """A place in a query, in words."""
    place = Place.of("", text, start)
    return f"line {place.line}, column {place.column}"


def iri_text(written: str) -> str:
    """What stands between the angle brackets of an IRI, escapes resolved; one that no IRI can have is an error."""
    found = _resolved(written[1:-1])
    if strange := UNFIT.search(found):
        raise QueryError(f"the query cannot be read: {written} holds {strange[0]!r}, which no IRI can have")
    return found


def string_text(written: str) -> str:
    """A string written anew, in double quotes and on one line."""
    long = len(written) > 5 and written[:3] in ('"""', "'''")
    found = _resolved(written[3:-3] if long else written[1:-1])
    return '"' + "".join(WRITTEN.get(char, char) for char in found) + '"'


def _kind(kind: str, written: str, text: str, place: int) -> str:
    """The kind of a token as the grammar calls it."""
    if kind == "sign" or written == "a":
        return written
    if kind != "word":
        return kind
    word = written.upper()
    if word not in KNOWN:
        raise QueryError(f"the query cannot be read: {at(text, place)}: {written} is no word of SPARQL 1.1")
    return "function" if word in FUNCTIONS else word


def _strange(text: str, place: int) -> str:
    """What is wrong where no token begins."""
    if text[place] in "\"'":
        return "a string that does not end, or holds an escape that there is not"
    if text[place] == "\\":
        return "an escape outside a string, an IRI or a name"
    return f"{text[place]!r} begins nothing in SPARQL 1.1"


def _resolved(written: str) -> str:
    """A text with its escapes resolved."""
    return re.sub(rf"{CODE}|\\.", _char, written) if "\\" in written else written


def _char(found: re.Match[str]) -> str:
    """What an escape stands for."""
    written = found[0]
    if written[1] not in "uU":
        return SHORT.get(written[1], written[1])
    code = int(written[2:], 16)
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        raise QueryError(f"the query cannot be read: {written} is no character")
    return chr(code)
