"""What a person decided against the rules: corrections.toml, applied on every build.

::

    [[same]]                         # two strands of a name are one person; or two bodies one
    people = ["三门峡市｜安伟｜三门峡市人民政府", "渑池县｜安伟｜渑池县人民政府"]
    [[different]]                    # two strands are two persons
    people = ["…", "…"]
    [[alias]]                        # what a printed name stands for, in one place or everywhere
    printed = "国调队"
    place = "三门峡市"
    body = "body/三门峡市调查队"
    [[name]]                         # how a body is called
    id = "body/三门峡市调查队"
    name = "国家统计局三门峡调查队"
    [[wrong]]                        # a fact that the source does not state
    fact = "membership-0123456789ab"

Every entry may have `why`, which is for people.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import InputError
from kg.facts import Body

K = TypeVar("K", bound=str | tuple[str, str] | frozenset[str])
__all__ = ["FILE", "NONE", "Corrections", "corrections", "entry"]

FILE = "corrections.toml"
HINT = "see kg judge --help for its form"
TABLES: Mapping[str, tuple[frozenset[str], ...]] = {
    "same": (frozenset({"people"}), frozenset({"bodies"})),
    "different": (frozenset({"people"}),),
    "alias": (frozenset({"printed", "body"}), frozenset({"printed", "body", "place"})),
    "name": (frozenset({"id", "name"}),),
    "wrong": (frozenset({"fact"}),),
}
"""The tables of the file, and what their entries hold, one way or another; each may have `why` beside it."""
BODIES = ("bodies", "body", "id")
"""The keys whose words are ids of bodies."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The decisions of a file; all empty where there is none."""

    people: Mapping[frozenset[str], str] = field(default_factory=dict)
    """Pairs of strands' ids, and same or different."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """Ids of bodies that are another's."""
    aliases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Ids of bodies by place ('' for everywhere) and printed name."""
    names: Mapping[str, str] = field(default_factory=dict)
    wrong: frozenset[str] = frozenset()

    def body(self, found: Body) -> Body:
        """The body that is meant by one that the rules found, under its decided name."""
        path = self.merged.get(found.id, found.id)
        name = self.names.get(path)
        return replace(found, id=path, name=name or found.name) if path != found.id or name else found

    def alias(self, place: str, printed: str) -> str | None:
        """The id of the body for which a printed name stands by decision."""
        return self.aliases.get((place, printed)) or self.aliases.get(("", printed))

    def stale(
        self, strands: Collection[str], bodies: Collection[str], printed: Collection[str], facts: Collection[str]
    ) -> Iterator[str]:
        """The decisions that no longer apply, each in the words of the file."""
        yield from (one for pair in self.people for one in sorted(pair) if one not in strands)
        yield from (one for one in (*self.merged, *self.names) if one not in bodies)
        yield from (name for _, name in self.aliases if name not in printed)
        yield from (fact for fact in sorted(self.wrong) if fact not in facts)


NONE = Corrections()


def corrections(path: Path, needed: bool = False) -> Corrections:
    """The decisions of a file; InputError where it cannot be read, or is needed and does not exist."""
    if not needed and not path.exists():
        return NONE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path, HINT) from error
    for name, entries in tables.items():
        if name not in TABLES or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise InputError(f"{name!r} is no table of corrections", path, f"the tables are {', '.join(TABLES)}")
        for one in entries:
            checked(name, one, path)
    merged = once(((other, first) for first, other in pairs_of(tables, "same", "bodies")), path)
    aliases = (((one.get("place", ""), one["printed"]), one["body"]) for one in tables.get("alias", []))
    return Corrections(
        people=once(people(tables), path),
        merged={other: root(other, merged, path) for other in merged},
        aliases=once(aliases, path),
        names=once(((one["id"], one["name"]) for one in tables.get("name", [])), path),
        wrong=frozenset(one["fact"] for one in tables.get("wrong", [])),
    )


def pairs_of(tables: Mapping[str, Any], kind: str, key: str) -> Iterator[tuple[str, str]]:
    """The pairs that the entries of a kind have under a key."""
    return ((one[key][0], one[key][1]) for one in tables.get(kind, []) if key in one)


def people(tables: Mapping[str, Any]) -> Iterator[tuple[frozenset[str], str]]:
    """The pairs of strands with the verdicts."""
    for kind in ("same", "different"):
        yield from ((frozenset(pair), kind) for pair in pairs_of(tables, kind, "people"))


def once(found: Iterable[tuple[K, str]], path: Path) -> dict[K, str]:
    """Decisions by what they are on; InputError where two entries decide differently."""
    kept: dict[K, str] = {}
    for key, value in found:
        if kept.setdefault(key, value) != value:
            told = key if isinstance(key, str) else " and ".join(filter(None, sorted(map(str, key))))
            raise InputError(f"two entries on {told}: {kept[key]} and {value}", path, "take one out")
    return kept


def root(body: str, merged: Mapping[str, str], path: Path) -> str:
    """The body that another is in the end; InputError where that goes round in a circle."""
    seen = {body}
    while body in merged:
        body = merged[body]
        if body in seen:
            raise InputError(f"the same bodies go round in a circle: {body}", path, "take one of the entries out")
        seen.add(body)
    return body


def checked(name: str, one: Mapping[str, Any], path: Path) -> None:
    """Refuse an entry that lacks what its table needs, or has what nobody reads."""
    own = {key: value for key, value in one.items() if key != "why"}
    fits = own.keys() in TABLES[name] and all(is_fit(key, value) for key, value in own.items())
    if not fits or not isinstance(one.get("why", ""), str):
        raise InputError(f"an entry of {name!r} is not right: {dict(one)}", path, HINT)


def is_fit(key: str, value: object) -> bool:
    """Whether the value of a key is a word, or two different ones; ids of bodies begin with body/."""
    words = value if key in ("people", "bodies") else [value]
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        return key == "place" and value == ""
    two = len(words) == len(set(words)) == 2 or words == [value]
    return two and (key not in BODIES or all(word.startswith("body/") for word in words))


def quoted(word: str) -> str:
    """A word as TOML quotes it, which is as JSON does but for one character."""
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")


def entry(kind: str, people: tuple[str, str], why: str) -> str:
    """An entry on two strands as the file prints it."""
    return f"\n[[{kind}]]\npeople = [{', '.join(map(quoted, people))}]\nwhy = {quoted(why)}\n"
