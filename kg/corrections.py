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

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.entities import Body
from kg.errors import InputError

__all__ = ["FILE", "NONE", "Corrections", "corrections", "entry"]

FILE = "corrections.toml"
TABLES = {"same": None, "different": "people", "alias": "printed", "name": "id", "wrong": "fact"}
"""The tables of the file, and what each of their entries must have."""


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


def corrections(path: Path) -> Corrections:
    """The decisions of a file, none where it does not exist; InputError where it cannot be read."""
    try:
        with path.open("rb") as file:
            tables = tomllib.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return NONE
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path, "see kg judge --help for its form") from error
    for name, entries in tables.items():
        if name not in TABLES or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise InputError(f"{name!r} is no table of corrections", path, f"the tables are {', '.join(TABLES)}")
        for one in entries:
            checked(name, one, path)
    return Corrections(
        people={frozenset(one["people"]): kind for kind in ("same", "different") for one in pairs(tables, kind)},
        merged={one["bodies"][1]: one["bodies"][0] for one in tables.get("same", []) if "bodies" in one},
        aliases={(one.get("place", ""), one["printed"]): one["body"] for one in tables.get("alias", [])},
        names={one["id"]: one["name"] for one in tables.get("name", [])},
        wrong=frozenset(one["fact"] for one in tables.get("wrong", [])),
    )


def pairs(tables: Mapping[str, Any], kind: str) -> Iterator[Mapping[str, Any]]:
    """The entries of a kind that speak of people."""
    return (one for one in tables.get(kind, []) if "people" in one)


def checked(name: str, one: Mapping[str, Any], path: Path) -> None:
    """Refuse an entry that lacks what its table needs."""
    both = one.get("people") or one.get("bodies")
    whole = {
        "same": isinstance(both, list) and len(both) == 2 and both[0] != both[1],
        "different": isinstance(one.get("people"), list) and len(set(one["people"])) == 2,
        "alias": {"printed", "body"} <= one.keys(),
        "name": {"id", "name"} <= one.keys(),
        "wrong": "fact" in one,
    }[name]
    if not whole or not all(isinstance(value, (str, list)) for value in one.values()):
        raise InputError(f"an entry of {name!r} is not complete: {dict(one)}", path, "see kg judge --help for its form")


def entry(kind: str, people: tuple[str, str], why: str) -> str:
    """An entry on two strands as the file prints it."""
    quoted = ", ".join(f'"{one}"' for one in people)
    return f'\n[[{kind}]]\npeople = [{quoted}]\nwhy = "{why}"\n'
