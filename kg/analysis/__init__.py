"""Analyses of a built graph, each a function from a store to rows that `pandas.DataFrame` takes as they are.

::

    from pathlib import Path
    from kg import analysis
    from kg.store import Store

    store = Store.open("graphs/mine")
    analysis.shared(store, ["市财政局", "市教育局"]).tasks    # who answers together, for what, and where that stands
    analysis.together(store)                             # people who sit on two or more bodies together
    analysis.paths(store, "安伟", "市财政局")              # how two things are connected
    analysis.person(store, "安伟").section("posts")       # a dossier; analysis.body is the same for a body
    analysis.tasks(store, "健康 知识")                    # tasks by their words
    analysis.body_duties(store)                          # tasks of every body by kind; top ranks
    analysis.changes(Path("graphs/mine"), store)         # who changed posts, who followed whom
    analysis.diff(Path("graphs/mine"), Path("graphs/more"))  # what another graph has more and less

Names are found as `Store.find` does; one that nothing or several things have is a `QueryError`. `shared_responsibility`
and `co_service` count all pairs by id only, which is quicker on large graphs.
"""

from __future__ import annotations

from kg.analysis.changes import Change, changes
from kg.analysis.cited import Evidence, name_of, record
from kg.analysis.diff import KINDS, Difference, diff
from kg.analysis.dossier import Dossier, Section, body, person
from kg.analysis.pairs import Pair, co_service, counted, grouped, shared_responsibility
from kg.analysis.path import Step, paths
from kg.analysis.plot import Drawn, heat_map, timeline
from kg.analysis.report import html, markdown
from kg.analysis.shared import Combination, SharedPair, SharedTask, Sharing, shared
from kg.analysis.task import Goal, TaskFound, tasks
from kg.analysis.together import Seat, Seated, Together, common_seats, seated, together
from kg.analysis.top import BodyDuties, Count, body_duties, never_lead, top

__all__ = [
    "KINDS",
    "BodyDuties",
    "Change",
    "Combination",
    "Count",
    "Difference",
    "Dossier",
    "Drawn",
    "Evidence",
    "Goal",
    "Pair",
    "Seat",
    "Seated",
    "Section",
    "SharedPair",
    "SharedTask",
    "Sharing",
    "Step",
    "TaskFound",
    "Together",
    "body",
    "body_duties",
    "changes",
    "co_service",
    "common_seats",
    "counted",
    "diff",
    "grouped",
    "heat_map",
    "html",
    "markdown",
    "name_of",
    "never_lead",
    "paths",
    "person",
    "record",
    "seated",
    "shared",
    "shared_responsibility",
    "tasks",
    "timeline",
    "together",
    "top",
]
