"""Sources in, a folder with facts, graph and page out."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.facts import BASE, Sourced, lines, sourced
from kg.formats import Progress, Refused, Source, read
from kg.graph import build_graph
from kg.identity import NONE, Corrections, Resolution, printed_names, registers, resolve
from kg.store import text_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.facts import Entity
    from kg.view import Engine

__all__ = ["Built", "build", "gather", "sample"]

SAMPLE = "sanmenxia-2020-05.txt"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build read: the gazettes, their facts in order, the graph, and the seconds it took."""

    name: str
    gazettes: tuple[Source, ...]
    facts: tuple[Sourced, ...]
    graph: MultiDiGraph[Entity]
    seconds: float = 0.0
    stale: tuple[str, ...] = ()
    """The corrections that no longer apply, in the words of the file."""
    refused: tuple[Refused, ...] = ()
    """The files that were not read, and why."""
    warnings: tuple[str, ...] = ()
    """What was odd about the files that were read."""

    def counts(self) -> dict[str, int]:
        """How many of each kind of node and fact there are, in the order of the summary."""
        nodes = Counter(node.type for node in self.graph)
        facts = Counter(one.fact.type for one in self.facts)
        return {
            "documents": facts["document"],
            "persons": nodes["person"],
            "bodies": nodes["body"],
            "groups": nodes["group"],
            "programs": nodes["program"],
            "tasks": nodes["task"],
            "memberships": facts["membership"],
            "assignments": facts["assignment"],
            "doubts": facts["doubt"],
        }


def sample() -> Path:
    """The path of the sample gazette that the package carries."""
    with as_file(files("kg.samples").joinpath(SAMPLE)) as path:
        return path


def gather(paths: Sequence[Path], name: str, progress: Progress = iter, decided: Corrections = NONE) -> Built:
    """Read every source below `paths` and join what they state to one graph, a person's corrections applied."""
    from kg.constructs import extract, pipeline

    began = time.perf_counter()
    reading = read(paths, progress=progress)
    nlp = pipeline()
    facts = tuple(
        one for gazette in reading.sources for one in sourced(extract(gazette.text, nlp), gazette.text, gazette.origin)
    )
    kept = tuple(one for one in facts if one.id not in decided.wrong)
    names = resolve(kept, decided)
    stale = tuple(decided.stale(*named_in(names, facts)))
    graph = build_graph(kept, names, name)
    seconds = time.perf_counter() - began
    return Built(name, reading.sources, kept, graph, seconds, stale, reading.refused, reading.warnings)


def named_in(names: Resolution, facts: Sequence[Sourced]) -> tuple[set[str], set[str], set[str], set[str]]:
    """The ids of strands and bodies, the printed names and the ids of facts to which corrections can refer."""
    strands = {one for found in names.people.strands.values() for strand in found for one in strand.ids()}
    printed = {name for one in facts for name, _ in printed_names(one.fact)}
    merged = names.corrections.merged
    bodies = set(names.nodes) | {path for path, other in merged.items() if other in names.nodes}
    return strands, bodies, printed, {one.id for one in facts}


def build(built: Built, folder: Path, base: str = BASE, page: bool = True, engine: Engine | None = None) -> Path:
    """Write a build to `folder` and return the path of its page; either all files or none.

    Without `page` the path is that of the folder; with an `engine` the page answers queries.

    The files are written beside the folder first and moved into place at the end.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
            write(built, Path(name), base)
            if page:
                put(Path(name) / "graph.html", drawn(built, Path(name), base, engine))
            move(Path(name), folder)
        if not page:
            (folder / "graph.html").unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror or error}", folder) from error
    return folder / "graph.html" if page else folder


def write(built: Built, folder: Path, base: str) -> None:
    """Write every file of a build but the page into an empty folder."""
    from kg.rdf import files

    names = built.graph.graph["names"]
    put(folder / "facts.jsonl", "".join(f"{line}\n" for line in lines(built.facts, names)))
    for register, text in registers(names):
        put(folder / register, text)
    for file, text in files(built.graph, base).items():
        put(folder / file, text)
    put(folder / "graph.graphml", graphml(built.graph))
    for gazette in built.gazettes:
        put(folder / "text" / text_name(gazette.origin), gazette.text)


def drawn(built: Built, folder: Path, base: str, engine: Engine | None) -> str:
    """The page of a build whose other files are in `folder`."""
    from kg.view import Sparql, page

    sparql = Sparql(engine, (folder / "graph.ttl").read_text("utf-8"), base) if engine else None
    return page(built.graph, sparql)


def put(path: Path, text: str) -> None:
    """Write a text in UTF-8 with \\n, whatever the machine's own habits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def graphml(graph: MultiDiGraph[Entity]) -> str:
    """The graph as GraphML, nodes by id."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph:
        plain.add_node(node.id, type=node.type, name=node.name)
    for source, target, key, found in graph.edges(keys=True, data=True):
        plain.add_edge(source.id, target.id, key, **found)
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def move(source: Path, folder: Path) -> None:
    """Move the files of a finished build into the folder, each in one step."""
    folder.mkdir(exist_ok=True)
    shutil.rmtree(folder / "text", ignore_errors=True)
    for path in sorted(below(source)):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, target)


def below(folder: Path) -> Iterator[Path]:
    """The files below a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


class _Building(ModuleType):
    """This module as one that can be called: `kg.build(built, folder)` and `kg.build.sample` are both meant."""

    def __call__(
        self, built: Built, folder: Path, base: str = BASE, page: bool = True, engine: Engine | None = None
    ) -> Path:
        return build(built, folder, base, page, engine)


sys.modules[__name__].__class__ = _Building
