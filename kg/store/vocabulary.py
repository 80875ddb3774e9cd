"""Terms of our own namespace in a query that the ontology does not have, and what may have been meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from kg.rdf import PREFIXES, vocabulary

__all__ = ["strange"]

TERM = re.compile(r"^gz:([\w-]+) a ", re.MULTILINE)


def strange(terms: Iterable[str]) -> list[str]:
    """A line for each IRI below our namespace that is no term of the ontology, with the term that is near."""
    ours = PREFIXES["gz"]
    names = (iri.removeprefix(ours) for iri in terms if iri.startswith(ours) and iri != ours)
    return [_told(name) for name in names if name not in _terms()]


def _told(name: str) -> str:
    """What is said of a name that is no term."""
    near = get_close_matches(name, _near(), n=1)
    return f"gz:{name} is no term of the ontology" + (f"; did you mean {_near()[near[0]]}?" if near else "")


@cache
def _terms() -> frozenset[str]:
    """The terms of the ontology, without their prefix."""
    return frozenset(TERM.findall(vocabulary("gazette.ttl")))


@cache
def _near() -> dict[str, str]:
    """What may be meant: the terms of the ontology, and those of others that the graph is written in."""
    context = json.loads(vocabulary("context.jsonld"))["@context"]
    named = (one if isinstance(one, str) else one.get("@id", "") for one in context.values())
    others = {name.partition(":")[2]: name for name in named if name.partition(":")[0] in PREFIXES and ":" in name}
    return {**others, **{name: f"gz:{name}" for name in _terms()}}
