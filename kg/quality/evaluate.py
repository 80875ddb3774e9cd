"""A build's facts measured against what a careful reader found: precision, recall and F1 by kind.

The gold is one JSON object with the lists `documents`, `memberships`, `member_bodies`, `offices`,
`assignments`, `appointments`, `indicators`; a list that is missing is empty. Keys are compared
without white space and with brackets and punctuation in one shape. Assignments are paired first,
each of the gold's with the found one that is most like it in task and bodies.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError

__all__ = ["Tally", "evaluate", "read_facts", "read_gold", "total"]

Record = Mapping[str, Any]
Keys = Counter[tuple[str, ...]]
SHAPE = str.maketrans("()〔〕[]:,;", "（）（）（）：，；")
PARTS = ("lead", "participants", "responsible")
LIKE_ENOUGH = 0.6


@dataclass(slots=True)
class Tally:
    """How many keys of a kind are right, found and wanted; `wrong` and `missed` name the others."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    wrong: list[tuple[str, ...]] = field(default_factory=list)
    missed: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found and nothing wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_facts(path: Path) -> list[Record]:
    """The facts of a facts.jsonl; a folder that `kg build` wrote stands for the one in it."""
    path = path / "facts.jsonl" if path.is_dir() else path
    return [record for line in content(path).splitlines() if line.strip() for record in [parsed(line, path)]]


def read_gold(path: Path) -> Record:
    """The gold annotation of a file."""
    return parsed(content(path), path)


def content(path: Path) -> str:
    """The text of a file in UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {getattr(error, 'strerror', None) or 'no UTF-8'}", path) from error


def parsed(text: str, path: Path) -> Record:
    """A JSON object."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg}", f"{path}:{error.lineno}:{error.colno}") from error
    if not isinstance(found, dict):
        raise InputError("a JSON object is expected", path)
    return found


def norm(value: object) -> str:
    """A value without white space, brackets and punctuation in one shape."""
    return re.sub(r"\s+", "", str(value or "")).translate(SHAPE)


def person(record: Record) -> str:
    """A person, or the seat of nobody by its posts."""
    return norm(record.get("person")) or "— " + "、".join(norm(post) for post in record.get("posts") or [])


def memberships(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Body, role and person of each seat."""
    return ((norm(one["body"]), norm(one["role"]), person(one)) for one in records)


def posts(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Body, person and post of each post of a seat with a name."""
    return (
        (norm(one["body"]), norm(one["person"]), norm(post))
        for one in records
        if one["person"]
        for post in one.get("posts") or []
    )


def member_bodies(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Body and member."""
    return ((norm(one["body"]), norm(one["member"])) for one in records)


def hosts(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Body and host of its office."""
    return ((norm(one["of"]), norm(one["host"])) for one in records if one.get("host"))


def heads(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Body, person and role of each head and deputy head of its office."""
    return (
        (norm(one["of"]), person(head), norm(head["role"]).removeprefix("办公室"))
        for one in records
        for head in [*(one.get("heads") or []), *(one.get("deputy_heads") or [])]
    )


def appointments(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Person, action and post."""
    return ((norm(one["person"]), norm(one["action"]), norm(one["post"])) for one in records)


def documents(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Title, number, issuer, date and each addressee of a document."""
    for one in records:
        title = norm(one.get("title"))
        values = [(name, one.get(name)) for name in ("title", "number", "issuer", "date")]
        values += [("recipient", addressee) for addressee in one.get("recipients") or []]
        yield from ((title, name, norm(value)) for name, value in values if value)


def citations(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Title of the document, title and number of each document that it cites by number."""
    return (
        (norm(one.get("title")), norm(cite["title"]), norm(cite["number"]))
        for one in records
        for cite in one.get("cites") or []
        if cite.get("number")
    )


def indicators(records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    """Number, name, year and value of each indicator that has one value a year."""
    return (
        (norm(one["no"]), norm(one["name"]), norm(year), norm(value))
        for one in records
        for year, value in (one.get("targets") or {}).items()
        if isinstance(value, str)
    )


KINDS: dict[str, tuple[str, str, Callable[[Iterable[Record]], Iterable[tuple[str, ...]]]]] = {
    "membership": ("membership", "memberships", memberships),
    "post": ("membership", "memberships", posts),
    "member_body": ("member_body", "member_bodies", member_bodies),
    "office": ("office", "offices", hosts),
    "office_head": ("office", "offices", heads),
    "appointment": ("appointment", "appointments", appointments),
    "document": ("document", "documents", documents),
    "citation": ("document", "documents", citations),
    "indicator": ("indicator", "indicators", indicators),
}
"""Each kind's type of fact, its list in the gold, and its keys."""


def evaluate(facts: Sequence[Record], gold: Record) -> dict[str, Tally]:
    """The tally of each kind that was found or wanted."""
    tallies = {}
    for kind, (type_, name, keys) in KINDS.items():
        found = [one for one in facts if one.get("type") == type_]
        if found or gold.get(name):
            tallies[kind] = tallied(Counter(keys(found)), Counter(keys(gold.get(name) or [])))
    found = [one for one in facts if one.get("type") == "assignment"]
    if found or gold.get("assignments"):
        tallies["assignment"] = assigned(found, gold.get("assignments") or [])
    return tallies


def total(tallies: Iterable[Tally]) -> Tally:
    """All kinds together (micro average)."""
    every = list(tallies)
    return Tally(sum(t.right for t in every), sum(t.found for t in every), sum(t.wanted for t in every))


def tallied(found: Keys, wanted: Keys) -> Tally:
    """The tally of keys found against keys wanted."""
    return Tally(
        sum((found & wanted).values()),
        sum(found.values()),
        sum(wanted.values()),
        sorted((found - wanted).elements()),
        sorted((wanted - found).elements()),
    )


def bodies(record: Record) -> set[tuple[str, str]]:
    """The bodies of an assignment with their parts."""
    return {(part, norm(body)) for part in PARTS for body in record.get(part) or []}


def likeness(wanted: Record, found: Record) -> float:
    """How alike two assignments are: 0 to 1 for the task and 0 to 1 for the bodies."""
    short, long = sorted((norm(wanted["task"]), norm(found["task"])), key=len)
    begins = len(short) >= 4 and long.startswith(short)
    task = 1.0 if begins else difflib.SequenceMatcher(None, short, long).ratio() if short else 0.0
    both = bodies(wanted) | bodies(found)
    return task + len(bodies(wanted) & bodies(found)) / (len(both) or 1)


def assigned(found: Sequence[Record], wanted: Sequence[Record]) -> Tally:
    """The tally of assignments; those of running prose are right when found, no miss when not."""
    pairs = sorted(((likeness(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True)
    partner: dict[int, int] = {}
    for like, i, j in pairs:
        if like >= LIKE_ENOUGH and i not in partner and j not in partner.values():
            partner[i] = j
    task_of = {j: norm(wanted[i]["task"]) for i, j in partner.items()}
    got: Keys = Counter(
        (task_of.get(j, "? " + norm(f["task"])), *key) for j, f in enumerate(found) for key in bodies(f)
    )
    want: Keys = Counter()
    for one in wanted:
        keys: Keys = Counter((norm(one["task"]), *key) for key in bodies(one))
        want += keys & got if one.get("kind") == "running_text" else keys
    return tallied(got, want)
