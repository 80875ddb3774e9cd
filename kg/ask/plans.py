"""Rows of tasks: those of the plan or the heading that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.ask.asked import Asked
from kg.ask.lexicon import plain
from kg.store import Row

__all__ = ["tasks_within", "unique", "within"]

PLAN = re.compile(r"行动[里中]|方案|政策|计划|措施|规划|意见|文件|\bplan\b|programme|program\b")
ALL_PLANS = re.compile(r"[两各几]份|都要?算|所有文件|全部文件|both (?:plans|documents|papers)|all (?:plans|documents)")
ORDINAL = re.compile(r"\A(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])")


def unique(rows: Iterable[Row], column: str) -> list[str]:
    """The values of a column, each once, in order."""
    return list(dict.fromkeys(str(row[column]) for row in rows))


def within(asked: Asked, rows: list[Row]) -> list[Row]:
    """The rows of the plan that a question names, all where it names none."""
    kept = set(tasks_within(asked, unique(rows, "task")))
    return [row for row in rows if row["task"] in kept]


def tasks_within(asked: Asked, tasks: list[str]) -> list[str]:
    """The tasks of the plan, and below the heading, that a question names; all where it names none."""
    keys = {entry.id.split("/")[1] for entry in asked.linked.of("program", "document")} | set(short_numbers(asked))
    if not keys and PLAN.search(asked.text):
        keys = {entry.id.split("/")[1] for entry in asked.best("program")[:1]}
    if not ALL_PLANS.search(asked.text):
        tasks = [task for task in tasks if task.split("/")[1] in keys] or tasks
    return [task for task in tasks if under_heading(task, asked.text)] or tasks


def short_numbers(asked: Asked) -> Iterator[str]:
    """The documents with tasks that a short number names (6号文)."""
    for number in re.findall(r"(?<![〕\d])(\d{1,3})号文", asked.text):
        plans = {entry.id.split("/")[1] for entry in asked.lexicon.of("program")}
        yield from (key for key in sorted(plans) if key.endswith(f"〕{number}号"))


def under_heading(task: str, text: str) -> bool:
    """Whether a question names one of the headings above a task."""
    steps = (ORDINAL.sub("", step) for step in task.split("/")[2:-1])
    return any(len(step) > 3 and plain(step) in text for step in steps)
