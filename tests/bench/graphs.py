"""Made-up graphs of the shape that gazettes give, of any size, as N-Quads: the same size, the same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.rdf import PREFIXES

__all__ = ["quads"]

ID = "https://w3id.org/gazette-kg/id/"
RDF = PREFIXES["rdf"]
SEATS, TASKS, BODIES = 20, 5, (2, 12)
"""Seats of a group, tasks of a document, and how many bodies answer for a task, from and to: so that 3 % of
the triples are seats and 4 % are assignments, about what a real gazette gives (1 % and 3 %)."""


def quads(size: int, seed: int = 5) -> Iterator[str]:
    """About `size` lines: documents with a group and its seats, tasks with the bodies that answer for them."""
    yield _line(_id("dataset/made-up"), PREFIXES["void"] + "uriSpace", f'"{ID}"')
    made = 1
    dice = random.Random(seed)
    people, bodies = max(60, size // 400), 40 + size // 4000
    for thing in _things(people, bodies):
        made += 1
        yield thing
    number = 0
    while made < size:
        for line in _document(number, people, bodies, dice):
            made += 1
            yield line
        number += 1


def _things(people: int, bodies: int) -> Iterator[str]:
    """People and bodies, every body but the first ten a part of another."""
    for number in range(people):
        node = _id(f"person/某市/人{number}")
        yield _line(node, RDF + "type", _term("foaf", "Person"))
        yield _line(node, PREFIXES["rdfs"] + "label", f'"人{number}"@zh')
    for number in range(bodies):
        node = _id(f"body/某市第{number}局")
        yield _line(node, RDF + "type", _term("org", "FormalOrganization"))
        yield _line(node, PREFIXES["rdfs"] + "label", f'"某市第{number}局"@zh')
        if number >= 10:
            yield _line(node, PREFIXES["org"] + "subOrganizationOf", _id(f"body/某市第{number // 10}局"))
    for word in ("组长", "副组长", "成员"):
        yield _line(_id(f"role/{word}"), PREFIXES["skos"] + "prefLabel", f'"{word}"@zh')


def _document(number: int, people: int, bodies: int, dice: random.Random) -> Iterator[str]:
    """A document with its group, seats, tasks and assignments."""
    name = f"某政〔{2000 + number % 25}〕{number}号"
    document, graph, group = _id(f"document/{name}"), _id(f"graph/{name}"), _id(f"body/某市第{number}领导小组")
    day = f'"{2000 + number % 25}-0{1 + number % 9}-11"^^<{PREFIXES["xsd"]}date>'
    yield _line(document, RDF + "type", _term("eli", "LegalResource"), graph)
    yield _line(document, PREFIXES["rdfs"] + "label", f'"关于第{number}号事项的通知"@zh', graph)
    yield _line(document, PREFIXES["eli"] + "date_document", day, graph)
    yield _line(group, RDF + "type", _term("org", "OrganizationalCollaboration"))
    yield _line(group, PREFIXES["rdfs"] + "label", f'"某市第{number}领导小组"@zh')
    seats = [dice.randrange(people) for _ in range(SEATS)]
    for place, person in enumerate(seats):
        role = "组长" if place == 0 else "副组长" if place < 4 else "成员"
        yield from _seat(f"m{number}-{place}", document, graph, day, group, person, role)
    for place in range(TASKS):
        task = _id(f"task/{name}/{place}")
        yield _line(task, RDF + "type", _term("gz", "Task"), graph)
        yield _line(task, PREFIXES["rdfs"] + "label", f'"落实第{place}项措施"@zh', graph)
        yield from _assignments(f"a{number}-{place}", document, graph, day, task, bodies, dice)


def _seat(key: str, document: str, graph: str, day: str, group: str, person: int, role: str) -> Iterator[str]:
    """A seat with its evidence."""
    node, org = _id(f"fact/{key}"), PREFIXES["org"]
    for kind in (_term("gz", "Fact"), f"<{org}Membership>"):
        yield _line(node, RDF + "type", kind, graph)
    yield _line(node, org + "organization", group, graph)
    yield _line(node, org + "member", _id(f"person/某市/人{person}"), graph)
    yield _line(node, org + "role", _id(f"role/{role}"), graph)
    yield from _derived(node, key, document, graph, day)
    yield from _span(key, graph)


def _assignments(
    key: str, document: str, graph: str, day: str, task: str, bodies: int, dice: random.Random
) -> Iterator[str]:
    """The bodies that answer for a task: one leads, the others take part; few bodies do most."""
    prov = PREFIXES["prov"]
    count = dice.randint(*BODIES)
    chosen = {min(int(dice.expovariate(6.0 / bodies)), bodies - 1) for _ in range(count)}
    for place, body in enumerate(sorted(chosen)):
        node = _id(f"fact/{key}/{place}")
        for kind in (_term("gz", "Assignment"), f"<{prov}Association>"):
            yield _line(node, RDF + "type", kind, graph)
        yield _line(node, prov + "agent", _id(f"body/某市第{body}局"), graph)
        yield _line(node, prov + "hadPlan", task, graph)
        yield _line(node, prov + "hadRole", _term("gz", "participant" if place else "lead"), graph)
        yield from _derived(node, key, document, graph, day)
    yield from _span(key, graph)


def _derived(node: str, key: str, document: str, graph: str, day: str) -> Iterator[str]:
    """The span of a fact, its document and its day."""
    yield _line(node, PREFIXES["prov"] + "wasDerivedFrom", _id(f"source/{key}.txt#char=0,6"), graph)
    yield _line(node, PREFIXES["dcterms"] + "source", document, graph)
    yield _line(node, PREFIXES["dcterms"] + "date", day, graph)


def _span(key: str, graph: str) -> Iterator[str]:
    """What a span is."""
    span, file = _id(f"source/{key}.txt#char=0,6"), _id("source/made-up.txt")
    for kind in ("TextPositionSelector", "TextQuoteSelector"):
        yield _line(span, RDF + "type", _term("oa", kind), graph)
    for name, value in (("oa:start", 0), ("oa:end", 6), ("gz:line", 1)):
        prefix, _, local = name.partition(":")
        yield _line(span, PREFIXES[prefix] + local, f'"{value}"^^<{PREFIXES["xsd"]}integer>', graph)
    yield _line(span, PREFIXES["oa"] + "exact", '"某一处的文字"', graph)
    yield _line(span, PREFIXES["prov"] + "wasQuotedFrom", file, graph)


def _line(subject: str, predicate: str, value: str, graph: str = "") -> str:
    return f"{subject} <{predicate}> {value} {graph}{' ' if graph else ''}.\n"


def _id(path: str) -> str:
    return f"<{ID}{path}>"


def _term(prefix: str, name: str) -> str:
    return f"<{PREFIXES[prefix]}{name}>"
