"""The graph in an embedded store (Oxigraph): SPARQL in, rows out, each with the sentence it rests on.

::

    store = Store.open("graphs/mine")                   # a folder that `kg build` wrote

    for row in store.run("members", body="市财政局"):     # a named query (kg/queries/*.rq), its parameters
        row["name"], row["role"]                        # plain values: text, numbers, ids such as person/…
        row.evidence.quote, row.evidence.line           # where that stands: looked up when asked for
        row.evidence.document, row.evidence.date

    store.find("body", "财政局")                         # what a name may mean: [Thing(id, name), …]
    store.query("SELECT ?s WHERE { ?s ?p ?o }")         # any SPARQL 1.1 query that only reads this graph

Parameters are names or ids. A name that nothing has, or several things have, is a `QueryError` that
lists what is near. `kg.store.queries()` tells the queries, their parameters and an example of each.
The store is read-only and asks nothing of a network; its default graph is the union of all graphs.
Small graphs are held in memory; from `LARGE` bytes on they are kept on disk beside the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES, id_of, iri_of
from kg.store.kept import opened
from kg.store.named import query
from kg.store.names import Thing, find, term
from kg.store.sparql import checked
from kg.store.vocabulary import strange

__all__ = ["Quotation", "Row", "Store", "Thing", "Value", "answers_triples"]

POSITION = re.compile(r"^error at \d+:\d+: ")
Value = str | int | float | bool | None
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
PATHS = f"""SELECT ?file ?start ?end ?line ?quote ?document ?date WHERE {{
  VALUES ?fact {{ $fact }}
  ?fact <{PREFIXES["prov"]}wasDerivedFrom> ?span .
  ?span <{PREFIXES["oa"]}start> ?start ; <{PREFIXES["oa"]}end> ?end ; <{PREFIXES["oa"]}exact> ?quote ;
    <{PREFIXES["gz"]}line> ?line ; <{PREFIXES["prov"]}wasQuotedFrom>/<{PREFIXES["rdfs"]}label> ?file .
  OPTIONAL {{ ?fact <{PREFIXES["dcterms"]}source> ?source . ?source <{PREFIXES["rdfs"]}label> ?title .
    OPTIONAL {{ ?source <{PREFIXES["eli"]}id_local> ?number }} BIND(COALESCE(?number, ?title) AS ?document) }}
  OPTIONAL {{ ?fact <{PREFIXES["dcterms"]}date> ?date }}
}} ORDER BY ?file ?start LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that state a fact: file, characters [start, end), line from 1; number or title, and ISO
    date, of the document ('' where it has none)."""

    file: str
    start: int
    end: int
    line: int
    quote: str
    document: str
    date: str


class Row(Mapping[str, Value]):
    """A row of a named query: its columns as plain values, None where a column is unbound."""

    __slots__ = ("_columns", "_solution", "_store")

    def __init__(self, solution: ox.QuerySolution, columns: tuple[str, ...], store: Store) -> None:
        self._solution, self._columns, self._store = solution, columns, store

    def __getitem__(self, name: str) -> Value:
        if name not in self._columns:
            raise KeyError(name)
        return self._store.plain(self._solution[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return f"Row({dict(self)!r})"

    @property
    def evidence(self) -> Quotation | None:
        """The words on which the row rests; None where it counts or joins several facts."""
        fact = self._solution["fact"] if "fact" in self._columns else None
        return self._store.quotation(fact.value) if isinstance(fact, ox.NamedNode) else None


class Store:
    """A graph to be asked; open one with `Store.open`."""

    def __init__(self, inner: ox.Store) -> None:
        self.inner = inner

    @classmethod
    def open(cls, folder: str | Path) -> Store:
        """The graph of a folder that `kg build` wrote."""
        return cls(opened(Path(folder)))

    @cached_property
    def base(self) -> str:
        """What the ids of the graph begin with."""
        space = ox.NamedNode(PREFIXES["void"] + "uriSpace")
        found = (str(quad.object.value) for quad in self.inner.quads_for_pattern(None, space, None))  # type: ignore[union-attr]
        return next(found, "")

    def query(self, text: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Results:
        """The answer to a SPARQL query; prefixes are ours, relative IRIs are ids.

        `default` and `named` are IRIs of graphs to which the query is to keep, all where both are empty.
        """
        safe = checked(text)
        for graph in safe.graphs:
            self._known(graph)
        return self._answer(safe.text, default, named)

    def notes(self, text: str) -> list[str]:
        """What a query that runs may have got wrong: a line for each term below our namespace that there is not."""
        return strange(checked(text).terms)

    def _known(self, graph: str) -> None:
        """Refuse a graph of FROM that this graph does not hold: nothing is fetched."""
        iri = self.iri(graph) if ":" not in graph.partition("/")[0] else graph
        if not self.inner.contains_named_graph(ox.NamedNode(iri.strip("<>") if iri else graph)):
            hint = "FROM takes no addresses; SELECT DISTINCT ?g { GRAPH ?g {} } lists the graphs"
            raise QueryError(f"there is no graph <{graph}> here, and nothing is fetched", hint=hint)

    def _answer(self, text: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Results:
        """The answer to a query that is known to be harmless."""
        try:
            return self.inner.query(text, base_iri=self.base or None, prefixes=PREFIXES, **_dataset(default, named))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            told = POSITION.sub("", str(error))  # of the text as it is written anew
            raise QueryError(f"the query cannot be read: {told}") from error

    def select(self, text: str) -> ox.QuerySolutions:
        """The rows of a SELECT query."""
        found = self.query(text)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("the query selects no rows", hint="it begins with SELECT")
        return found

    def run(self, name: str, **parameters: str) -> list[Row]:
        """The rows of a named query; parameters that are empty count as left out."""
        found = self._answer(self.named(name, **parameters))
        assert isinstance(found, ox.QuerySolutions)
        columns = tuple(variable.value for variable in found.variables)
        return [Row(solution, columns, self) for solution in found]

    def named(self, name: str, **parameters: str) -> str:
        """The SPARQL of a named query with its parameters in place."""
        known = query(name)
        given = {key: term(self, known.parameter(key), value) for key, value in parameters.items() if value}
        return known.sparql({key: str(value) for key, value in given.items()})

    def find(self, kind: str, name: str) -> list[Thing]:
        """The things of a kind that a name may mean, those that fit best only: by id, name, alias, part of it."""
        return find(self, kind, name)

    def node(self, node: str) -> ox.NamedNode:
        """The node of an id, or of an IRI below the base; ValueError where it cannot be one."""
        return ox.NamedNode(iri_of(self.base, node))

    def values(self, node: str, term: str) -> list[str]:
        """The values of a property, told by IRI, of a node, told by id or IRI, as text; quicker than a query."""
        quads = self.inner.quads_for_pattern(self.node(node), ox.NamedNode(term), None)
        return [quad.object.value for quad in quads if isinstance(quad.object, (ox.NamedNode, ox.Literal))]

    def quotation(self, fact: str) -> Quotation | None:
        """The words that state a fact, given by its IRI or id; the first of several."""
        found = self.inner.query(PATHS.replace("$fact", str(self.node(fact))), use_default_graph_as_union=True)
        for solution in found:  # type: ignore[union-attr]
            row = Row(solution, ("file", "start", "end", "line", "quote", "document", "date"), self)
            return Quotation(*(value if value is not None else "" for value in row.values()))  # type: ignore[arg-type]
        return None

    def iri(self, node: str) -> str | None:
        """The node of an id, or of an IRI, as SPARQL writes it; None where it cannot be one."""
        try:
            return str(self.node(node))
        except ValueError:
            return None

    def plain(self, term: object) -> Value:
        """A term as a plain value: an IRI below the base as the id it is, our own terms as words."""
        if isinstance(term, ox.NamedNode):
            return id_of(self.base, term.value).removeprefix(PREFIXES["gz"])
        if isinstance(term, ox.Literal):
            return _literal(term)
        return None if term is None else str(term)


def answers_triples(found: Results) -> bool:
    """Whether an answer is triples (CONSTRUCT, DESCRIBE) rather than rows."""
    return isinstance(found, ox.QueryTriples)


def _dataset(default: Sequence[str], named: Sequence[str]) -> dict[str, Any]:
    """The graphs of a query, as Oxigraph wants them told."""
    if not default and not named:
        return {"use_default_graph_as_union": True}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in default],
        "named_graphs": [ox.NamedNode(iri) for iri in named],
    }


def _literal(term: ox.Literal) -> Value:
    """A literal as text, number or truth value."""
    kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
    if kind == "integer":
        return int(term.value)
    if kind in ("decimal", "double"):
        return float(term.value)
    return term.value == "true" if kind == "boolean" else term.value
