"""SHACL shapes as SPARQL: every constraint of ontology/shapes.ttl is one query to the store.

The store answers in milliseconds where a general SHACL engine over a graph in Python takes minutes at a million
triples. What of SHACL Core the file uses is in CORE, and a constraint that is not there is an error, never
passed over. Tests run a general engine over the same graphs, and it finds the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import TermError
from kg.rdf import vocabulary

__all__ = ["Constraint", "constraints"]

SH, RDF = "http://www.w3.org/ns/shacl#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

CORE = {
    "minCount": "FILTER NOT EXISTS {{ ?this {path} ?any }}",
    "maxCount": "?this {path} ?value, ?other . FILTER(!sameTerm(?value, ?other))",
    "class": "?this {path} ?value . FILTER NOT EXISTS {{ ?value a {value} }}",
    "datatype": "?this {path} ?value . FILTER(!isLiteral(?value) || DATATYPE(?value) != {value})",
    "nodeKind": "?this {path} ?value . FILTER(!isIRI(?value))",
    "pattern": "?this {path} ?value . FILTER(!REGEX(STR(?value), {value}))",
    "in": "?this {path} ?value . FILTER(?value NOT IN ({value}))",
    "minInclusive": "?this {path} ?value . FILTER(!COALESCE(?value >= {value}, false))",
    "lessThanOrEquals": "?this {path} ?value ; {value} ?other . FILTER(!COALESCE(?value <= ?other, false))",
}
"""What a value breaks each constraint of SHACL Core; a count is 1 here, a node kind sh:IRI."""

ONLY = {"minCount": "1", "maxCount": "1", "nodeKind": SH + "IRI"}
QUIET = {"path", "message", "severity"}
SELECT = re.compile(r"\s*SELECT\s+[^{]*?WHERE\s*\{(?P<body>.*)\}\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that holds: its shape, its message in both languages, and the query for what breaks it.

    The query binds `?this`, and `?value` where a value is to blame; `warning` where it only should hold.
    """

    shape: str
    zh: str
    en: str
    warning: bool
    sparql: str


def constraints(text: str = "") -> list[Constraint]:
    """The constraints of the shapes, in the order of their names; those of the ontology by default."""
    graph = _Graph(text or vocabulary("shapes.ttl"))
    return [one for shape in graph.shapes() for one in _of_shape(graph, shape)]


class _Graph:
    """The shapes as a graph."""

    def __init__(self, text: str) -> None:
        self.values: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
            self.values[str(quad.subject)][quad.predicate.value.removeprefix(SH)].append(quad.object)

    def shapes(self) -> list[str]:
        """The node shapes by name."""
        kind = f"<{SH}NodeShape>"
        return sorted(node for node, found in self.values.items() if kind in map(str, found[RDF + "type"]))

    def list(self, head: Node) -> Iterator[Node]:
        """The items of an RDF list."""
        while str(head) != f"<{RDF}nil>":
            found = self.values[str(head)]
            yield found[RDF + "first"][0]
            head = found[RDF + "rest"][0]


def _of_shape(graph: _Graph, shape: str) -> Iterator[Constraint]:
    """The constraints of a node shape."""
    told = graph.values[shape]
    classes = " ".join(map(str, told["targetClass"]))
    target = f"VALUES ?class {{ {classes} }} ?this a ?class ."
    name = shape.strip("<>").rpartition("#")[2]
    warning = any("Warning" in str(one) for one in told["severity"])
    unknown = {key for key in told if ":" not in key} - {"targetClass", "property", "sparql", "severity"}
    if unknown:
        raise TermError(f"sh:{min(unknown)} of {name} is no constraint that can be checked here")
    for node in told["property"]:
        for body, message in _of_property(graph, str(node), name):
            yield Constraint(name, *message, warning, _select(target, body))
    for node in told["sparql"]:
        found = graph.values[str(node)]
        select = SELECT.fullmatch(_text(found["select"][0]).replace("$this", "?this"))
        if select is None:
            raise TermError(f"sh:select of {name} is not SELECT … WHERE {{ … }}")
        yield Constraint(name, *_message(found["message"]), warning, _select(target, select["body"]))


def _of_property(graph: _Graph, node: str, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The constraints of a property shape, each as the pattern that breaks it."""
    told = graph.values[node]
    path, message = str(told["path"][0]), _message(told["message"])
    for kind in sorted(key for key in told if key not in QUIET):
        for value in told[kind]:
            if kind not in CORE or _text(value) != ONLY.get(kind, _text(value)):
                raise TermError(f"sh:{kind} {_text(value)} of {name} is no constraint that can be checked here")
            shown = ", ".join(map(str, graph.list(value))) if kind == "in" else str(value)
            yield CORE[kind].format(path=path, value=shown), message


def _select(target: str, body: str) -> str:
    """The query for what breaks a constraint."""
    return f"SELECT DISTINCT ?this ?value WHERE {{ {target} {body} }} ORDER BY ?this ?value"


def _message(found: list[Node]) -> tuple[str, str]:
    """The message in Chinese and in English."""
    by_language = {one.language: one.value for one in found if isinstance(one, ox.Literal)}
    return by_language["zh"], by_language["en"]


def _text(node: Node) -> str:
    """A term without its marks."""
    return str(getattr(node, "value", node))
