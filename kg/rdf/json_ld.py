"""Quads as JSON-LD in the words of ontology/context.jsonld, which stands in the file itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from rdflib import Literal, URIRef

from kg.rdf.iris import Quad, Triple
from kg.rdf.ontology import vocabulary
from kg.rdf.terms import RDF, XSD
from kg.rdf.writer import namer
from kg.text import as_json

__all__ = ["jsonld"]

Context = dict[str, Any]

WHOLE = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
"""Whole numbers that every reader of JSON takes for just that number, not for one near it."""


class Writer:
    """Terms by IRI, and how their values are written."""

    def __init__(self, base: str) -> None:
        self.context: Context = json.loads(vocabulary("context.jsonld"))["@context"]
        self.prefixes: dict[str, str] = {
            name: iri for name, iri in self.context.items() if str(iri).endswith(("#", "/"))
        }
        self.aliases: dict[str, tuple[str, Context]] = {}
        for alias, meant in self.context.items():
            term = meant["@id"] if isinstance(meant, dict) else meant
            if alias not in self.prefixes and ":" in term:
                known = meant if isinstance(meant, dict) else {}
                self.aliases.setdefault(self._iri(term), (alias, known))
        self._named = namer(base, self.prefixes)
        self.base = base

    def subject(self, node: str, found: list[Triple]) -> Context:
        """A subject with its classes and values, in order."""
        values: dict[str, list[Any]] = {}
        for _, predicate, value in found:
            if predicate == RDF.type:
                values.setdefault("type", []).append(self.aliases[str(value)][0])
            else:
                alias, known = self.aliases[str(predicate)]
                values.setdefault(alias, []).append(self.value(value, known))
        shown = {name: sorted(values[name], key=_order) for name in sorted(values)}
        return {"id": self.iri(node)} | {name: one[0] if len(one) == 1 else one for name, one in shown.items()}

    def value(self, value: URIRef | Literal, known: Context) -> Any:
        """A value as short as its term allows."""
        if not isinstance(value, Literal):
            short = known.get("@type") == "@id"
            return self.iri(value) if short else {"id": self.iri(value)}
        text, kind = str(value), value.datatype
        if value.language:
            return text if known.get("@language") == value.language else {"@value": text, "@language": value.language}
        if kind == XSD.integer and WHOLE.fullmatch(text):
            return int(text)
        bare = not known.keys() & {"@type", "@language"}
        if kind is None or kind == XSD.string:
            return text if bare else {"@value": text}
        short = "xsd:" + str(kind).removeprefix(str(XSD))
        return text if known.get("@type") == short else {"@value": text, "@type": short}

    def iri(self, node: str) -> str:
        """An IRI the short way: prefixed, below the base, or in full."""
        name = self._named(URIRef(str(node)))
        return name[1:-1] if name.startswith("<") else name

    def _iri(self, term: str) -> str:
        prefix, _, local = term.partition(":")
        return self.prefixes[prefix] + local


def jsonld(quads: Iterable[Quad], base: str) -> str:
    """The quads as JSON-LD: the subjects of the default graph, then the graphs of the documents."""
    writer = Writer(base)
    graphs: dict[str, dict[str, list[Triple]]] = {}
    for quad in quads:
        graphs.setdefault(str(quad[3] or ""), {}).setdefault(str(quad[0]), []).append(quad[:3])
    default = graphs.pop("", {})
    shown = [writer.subject(node, default[node]) for node in sorted(default)]
    for graph in sorted(graphs):
        inner = [writer.subject(node, graphs[graph][node]) for node in sorted(graphs[graph])]
        shown.append({"id": writer.iri(graph), "@graph": inner})
    document = {"@context": {"@base": base} | writer.context, "@graph": shown}
    return as_json(document, indent=1) + "\n"


def _order(value: Any) -> str:
    """What values are sorted by."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
