"""Tasks by their words: who answers for them, in which document, what is to be reached and by when."""

from __future__ import annotations

from typing import NamedTuple

import pyoxigraph as ox

from kg.analysis.cited import Evidence, evidence
from kg.store import Store

__all__ = ["Goal", "TaskFound", "tasks"]

ALL = """SELECT ?task ?title ?path ?program WHERE {
  ?task a gz:Task ; rdfs:label ?title .
  OPTIONAL { ?task gz:path ?path }
  OPTIONAL { ?task dcterms:isPartOf/rdfs:label ?program }
} ORDER BY ?title ?task ?program"""
GOALS = """SELECT ?name ?year ?sign ?value ?unit ?fact WHERE {
  ?fact a gz:Target ; gz:about {task} ; gz:indicator/rdfs:label ?name .
  OPTIONAL { ?fact gz:year ?year }
  OPTIONAL { ?fact gz:comparator ?sign ; schema:minValue|schema:maxValue|schema:value ?value }
  OPTIONAL { ?fact schema:unitText ?unit }
} ORDER BY ?name ?year ?fact"""
NAMES = ("title", "path", "program")
KINDS = ("lead", "participant", "responsible")
DEADLINE = "SELECT DISTINCT ?deadline WHERE { ?fact gz:about {task} ; gz:deadline ?deadline } ORDER BY ?deadline"


class Goal(NamedTuple):
    """A number that a task is to reach in a year; `sign` is =, >=, <=, > or <."""

    indicator: str
    year: int | None
    sign: str
    value: float | None
    unit: str
    evidence: Evidence | None


class TaskFound(NamedTuple):
    """A task with its plan and its headings there, the bodies by kind of responsibility, goals and deadline."""

    task: str
    title: str
    program: str
    path: str
    lead: tuple[str, ...]
    participant: tuple[str, ...]
    responsible: tuple[str, ...]
    deadline: str
    goals: tuple[Goal, ...]
    evidence: Evidence | None


def tasks(store: Store, words: str = "") -> list[TaskFound]:
    """The tasks whose title has all the words, else those whose title, headings and plan together have them."""
    wanted = words.split()
    rows = {str(store.plain(row["task"])): tuple(_text(store, row[it]) for it in NAMES) for row in store.select(ALL)}
    titled = [task for task, row in rows.items() if all(word in row[0] for word in wanted)]
    found = titled or [task for task, row in rows.items() if all(word in " ".join(row) for word in wanted)]
    return [_found(store, task, *rows[task]) for task in found]


def _text(store: Store, term: object) -> str:
    """A term as text, '' where there is none."""
    return str(store.plain(term) or "")


def _found(store: Store, task: str, title: str, path: str, program: str) -> TaskFound:
    """All that is known of a task."""
    kinds: dict[str, list[str]] = {}
    fact = ""
    for row in store.run("leads", task=task):
        kinds.setdefault(str(row["kind"]), []).append(str(row["name"]))
        fact = fact or str(row["fact"])
    lead, participant, responsible = (tuple(dict.fromkeys(kinds.get(kind, ()))) for kind in KINDS)
    iri = store.iri(task) or ""
    goals = tuple(_goal(store, row) for row in store.select(GOALS.replace("{task}", iri)))
    days = (_text(store, row["deadline"]) for row in store.select(DEADLINE.replace("{task}", iri)))
    told = evidence(store, fact) or next((goal.evidence for goal in goals), None)
    return TaskFound(task, title, program, path, lead, participant, responsible, "、".join(days), goals, told)


def _goal(store: Store, row: ox.QuerySolution) -> Goal:
    """A goal from a row of GOALS."""
    value, year = store.plain(row["value"]), store.plain(row["year"])
    return Goal(
        _text(store, row["name"]),
        year if isinstance(year, int) else None,
        _text(store, row["sign"]),
        float(value) if isinstance(value, (int, float)) else None,
        _text(store, row["unit"]),
        evidence(store, _text(store, row["fact"])),
    )
