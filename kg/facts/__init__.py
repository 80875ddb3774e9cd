"""The typed facts: what a notice states, in the words it prints, each with its place.

Names are without inner blanks, otherwise as printed; a later stage maps them to nodes and never
rewrites them. `docs` of the fields are the output contract; values follow the gold's format.
"""

from __future__ import annotations

from kg.facts.base import Doubt, Fact
from kg.facts.papers import Citation, ContentsEntry, Header, Issue
from kg.facts.posts import Appointment, Change, Creation, Head, MemberBody, Membership, Office, Part, PostHeld
from kg.facts.tasks import Assignment, Indicator, Target

__all__ = [
    "Appointment",
    "Assignment",
    "Change",
    "Citation",
    "ContentsEntry",
    "Creation",
    "Doubt",
    "Fact",
    "Head",
    "Header",
    "Indicator",
    "Issue",
    "MemberBody",
    "Membership",
    "Office",
    "Part",
    "PostHeld",
    "Target",
]
