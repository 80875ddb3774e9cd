"""The relations of one node over which a path may run, looked up when they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pyoxigraph as ox

from kg.rdf import PREFIXES
from kg.store import Store

__all__ = ["Link", "Links"]

PLAIN = {
    "org:unitOf": "office of",
    "gz:host": "hosted by",
    "eli:passed_by": "issued by",
    "eli:cites": "cites",
    "gz:establishes": "establishes",
    "dcterms:isPartOf": "part of",
    "dcterms:source": "set out in",
}
"""Relations without a fact of their own, and what they are called."""

FROM = {"dcterms:isPartOf": "task/", "dcterms:source": "program/"}
"""What a relation must begin at: that two documents stand in one issue, say, connects nothing."""


class Link(NamedTuple):
    """A relation between two nodes, and the fact that states it ('' where none does)."""

    one: str
    relation: str
    other: str
    fact: str

    def beyond(self, node: str) -> str:
        """The end that is not the given one."""
        return self.other if self.one == node else self.one


class Links:
    """The links of a graph, node by node; each node's are read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.known: dict[str, list[Link]] = {}

    def around(self, node: str) -> list[Link]:
        """The links of a node in the order of their ends."""
        if node not in self.known:
            found = {*self._seats(node), *self._posts(node), *self._duties(node), *self._plain(node)}
            self.known[node] = sorted(link for link in found if node in (link.one, link.other))
        return self.known[node]

    def _seats(self, node: str) -> Iterator[Link]:
        """The seats of a member, or on a body."""
        for fact in {*self._to("org:member", node), *self._to("org:organization", node)}:
            role = next(self._from(fact, "org:role"), "").rpartition("/")[2]
            for member in self._from(fact, "org:member"):
                for body in self._from(fact, "org:organization"):
                    yield Link(member, role, body, fact)

    def _posts(self, node: str) -> Iterator[Link]:
        """The posts of a person, or in a body; a seat may tell several."""
        facts = {*self._to("org:member", node), *self._to("gz:about", node)}
        facts.update(fact for post in self._to("org:postIn", node) for fact in self._to("gz:post", post))
        for fact in facts:
            for holder in self._holders(fact):
                for post in self._from(fact, "gz:post"):
                    for place in self._from(post, "org:postIn"):
                        yield Link(holder, post.rpartition("/")[2], place, fact)

    def _holders(self, fact: str) -> list[str]:
        """The person whose posts a fact tells: the member of a seat, else whom it is about."""
        found = [*self._from(fact, "org:member")] or [*self._from(fact, "gz:about")]
        return [one for one in found if one.startswith("person/")]

    def _duties(self, node: str) -> Iterator[Link]:
        """The tasks of a body, or the bodies of a task."""
        for fact in {*self._to("prov:agent", node), *self._to("prov:hadPlan", node)}:
            kind = next(self._from(fact, "prov:hadRole"), "")
            for body in self._from(fact, "prov:agent"):
                for task in self._from(fact, "prov:hadPlan"):
                    yield Link(body, kind, task, fact)

    def _plain(self, node: str) -> Iterator[Link]:
        """The relations that are no facts of their own, with the fact about the end that they describe."""
        for term, relation in PLAIN.items():
            ends = [(node, other) for other in self._from(node, term)]
            ends += [(one, node) for one in self._to(term, node)]
            for one, other in ends:
                if one.startswith(FROM.get(term, "")):
                    yield Link(one, relation, other, self._told(other if term == "gz:establishes" else one))

    def _told(self, node: str) -> str:
        """The first fact about a node; about a document its own head, not a contents line."""
        facts = self._to("gz:about", node)
        if node.startswith("document/"):
            facts = [fact for fact in facts if node in self._from(fact, "dcterms:source")]
        return min(facts, default="")

    def _to(self, term: str, node: str) -> list[str]:
        """The subjects that have a node as the value of a property, as ids."""
        quads = self.store.inner.quads_for_pattern(None, named(term), self.store.node(node))
        return [str(self.store.plain(quad.subject)) for quad in quads]

    def _from(self, node: str, term: str) -> Iterator[str]:
        """The values of a property of a node, as ids."""
        quads = self.store.inner.quads_for_pattern(self.store.node(node), named(term), None)
        return (str(self.store.plain(quad.object)) for quad in quads if isinstance(quad.object, ox.NamedNode))


def named(term: str) -> ox.NamedNode:
    """A property given with its prefix."""
    prefix, _, local = term.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)
