"""The page's data as compact JSON: nodes, links and facts as columns that refer by number to what they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.facts import (
    Assignment,
    Body,
    DocumentNode,
    Entity,
    Evidence,
    Fact,
    IndicatorNode,
    Membership,
    Office,
    Sourced,
    Target,
    Task,
)
from kg.text import as_json, marked
from kg.view.columns import Table, column, label, news, steps
from kg.view.content import Content
from kg.view.link import Link
from kg.view.names import city
from kg.view.overview import Overview
from kg.view.regions import Region
from kg.view.sounds import sounds
from kg.view.words import relation_words

__all__ = ["payload", "rows", "script_json"]

Row = list[Any]

ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&"})
"""What could end a script element, written so that it cannot."""


def payload(content: Content, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    """The data of the page; page/rows.js makes rows of it, page/model.js gives their columns names.

    `nodes` and `edges` are pyvis' own: how the content is drawn, in the content's order.
    """
    texts, order = Table(), Table()
    states = news([order.at(link.fact.id) for link in content.links])
    stated = {link.fact.id: link for link in content.links}
    facts = [(stated[key].fact, content.document(stated[key])) for key in order.all]
    return {
        "title": content.title(),
        "city": city(content.nodes),
        "nodes": node_columns(content.nodes, nodes, texts),
        "links": link_columns(content.links, edges, texts) | {"fact": states},
        "facts": fact_columns(facts, {node: i for i, node in enumerate(content.nodes)}, texts),
        "counts": [len(content.links), len(facts)],
        "texts": texts.all,
        "sounds": sounds(node.name for node in content.nodes),
    }


def overview(mode: str, many: Overview | None, circles: list[Region]) -> dict[str, Any]:
    """How the page opens, the circles of its regions, or the bubbles and their ties where it opens on these."""
    if many is None:
        return {"mode": mode, "regions": [[one.name, one.x, one.y, one.radius] for one in circles]}
    rows = [[one.name, one.count, one.x, one.y, one.radius] for one in many.all]
    return {"mode": mode, "bubbles": rows, "ties": [[a, b, n] for (a, b), n in many.ties.items()]}


def node_columns(nodes: Sequence[Entity], drawn: list[dict[str, Any]], texts: Table) -> dict[str, Row]:
    """The nodes: name; id as its folder and the rest, 0 where that is the name; label; spot, size, hub; what they are.

    What nodes share stands once: type and jurisdiction, what the panel says of them, their other names.
    """
    sorts, folders, rests = Table(), [], []
    for node in nodes:
        folder, mark, rest = node.id.rpartition("/")
        folders.append(texts.at(folder + mark))
        rests.append(0 if rest == node.name else rest)
    return {
        "name": [node.name for node in nodes],
        "folder": column(folders),
        "rest": column(rests),
        "label": column([label(it["label"], node.name) for it, node in zip(drawn, nodes, strict=True)]),
        **{key: column([it[key] for it in drawn]) for key in ("x", "y", "size", "hub")},
        "sort": column([sorts.at([*sort_of(node, texts), described(node), other_names(node)]) for node in nodes]),
        "sorts": sorts.all,
    }


def sort_of(node: Entity, texts: Table) -> Row:
    """Type and jurisdiction of a node."""
    return [texts.at(node.type), texts.at(getattr(node, "jurisdiction", ""))]


def other_names(node: Entity) -> Row:
    """The names of a node but the one by which it is called."""
    others = (getattr(node, "full", ""), *getattr(node, "aliases", ()))
    return [name for name in dict.fromkeys(others) if name and name != node.name]


def link_columns(links: Sequence[Link], edges: list[dict[str, Any]], texts: Table) -> dict[str, Row]:
    """The links: their ends, and what they say: words, first and last day, how sure they are, how far they bend."""
    said, numbers = Table(), []
    for link, edge in zip(links, edges, strict=True):
        words = (link.relation, link.role, link.date, link.until, link.kind, link.certainty, link.trust)
        numbers.append(said.at([*map(texts.at, words), link.confidence, edge["bow"]]))
    ends = {"a": steps(link.source for link in links), "b": column([link.target for link in links])}
    return {**ends, "saying": column(numbers), "said": said.all}


def fact_columns(
    facts: Sequence[tuple[Sourced, DocumentNode | None]], number: dict[Entity | None, int], texts: Table
) -> dict[str, Row]:
    """The facts: line, quote, and what they share: document, its key, file, kind, what else they say, address."""
    quotes, papers = Table(), Table()
    printed, paper, lines = [], [], []
    for sourced, document in facts:
        fact, at = sourced.fact, sourced.evidence
        printed.append(quotes.at(" ".join(at.quote.split())))
        words = texts.at(fact.document or ""), texts.at(at.file), texts.at(fact.type)
        paper.append(papers.at([number.get(document), *words, [*details(fact), *placed(at)], at.url or ""]))
        lines.append(at.line)
    return {
        "line": steps(lines),
        "quote": news(printed),
        "quotes": quotes.all,
        "paper": column(paper),
        "papers": papers.all,
    }


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


def placed(at: Evidence) -> Row:
    """Where in its file a fact stands: the page of a paper, the sheet and cell of a table; nothing of a plain text."""
    cell = f"{at.sheet or ''} {at.cell or ''}".strip()
    return [[name, value] for name, value in (("page", str(at.page or "")), ("cell", cell)) if value]


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
            value = f"{fact.comparator} {fact.value:.15g} {fact.unit or ''}"
            pairs = [("value", value.strip()), ("year", str(fact.year))]
        case _:
            pairs = []
    return [list(pair) for pair in pairs if pair[1]]


def rows(content: Content) -> list[tuple[str, ...]]:
    """The relations as a table for readers without script: who, relation, role, whom, document, place."""
    table: list[tuple[str, ...]] = []
    words = relation_words()
    for link in content.links:
        document = content.document(link)
        source = document.number or document.name if document else link.fact.fact.document or ""
        place = f"{link.fact.evidence.file}:{link.fact.evidence.line}"
        ends = content.nodes[link.source].name, content.nodes[link.target].name
        cells = ends[0], words.get(link.relation, link.relation), link.role, ends[1], source, place
        table.append(tuple(map(marked, cells)))
    return table


def script_json(data: object) -> str:
    """JSON that may stand inside a script element whatever its texts are."""
    return as_json(data, shown=True, separators=(",", ":")).translate(ESCAPES)
