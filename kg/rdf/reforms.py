"""The triples of what tables know beside the documents: reforms of bodies, and the members of classes of bodies.

They are derived from no characters of a source, so that no fact states them: they name the table instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef

from kg.identity import Known
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Links
from kg.rdf.nodes import described
from kg.rdf.terms import DCTERMS, FOAF, ORG, RDF, RDFS, SKOS

__all__ = ["known"]

REFORMS, PLACES = "departments.tsv", "divisions.tsv"
TABLES = {REFORMS: "机构表 departments.tsv（背景知识）", PLACES: "行政区划表 divisions.tsv（背景知识）"}
"""The tables of the package from which something comes, and how each is called."""


def known(links: Links) -> Iterator[Triple]:
    """What the tables know of the bodies of a graph; bodies that only they name are described too."""
    own = {node.id for node in links.nodes}
    for one in links.background:
        for body in (one.source, one.target):
            if body.id not in own:
                yield from described(body, links)
        yield from reform(one, links) if one.relation == "succeeded_by" else member(one, links)


def reform(one: Known, links: Links) -> Iterator[Triple]:
    """An org:ChangeEvent: a body, the one that succeeded it, and the year where it is one everywhere."""
    node = links.iris("event", *(body.id.partition("/")[2] for body in (one.source, one.target)))
    year = f"（{one.year}年）" if one.year else ""
    yield node, RDF.type, ORG.ChangeEvent
    yield node, RDFS.label, zh(f"{one.source.name} → {one.target.name}{year}")
    yield node, ORG.originalOrganization, links.iris.entity(one.source)
    yield node, ORG.resultingOrganization, links.iris.entity(one.target)
    if one.year:
        yield node, DCTERMS.date, date(one.year)
    yield from told(node, REFORMS, links)


def member(one: Known, links: Links) -> Iterator[Triple]:
    """A class of bodies as a skos:Collection with one of those that it stands for."""
    node = links.iris.entity(one.source)
    yield node, RDF.type, SKOS.Collection
    yield node, SKOS.member, links.iris.entity(one.target)
    yield from told(node, PLACES, links)


def told(node: URIRef, table: str, links: Links) -> Iterator[Triple]:
    """The table that tells of a node."""
    source = links.iris("table", table)
    yield node, DCTERMS.source, source
    yield source, RDF.type, FOAF.Document
    yield source, RDFS.label, zh(TABLES[table])
