"""The table of standard departments: which printed names are one department, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.tables import table

__all__ = ["Department", "by_key", "department", "fold", "levelled"]

BRACKETS = str.maketrans("()〔〕[]", "（）（）（）")
FOLDS = (
    (re.compile(r"\A(?:人民)?政府(?=.)"), "政府"),
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"\A委员会(?=.)"), "委"),
    (re.compile(r"管理委员会\Z"), "管委会"),
    (re.compile(r"(?<=.)委员会\Z"), "委"),
    (re.compile(r"(?<=.)办公室\Z"), "办"),
    (re.compile(r"(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff])(?!平)"), ""),
)
"""What names that mean the same differ in."""
PLACE = "{}"
WORDS = ("省", "自治区", "区", "市", "州", "盟", "县", "旗")
LATE = 3
"""Years by which local reforms trail the national one."""


@dataclass(frozen=True, slots=True)
class Department:
    """A row of the table: a short name of a body at some levels (国 省 市 县).

    `key` is one for all names of the body; `full` is '' where not certain; `label` how the canonical
    label is made where that is not place + short. Both may hold {place} (三门峡市), {short} (三门峡) and
    {level} (市). `first` and `last` are the years of its existence, None where open; `successors` are keys
    with the year of the reform, None where places differ.
    """

    key: str
    short: str
    full: str
    kind: str
    levels: str
    first: int | None
    last: int | None
    successors: tuple[tuple[str, int | None], ...]
    label: str


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in the form in which names are compared: brackets in one shape, 委员会 as 委, no 和."""
    folded = name.translate(BRACKETS)
    for pattern, short in FOLDS:
        folded = pattern.sub(short, folded)
    return folded


@cache
def rows() -> tuple[tuple[Department, tuple[str, ...]], ...]:
    """The rows with the printed forms that each names."""
    return tuple(map(row, table("departments.tsv", 10)))


def row(cells: tuple[str, ...]) -> tuple[Department, tuple[str, ...]]:
    """A row of the table read."""
    key, short, full, forms, kind, levels, first, last, successors, label = cells
    after = [one.partition("@") for one in successors.split(";") if one]
    years = tuple((name, number(year)) for name, _, year in after)
    found = Department(key, short, full, kind, levels, number(first), number(last), years, label)
    return found, tuple(form for form in (short, full, label, *forms.split("|")) if form)


def number(cell: str) -> int | None:
    """A year, or None for an empty cell."""
    return int(cell) if cell else None


@cache
def index() -> dict[tuple[str, str], tuple[Department, ...]]:
    """Departments by folded form and level; {} stands in a form for the place inside it."""
    found: dict[tuple[str, str], dict[Department, None]] = {}
    for one, forms in rows():
        for form in (whole for printed in forms for whole in spelled(printed)):
            for level in one.levels:
                found.setdefault((fold(form), level), {})[one] = None
    return {form: tuple(same) for form, same in found.items()}


def spelled(form: str) -> Iterator[str]:
    """A form with every word for a level in the place of {level}, and {} for its place."""
    marked = form.replace("{place}", PLACE).replace("{short}", PLACE)
    yield from (marked.replace("{level}", word) for word in WORDS) if "{level}" in marked else (marked,)


@cache
def levelled() -> frozenset[str]:
    """The folded forms that hold a word for a level, which is that of one place (团县委 in none but a county)."""
    marked = (form for _, forms in rows() for form in forms if "{level}" in form and PLACE not in form)
    return frozenset(fold(whole) for form in marked for whole in spelled(form))


@cache
def by_key() -> dict[tuple[str, str], tuple[Department, ...]]:
    """The rows of a key at a level, in the order of the table."""
    found: dict[tuple[str, str], list[Department]] = {}
    for one, _ in rows():
        for level in one.levels:
            found.setdefault((one.key, level), []).append(one)
    return {key: tuple(same) for key, same in found.items()}


@lru_cache(maxsize=65536)
def department(name: str, level: str, year: int | None = None) -> Department | None:
    """The department of a name at a level; of several the one that existed in `year`, None if unsure.

    `name` is what stands behind the place or the word for the level, or a whole name with {} for its place.
    """
    same = index().get((fold(name), level), ())
    if len({one.key for one in same}) > 1:
        same = tuple(alive(same, year)) if year else ()
    return same[0] if same and len({one.key for one in same}) == 1 else None


def alive(same: tuple[Department, ...], year: int) -> Iterator[Department]:
    """The departments that existed in a year, some late."""
    return (one for one in same if (one.first or 0) <= year <= (one.last or 9999) + LATE)
