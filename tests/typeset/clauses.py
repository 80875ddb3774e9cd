"""Tasks with their clauses of responsibility, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.typeset.layout import Layout
from tests.typeset.made_up import Place
from tests.typeset.notice import Clause
from tests.typeset.settling import TABLES
from tests.typeset.text import Line, listing

__all__ = ["clause_lines"]

CHINESE = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
COLUMNS = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
NOTE = "排在第一位的为牵头单位，下同"


def clause_lines(clauses: tuple[Clause, ...], layout: Layout, place: Place) -> Iterator[Line]:
    """The tasks of a plan as the layout has them."""
    if layout.clause in TABLES:
        yield from table(clauses, layout, place)
        return
    for index, clause in enumerate(clauses):
        yield from item(clause, index, layout, place)


def item(clause: Clause, index: int, layout: Layout, place: Place) -> Iterator[Line]:
    """A task with what is said of it and its clause."""
    head = ordinal(index, layout.heads)
    said = clause.detail
    if layout.item == "heading":
        yield Line(head + clause.task, indented=True)
    else:
        said = head + clause.task + ("，" if layout.item == "untitled" else "。") + said
    if layout.clause in ("by", "with", "charge"):
        yield Line(said + sentence(clause, layout, place), wraps=True, indented=True, breaks=True)
    elif layout.clause == "label lines":
        yield Line(said, wraps=True, indented=True)
        for line in labels(clause, layout, place, "（）"):
            yield Line(line, wraps=True, indented=True, breaks=True)
    else:
        left, right = layout.bracket
        nested = "〔〕" if left in "（(" else "（）"
        inner = left + bracketed(clause, layout, place, nested, first=not index) + right
        own = layout.clause_at == "own line"
        yield Line(said + inner * (not own), wraps=True, indented=True, breaks=True)
        if own:
            yield Line(inner, wraps=True, indented=True, breaks=True)


def ordinal(index: int, style: str) -> str:
    """The number of an item."""
    if style == "①":
        return CIRCLED[index]
    return style.replace("1", str(index + 1)).replace("一", CHINESE[index])


def bracketed(clause: Clause, layout: Layout, place: Place, nested: str, *, first: bool) -> str:
    """What a bracket says."""
    lead = listing(clause.lead, layout, place, nested)
    guided = layout.clause == "guides"
    others = listing(clause.participants, layout, place, nested, tail=not guided)
    answering = listing(clause.responsible, layout, place, nested, tail=True)
    if layout.clause == "first leads":
        everyone = listing(clause.lead + clause.participants + clause.responsible, layout, place, nested, tail=True)
        until = f"；完成时限：{clause.deadline}" if clause.deadline else ""
        return f"责任单位：{everyone}{until}{'。' + NOTE if first else ''}"
    if layout.clause in ("labels", "comma labels", "responsible"):
        return ("，" if layout.clause == "comma labels" else "；").join(labels(clause, layout, place, nested))
    if layout.clause == "lead behind label" and not clause.lead:
        return f"责任单位：{answering}"
    label = "责任单位：" if layout.clause == "lead behind label" else ""
    if guided:
        return f"{others}指导，{answering}负责" if clause.participants else f"{answering}负责"
    if layout.clause == "responsible verb":
        return f"{answering}按职责分工负责" if len(clause.responsible) > 1 else f"{answering}负责"
    shared = "按职责分工负责" if layout.clause in ("duties", "lead behind label") else "配合"
    return f"{label}{lead}牵头，{others}{shared}" if clause.participants else f"{lead}牵头"


def labels(clause: Clause, layout: Layout, place: Place, nested: str) -> Iterator[str]:
    """Each part behind its label."""
    parts = (("牵头单位", clause.lead), ("配合单位", clause.participants), ("责任单位", clause.responsible))
    for label, bodies in parts:
        if bodies:
            yield f"{label}：{listing(bodies, layout, place, nested, tail=label != '牵头单位')}"
    if clause.deadline:
        yield f"完成时限：{clause.deadline}"


def sentence(clause: Clause, layout: Layout, place: Place) -> str:
    """A sentence for a clause."""
    lead = listing(clause.lead, layout, place)
    others = listing(clause.participants, layout, place, tail=True)
    if clause.responsible:
        return f"由{listing(clause.responsible, layout, place, tail=True)}负责。"
    if layout.clause == "with" and others:
        return f"由{lead}会同{others}负责。"
    return f"由{lead}牵头，{others}参加。" if others else f"由{lead}牵头。"


def table(clauses: tuple[Clause, ...], layout: Layout, place: Place) -> Iterator[Line]:
    """Tasks in columns, or a cell a line."""
    printed = [COLUMNS, *rows(clauses, layout, place)]
    widths = [max(width(cell) for cell in column) + 2 for column in zip(*printed, strict=True)]
    for row in printed:
        if layout.clause == "tabs":
            yield Line("\t".join(row), breaks=True)
        elif layout.clause == "pipes":
            yield Line(f"| {' | '.join(row)} |", breaks=True)
        elif layout.clause == "box":
            yield Line("│".join(("", *row, "")), breaks=True)
            yield Line("├" + "┼".join("─" * 4 for _ in row) + "┤")
        elif layout.clause == "blanks":
            cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
            yield Line("".join(cells).rstrip(), breaks=True)
        else:
            yield from (Line(cell) for cell in row)


def width(cell: str) -> int:
    """The width of a cell in halves of a character."""
    return sum(1 if char.isascii() else 2 for char in cell)


def rows(clauses: tuple[Clause, ...], layout: Layout, place: Place) -> Iterable[tuple[str, ...]]:
    """The cells of each task; 无 or / for nothing."""
    nothing = "无" if layout.clause == "pipes" else "/"
    for index, one in enumerate(clauses, start=1):
        lead = listing(one.lead, layout, place)
        others = listing(one.participants, layout, place, tail=True)
        yield (str(index), one.task, lead, others or nothing, one.deadline or nothing)
