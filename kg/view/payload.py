"""The page's data as compact JSON: nodes, links and facts as short rows that refer by number."""

from __future__ import annotations

import json
from typing import Any

from kg.entities import Body, DocumentNode, Entity, IndicatorNode, Task
from kg.evidence import Sourced
from kg.facts import Assignment, Fact, Membership, Office, Target
from kg.view.content import Content
from kg.view.link import Link
from kg.view.names import city
from kg.view.overview import Overview
from kg.view.regions import Region
from kg.view.sounds import sounds

__all__ = ["payload", "rows", "script_json"]

Row = list[Any]

ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
"""What could end a script element or a line of script, written so that it cannot."""


def payload(content: Content, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    """The data of the page; page/data.js gives the columns of every row their names.

    `nodes` and `edges` are pyvis' own: how the content is drawn, in the content's order.
    """
    texts = Texts()
    facts = {link.fact.id: link for link in content.links}
    order = {key: n for n, key in enumerate(sorted(facts))}
    number: dict[Entity | None, int] = {node: i for i, node in enumerate(content.nodes)}
    return {
        "title": content.title(),
        "city": city(content.nodes),
        "nodes": [node_row(*pair, texts) for pair in zip(content.nodes, nodes, strict=True)],
        "links": [link_row(*pair, order, texts) for pair in zip(content.links, edges, strict=True)],
        "facts": [fact_row(facts[key].fact, number.get(content.document(facts[key])), texts) for key in sorted(facts)],
        "texts": texts.all,
        "sounds": sounds(node.name for node in content.nodes),
    }


def overview(mode: str, many: Overview | None, circles: list[Region]) -> dict[str, Any]:
    """How the page opens, the circles of its regions, or the bubbles and their ties where it opens on these."""
    if many is None:
        return {"mode": mode, "regions": [[one.name, one.x, one.y, one.radius] for one in circles]}
    rows = [[one.name, one.count, one.x, one.y, one.radius] for one in many.all]
    return {"mode": mode, "bubbles": rows, "ties": [[a, b, n] for (a, b), n in many.ties.items()]}


class Texts:
    """Texts that occur again and again, each known by its number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def at(self, text: str) -> int:
        """The number of a text."""
        return self.numbers.setdefault(text, len(self.numbers))

    @property
    def all(self) -> list[str]:
        """The texts in the order of their numbers."""
        return list(self.numbers)


def node_row(node: Entity, drawn: dict[str, Any], texts: Texts) -> Row:
    """A node: id, name, type, label, spot, size, hub, jurisdiction, what the panel says of it, other names."""
    place = [drawn[key] for key in ("label", "x", "y", "size", "hub")]
    settled = texts.at(getattr(node, "jurisdiction", ""))
    others = (getattr(node, "full", ""), *getattr(node, "aliases", ()))
    aliases = [name for name in dict.fromkeys(others) if name and name != node.name]
    return [node.id, node.name, texts.at(node.type), *place, settled, described(node), aliases]


def link_row(link: Link, drawn: dict[str, Any], order: dict[str, int], texts: Texts) -> Row:
    """A link: its ends, words, first and last day, its fact, how far it bends, and the graph's own confidence."""
    said = (link.relation, link.role, link.date, link.until, link.kind, link.certainty)
    words = [texts.at(word) for word in said]
    return [link.source, link.target, *words, order[link.fact.id], drawn["bow"], link.confidence]


def fact_row(sourced: Sourced, document: int | None, texts: Texts) -> Row:
    """A fact: its document's node, the key printed for it, file, line, kind, quote, and what else it says."""
    evidence = sourced.evidence
    printed = sourced.fact.document or ""
    quote = " ".join(evidence.quote.split())
    kind = texts.at(sourced.fact.type)
    return [document, texts.at(printed), texts.at(evidence.file), evidence.line, kind, quote, details(sourced.fact)]


def described(node: Entity) -> Row:
    """What the panel prints below the name of a node: pairs of field and text."""
    match node:
        case Task():
            pairs = [("path", " › ".join(node.path))]
        case DocumentNode():
            pairs = [("number", node.number), ("date", node.date), ("kind", node.kind)]
        case IndicatorNode():
            pairs = [("unit", node.unit)]
        case Body():
            pairs = [("kind", node.kind)]
        case _:
            pairs = []
    return [list(pair) for pair in pairs if pair[1]]


def details(fact: Fact) -> Row:
    """What a fact says beyond the two ends and the role of its link: pairs of field and text."""
    match fact:
        case Membership():
            pairs = [("posts", "、".join(fact.posts)), ("note", fact.note)]
        case Assignment():
            pairs = [("deadline", fact.deadline), ("note", fact.note)]
        case Office():
            pairs = [("duty", fact.duty)]
        case Target():
            value = f"{fact.comparator} {fact.value:g} {fact.unit or ''}"
            pairs = [("value", value.strip()), ("year", str(fact.year))]
        case _:
            pairs = []
    return [list(pair) for pair in pairs if pair[1]]


def rows(content: Content) -> list[tuple[str, ...]]:
    """The relations as a table for readers without script: who, relation, role, whom, document, place."""
    table: list[tuple[str, ...]] = []
    for link in content.links:
        document = content.document(link)
        source = document.number or document.name if document else link.fact.fact.document or ""
        place = f"{link.fact.evidence.file}:{link.fact.evidence.line}"
        ends = content.nodes[link.source].name, content.nodes[link.target].name
        table.append((ends[0], link.relation, link.role, ends[1], source, place))
    return table


def script_json(data: object) -> str:
    """JSON that may stand inside a script element whatever its texts are."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
