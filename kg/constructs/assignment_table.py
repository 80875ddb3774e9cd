"""Tables of tasks: 序号 | 任务 | 牵头单位 | 责任单位 | 完成时限, merged cells left empty.

::

    table   = head { row }            the head repeats after a page break
    row     = [ no ] task bodies … [ deadline ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.constructs.cells import cells
from kg.constructs.lists import bodies
from kg.constructs.parties import KIND_OF, Parties, parties
from kg.constructs.registry import construct
from kg.facts import Assignment, Fact
from kg.lexicon import is_body
from kg.notice import Block, Document
from kg.text import Span, Text

__all__ = ["assignment_table"]

TASK = re.compile(
    r"任务|事项|措施|工作内容|内容|项目|工程|举措|目标|名称|标题|题目|案由|(?:建议|提案|议案|诉求|问题|要点|工作)\Z"
)
COLUMN = re.compile(rf"(?P<label>{'|'.join(sorted(KIND_OF, key=len, reverse=True))})\Z")
PARTIES = frozenset({"lead", "participants", "responsible"})
TALLEST = 20
"""Printed rows that one row of a table goes over."""
NOTHING = frozenset({"", "无", "/", "—", "－", "-", "——"})


@dataclass(frozen=True, slots=True)
class Row:
    """The blocks that print a row, from the first to the last, and how many they are."""

    first: Block
    last: Block
    height: int = 1


@construct("assignment_table")
def assignment_table(document: Document) -> Iterator[Fact]:
    """The rows of every table whose head names a task column and a column of bodies."""
    columns: dict[int, str] = {}
    above: list[str] = []
    for at, row in rows(document):
        head = columns_of([cell.chars for cell in row])
        if head:
            columns, above = head, []
        elif columns and (len(row) > max(columns) or cut_short(row, columns)):
            row += [Text("", range(0))] * (max(columns) + 1 - len(row))
            above = filled(row, columns, above)
            yield from fact(document, at, row, columns, above)


def rows(document: Document) -> Iterator[tuple[Row, list[Text]]]:
    """The rows of a document's tables, each with the printed ones below that go on with it."""
    found: list[tuple[Row, list[Text]]] = []
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        row = cells(block) if block.table else []
        at, above = found[-1] if found else (None, [])
        if at and at.last is before and at.height < TALLEST and row and goes_on(above, row):
            found[-1] = (Row(at.first, block, at.height + 1), joined(above, row))
        elif row:
            found.append((Row(block, block), row))
    yield from found


def goes_on(above: Sequence[Text], row: Sequence[Text]) -> bool:
    """Whether a row without a number of its own goes on with the lists of bodies above.

    Each list above ends with 、 or within a name, or else the row has less of them (merged cells).
    """
    if len(above) != len(row) or row[0]:
        return False
    lists = [(first.chars, more.chars) for first, more in zip(above, row, strict=True) if more]
    if all(first[-1:] == "、" or ("、" in first and is_cut(first, more)) for first, more in lists):
        return bool(lists)
    merged = any(of_bodies(first) and not more for first, more in zip(above, row, strict=True))
    return merged and all(of_bodies(more) for more in row if more)


def of_bodies(cell: Text) -> bool:
    """Whether a cell is a list of bodies."""
    names = bodies(cell) if cell else []
    return bool(names) and all(is_body(name) for name in names)


def is_cut(above: str, below: str) -> bool:
    """Whether the last name of a list goes on below (县财政局、县发 / 展改革局)."""
    last, first = above[above.rfind("、") + 1 :], below.split("、")[0]
    return not is_body(last) and is_body(last + first)


def joined(above: Sequence[Text], row: Sequence[Text]) -> list[Text]:
    """The cells of a row with those below; 、 stands for the line's end where a body ends there."""
    found: list[Text] = []
    for first, more in zip(above, row, strict=True):
        whole = bool(more) and of_bodies(first) and first.chars[-1] != "、"
        mark = [Text("、", range(more.at[0] - 1, more.at[0]))] if whole else []
        found.append(Text.joined([first, *mark, more]))
    return found


def columns_of(row: Sequence[str]) -> dict[int, str]:
    """What the columns of a head hold, {} for a row that is none: task, or a kind of label.

    Behind the column of a task's name (项目名称) those of its contents (目标任务) are left out.
    """
    found: dict[int, str] = {}
    for index, cell in enumerate(row):
        bare = re.sub(r"（[^）]*）", "", cell)
        match = COLUMN.search(bare)
        if len(bare) > 10:
            return {}
        if match:
            found[index] = match["label"]
        elif TASK.search(bare):
            found[index] = "task"
    named = next((index for index, label in found.items() if label == "task" and "名称" in row[index]), None)
    if named is not None:
        found = {index: label for index, label in found.items() if label != "task" or index <= named}
    kinds = {KIND_OF.get(label) for label in found.values()}
    return found if "task" in found.values() and kinds & {"lead", "responsible"} else {}


def cut_short(row: Sequence[Text], columns: dict[int, str]) -> bool:
    """Whether a row lacks only its last cells: its tasks stand there, its bodies in their columns and in no other."""
    of_bodies = {index for index, label in columns.items() if KIND_OF.get(label) in PARTIES}
    whole = all(index < len(row) and row[index] for index, label in columns.items() if label == "task")
    names = {index: bodies(cell) for index, cell in enumerate(row)}
    named = [all(is_body(name) for name in found) == (index in of_bodies) for index, found in names.items() if found]
    return whole and all(named)


def filled(row: Sequence[Text], columns: dict[int, str], above: list[str]) -> list[str]:
    """The tasks' cells, an empty one taking what stands above it (merged cells)."""
    tasks = [index for index in sorted(columns) if columns[index] == "task"]
    old = above or [""] * len(tasks)
    return [row[index].chars or old[place] for place, index in enumerate(tasks)]


def fact(document: Document, at: Row, row: Sequence[Text], columns: dict[int, str], tasks: list[str]) -> Iterator[Fact]:
    """The assignment of a row, none where no body is named."""
    clause = "；".join(
        f"{label}：{row[index].chars}"
        for index, label in sorted(columns.items())
        if label != "task" and row[index].chars not in NOTHING
    )
    read: Parties | None = parties(Text.of(clause)) if clause else None
    if not read:
        return
    yield Assignment(
        document=document.key,
        at=Span(at.first.text.stripped().span.start, at.last.text.stripped().span.end),
        task=tasks[-1],
        path=(*at.first.path, *tasks[:-1]),
        lead=tuple(read.lead),
        participants=tuple(read.participants),
        responsible=tuple(read.responsible),
        deadline=read.deadline,
        note=read.note,
        program=at.first.annex or document.title or None,
    )
