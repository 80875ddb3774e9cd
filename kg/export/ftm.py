"""FollowTheMoney entities, as OpenSanctions and Aleph read them: one JSON object a line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.graph import Edge, Node, edges, facts, network, nodes
from kg.text import as_json

__all__ = ["entities"]

SCHEMATA = {
    "person": "Person",
    "body": "PublicBody",
    "group": "PublicBody",
    "document": "Document",
    "program": "Project",
    "task": "Project",
}
"""Kind of node to schema; indicators have none."""

COUNTRY = "cn"
TASKS = ("lead", "participant", "responsible")


def entities(folder: Path) -> dict[str, str]:
    """People, bodies, documents and tasks, and who sits, holds and answers for what, with the quote."""
    graph = network(folder)
    found, quotes = nodes(graph), {fact["id"]: fact["source"] for fact in facts(folder)}
    names = {node.id: node for node in found if node.type in SCHEMATA}
    shown = [thing for node in found for thing in _thing(node)]
    for edge in edges(graph):
        if edge.source in names and edge.target in names:
            shown.extend(_link(edge, quotes.get(edge.fact), names))
    lines = {as_json(one, sort_keys=True) for one in shown}
    return {"entities.ftm.json": "".join(f"{line}\n" for line in sorted(lines))}


def _thing(node: Node) -> Iterator[dict[str, Any]]:
    """A node as an entity."""
    schema = SCHEMATA.get(node.type)
    if schema == "Document":
        yield _entity(schema, node.id, fileName=node.id.partition("/")[2], title=node.name, country=COUNTRY)
    elif schema:
        yield _entity(schema, node.id, name=node.name, country=COUNTRY)


def _link(edge: Edge, source: dict[str, Any] | None, names: dict[str, Node]) -> Iterator[dict[str, Any]]:
    """An edge as an entity of its own; a post is one too."""
    own = {"date": edge.date, "role": edge.role, "summary": source["quote"] if source else ""}
    ends, key = (_id(edge.source), _id(edge.target)), "|".join(edge)
    if edge.relation == "member":
        yield _entity("Membership", key, member=ends[0], organization=ends[1], **own)
    elif edge.relation == "holds" and edge.role:
        post = f"post/{edge.target}/{edge.role}"
        name = names[edge.target].name + edge.role
        yield _entity("Position", post, name=name, organization=ends[1], country=COUNTRY)
        del own["role"]
        yield _entity("Occupancy", key, holder=ends[0], post=_id(post), **own)
    elif edge.relation in TASKS:
        yield _entity(
            "ProjectParticipant", key, participant=ends[0], project=ends[1], **(own | {"role": edge.relation})
        )


def _entity(schema: str, key: str, **properties: str) -> dict[str, Any]:
    """An entity without its empty properties."""
    return {
        "id": _id(key),
        "schema": schema,
        "properties": {name: [text] for name, text in properties.items() if text},
    }


def _id(key: str) -> str:
    """An id in the letters that FollowTheMoney allows."""
    return "gz-" + hashlib.blake2b(key.encode(), digest_size=12).hexdigest()
