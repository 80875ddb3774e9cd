"""The triples of what is to be done: assignments, indicators, targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import Literal, URIRef

from kg.facts import Assignment, Entity, Indicator, IndicatorNode, Sourced, Target, Task
from kg.rdf.facts import stated, triples
from kg.rdf.iris import Triple, number, zh
from kg.rdf.links import Links
from kg.rdf.nodes import described
from kg.rdf.terms import GZ, PROV, SCHEMA, SKOS

KINDS = ("lead", "participant", "responsible")
PRINTED = re.compile(r"\*?(?P<sign>[≥≤><＞＜]?)(?P<value>\d{1,15}(?:\.\d+)?)[%％]?")
SIGNS = {"": "=", "≥": ">=", "≤": "<=", "＞": ">", "＜": "<"}
BOUNDS = {">=": SCHEMA.minValue, ">": SCHEMA.minValue, "<=": SCHEMA.maxValue, "<": SCHEMA.maxValue}
YEAR = re.compile(r"\d{4}", re.ASCII)


@triples.register
def assignment(fact: Assignment, known: Sourced, links: Links) -> Iterator[Triple]:
    """A gz:Assignment for every body and kind of responsibility; deadline and note of them all."""
    node, edges = links.iris("fact", known.id), links.of(known, *KINDS)
    tasks = [*(e.target for e in edges), *(e.source for e in links.of(known, "task_of"))]
    task: Entity = tasks[0] if tasks else links.named(known, Task, fact.task)
    yield from stated(node, known, links, GZ.Fact)
    yield from described(task, links)
    yield node, GZ.about, links.iris.entity(task)
    if fact.deadline:
        yield node, GZ.deadline, zh(fact.deadline)
    if fact.note:
        yield node, SKOS.note, zh(fact.note)
    for edge in edges:
        one = links.iris("fact", known.id, edge.relation, edge.source.id.partition("/")[2])
        yield from stated(one, known, links, GZ.Assignment, PROV.Association)
        yield one, PROV.agent, links.iris.entity(edge.source)
        yield one, PROV.hadPlan, links.iris.entity(edge.target)
        yield one, PROV.hadRole, GZ[edge.relation]


@triples.register
def indicator(fact: Indicator, known: Sourced, links: Links) -> Iterator[Triple]:
    """A row of a table of indicators, and a gz:Target for every year it names."""
    node, edges = links.iris("fact", known.id), links.of(known, "indicator_of")
    entity = edges[0].source if edges else links.named(known, IndicatorNode, fact.name)
    yield from stated(node, known, links, GZ.Fact)
    yield from described(entity, links)
    yield node, GZ.about, links.iris.entity(entity)
    if fact.no is not None:
        yield node, SCHEMA.position, Literal(fact.no)
    for value in _values(fact.baseline):
        yield node, GZ.baseline, zh(value)
    for year, printed in fact.targets:
        one = links.iris("fact", known.id, year)
        yield from stated(one, known, links, GZ.Target, SCHEMA.QuantitativeValue)
        yield one, GZ.indicator, links.iris.entity(entity)
        yield from _of_year(one, year)
        yield from _quantity(one, _values(printed), fact.unit)


@triples.register
def target(fact: Target, known: Sourced, links: Links) -> Iterator[Triple]:
    """A number to be reached in a year, by a task."""
    node, edges = links.iris("fact", known.id), links.of(known, "target_of")
    measure: Entity = edges[0].source if edges else links.named(known, IndicatorNode, fact.indicator)
    task: Entity = edges[0].target if edges else links.named(known, Task, fact.task)
    yield from stated(node, known, links, GZ.Target, SCHEMA.QuantitativeValue)
    yield from described(measure, links)
    yield from described(task, links)
    yield node, GZ.about, links.iris.entity(task)
    yield node, GZ.indicator, links.iris.entity(measure)
    yield from _of_year(node, str(fact.year))
    yield from _bound(node, fact.comparator, fact.value)
    if fact.unit:
        yield node, SCHEMA.unitText, zh(fact.unit)


def _values(printed: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """A cell of a table as its lines."""
    if printed is None:
        return ()
    return (printed,) if isinstance(printed, str) else printed


def _of_year(node: URIRef, year: str) -> Iterator[Triple]:
    """The year of a target, where its column is one."""
    if YEAR.fullmatch(year):
        yield node, GZ.year, Literal(int(year))


def _quantity(node: URIRef, printed: tuple[str, ...], unit: str | None) -> Iterator[Triple]:
    """Values as printed, and the number where a single value is one (≥22, *76.13)."""
    for value in printed:
        yield node, PROV.value, zh(value)
    match = PRINTED.fullmatch(printed[0]) if len(printed) == 1 else None
    if match:
        sign = match["sign"]
        yield from _bound(node, SIGNS.get(sign, sign), float(match["value"]))
    if unit:
        yield node, SCHEMA.unitText, zh(unit)


def _bound(node: URIRef, comparator: str, value: float) -> Iterator[Triple]:
    """A lower bound, an upper bound or a value; the sign tells a strict bound from another."""
    yield node, GZ.comparator, Literal(comparator)
    yield node, BOUNDS.get(comparator, SCHEMA.value), number(value)
