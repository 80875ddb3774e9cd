"""The named queries: each a file `NAME.rq` in this folder, SPARQL with a head of comments.

::

    # title-zh: …                     what it answers, in both languages
    # title-en: …
    # param body (body): 机构 / the body     a variable that may be given, and its kind
    # example: body=市财政局           parameters that show how it is asked

Every parameter may be left out, and the file as it stands is the query without any. A line that begins
with `#[body]` holds only when `body` is given, `$body` in it is its value; one that ends with
`#[-body]` holds only when it is not. A query whose rows rest on one fact binds it to `?fact`, and its
evidence can be looked up.

Kinds: body, person, task, indicator, document (a name or an id), text (a word as printed),
term (one of our own: lead, appoint), date (2020, 2020-05 or 2020-05-11), number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import QueryError

__all__ = ["KINDS", "Parameter", "Query", "queries", "query"]

KINDS = ("body", "person", "task", "indicator", "document", "text", "term", "date", "number")
HEAD = re.compile(r"# (?P<key>[a-z-]+)(?: (?P<name>\w+) \((?P<kind>\w+)\))?:(?P<text>.*)")
PARAMETER = re.compile(r"(?P<zh>.+?) / (?P<en>.+)")
GIVEN = re.compile(r"#\[(?P<name>\w+)\](?P<line>.*)")
ABSENT = re.compile(r".*#\[-(?P<name>\w+)\]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that may be given; `kind` is one of KINDS."""

    name: str
    kind: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Query:
    """A named query; `example` holds parameters that show how it is asked."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    example: tuple[tuple[str, str], ...]
    text: str

    def sparql(self, given: Mapping[str, str]) -> str:
        """The query with the lines that hold when these parameters are given, as SPARQL writes their values."""
        if not given:
            return _plain(self.text)
        return "\n".join(_lines(self.text, given))

    def parameter(self, name: str) -> Parameter:
        """The parameter of a name; an unknown one is an error that lists those there are."""
        for found in self.parameters:
            if found.name == name:
                return found
        known = ", ".join(one.name for one in self.parameters) or "none"
        raise QueryError(f"the query {self.name} has no parameter {name}", hint=f"it has: {known}")


@cache
def queries() -> dict[str, Query]:
    """All named queries by name, in the order of their names."""
    folder = files("kg.store").joinpath("queries")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    found = (_read(name.removesuffix(".rq"), folder.joinpath(name).read_text(encoding="utf-8")) for name in names)
    return {query.name: query for query in found}


def query(name: str) -> Query:
    """The named query of that name; an unknown name is an error that lists those there are."""
    try:
        return queries()[name]
    except KeyError:
        known = ", ".join(queries())
        raise QueryError(f"there is no query called {name}", hint=f"there are: {known}") from None


def _read(name: str, text: str) -> Query:
    """A query from its file."""
    told: dict[str, str] = {}
    parameters = []
    for head in HEAD.finditer(text):
        words = head["text"].strip()
        if head["key"] == "param" and (both := PARAMETER.fullmatch(words)):
            parameters.append(Parameter(head["name"], head["kind"], both["zh"], both["en"]))
        else:
            told[head["key"]] = words
    example = tuple((key, value) for key, _, value in (one.partition("=") for one in told["example"].split()))
    return Query(name, told["title-zh"], told["title-en"], tuple(parameters), example, text)


@cache
def _plain(text: str) -> str:
    """The query without parameters, worked out once."""
    return "\n".join(line for line in _lines(text, {}) if not line.startswith("#"))


def _lines(text: str, given: Mapping[str, str]) -> Iterator[str]:
    """The lines that hold when these parameters are given."""
    for line in text.splitlines():
        own, absent = GIVEN.match(line), ABSENT.match(line)
        if own and own["name"] in given:
            yield own["line"].replace(f"${own['name']}", given[own["name"]])
        elif not own and not (absent and absent["name"] in given):
            yield line
