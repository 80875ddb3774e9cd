"""Quads as N-Quads and TriG, sorted, and read back from the file that a build wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import rdflib
from rdflib import Literal, URIRef

from kg.errors import GraphError
from kg.rdf.iris import Quad
from kg.rdf.writer import blocks, head, literal, namer

__all__ = ["load", "nquads", "read", "trig"]


def nquads(quads: Iterable[Quad]) -> str:
    """The quads as N-Quads, one a line, sorted."""
    return "".join(sorted(_lines(quads)))


def trig(quads: Iterable[Quad], base: str, prefixes: Mapping[str, str]) -> str:
    """The quads as TriG: the default graph, then each document's graph in a block of its own."""
    by_graph: dict[URIRef | None, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault(quad[3], []).append(quad)
    named = namer(base, prefixes)
    parts = [head(base, prefixes), *blocks((quad[:3] for quad in by_graph.pop(None, [])), named)]
    for graph in sorted(by_graph, key=str):
        inner = "".join(blocks((quad[:3] for quad in by_graph[graph]), named))
        parts.append(f"\n{named(URIRef(str(graph)))} {{\n{inner}}}\n")
    return "".join(parts)


def read(folder: Path) -> Iterator[Quad]:
    """The quads of a folder that `kg build` wrote."""
    import pyoxigraph

    path = folder / "graph.nq"
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS):
            named = isinstance(quad.graph_name, pyoxigraph.NamedNode)
            home = URIRef(quad.graph_name.value) if named else None
            yield _resource(quad.subject), _resource(quad.predicate), _term(quad.object), home
    except (OSError, SyntaxError) as error:
        raise GraphError(f"cannot be read: {error}", path, "build the graph again") from error


def load(folder: str | Path) -> rdflib.Dataset:
    """A folder that `kg build` wrote as an rdflib Dataset, whose default graph is the union of all graphs."""
    from kg.rdf.prefixes import PREFIXES

    dataset = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    graphs: dict[URIRef | None, rdflib.Graph] = {None: dataset.default_graph}
    for subject, predicate, value, home in read(Path(folder)):
        if home not in graphs:
            graphs[home] = dataset.graph(home)
        graphs[home].add((subject, predicate, value))
    return dataset


def _lines(quads: Iterable[Quad]) -> Iterator[str]:
    """Each quad as a line."""
    named = namer("", {})
    for subject, predicate, value, home in quads:
        text = literal(value, named) if isinstance(value, Literal) else named(value)
        end = f" {named(home)} .\n" if home else " .\n"
        yield f"{named(subject)} {named(predicate)} {text}{end}"


def _resource(node: object) -> URIRef:
    """A named node as rdflib has it."""
    return URIRef(node.value)  # type: ignore[attr-defined]


def _term(term: object) -> URIRef | Literal:
    """A named node or a literal as rdflib has it, its text untouched."""
    import pyoxigraph

    if not isinstance(term, pyoxigraph.Literal):
        return _resource(term)
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = URIRef(term.datatype.value)
    plain = kind == rdflib.XSD.string
    return Literal(term.value) if plain else Literal(term.value, datatype=kind, normalize=False)
