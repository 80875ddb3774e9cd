"""Golden cases: blocks of a title, a text and the facts expected from it, which readers of gazettes can add to.

A case is::

    What the case shows
    .
    the text of a notice, or the part of one that matters
    .
    a fact a line, as `shown` prints it
    .
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path

from kg.facts import (
    Appointment,
    Assignment,
    Change,
    Creation,
    Doubt,
    Fact,
    Header,
    Indicator,
    MemberBody,
    Membership,
    Office,
    PostHeld,
    Target,
)

HEAD = "临河市人民政府办公室关于成立临河市测试工作领导小组的通知\n\n临政办〔2020〕1号\n\n各县区人民政府：\n\n"
"""What stands above a case that prints no title of its own."""
BODY = "临河市测试工作领导小组"


@dataclass(frozen=True)
class Case:
    """A golden case with the file and line where it begins."""

    place: str
    title: str
    text: str
    expected: str


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    parts: list[str] = []
    lines: list[str] = []
    start = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line != ".":
            lines.append(line)
            continue
        start = start or number
        parts.append("\n".join(lines))
        lines = []
        if len(parts) == 3:
            yield Case(f"{path.name}:{start}", parts[0].strip().splitlines()[-1], parts[1], parts[2].strip())
            parts, start = [], 0


@singledispatch
def shown(fact: Fact) -> str | None:
    """A fact as a golden case prints it, None for kinds that the cases leave out."""
    del fact
    return None


def body_of(name: str) -> str:
    """The body's name where it is another than the head's."""
    return "" if name == BODY else f"【{name}】"


@shown.register
def _(fact: Membership) -> str:
    posts = f" | {'、'.join(fact.posts)}" if fact.posts or fact.note else ""
    note = f" | {fact.note}" if fact.note else ""
    return f"{body_of(fact.body)}{fact.role} {fact.person or '—'}{posts}{note}"


@shown.register
def _(fact: Change) -> str:
    word = "入" if fact.action == "join" else "出"
    posts = f" | {'、'.join(fact.posts)}" if fact.posts else ""
    return f"{body_of(fact.body)}{word} {fact.role} {fact.person}{posts}"


@shown.register
def _(fact: MemberBody) -> str:
    return f"{body_of(fact.body)}{fact.role} ◇ {fact.member}"


@shown.register
def _(fact: Office) -> str:
    heads = "；".join(
        f"{head.role}{'（兼）' if head.concurrent else ''} {head.person or '—'} | {'、'.join(head.posts)}".rstrip(" |")
        for head in fact.heads
    )
    return f"{body_of(fact.of)}{fact.name} 设在 {fact.host or '—'}{'；' if heads else ''}{heads}"


@shown.register
def _(fact: Assignment) -> str:
    parts = [f"任务 {fact.task}"]
    for word, bodies in (("牵头", fact.lead), ("参与", fact.participants), ("责任", fact.responsible)):
        if bodies:
            parts.append(f"{word} {'、'.join(bodies)}")
    if fact.deadline:
        parts.append(f"时限 {fact.deadline}")
    return " | ".join(parts)


@shown.register
def _(fact: Appointment) -> str:
    return f"{ {'appoint': '任', 'remove': '免', 'retire': '退'}[fact.action] } {fact.person} | {fact.post}"


@shown.register
def _(fact: PostHeld) -> str:
    return f"职务 {fact.person} | {fact.post}"


@shown.register
def _(fact: Creation) -> str:
    parts = "、".join(part.name for part in fact.parts)
    return f"成立 {fact.body}{f'（{fact.short}）' if fact.short else ''}{f' | {parts}' if parts else ''}"


@shown.register
def _(fact: Indicator) -> str:
    values = " ".join(f"{year}={value if isinstance(value, str) else '、'.join(value)}" for year, value in fact.targets)
    baseline = fact.baseline if isinstance(fact.baseline, str) else "、".join(fact.baseline or ("—",))
    return f"指标 {fact.no or '—'} {fact.name}（{fact.unit or ''}） | {baseline} | {values}"


@shown.register
def _(fact: Target) -> str:
    return f"目标 {fact.indicator} | {fact.year} {fact.comparator} {fact.value:g} {fact.unit or ''}".rstrip()


@shown.register
def _(fact: Doubt) -> str:
    return f"存疑 {fact.construct}"


@shown.register
def _(fact: Header) -> str:
    recipients = "；".join(fact.recipients)
    return f"文件 {fact.title} | {fact.number or '—'} | {fact.issuer or '—'} | {fact.date or '—'} | {recipients or '—'}"
