"""Turtle, sorted: the same triples are the same bytes, and a diff of two files reads well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rdflib import Literal, URIRef

from kg.rdf.iris import Triple
from kg.rdf.terms import RDF, XSD
from kg.text import BIDI

__all__ = ["blocks", "head", "literal", "namer", "write"]

LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
RELATIVE = re.compile(r"(?!\.{1,2}(?:/|$))[^/:?#]+(?:/(?!\.{1,2}(?:/|$|#))[^/:?#]+)*(?:#[^#]*)?")
"""References that resolve below a base to just what they say."""
BASE = re.compile(r"[a-z]+://[^/?#]+/(?:(?!\.{1,2}/)[^/?#]+/)*")
ESCAPED = re.compile(rf'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff{BIDI}\ud800-\udfff]')
"""What a file would not hold, an editor would hide, or a reader would see in another order; escapes keep it."""
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
BARE = {
    XSD.integer: re.compile(r"0|-?[1-9]\d*", re.ASCII),
    XSD.decimal: re.compile(r"(?!-?0\.0{6})-?(?:0|[1-9]\d*)\.\d+", re.ASCII),
    XSD.boolean: re.compile(r"true|false"),
}
"""Numbers that every reader of Turtle gives back in the same digits: one of more zeros may come back as 1E-7."""


def write(triples: Iterable[Triple], base: str, prefixes: Mapping[str, str]) -> str:
    """The triples as Turtle: subjects, properties and objects in order, classes first."""
    return "".join([head(base, prefixes), *blocks(triples, namer(base, prefixes))])


def head(base: str, prefixes: Mapping[str, str]) -> str:
    """The base and the prefixes."""
    lines = [f"@base <{base}> .\n"] if BASE.fullmatch(base) else []
    return "".join([*lines, *(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(prefixes.items()))])


def blocks(triples: Iterable[Triple], named: Callable[[URIRef], str]) -> Iterator[str]:
    """The triples of each subject as Turtle, subjects in order."""
    subjects: dict[str, dict[str, set[str]]] = {}
    for subject, predicate, value in triples:
        name = "a" if predicate == RDF.type else named(predicate)
        text = literal(value, named, bare=True) if isinstance(value, Literal) else named(value)
        subjects.setdefault(named(subject), {}).setdefault(name, set()).add(text)
    for name in sorted(subjects):
        yield _block(name, subjects[name])


def _block(subject: str, properties: Mapping[str, set[str]]) -> str:
    """A subject with its properties, a line each."""
    names = sorted(properties, key=lambda name: (name != "a", name))
    lines = [f"{name} {', '.join(sorted(properties[name]))}" for name in names]
    return f"\n{subject} " + " ;\n    ".join(lines) + " .\n"


def namer(base: str, prefixes: Mapping[str, str]) -> Callable[[URIRef], str]:
    """A function that writes an IRI the short way: prefixed, below the base, or in full."""
    known = {iri: prefix for prefix, iri in prefixes.items()}
    below = base if BASE.fullmatch(base) else None
    names: dict[URIRef, str] = {}

    def named(iri: URIRef) -> str:
        """The short way, worked out once for an IRI."""
        if iri not in names:
            names[iri] = _prefixed(iri, known) or _reference(iri, below)
        return names[iri]

    return named


def _prefixed(iri: str, known: Mapping[str, str]) -> str | None:
    """The prefixed name of an IRI, if it has one that needs no escapes."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = known.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix is not None and LOCAL.fullmatch(iri, cut) else None


def _reference(iri: str, below: str | None) -> str:
    """An IRI in angle brackets, less the base where that leaves no doubt."""
    if below is not None and iri.startswith(below) and RELATIVE.fullmatch(iri, len(below)):
        return f"<{iri[len(below) :]}>"
    return f"<{iri}>"


def literal(value: Literal, named: Callable[[URIRef], str], bare: bool = False) -> str:
    """A literal with its language or datatype; numbers `bare` where Turtle reads them back as they were."""
    text = str(value)
    if value.language:
        return f'"{_escape(text)}"@{value.language}'
    if value.datatype is None or value.datatype == XSD.string:
        return f'"{_escape(text)}"'
    short = BARE.get(value.datatype) if bare else None
    if short and short.fullmatch(text):
        return text
    return f'"{_escape(text)}"^^{named(value.datatype)}'


def _escape(text: str) -> str:
    """Text as it stands between quotes."""
    return ESCAPED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    """An escape; half a surrogate pair, which no file can hold, is the replacement character."""
    char = match.group()
    code = 0xFFFD if 0xD800 <= ord(char) <= 0xDFFF else ord(char)
    return SHORT.get(char, f"\\u{code:04X}")
