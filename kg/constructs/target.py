"""Targets in prose: a number that an indicator is to reach in a year.

::

    target  = "到" year [ "和" year ] … name [ "分别" ] verb value [ bound ] [ "和" value [ bound ] ]
    verb    = "不低于" | "不少于" | "低于" | "达到" | "控制在" | "下降到" | "提高到" | "保持在" | …
    bound   = "及以上" | "以上" | "及以下" | "以下" | "以内" | "左右"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.constructs.registry import construct
from kg.facts import Fact, Target
from kg.notice import Block, Document, without_ordinal
from kg.text import Text, squeeze

__all__ = ["target"]

YEARS = re.compile(r"(?:力争)?到(?P<first>20\d\d)年(?:底|末)?(?:[和、](?:到)?(?P<second>20\d\d)年(?:底|末)?)?，?")
SOME_YEAR = re.compile(r"到\s*20\d\d\s*年")
UNIT = (
    r"(?:/\d*万|[%％‰]|个百分点|微克/立方米|(?:百|千)?(?:万亿|[万亿])?(?:立方米|平方公里|平方米|公里|公顷|公斤|吨标准煤|千瓦时?|千瓦"
    r"|人次|人|元|吨|亩|斤|家|个|户|套|年|岁|张|所|件|项|处|辆|台|米|天|小时|分钟|倍|分贝|床位)?)"
)
VALUE = rf"(?P<value{{n}}>\d+(?:\.\d+)?)(?P<unit{{n}}>{UNIT})(?P<bound{{n}}>及?以上|及?以下|以内|左右)?"
VERBS = (
    "不低于|不少于|不高于|不超过|不大于|不小于|低于|高于|少于|超过|大于|小于|达到|达|控制在|保持在|稳定在|"
    "(?:下降|降低|提高|提升|增加|增长|上升)[到至]|降[到至]|增至"
)
CLAUSE = re.compile(
    rf"(?P<name>[^。；]{{3,60}}?)(?P<each>分别)?(?P<verb>{VERBS}){VALUE.format(n=1)}(?:[和、]{VALUE.format(n=2)})?(?=[，。；]|\Z)"
)
COMPARES = {
    ">=": ("不低于", "不少于", "不小于"),
    "<=": ("不高于", "不超过", "不大于"),
    "<": ("低于", "少于", "小于"),
    ">": ("高于", "超过", "大于"),
}
COMPARATOR = {verb: sign for sign, verbs in COMPARES.items() for verb in verbs}


@construct("target")
def target(document: Document) -> Iterator[Fact]:
    """The numeric targets of sentences that begin with a year to come."""
    for block in document.blocks:
        if block.table or not SOME_YEAR.search(block.chars):
            continue
        flat = block.text.squeezed().folded()
        for years in YEARS.finditer(flat.chars):
            end = flat.chars.find("。", years.end())
            sentence = flat[years.end() : end if end >= 0 else len(flat)]
            yield from in_sentence(document, block, years, sentence)


def in_sentence(document: Document, block: Block, years: re.Match[str], sentence: Text) -> Iterator[Fact]:
    """The targets of a sentence behind its years."""
    wanted = [int(year) for year in years.groups() if year]
    start = 0
    while match := CLAUSE.search(sentence.chars, start):
        yield from in_clause(document, block, wanted, sentence, match)
        start = match.end()


def in_clause(
    document: Document, block: Block, years: Sequence[int], sentence: Text, match: re.Match[str]
) -> Iterator[Fact]:
    """The targets of a clause: the values to the years in order."""
    values = [n for n in (1, 2) if match[f"value{n}"]]
    if len(values) > len(years):
        return
    name = indicator_name(match["name"])
    task, path = task_of(block)
    for n, year in zip(values, years, strict=False):
        yield Target(
            document=document.key,
            at=sentence.group(match).stripped("，").span,
            task=task,
            path=path,
            indicator=name,
            year=year,
            comparator=comparator(match["verb"], match[f"bound{n}"] or match["bound1"] if n == 2 else match["bound1"]),
            value=float(match[f"value{n}"]),
            unit=unit(match[f"unit{n}"] or match["unit1"]),
            program=block.annex or document.title or None,
        )


def indicator_name(printed: str) -> str:
    """The name of the indicator: behind the comma before it, unless a condition stands there."""
    parts = [part for part in printed.split("，") if part]
    if len(parts) > 1 and re.match(r"以.+为单位\Z", parts[-2]):
        return "，".join(parts[-2:])
    return parts[-1] if parts else printed


def comparator(verb: str, bound: str | None) -> str:
    """The comparison that verb and bound state together."""
    if bound in ("及以上", "以上"):
        return ">="
    if bound in ("及以下", "以下", "以内"):
        return "<="
    return COMPARATOR.get(verb, "=")


def unit(printed: str) -> str | None:
    """The unit; a rate is printed as its own denominator (10/10万 is 10 of 1/10万)."""
    if not printed:
        return None
    return f"1{printed}" if printed.startswith("/") else printed


def task_of(block: Block) -> tuple[str, tuple[str, ...]]:
    """The task to which a paragraph belongs, its own title or the heading above it, and its path."""
    if block.title:
        return squeeze(block.title.chars), block.path
    return (without_ordinal(block.path[-1]), block.path[:-1]) if block.path else ("", ())
