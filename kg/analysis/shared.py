"""Bodies that answer for the same tasks: a matrix, pairs, combinations, and the tasks with their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.analysis.cited import Evidence, ends, evidence, name_of, pairs, the
from kg.analysis.pairs import counted
from kg.store import Store, Thing

__all__ = ["Combination", "SharedPair", "SharedTask", "Sharing", "classes_of_bodies", "duties", "shared"]

CLASS = "kind/集合"
"""The id of the kind that classes of bodies have."""

Duties = dict[str, dict[str, dict[str, str]]]
"""Task, body, kind of responsibility (lead, participant, responsible), the fact that says so."""


class SharedPair(NamedTuple):
    """Two bodies and the number of tasks for which both answer."""

    body: str
    name: str
    partner: str
    partner_name: str
    tasks: int


class Combination(NamedTuple):
    """Two or more of the bodies asked about, and the number of tasks for which these and no other of them answer."""

    bodies: tuple[str, ...]
    names: tuple[str, ...]
    tasks: int


class SharedTask(NamedTuple):
    """A task for which all the bodies asked about answer, each in its kinds of responsibility."""

    task: str
    title: str
    kinds: tuple[str, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Sharing:
    """What `shared` found; `matrix` has a row and a column for each of `bodies`, the diagonal is a body's own tasks."""

    bodies: list[Thing]
    matrix: list[list[int]]
    pairs: list[SharedPair]
    combinations: list[Combination]
    tasks: list[SharedTask]

    def rows(self) -> list[dict[str, str | int]]:
        """The matrix as a row for each body, ready for pandas: DataFrame(found.rows()).set_index("body")."""
        names = [thing.name for thing in self.bodies]
        return [
            {"body": name, **dict(zip(names, row, strict=True))} for name, row in zip(names, self.matrix, strict=True)
        ]


def duties(store: Store, role: Literal["lead", "any"] = "any", but: Collection[str] = ()) -> Duties:
    """Who answers for each task, `but` left out; with role "lead" only those that lead it."""
    agents, kinds = ends(store, "prov:agent"), ends(store, "prov:hadRole")
    agents = {fact: body for fact, body in agents.items() if body not in but} if but else agents
    found: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for fact, task in sorted(ends(store, "prov:hadPlan").items()):
        if fact in agents and role in ("any", kinds.get(fact)):
            found[task].setdefault(agents[fact], {}).setdefault(kinds.get(fact, ""), fact)
    return dict(found)


def classes_of_bodies(store: Store) -> frozenset[str]:
    """The ids of the bodies that are classes of bodies (各县（市、区）政府, 有关部门)."""
    return frozenset(body for body, kind in pairs(store, "org:classification") if kind == CLASS)


def shared(
    store: Store, bodies: Sequence[str] = (), role: Literal["lead", "any"] = "any", classes: bool = False
) -> Sharing:
    """Who answers for tasks together: all bodies, one and its partners, or those named; names or ids.

    Classes of bodies (各县（市、区）政府) are left out unless they are named or `classes` asks for them.
    Bodies come with most tasks first (partners: most shared first), two or more that are named in the order given.
    """
    asked = list(dict.fromkeys(the(store, ("body",), name).id for name in bodies))
    known = duties(store, role, () if classes else classes_of_bodies(store) - set(asked))
    groups = [frozenset(found) & set(asked) if len(asked) > 1 else frozenset(found) for found in known.values()]
    own = [group for group in groups if len(asked) != 1 or asked[0] in group]
    totals, near = (Counter(body for group in some for body in group) for some in (groups, own))
    chosen = asked if len(asked) > 1 else sorted(near, key=lambda body: (-near[body], body not in asked, body))
    names = {body: name_of(store, body) for body in chosen}
    counts = counted(groups)
    found = {pair: count for pair, count in counts.items() if len(asked) != 1 or asked[0] in pair}
    return Sharing(
        [Thing(body, names[body]) for body in chosen],
        _matrix(chosen, totals, counts),
        _pairs(found, names, asked[0] if len(asked) == 1 else ""),
        _combinations(own, names),
        _tasks(store, known, asked) if asked else [],
    )


def _matrix(chosen: list[str], totals: Counter[str], counts: Counter[tuple[str, str]]) -> list[list[int]]:
    """Shared tasks body by body, in the order of the bodies."""
    pair = {**counts, **{(other, one): count for (one, other), count in counts.items()}}
    return [[totals[one] if one == other else pair.get((one, other), 0) for other in chosen] for one in chosen]


def _pairs(counts: dict[tuple[str, str], int], names: dict[str, str], first: str) -> list[SharedPair]:
    """Pairs with most tasks first; the body `first`, where there is one, stands in front."""
    turned = (((other, one) if other == first else (one, other), count) for (one, other), count in counts.items())
    found = (SharedPair(one, names[one], other, names[other], count) for (one, other), count in turned)
    return sorted(found, key=lambda pair: (-pair.tasks, pair.body, pair.partner))


def _combinations(groups: list[frozenset[str]], names: dict[str, str]) -> list[Combination]:
    """The sets of bodies that stand in a task, with most tasks and most bodies first."""
    counts = Counter(tuple(sorted(group)) for group in groups if len(group) > 1)
    found = (Combination(bodies, tuple(names[body] for body in bodies), count) for bodies, count in counts.items())
    return sorted(found, key=lambda one: (-one.tasks, -len(one.bodies), one.bodies))


def _tasks(store: Store, known: Duties, asked: list[str]) -> list[SharedTask]:
    """The tasks for which every body asked about answers, by title."""
    found = []
    for task, bodies in known.items():
        if all(body in bodies for body in asked):
            kinds = tuple("、".join(sorted(bodies[body])) for body in asked)
            fact = min(bodies[asked[0]].values())
            found.append(SharedTask(task, name_of(store, task), kinds, evidence(store, fact)))
    return sorted(found, key=lambda one: (one.title, one.task))
