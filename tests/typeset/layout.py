"""Every way of setting a notice: one field a dimension, its options from the plainest on.

What kinds of names, posts and notes a notice has is a dimension, too: they are hard in some shapes and not in others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal, get_args, get_type_hints

__all__ = ["CHOICES", "Layout", "Option", "draw_layout"]

Option = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a notice is set and what kinds of names it has; the defaults are the plainest."""

    number_at: Literal["after", "before"] = "after"
    number: Literal["〔〕", "[]", "()", "【】"] = "〔〕"
    title: Literal["one", "issuer apart", "two", "three", "blanks"] = "one"
    issuer: Literal["in title", "signature"] = "in title"
    date: Literal["digits", "blanks", "iso", "○", "〇", "none"] = "digits"
    recipients: Literal["full colon", "half colon", "none"] = "full colon"
    top: Literal["none", "index", "table"] = "none"
    foot: Literal["none", "public", "keywords", "print"] = "none"
    gap: Literal["sections", "every", "none"] = "sections"
    paragraph: Literal["flush", "ideographic", "ascii"] = "flush"
    wrap: Literal["none", "24", "28", "32", "36", "40"] = "none"
    page: Literal["none", "— 2 —", "- 2 -", "第2页 共3页", "第 2 页 共 3 页", "blank", "header"] = "none"
    page_at: Literal["middle", "sentence"] = "middle"

    named_by: Literal["title", "sentence", "short", "adjusted", "heading", "numbered heading", "annex"] = "title"
    roster: Literal["lines", "prose", "tabs", "pipes", "role first tabs"] = "lines"
    seat: Literal[
        "full bracket",
        "half bracket",
        "mixed bracket",
        "blank bracket",
        "one blank",
        "two blanks",
        "three blanks",
        "ideographic",
        "two ideographic",
        "tab",
        "nothing",
        "post first",
        "body only",
        "name only",
    ] = "full bracket"
    names: Literal["tight", "ascii", "ideographic", "two blanks", "spread"] = "tight"
    labels: Literal["tight", "ascii", "ideographic", "two blanks"] = "tight"
    label: Literal["full colon", "half colon", "colon blank", "blank", "tab", "alone", "alone colon"] = "full colon"
    line: Literal["one", "、", "；", ";", "，", "columns", "two blanks", "grid"] = "one"
    indent: Literal["none", "blank", "label", "tab"] = "none"
    order: Literal["none", "strokes"] = "none"
    members: Literal["none", "label", "alone", "as seats", "full stop"] = "none"
    office: Literal["sits", "none", "holds", "by", "and", "host", "no office"] = "sits"
    deputies: Literal["two", "one", "none"] = "two"
    office_wraps: Literal["no", "yes"] = "no"

    persons: Literal["plain", "compound", "minority", "point", "words", "为"] = "plain"
    posts: Literal["one", "two", "two titles", "former"] = "one"
    notes: Literal["none", "女", "回族", "挂职"] = "none"
    vacant: Literal["none", "post"] = "none"

    plan: Literal["annex", "body"] = "annex"
    heads: Literal["1.", "1. ", "1．", "1、", "（1）", "①", "（一）", "一、"] = "1."
    item: Literal["run in", "heading", "untitled"] = "run in"
    clause: Literal[
        "verbs",
        "duties",
        "labels",
        "comma labels",
        "label lines",
        "by",
        "with",
        "charge",
        "responsible",
        "responsible verb",
        "lead behind label",
        "guides",
        "first leads",
        "tabs",
        "pipes",
        "box",
        "cells",
        "blanks",
    ] = "verbs"
    bracket: Literal["（）", "()", "〔〕", "[]", "【】", "（)"] = "（）"
    clause_at: Literal["end", "own line"] = "end"
    prefix: Literal["elided", "full"] = "elided"
    tail: Literal["none", "、", "，", "和", "；", "first", "等部门", "等有关部门"] = "none"

    appoint: Literal["为", "同志", "alone", "alone blanks", "shared", "trial", "decided"] = "为"
    remove: Literal["的", "without 的", "no longer", "alone", "其"] = "的"


CHOICES: dict[str, tuple[str, ...]] = {name: get_args(hint) for name, hint in get_type_hints(Layout).items()}
"""The options of each dimension."""


def draw_layout(random: Random, *, plain: float = 0.5) -> Layout:
    """A layout at random, each dimension at its plainest with probability `plain`."""
    drawn = {name: random.choice(values) for name, values in CHOICES.items() if random.random() > plain}
    return replace(Layout(), **drawn)  # type: ignore[arg-type]
