"""Dated rosters: the seats that a document gives a body, as a collection that revises the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rdflib import URIRef

from kg.facts import Change, DocumentNode, Entity, Group, MemberBody, Membership, Sourced
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Links
from kg.rdf.terms import DCTERMS, ELI, PROV, RDF, RDFS

__all__ = ["rosters"]

REVISES = "调整"
"""The word in the title of a notice that replaces a roster of an earlier one."""


@dataclass(slots=True)
class Roster:
    """The seats of one body in one document; `changed` where the document only changes a roster."""

    group: Entity
    document: DocumentNode
    seats: list[Sourced] = field(default_factory=list)
    changed: bool = False

    @property
    def order(self) -> tuple[str, str]:
        """Where the roster stands in time."""
        return self.document.date, self.document.id


def rosters(links: Links) -> Iterator[tuple[DocumentNode, Triple]]:
    """The triples of every roster, each with the document that states it."""
    by_group: dict[Entity, list[Roster]] = {}
    for roster in _collected(links):
        by_group.setdefault(roster.group, []).append(roster)
    for found in by_group.values():
        for roster in found:
            for triple in _described(roster, links) if roster.seats else ():
                yield roster.document, triple
        dated = sorted((one for one in found if one.document.date), key=lambda one: one.order)
        for triple_of in (_revision, _amendment):
            yield from triple_of(dated, links)


def _collected(links: Links) -> list[Roster]:
    """The rosters of all groups, in order of appearance."""
    found: dict[tuple[Entity, Entity], Roster] = {}
    for known in links.facts.values():
        fact, document = known.fact, links.document(known)
        if document is None or not isinstance(fact, Membership | MemberBody | Change):
            continue
        group = _group(fact, known, links)
        roster = found.setdefault((group, document), Roster(group, document))
        if isinstance(fact, Change):
            roster.changed = True
        else:
            roster.seats.append(known)
    return list(found.values())


def _group(fact: Membership | MemberBody | Change, known: Sourced, links: Links) -> Entity:
    """The body on which a seat is: as the graph says, else as printed."""
    edges = links.of(known, "member", "joins", "leaves")
    groups = [edge.target for edge in edges if isinstance(edge.target, Group)]
    if groups:
        return groups[0]
    return links.named(known, Group, fact.body)


def _iri(roster: Roster, links: Links) -> URIRef:
    """The IRI of a roster, by its body and its document."""
    return links.iris("roster", roster.group.id.partition("/")[2], roster.document.id.partition("/")[2])


def _described(roster: Roster, links: Links) -> Iterator[Triple]:
    """What a roster is: whose, of which day, with which seats, from which lines."""
    node, document = _iri(roster, links), roster.document
    yield node, RDF.type, PROV.Collection
    yield node, RDFS.label, zh(f"{roster.group.name}（{document.number or document.name}）")
    yield node, PROV.specializationOf, links.iris.entity(roster.group)
    yield node, DCTERMS.source, links.iris.entity(document)
    if document.date:
        yield node, DCTERMS.date, date(document.date)
    for seat in roster.seats:
        yield node, PROV.hadMember, links.iris("fact", seat.id)
        yield node, PROV.wasDerivedFrom, links.iris.span(seat.evidence)


def _revision(dated: list[Roster], links: Links) -> Iterator[tuple[DocumentNode, Triple]]:
    """Each roster revises the one before it."""
    for earlier, later in pairwise([one for one in dated if one.seats]):
        if earlier.document.date < later.document.date:
            yield later.document, (_iri(later, links), PROV.wasRevisionOf, _iri(earlier, links))


def _amendment(dated: list[Roster], links: Links) -> Iterator[tuple[DocumentNode, Triple]]:
    """A notice that changes a roster, or says that it does (调整), amends the notice that gave it."""
    for earlier, later in pairwise(dated):
        changes = later.changed or REVISES in later.document.name
        if changes and earlier.document.date < later.document.date:
            ends = links.iris.entity(later.document), links.iris.entity(earlier.document)
            yield later.document, (ends[0], ELI.amends, ends[1])
