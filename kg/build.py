"""Sources in, a folder with facts, graph and page out."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.facts import BASE, Coverage, Fact, Sourced, lines, sourced
from kg.formats import NOTHING, Metadata, Progress, Refused, Source, read
from kg.graph import build_graph
from kg.identity import NONE, Corrections, Resolution, gated, printed_names, registers, resolve, stopped
from kg.store import switched, text_name
from kg.text import as_json, encodable

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from spacy.language import Language

    from kg.facts import Entity
    from kg.view import Engine

__all__ = ["Built", "Progress", "build", "gather", "sample"]

SAMPLE = "sanmenxia-2020-05.txt"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build read: the gazettes, their facts in order, the graph, and the seconds since it began."""

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
    coverage: tuple[Coverage, ...] = ()
    """How much was read of each document, in order."""
    stopped: Mapping[str, int] = field(default_factory=dict)
    """How many names the gate before the graph stopped, by what is odd in them."""

    def counts(self) -> dict[str, int]:
        """How many of each kind of node and fact there are, in the order of the summary."""
        nodes = Counter(node.type for node in self.graph)
        facts = Counter(one.fact.type for one in self.facts)
        return {
            "sources": len(self.gazettes),
            "refused": len(self.refused),
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

    def read(self) -> float:
        """The percentage of the regions that constructs opened that facts cover, of all documents together."""
        opened = sum(one.opened for one in self.coverage)
        return round(100 * sum(one.fact for one in self.coverage) / opened, 1) if opened else 100.0


def sample() -> Path:
    """The path of the sample gazette that the package carries."""
    with as_file(files("kg.samples").joinpath(SAMPLE)) as path:
        return path


def gather(
    paths: Sequence[Path],
    name: str,
    progress: Progress = iter,
    decided: Corrections = NONE,
    said: Metadata = NOTHING,
) -> Built:
    """Read every source below `paths` and join what they state to one graph, a person's corrections applied.

    `said` is what the user says of all sources that these do not print.
    """
    from kg.constructs import pipeline

    began = time.perf_counter()
    utf8([name])
    reading = read(paths, said, progress)
    nlp, coverage = pipeline(), list[Coverage]()
    facts = tuple(one for source in reading.sources for one in sourced(of_source(source, nlp, coverage), source))
    kept = tuple(one for one in facts if one.id not in decided.wrong)
    names = resolve(kept, decided)
    stale = tuple(decided.stale(*named_in(names, facts)))
    read_in = (time.perf_counter() - began, stale, reading.refused, reading.warnings, tuple(coverage))
    return Built(
        name, reading.sources, kept, build_graph(kept, names, name), *read_in, stopped(one.fact for one in kept)
    )


def of_source(source: Source, nlp: Language, coverage: list[Coverage]) -> Iterator[Fact]:
    """The facts of a source that pass the gate, doubts for the others; what was read of each document is added."""
    from kg.constructs import accounted
    from kg.constructs import read as read_documents

    for document, found in read_documents(source.text, nlp, source.about):
        facts = list(gated(found))
        size, head = accounted(document, facts).counts(opened=True), document.header
        title, number = (head.title, head.number) if head else (None, None)
        total = size["fact"] + size["doubt"]
        coverage.append(Coverage(source.origin, document.key, title, number, total, size["fact"], size["doubt"]))
        yield from facts


def utf8(names: Iterable[str]) -> None:
    """InputError on a name that cannot be written down, as its bytes are no UTF-8."""
    for name in names:
        try:
            name.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError("this name is not UTF-8", ascii(name), "rename it") from error


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

    The files are written beside those of the folder first and then switched in at once (`kg.store.switched`).
    """
    with switched(folder) as place:
        write(built, place, base)
        if page:
            put(place / "graph.html", drawn(built, place, base, engine))
    return folder / "graph.html" if page else folder


def write(built: Built, folder: Path, base: str) -> None:
    """Write every file of a build but the page into an empty folder."""
    from kg.export import as_graphml
    from kg.rdf import files

    names = built.graph.graph["names"]
    put(folder / "facts.jsonl", "".join(f"{line}\n" for line in lines(built.facts, names)))
    for register, text in registers(names):
        put(folder / register, text)
    put(folder / "sources.jsonl", sources_read(built))
    told = ({**asdict(one), "read": one.read} for one in built.coverage)
    put(folder / "coverage.jsonl", "".join(f"{as_json(one, separators=(',', ':'))}\n" for one in told))
    for file, text in files(built.graph, base).items():
        put(folder / file, text)
    put(folder / "graph.graphml", as_graphml(built.graph))
    for gazette in built.gazettes:
        put(folder / "text" / text_name(gazette.origin), gazette.text)


def sources_read(built: Built) -> str:
    """Each source with what is said of it, and each file that was not read with the reason, one JSON object a line."""
    read = [
        {
            "file": one.origin,
            "sha256": one.digest,
            "characters": len(one.text),
            "also": list(one.also),
            "printed": said(one.printed),
            "said": said(one.said),
        }
        for one in built.gazettes
    ]
    refused = [{"file": one.origin, "refused": one.reason, "hint": one.hint} for one in built.refused]
    return "".join(f"{as_json(one)}\n" for one in (*read, *refused))


def said(about: Metadata) -> dict[str, str]:
    """The fields of what is said that are not empty."""
    return {name: value for name, value in asdict(about).items() if value}


def drawn(built: Built, folder: Path, base: str, engine: Engine | None) -> str:
    """The page of a build whose other files are in `folder`."""
    from kg.view import Sparql, page

    sparql = Sparql(engine, (folder / "graph.ttl").read_text("utf-8"), base) if engine else None
    return page(built.graph, sparql)


def put(path: Path, text: str) -> None:
    """Write a text in UTF-8 with \\n, whatever the machine's own habits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(encodable(text), encoding="utf-8", newline="\n")


class _Building(ModuleType):
    """This module as one that can be called: `kg.build(built, folder)` and `kg.build.sample` are both meant."""

    def __call__(
        self, built: Built, folder: Path, base: str = BASE, page: bool = True, engine: Engine | None = None
    ) -> Path:
        return build(built, folder, base, page, engine)


sys.modules[__name__].__class__ = _Building
