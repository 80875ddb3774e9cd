"""The triples of who sits where and holds what: memberships, offices, posts, appointments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import URIRef

from kg.facts import Appointment, Body, Change, Entity, Group, MemberBody, Membership, Office, Person, PostHeld, Sourced
from kg.rdf.facts import stated, triples
from kg.rdf.iris import Triple, date, zh
from kg.rdf.links import Edge, Links
from kg.rdf.nodes import POSTS, concept, described, post, posted
from kg.rdf.terms import DCTERMS, GZ, ORG, RDF, RDFS, SCHEMA, SKOS

ACTIONS = {
    "appoint": GZ.appoint,
    "remove": GZ.remove,
    "retire": GZ.retire,
    "join": GZ.join,
    "leave": GZ.leave,
}


@triples.register
def membership(fact: Membership, known: Sourced, links: Links) -> Iterator[Triple]:
    """A seat of a person; one without a name has no org:member, but its post."""
    node, group = links.iris("fact", known.id), links.named(known, Group, fact.body)
    member = None if fact.person is None else links.named(known, Person, fact.person)
    yield from _seat(node, known, links, member, group, fact.role)
    if fact.note:
        yield node, SKOS.note, zh(fact.note)
    edges = _owners(fact, known, links) if member is None else _held(member, known, links)
    yield from _posts(node, known, links, fact.posts, edges, member)


@triples.register
def member_body(fact: MemberBody, known: Sourced, links: Links) -> Iterator[Triple]:
    """A seat of a body (成员单位)."""
    edges = links.of(known, "member")
    member = edges[0].source if edges else links.named(known, Body, fact.member)
    group = edges[0].target if edges else links.named(known, Group, fact.body)
    yield from _seat(links.iris("fact", known.id), known, links, member, group, fact.role)


@triples.register
def change(fact: Change, known: Sourced, links: Links) -> Iterator[Triple]:
    """A seat that somebody takes or gives up, beginning or ending on the day of the document."""
    node, person = links.iris("fact", known.id), links.named(known, Person, fact.person)
    edges, document = links.of(known, "joins", "leaves"), links.document(known)
    group = edges[0].target if edges else links.named(known, Group, fact.body)
    yield from _seat(node, known, links, person, group, fact.role)
    yield node, GZ.action, ACTIONS.get(fact.action) or links.iris("action", fact.action)
    if document and document.date:
        term = SCHEMA.startDate if fact.action == "join" else SCHEMA.endDate
        yield node, term, date(document.date)
    yield from _posts(node, known, links, fact.posts, _held(person, known, links), None)


@triples.register
def office(fact: Office, known: Sourced, links: Links) -> Iterator[Triple]:
    """An office (办公室) with its duty, and a seat for everyone who heads it."""
    node = links.iris("fact", known.id)
    yield from stated(node, known, links, GZ.Fact)
    if fact.duty:
        yield node, DCTERMS.description, zh(fact.duty)
    for edge in links.of(known, "office_of"):
        yield node, GZ.about, links.iris.entity(edge.source)
    for number, head in enumerate(fact.heads, 1):
        seat = links.iris("fact", known.id, "head", str(number))
        member = None if head.person is None else links.named(known, Person, head.person)
        seats = [edge.target for edge in links.of(known, "member") if edge.source == member]
        yield from _seat(seat, known, links, member, _headed(seats, fact, known, links), head.role)
        edges = [] if member is None else _held(member, known, links)
        yield from _posts(seat, known, links, head.posts, edges, member)


@triples.register
def post_held(fact: PostHeld, known: Sourced, links: Links) -> Iterator[Triple]:
    """A person with a post, outside rosters."""
    node, person = links.iris("fact", known.id), links.named(known, Person, fact.person)
    yield from stated(node, known, links, GZ.Fact)
    yield from described(person, links)
    yield node, GZ.about, links.iris.entity(person)
    yield from _posts(node, known, links, (fact.post,), _held(person, known, links), person)


@triples.register
def appointment(fact: Appointment, known: Sourced, links: Links) -> Iterator[Triple]:
    """Somebody appointed to a post, or removed from it; who holds it is for the graph to say."""
    node, person = links.iris("fact", known.id), links.named(known, Person, fact.person)
    yield from stated(node, known, links, GZ.Appointment)
    yield from described(person, links)
    yield node, GZ.about, links.iris.entity(person)
    yield node, GZ.action, ACTIONS.get(fact.action) or links.iris("action", fact.action)
    yield from _posts(node, known, links, (fact.post,), _held(person, known, links), None)


def _headed(seats: list[Entity], fact: Office, known: Sourced, links: Links) -> Entity:
    """Where the head of an office sits: as the graph says, else in the office, else in its group."""
    offices = [edge.source for edge in links.of(known, "office_of")]
    return next(iter([*seats, *offices]), None) or links.named(known, Group, fact.of)


def _held(person: Person, known: Sourced, links: Links) -> list[Edge]:
    """The edges of a fact that tell of a person's posts."""
    return [edge for edge in links.of(known, *POSTS) if edge.source == person]


def _owners(fact: Membership, known: Sourced, links: Links) -> list[Edge]:
    """The posts of a seat without a name: the graph seats their bodies, as 成员（局长）."""
    seated = [edge for edge in links.of(known, "member") if isinstance(edge.source, Body)]
    titles = [edge.role.removeprefix(fact.role).removeprefix("（").removesuffix("）") for edge in seated]
    return [e._replace(target=e.source, role=title) for e, title in zip(seated, titles, strict=True)]


def _seat(
    node: URIRef, known: Sourced, links: Links, member: Entity | None, group: Entity, role: str
) -> Iterator[Triple]:
    """A membership: who, where, in which role."""
    yield from stated(node, known, links, ORG.Membership, GZ.Fact)
    yield from described(group, links)
    yield node, ORG.organization, links.iris.entity(group)
    if member is not None:
        yield from described(member, links)
        yield node, ORG.member, links.iris.entity(member)
    if role:
        yield node, ORG.role, links.iris("role", role)
        yield from concept(links, "role", role, GZ.roles)


def _posts(
    node: URIRef,
    known: Sourced,
    links: Links,
    titles: tuple[str, ...],
    edges: Sequence[Edge],
    holder: Person | None,
) -> Iterator[Triple]:
    """The posts that a fact names: those the graph knows, and those it does not, as printed."""
    for edge in edges:
        if edge.role:
            yield from posted(edge, links)
            yield node, GZ.post, post(edge, links)
    for title in titles:
        meant = [edge for edge in edges if _fits(title, edge)]
        known_posts = {post(edge, links): edge for edge in meant if edge.role}
        if not known_posts:
            bodies = [edge.target for edge in meant]
            yield from _loose_post(node, known, links, title, holder, bodies)
        elif len(known_posts) == 1:
            yield from _alias(*known_posts.popitem(), title)


def _alias(node: URIRef, edge: Edge, title: str) -> Iterator[Triple]:
    """The printed name of a post, where it names the body too (市气象局局长, not 局长)."""
    if title != edge.target.name + edge.role and len(title) - len(edge.role) > 1:
        yield node, SKOS.altLabel, zh(title)


def _loose_post(
    node: URIRef,
    known: Sourced,
    links: Links,
    title: str,
    holder: Person | None,
    bodies: Iterable[Entity],
) -> Iterator[Triple]:
    """A post as printed: one for a document and a name, since 局长 is another's elsewhere."""
    document = links.document(known)
    scope = document.id.partition("/")[2] if document else known.evidence.file
    iri = links.iris("post", scope, title)
    yield node, GZ.post, iri
    yield iri, RDF.type, ORG.Post
    yield iri, RDFS.label, zh(title)
    for body in bodies:
        yield iri, ORG.postIn, links.iris.entity(body)
    if holder is not None:
        yield iri, ORG.heldBy, links.iris.entity(holder)
        yield links.iris.entity(holder), ORG.holds, iri


def _fits(title: str, edge: Edge) -> bool:
    """Whether a printed post means this edge: its title, after letters of its body in their order."""
    letters = iter(edge.target.name)
    return title.endswith(edge.role) and all(c in letters for c in title[: len(title) - len(edge.role)])
