"""Each fact's edges: who is on what, who holds which post, who does which task.

New kinds of fact register a function that yields their edges.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from kg.facts import (
    Appointment,
    Assignment,
    Change,
    ContentsEntry,
    Context,
    Creation,
    DocumentNode,
    Entity,
    Fact,
    Header,
    Indicator,
    IndicatorNode,
    MemberBody,
    Membership,
    Office,
    PostHeld,
    Program,
    Target,
    Task,
    safe,
)
from kg.identity import Resolution

__all__ = ["Edge", "Scene", "edges"]


class Edge(NamedTuple):
    """An edge before it gets its date and its fact."""

    source: Entity
    target: Entity
    relation: str
    role: str = ""


class Scene(NamedTuple):
    """What a fact's edges need to know: its document, and how names resolve there."""

    at: Context
    names: Resolution

    @property
    def document(self) -> DocumentNode | None:
        """The node of the document, None for an excerpt."""
        return self.names.documents.get(self.at)

    @property
    def key(self) -> str:
        """The document as a step of an id."""
        return self.document.id.removeprefix("document/") if self.document else safe(self.at[1] or self.at[0])

    def program(self, title: str | None) -> Program:
        """The plan of a title within the document."""
        name = title or (self.document.name if self.document else self.at[0])
        return Program(f"program/{self.key}/{safe(name)}", name)

    def task(self, title: str, path: tuple[str, ...]) -> Task:
        """The task of a title under its headings."""
        steps = [safe(step) for step in (*path, title)]
        return Task(f"task/{self.key}/{'/'.join(steps)}", title, path)


@singledispatch
def edges(fact: Fact, scene: Scene) -> Iterator[Edge]:
    """The edges that a fact states; none for a kind without a registered function."""
    del fact, scene
    return iter(())


@edges.register
def _(fact: Membership, scene: Scene) -> Iterator[Edge]:
    group = scene.names.body(scene.at, fact.body, group=True)
    if fact.person:
        yield Edge(scene.names.person(scene.at, fact.person, fact.posts), group, "member", fact.role)
        yield from held(fact.person, fact.posts, scene)
        return
    for index in range(len(fact.posts)):
        owner, title = scene.names.post(scene.at, fact.posts, index)
        if owner:
            yield Edge(owner, group, "member", f"{fact.role}（{title}）" if title else fact.role)


def held(name: str, posts: tuple[str, ...], scene: Scene) -> Iterator[Edge]:
    """A person's posts as edges to the bodies."""
    for index in range(len(posts)):
        owner, title = scene.names.post(scene.at, posts, index)
        if owner:
            yield Edge(scene.names.person(scene.at, name, posts), owner, "holds", title)


@edges.register
def _(fact: Change, scene: Scene) -> Iterator[Edge]:
    group = scene.names.body(scene.at, fact.body, group=True)
    relation = "joins" if fact.action == "join" else "leaves"
    yield Edge(scene.names.person(scene.at, fact.person, fact.posts), group, relation, fact.role)
    if fact.action == "join":
        yield from held(fact.person, fact.posts, scene)


@edges.register
def _(fact: MemberBody, scene: Scene) -> Iterator[Edge]:
    group = scene.names.body(scene.at, fact.body, group=True)
    yield Edge(scene.names.body(scene.at, fact.member), group, "member", fact.role)


@edges.register
def _(fact: PostHeld, scene: Scene) -> Iterator[Edge]:
    yield from held(fact.person, (fact.post,), scene)


@edges.register
def _(fact: Appointment, scene: Scene) -> Iterator[Edge]:
    owner, title = scene.names.post(scene.at, (fact.post,), 0)
    if owner:
        relation = "appointed" if fact.action == "appoint" else "removed"
        yield Edge(scene.names.person(scene.at, fact.person, (fact.post,)), owner, relation, title)


@edges.register
def _(fact: Office, scene: Scene) -> Iterator[Edge]:
    group = scene.names.body(scene.at, fact.of, group=True)
    office = scene.names.body(scene.at, fact.of + fact.name)
    yield Edge(office, group, "office_of", fact.name)
    if fact.host:
        yield Edge(scene.names.body(scene.at, fact.host), office, "hosts")
    for head in fact.heads:
        if head.person:
            yield Edge(scene.names.person(scene.at, head.person, head.posts), office, "member", head.role)
            yield from held(head.person, head.posts, scene)


@edges.register
def _(fact: Creation, scene: Scene) -> Iterator[Edge]:
    group = scene.names.body(scene.at, fact.body, group=True)
    if scene.document:
        yield Edge(scene.document, group, "creates")
    for part in fact.parts:
        if part.name != "办公室":
            yield Edge(scene.names.body(scene.at, fact.body + part.name), group, "part_of", part.relation)


@edges.register
def _(fact: Assignment, scene: Scene) -> Iterator[Edge]:
    task = scene.task(fact.task, fact.path)
    program = scene.program(fact.program)
    yield Edge(task, program, "task_of")
    if scene.document:
        yield Edge(program, scene.document, "program_of")
    for relation, bodies in (
        ("lead", fact.lead),
        ("participant", fact.participants),
        ("responsible", fact.responsible),
    ):
        for printed in bodies:
            yield Edge(scene.names.body(scene.at, printed), task, relation)


@edges.register
def _(fact: Indicator, scene: Scene) -> Iterator[Edge]:
    program = scene.program(fact.table)
    node = IndicatorNode(f"indicator/{scene.key}/{safe(fact.name)}", fact.name, fact.unit or "")
    values = "，".join(
        f"{year}: {value if isinstance(value, str) else '、'.join(value)}" for year, value in fact.targets
    )
    yield Edge(node, program, "indicator_of", values)
    if scene.document:
        yield Edge(program, scene.document, "program_of")


@edges.register
def _(fact: Target, scene: Scene) -> Iterator[Edge]:
    node = IndicatorNode(f"indicator/{scene.key}/{safe(fact.indicator)}", fact.indicator, fact.unit or "")
    sign = {">=": "≥", "<=": "≤", "=": ""}.get(fact.comparator, fact.comparator)
    unit = (fact.unit or "").removeprefix("1") if (fact.unit or "").startswith("1/") else fact.unit or ""
    role = f"{fact.year}: {sign}{fact.value:g}{unit}"
    task = scene.task(fact.task, fact.path) if fact.task else scene.program(fact.program)
    yield Edge(node, task, "target_of", role)
    if isinstance(task, Task):
        yield Edge(task, scene.program(fact.program), "task_of")


@edges.register
def _(fact: Header, scene: Scene) -> Iterator[Edge]:
    if scene.document is None:
        return
    for issuer in (fact.issuer or "").split("、"):
        if issuer:
            yield Edge(scene.names.body(scene.at, issuer), scene.document, "issues")
    for cite in fact.cites:
        cited = scene.names.cited(cite.number or "", cite.title)
        if cited != scene.document and cite.title not in fact.annexes:
            yield Edge(scene.document, cited, "cites")


@edges.register
def _(fact: ContentsEntry, scene: Scene) -> Iterator[Edge]:
    listed = scene.names.documents.get((scene.at[0], fact.refers))
    if scene.document and listed:
        role = f"{fact.section or ''} {fact.page}".strip()
        yield Edge(scene.document, listed, "contains", role)
