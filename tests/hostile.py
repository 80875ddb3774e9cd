"""Builds whose every word is of any characters at all: controls, halves of surrogate pairs, formulas, markup."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kg.build import Built
from kg.facts import Assignment, Citation, Fact, Header, Indicator, MemberBody, Membership, Office, Target, sourced
from kg.formats import Source
from kg.graph import build_graph
from kg.identity import NONE, resolve
from kg.text import Span

__all__ = ["SEEDS", "WORDS", "made"]

SEEDS = (
    "\x00\x0b\x1b\x7f",
    "\x85\u2028\u2029",
    "\ufffe\uffff\U0001fffe",
    "\ud800甲\udfff",
    "\u202e乙\u2066",
    "=1+1",
    "'=1",
    "-5",
    "\t＝1",
    "]]>&<!--</script>",
    '"\\\r\n, ;',
    "%00%",
    "../?#a/b",
    "\ufeff丙",
    "{{ 1 }}",
    "丁\U0001f600",
)
"""One of every kind of trouble."""

FILE = "made \udcff.txt"
"""A name in bytes that are no UTF-8, as Python gives it."""

WORDS = st.lists(
    st.one_of(st.sampled_from(SEEDS), st.text(st.characters(), min_size=1, max_size=12)), min_size=8, max_size=8
)
"""The eight words of a build."""


def made(words: Sequence[str], value: float = 0.1) -> Built:
    """A build of one document whose title, names, roles, posts, units and quotes are the words."""
    title, group, person, post, task, body, unit, role = words
    text, number = "".join(words), f"{words[0]}号"
    at = Span(0, len(text))
    own = {"document": number, "at": at}
    cites = (Citation(title=task, number=unit, at=at),)
    facts: list[Fact] = [
        Header(**own, title=title, number=number, issuer=body, kind=unit, date="2021-03-05", cites=cites),
        Membership(**own, body=group, role=role, person=person, posts=(body + post,), note=unit),
        MemberBody(**own, body=group, role=role, member=body),
        Office(**own, of=group, name="办公室", host=body, duty=unit),
        Assignment(**own, task=task, path=(title, unit), lead=(body,), deadline=role, program=title),
        Indicator(**own, no=1, name=task, unit=unit, targets=(("2022", unit),), table=title),
        Target(**own, task=task, indicator=unit, year=2022, comparator=">=", value=value, unit=unit),
    ]
    told = tuple(sourced(facts, Source(text, FILE)))
    names = resolve(told, NONE)
    return Built(title, (Source(text, FILE),), told, build_graph(told, names, title))
