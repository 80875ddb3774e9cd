"""How fast a graph loads and answers, beside rdflib, raw pyoxigraph and DuckDB over tables of edges, in one run.

`make bench-rdf` asks made-up graphs of 10,000, 100,000 and 1,000,000 triples (`SIZES="10000"` for others).
rdflib is left out where it takes minutes, DuckDB where it is not installed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

import kg
from kg.analysis.pairs import co_service, shared_responsibility
from kg.rdf import PREFIXES
from kg.store import Store, queries
from kg.store.kept import LARGE
from tests.bench.graphs import quads

try:
    import duckdb
except ImportError:
    duckdb = None

SIZES = (10_000, 100_000, 1_000_000)
GIVEN = {
    "members": {"body": "body/某市第3领导小组"},
    "seats": {"person": "person/某市/人7"},
    "tasks": {"body": "body/某市第30局"},
    "shared-responsibility": {},
    "co-service": {"person": "person/某市/人7"},
}
"""The queries that every engine is asked, with their parameters; all others are asked of ours alone."""

PAIRS = ("shared-responsibility", "co-service")
"""Queries that take rdflib minutes above 20,000 triples."""

SQL = {
    "members": "SELECT p.label, r.label FROM seat s JOIN thing p ON p.id = s.member JOIN thing r ON r.id = s.role "
    "WHERE s.body = 'body/某市第3领导小组'",
    "seats": "SELECT b.label, r.label FROM seat s JOIN thing b ON b.id = s.body JOIN thing r ON r.id = s.role "
    "WHERE s.member = 'person/某市/人7'",
    "tasks": "SELECT t.label, d.role FROM duty d JOIN thing t ON t.id = d.task WHERE d.agent = 'body/某市第30局'",
    "shared-responsibility": "SELECT a.agent, b.agent, COUNT(DISTINCT a.task) AS n, x.label, y.label FROM duty a "
    "JOIN duty b ON a.task = b.task AND a.agent < b.agent JOIN thing x ON x.id = a.agent "
    "JOIN thing y ON y.id = b.agent GROUP BY ALL ORDER BY n DESC",
    "co-service": "SELECT b.member, COUNT(DISTINCT a.body) AS n, y.label FROM seat a "
    "JOIN seat b ON a.body = b.body AND a.member <> b.member JOIN thing y ON y.id = b.member "
    "WHERE a.member = 'person/某市/人7' GROUP BY ALL ORDER BY n DESC",
}


def best(task: Callable[[], object], runs: int = 7, enough: float = 3.0) -> float:
    """Milliseconds of the fastest of some runs, of one where that took long."""
    least, began = 9e9, time.perf_counter()
    for _ in range(runs):
        start = time.perf_counter()
        task()
        least = min(least, time.perf_counter() - start)
        if time.perf_counter() - began > enough:
            break
    return least * 1000


def both(one: Callable[[], object], other: Callable[[], object], runs: int = 7) -> tuple[float, float]:
    """Milliseconds of the fastest run of each of two tasks, which take turns."""
    pairs = [(best(one, 1), best(other, 1)) for _ in range(runs)]
    return min(first for first, _ in pairs), min(second for _, second in pairs)


def timed(task: Callable[[], Any]) -> tuple[Any, float]:
    """What a task gives, and its seconds."""
    began = time.perf_counter()
    found = task()
    return found, time.perf_counter() - began


def raw(store: Store, text: str) -> Callable[[], object]:
    """The same query of pyoxigraph itself."""
    inner, base = store.inner, store.base
    return lambda: list(inner.query(text, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=True))  # type: ignore[arg-type]


def tables(store: Store) -> Any:
    """Seats, duties and names as tables of DuckDB."""
    found = duckdb.connect()
    select = {
        "thing": "SELECT ?id ?label { ?id rdfs:label|skos:prefLabel ?label }",
        "seat": "SELECT ?body ?member ?role { ?s org:organization ?body ; org:member ?member ; org:role ?role }",
        "duty": "SELECT ?agent ?task ?role { ?s prov:agent ?agent ; prov:hadPlan ?task ; prov:hadRole ?role }",
    }
    with tempfile.TemporaryDirectory() as place:
        for name, text in select.items():
            path = Path(place) / f"{name}.csv"
            path.write_text("".join(lines(store, text)), encoding="utf-8")
            found.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{path}', header = true, all_varchar = true)")
    return found


def lines(store: Store, text: str) -> Iterable[str]:
    """Rows as CSV; the made-up words hold no commas."""
    found = store.select(text)
    names = [variable.value for variable in found.variables]
    yield ",".join(names) + "\n"
    for row in found:
        yield ",".join(str(store.plain(row[name])) for name in names) + "\n"


def compared(name: str, store: Store, disk: Store, dataset: rdflib.Dataset | None, sql: Any) -> None:
    """Print the milliseconds of one query on every engine."""
    text = store.named(name, **GIVEN[name])
    row = [*both(lambda: store.run(name, **GIVEN[name]), raw(store, text)), best(raw(disk, text))]
    asked = dataset is not None and (name not in PAIRS or len(store.inner) < 20_000)
    by_rdflib = best(lambda: list(dataset.query(text)), 3) if asked else None  # type: ignore[arg-type,union-attr]
    by_sql = best(lambda: sql.execute(SQL[name]).fetchall()) if sql else None
    pairs = {"shared-responsibility": shared_responsibility}.get(name)
    counted = best(lambda: pairs(store)) if pairs else None
    cells = [*row, row[0] / row[1], by_rdflib, by_sql, counted]
    print(f"{name:24}" + "".join(f"{'–' if cell is None else f'{cell:.2f}':>12}" for cell in cells))


def loaded(folder: Path) -> tuple[Store, Store, rdflib.Dataset | None, Any]:
    """The graph in every engine, the seconds and bytes of each told."""
    path, size = folder / "graph.nq", (folder / "graph.nq").stat().st_size
    inner, seconds = timed(lambda: ox.Store())
    _, seconds = timed(lambda: inner.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS))
    store = Store(inner)
    kept = ox.Store(str(folder / "disk"))
    _, on_disk = timed(lambda: (kept.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS), kept.flush()))
    held = sum(file.stat().st_size for file in (folder / "disk").rglob("*") if file.is_file())
    dataset, by_rdflib = timed(lambda: kg.load(folder)) if len(inner) < 300_000 else (None, 0.0)
    sql, by_sql = timed(lambda: tables(store)) if duckdb else (None, 0.0)
    print(f"\n{len(inner):,} triples, N-Quads {size / 1e6:.1f} MB, on disk {held / 1e6:.1f} MB", end="; load, s: ")
    print(f"memory {seconds:.2f}, disk {on_disk:.2f}, rdflib {by_rdflib:.2f}, DuckDB from the store {by_sql:.2f}")
    return store, Store(kept), dataset, sql


def measure(size: int) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with (folder / "graph.nq").open("w", encoding="utf-8") as file:
            file.writelines(quads(size))
        store, disk, dataset, sql = loaded(folder)
        names = ("kg", "raw memory", "raw disk", "kg / raw", "rdflib", "DuckDB", "analysis")
        print(f"{'milliseconds':24}" + "".join(f"{name:>12}" for name in names))
        for name in GIVEN:
            compared(name, store, disk, dataset, sql)
        pairs = {name: both(lambda n=name: store.run(n), raw(store, store.named(name)), 3) for name in queries()}  # type: ignore[misc]
        ratios = {name: ours / theirs for name, (ours, theirs) in pairs.items()}
        worst = max(ratios, key=lambda name: ratios[name])
        print(f"all {len(ratios)} named queries without parameters: kg / raw at most {ratios[worst]:.2f} ({worst})")
        print(f"co-service of everybody as analysis: {best(lambda: co_service(store), 3):.0f} ms")


def main() -> None:
    """Measure every size that the command line names."""
    print(f"graphs from {LARGE / 1e6:.0f} MB of N-Quads on are kept on disk")
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        measure(size)


if __name__ == "__main__":
    main()
