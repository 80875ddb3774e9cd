"""The mapping beside the facts: which node every printed name of a build stands for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.bodies import as_group, body, safe, split_post
from kg.entities import Body, DocumentNode, Person
from kg.evidence import Sourced
from kg.facts import Change, Creation, Fact, Header, Issue, MemberBody, Membership, Office
from kg.persons import person
from kg.places import Jurisdiction, jurisdiction_of

__all__ = ["Resolution", "resolve"]

Context = tuple[str, str | None]
"""A document of a build: the file's name and the document's key."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Nodes by context and printed name; what is not in a table is made by the same rules."""

    places: dict[Context, Jurisdiction]
    documents: dict[Context, DocumentNode]
    by_id: dict[str, DocumentNode]
    groups: frozenset[str]
    """The ids of the bodies that seats, offices or a creation show to be groups."""

    def place(self, at: Context) -> Jurisdiction:
        """The jurisdiction of a document, of unknown name where none was found."""
        return self.places.get(at, Jurisdiction(""))

    def body(self, at: Context, printed: str, group: bool = False) -> Body:
        """The body that a document prints as `printed`."""
        found = body(printed, self.place(at), scope(at), group)
        return as_group(found) if found.id in self.groups else found

    def person(self, at: Context, name: str) -> Person:
        """The person that a document names."""
        return person(name, self.place(at), scope(at))

    def cited(self, number: str, title: str) -> DocumentNode:
        """The document of a number: one of the build, else known by its citation alone."""
        path = f"document/{safe(number)}"
        return self.by_id.get(path, DocumentNode(path, title, number))

    def post(self, at: Context, posts: tuple[str, ...], index: int) -> tuple[Body | None, str]:
        """The body and title of the post `index` of a seat; a title alone belongs to the body before it."""
        owner, title = split_post(posts[index])
        if owner and index and re.match(r"组织部|宣传部|统战部|政法委|纪委", owner):
            before = split_post(posts[index - 1])[0]
            owner = before + owner if before.endswith("委") else owner
        while not owner and index:
            index -= 1
            owner = split_post(posts[index])[0]
        return (self.body(at, owner) if owner else None), title


def scope(at: Context) -> str:
    """What keeps names of a document without a place apart from those of others."""
    return at[1] or at[0]


def resolve(facts: Collection[Sourced]) -> Resolution:
    """The resolution of a build, from what its documents say of themselves."""
    places: dict[Context, Jurisdiction] = {}
    documents: dict[Context, DocumentNode] = {}
    for sourced in facts:
        fact = sourced.fact
        if isinstance(fact, (Header, Issue)):
            at = (sourced.evidence.file, fact.document)
            places[at] = place_of(fact)
            documents[at] = node(fact)
    by_id = {found.id: found for found in documents.values()}
    return Resolution(places, documents, by_id, frozenset(groups_of(facts, places)))


def groups_of(facts: Iterable[Sourced], places: dict[Context, Jurisdiction]) -> Iterator[str]:
    """The ids of the bodies on which somebody sits, which have an office or are set up."""
    for sourced in facts:
        fact = sourced.fact
        if isinstance(fact, (Membership, MemberBody, Change, Creation, Office)):
            at = (sourced.evidence.file, fact.document)
            name = fact.of if isinstance(fact, Office) else fact.body
            parts = fact.parts if isinstance(fact, Creation) else ()
            for printed in (name, *(name + part.name for part in parts if part.name.endswith(("组", "会")))):
                yield body(printed, places.get(at, Jurisdiction("")), scope(at), True).id


def place_of(fact: Fact) -> Jurisdiction:
    """The jurisdiction that a document's issuer, else its title, names."""
    issuer = fact.issuer if isinstance(fact, Header) else fact.publisher if isinstance(fact, Issue) else None
    for named in (issuer, getattr(fact, "title", None)):
        place = jurisdiction_of(named) if named else Jurisdiction("")
        if place.name:
            return place
    return Jurisdiction("")


def node(fact: Header | Issue) -> DocumentNode:
    """The node of a document: by its number, else by issuer, date and title."""
    if isinstance(fact, Issue):
        return DocumentNode(f"document/{safe(str(fact.document))}", str(fact.document), "", fact.date or "", "公报")
    own = fact.number and re.match(r"[\u4e00-\u9fff]{2,}", fact.number) and not fact.number.startswith("第")
    steps = [fact.number] if own else [fact.issuer, fact.date, fact.number, fact.title]
    path = "/".join(safe(step) for step in steps if step)
    return DocumentNode(f"document/{path}", fact.title, fact.number or "", fact.date or "", fact.kind or "")
