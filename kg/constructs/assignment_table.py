"""Tables of tasks: 序号 | 任务 | 牵头单位 | 责任单位 | 完成时限, merged cells left empty.

::

    table   = head { row }            the head repeats after a page break
    row     = [ no ] task bodies … [ deadline ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.constructs import construct
from kg.constructs.cells import cells
from kg.constructs.lists import bodies
from kg.constructs.parties import KIND_OF, Parties, parties
from kg.facts import Assignment, Fact
from kg.outline import Block
from kg.segment import Document
from kg.text import Text
from kg.words import is_body

__all__ = ["assignment_table"]

TASK = re.compile(
    r"任务|事项|措施|工作内容|内容|项目|举措|目标|名称|标题|题目|案由|(?:建议|提案|议案|诉求|问题|要点|工作)\Z"
)
COLUMN = re.compile(rf"(?P<label>{'|'.join(sorted(KIND_OF, key=len, reverse=True))})\Z")
PARTIES = frozenset({"lead", "participants", "responsible"})
NOTHING = frozenset({"", "无", "/", "—", "－", "-", "——"})


@construct("assignment_table")
def assignment_table(document: Document) -> Iterator[Fact]:
    """The rows of every table whose head names a task column and a column of bodies."""
    columns: dict[int, str] = {}
    above: list[str] = []
    for block in document.blocks:
        if not block.table:
            continue
        row = cells(block)
        head = columns_of([cell.chars for cell in row])
        if head:
            columns, above = head, []
        elif columns and (len(row) > max(columns) or cut_short(row, columns)):
            row += [Text("", range(0))] * (max(columns) + 1 - len(row))
            above = filled(row, columns, above)
            yield from fact(document, block, row, columns, above)


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


def fact(
    document: Document, block: Block, row: Sequence[Text], columns: dict[int, str], tasks: list[str]
) -> Iterator[Fact]:
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
        at=block.text.stripped().span,
        task=tasks[-1],
        path=(*block.path, *tasks[:-1]),
        lead=tuple(read.lead),
        participants=tuple(read.participants),
        responsible=tuple(read.responsible),
        deadline=read.deadline,
        note=read.note,
        program=block.annex or document.title or None,
    )
