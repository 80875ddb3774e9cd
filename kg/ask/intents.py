"""What a question asks: the first pattern of the table whose names the question has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.ask.asked import Asked
from kg.errors import InputError
from kg.lexicon import table

__all__ = ["Pattern", "intents", "patterns"]

WHICH = re.compile(r"哪(?!怕)|(?<!为)什么|谁|\b(?:which|who|whom|what|where)\b|how many")
"""Words of questions that want more than a yes or a no."""
POSITIVE = frozenset(
    ("shared_tasks", "tasks_all_of", "agency_tasks", "agency_leads", "task_participants", "co_members")
)
"""Intents that answer what is, never what is not."""
TAG = re.compile(r"(?:吗|对吧|right|correct|isn't it)[?？。]?.?\Z")
"""What makes a yes or a no of a statement, whatever words it has."""
LETTERS = "PGBDTI"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table: the intent, the letters of the names it needs, and the words that show it."""

    intent: str
    needs: str
    words: re.Pattern[str]


@cache
def patterns(own: Path | None = None) -> tuple[Pattern, ...]:
    """The patterns of the package, a user's own before them."""
    known: dict[str, str] = {}
    package = tuple(read(table("questions.tsv", 3), known))
    return (*(read(lines(own), known) if own else ()), *package)


def lines(path: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a file of the same form."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path) from error
    for number, line in enumerate(text.splitlines(), start=1):
        cells = tuple(line.split("\t"))
        if line and not line.startswith("#"):
            if len(cells) != 3:
                raise InputError("no row of intent, needs and pattern, with tabs between", f"{path}:{number}")
            yield cells


def read(rows: Iterable[tuple[str, ...]], known: dict[str, str]) -> Iterator[Pattern]:
    """The patterns of rows; `known` are the names defined so far."""
    for intent, needs, words in rows:
        for name, meant in known.items():
            words = words.replace(f"{{{name}}}", f"(?:{meant})")
        if intent.startswith("="):
            known[intent[1:]] = words
            continue
        try:
            yield Pattern(intent, needs, re.compile(words))
        except re.error as error:
            raise InputError(f"the pattern of {intent} cannot be read: {error}") from error


def intents(asked: Asked, own: Path | None = None) -> Iterator[str]:
    """The intents that a question can have, the likeliest first."""
    text, tagged = asked.linked.rest, TAG.search(asked.question.strip().lower()) is not None
    seen: set[str] = set()
    for pattern in patterns(own):
        said = pattern.words.search(text) is not None
        if pattern.intent == "yes_no":
            said = tagged or (said and not WHICH.search(text))
        if pattern.intent in POSITIVE and asked.denies:
            continue
        if pattern.intent not in seen and said and has(asked, pattern.needs):
            seen.add(pattern.intent)
            yield pattern.intent


def has(asked: Asked, needs: str) -> bool:
    """Whether a question names as many things of each kind as a pattern needs, and none of those it must not."""
    wanted = Counter(needs)
    return all(
        count(asked, letter) >= wanted[letter] and not (wanted[letter.lower()] and count(asked, letter))
        for letter in LETTERS
        if wanted[letter] or wanted[letter.lower()]
    )


def count(asked: Asked, letter: str) -> int:
    """How many things of a kind a question names."""
    named = {
        "P": lambda: len(asked.persons),
        "G": lambda: max(len(asked.several_groups), min(len(asked.groups), 1)),
        "B": lambda: len(asked.bodies),
        "D": lambda: max(len(asked.documents), min(len(asked.papers), 1)),
        "T": lambda: min(len(asked.tasks), 1),
        "I": lambda: min(len(asked.indicators), 1),
    }
    return named[letter]()
