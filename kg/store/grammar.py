"""Whether tokens are a query: the grammar `sparql.ebnf`, followed one token at a time, without recursion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.errors import QueryError
from kg.store.tokens import Token, at

__all__ = ["DEEPEST", "follow"]

DEEPEST = 100
"""How many brackets may stand within each other: the store reads with its stack, which a query must not exhaust."""

LONGEST = 50
"""How many signs (`!`, `-`, `^`) may stand before one thing, for the same reason."""

LINKS = {"||", "&&", "+", "-", "*", "/", "|", ".", ";", "UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH"}
MOST = 1000
"""How many triples, parts and terms may be joined: a chain as long as a book is a tree as deep, for the same reason."""

PART = re.compile(r"'[^']+'|\w+|[()|?*+]")
SHOWN = {"end": "the end", "iri": "an IRI", "name": "a name", "space": "a prefix", "var": "a variable"}
SHOWN |= {"string": "a string", "number": "a number", "blank": "a blank node", "function": "a function", "lang": "@…"}
MANY = 8
"""Of so many things that may stand in a place at most an error tells all."""


class Node:
    """A piece of the grammar: a token, a rule by its name, a row, a choice, or what may be missing or repeated."""

    __slots__ = ("first", "kind", "name", "parts")

    def __init__(self, kind: str, name: str = "", parts: Sequence[Node] = ()) -> None:
        self.kind, self.name, self.parts = kind, name, tuple(parts)
        self.first: frozenset[str] | None = None


def follow(found: Sequence[Token], text: str) -> None:
    """Refuse tokens that are no query, with the place and what could stand there; `text` is what they come from."""
    rules = _rules()
    stack, skipped, depth = [rules["Query"]], set[str](), 0
    for token in (*found, Token("end", "", len(text))):
        depth = _deeper(depth, token, text)
        while True:
            if not stack:
                raise _wrong(token, skipped, text)
            node = stack.pop()
            if node.kind == "token":
                if node.name != token.kind:
                    raise _wrong(token, skipped | {node.name}, text)
                skipped.clear()
                break
            _open(node, token, stack, skipped, text)
    _signs(found, text)
    _links(found, text)


def _open(node: Node, token: Token, stack: list[Node], skipped: set[str], text: str) -> None:
    """Put what a piece consists of on the stack, as the next token decides."""
    if node.kind == "rule":
        stack.append(_rules()[node.name])
    elif node.kind == "row":
        stack.extend(reversed(node.parts))
    elif node.kind == "choice":
        fits = next((part for part in node.parts if token.kind in _first(part)), None)
        fits = fits or next((part for part in node.parts if "" in _first(part)), None)
        if fits is None:
            raise _wrong(token, skipped | _first(node), text)
        stack.append(fits)
    elif token.kind in _first(node.parts[0]):
        stack.extend([node, node.parts[0]] if node.kind == "many" else [node.parts[0]])
    else:
        skipped.update(_first(node.parts[0]))


def _deeper(depth: int, token: Token, text: str) -> int:
    """How many brackets are open after a token."""
    depth += (token.kind in ("{", "(", "[")) - (token.kind in ("}", ")", "]"))
    if depth > DEEPEST:
        raise QueryError(f"the query cannot be read: {at(text, token.start)}: more than {DEEPEST} brackets are open")
    return depth


def _signs(found: Sequence[Token], text: str) -> None:
    """Refuse more signs in a row than anybody writes."""
    row = 0
    for token in found:
        row = row + 1 if token.kind in ("!", "+", "-", "^") else 0
        if row > LONGEST:
            raise QueryError(f"the query cannot be read: {at(text, token.start)}: more than {LONGEST} signs in a row")


def _links(found: Sequence[Token], text: str) -> None:
    """Refuse chains that are too long; lists of values, as of IN and VALUES, may be of any length."""
    around, links = [""], 0
    for token in found:
        if token.kind in ("{", "(", "["):
            around.append(token.kind)
        elif token.kind in ("}", ")", "]"):
            around.pop()
        links += token.kind in LINKS or (token.kind == "," and around[-1] != "(")
        if links > MOST:
            raise QueryError(f"the query cannot be read: {at(text, token.start)}: more than {MOST:,} parts are joined")


def _wrong(token: Token, expected: set[str] | frozenset[str], text: str) -> QueryError:
    """The error of a token that cannot stand where it does."""
    told = sorted(SHOWN.get(one, one) for one in expected if one)
    hint = ("expected " + ", ".join(told)) if 0 < len(told) <= MANY else "this is not as SPARQL 1.1 has it"
    if token.kind == "iri" and not expected & {"iri"}:
        hint = "an IRI; put blanks round < where it means less than"
    what = token.text[:40] if token.text else "the query ends here"
    return QueryError(f"the query cannot be read: {at(text, token.start)}: {what}", hint=hint)


@cache
def _rules() -> dict[str, Node]:
    """The grammar by the names of its rules."""
    lines = Path(__file__).with_name("sparql.ebnf").read_text(encoding="utf-8").splitlines()
    whole = "\n".join(line for line in lines if line and not line.startswith("#"))
    told = (rule.partition("=") for rule in re.split(r"\n(?=\w)", whole))
    return {name.strip(): _choice(PART.findall(body)[::-1]) for name, _, body in told}


def _choice(parts: list[str]) -> Node:
    """A choice from the parts of a rule, which are taken from the end."""
    rows: list[list[Node]] = [[]]
    while parts and parts[-1] != ")":
        part = parts.pop()
        if part == "|":
            rows.append([])
        elif part in ("?", "*", "+"):
            inner = rows[-1].pop()
            again = Node("maybe" if part == "?" else "many", parts=[inner])
            rows[-1].extend([inner, again] if part == "+" else [again])
        elif part == "(":
            rows[-1].append(_choice(parts))
            parts.pop()
        else:
            rows[-1].append(_single(part))
    made = [Node("row", parts=row) for row in rows]
    return made[0] if len(made) == 1 else Node("choice", parts=made)


def _single(part: str) -> Node:
    """A token or the name of a rule."""
    return Node("rule", part) if part[0].isupper() else Node("token", part.strip("'"))


def _first(node: Node) -> frozenset[str]:
    """The kinds of tokens with which a piece can begin; an empty one where it can be missing."""
    if node.first is None:
        node.first = _begins(node)
    return node.first


def _begins(node: Node) -> frozenset[str]:
    """The same, worked out."""
    if node.kind == "token":
        return frozenset({node.name})
    if node.kind == "rule":
        return _first(_rules()[node.name])
    if node.kind == "choice":
        return frozenset().union(*map(_first, node.parts))
    if node.kind in ("maybe", "many"):
        return _first(node.parts[0]) | {""}
    found: frozenset[str] = frozenset({""})
    for part in node.parts:
        found = (found - {""}) | _first(part)
        if "" not in found:
            break
    return found
