"""The typed facts: what a notice states, in the words it prints, each with its place; the things they are about.

Names are without inner blanks, otherwise as printed; identity maps them to entities and never rewrites them.
`docs` of the fields are the output contract, `lines` writes it; values follow the gold's format.
"""

from __future__ import annotations

from kg.facts.as_printed import Printed
from kg.facts.base import Doubt, Fact
from kg.facts.contract import Context, Names, lines, sourced
from kg.facts.entities import BASE, Body, DocumentNode, Entity, Group, IndicatorNode, Person, Program, Task
from kg.facts.evidence import Evidence, Sourced
from kg.facts.ids import safe
from kg.facts.ledger import Coverage, Entry, Ledger
from kg.facts.papers import Citation, ContentsEntry, Header, Issue
from kg.facts.posts import Appointment, Change, Creation, Head, MemberBody, Membership, Office, Part, PostHeld
from kg.facts.tasks import Assignment, Indicator, Target

__all__ = [
    "BASE",
    "Appointment",
    "Assignment",
    "Body",
    "Change",
    "Citation",
    "ContentsEntry",
    "Context",
    "Coverage",
    "Creation",
    "DocumentNode",
    "Doubt",
    "Entity",
    "Entry",
    "Evidence",
    "Fact",
    "Group",
    "Head",
    "Header",
    "Indicator",
    "IndicatorNode",
    "Issue",
    "Ledger",
    "MemberBody",
    "Membership",
    "Names",
    "Office",
    "Part",
    "Person",
    "PostHeld",
    "Printed",
    "Program",
    "Sourced",
    "Target",
    "Task",
    "lines",
    "safe",
    "sourced",
]
