"""What the reading of a roster knows on its way, and the facts that its seats make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.constructs.lists import restore
from kg.constructs.seats import Seat
from kg.facts import Doubt, Fact, Head, MemberBody, Membership, Office
from kg.notice import Document
from kg.text import Span, Text

__all__ = ["EDITS", "State", "doubt", "fact", "merge_office"]

EDITS = re.compile(r"编辑|校对|编审|编务|[主总]编\Z")
"""Roles that the foot of a page names."""


@dataclass(slots=True)
class State:
    """Where the reading of a roster stands."""

    role: str | None = None
    role_at: Span | None = None
    body: str | None = None
    prefix: str = ""
    nameless: bool = True
    group: bool = False
    office: bool = False
    known: set[str] = field(default_factory=set)
    facts: list[Fact] = field(default_factory=list)


def fact(document: Document, one: Seat, state: State) -> Fact:
    """The fact of a seat: a member body, or a membership with or without a person."""
    body, role = str(state.body), str(state.role)
    if one.body:
        (member,), state.prefix = restore([one.body], state.prefix)
        return MemberBody(document=document.key, at=one.at, body=body, role=role, member=member)
    if (state.office or role.startswith("办公室")) and (one.person or one.posts):
        concurrent = one.note == "兼"
        role = role if role.startswith("办公室") else f"办公室{role}"
        head = Head(person=one.person, role=role, concurrent=concurrent, posts=one.posts, at=one.at)
        return Office(document=document.key, at=one.at, of=body, name="办公室", heads=(head,))
    return Membership(
        document=document.key,
        at=one.at,
        body=body,
        role=role,
        person=one.person,
        posts=one.posts,
        note=one.note,
        role_at=state.role_at,
    )


def merge_office(facts: list[Fact], new: Fact) -> None:
    """Add a fact; heads of one office, named one below the other, are one office's."""
    last = facts[-1] if facts else None
    if isinstance(new, Office) and isinstance(last, Office) and last.of == new.of and not last.host:
        facts[-1] = replace(last, at=Span(last.at.start, new.at.end), heads=(*last.heads, *new.heads))
    else:
        facts.append(new)


def doubt(document: Document, text: Text, state: State) -> None:
    """Note a line that looks like seats and does not parse; who edits a page is nobody's seat."""
    if state.body is None and EDITS.search(str(state.role)):
        return
    span = Span(text.span.start, min(text.span.end, text.span.start + 200))
    reason = f"no seat could be read behind {state.role}" if state.body else "a roster without the name of its body"
    state.facts.append(Doubt(document=document.key, at=span, construct="roster", reason=reason))
