"""Options made to go together: what no office would print, or nobody could read, is set more plainly."""

from __future__ import annotations

from dataclasses import replace

from tests.typeset.layout import Layout

__all__ = ["BRACKETED", "LABELLED", "TABLES", "settle"]

BRACKETED = ("full bracket", "half bracket", "mixed bracket", "blank bracket", "body only")
WIDE = (*BRACKETED, "name only", "tab", "three blanks")
TABLES = ("tabs", "pipes", "box", "cells", "blanks")
LABELLED = ("responsible", "labels", "label lines", "comma labels", *TABLES)


def settle(layout: Layout) -> Layout:
    """The layout with every option plain that does not go with the others."""
    if layout.roster != "lines":
        layout = replace(layout, seat="full bracket", line="one", label="full colon", indent="none", order="none")
    if layout.roster != "lines":
        members = "label" if layout.members == "as seats" else layout.members
        layout = replace(layout, notes="none", vacant="none", members=members)
    if layout.clause in (*TABLES, "label lines", "by", "with", "charge"):
        layout = replace(layout, clause_at="end", bracket="（）")
    if layout.clause in TABLES:
        layout = replace(layout, item="run in", heads="1.")
    if layout.page == "none":
        layout = replace(layout, page_at="middle")
    if layout.office == "none" or (layout.wrap, layout.page_at) == ("none", "middle"):
        layout = replace(layout, office_wraps="no")
    if layout.date == "none":
        layout = replace(layout, issuer="in title")
    if layout.remove == "其" and layout.appoint in ("alone", "alone blanks", "shared"):
        layout = replace(layout, remove="的")
    return settle_tail(settle_names(settle_lines(layout)))


def settle_lines(layout: Layout) -> Layout:
    """Several seats a line only where each has an end; 笔画 only behind a colon."""
    bounded = layout.seat in (*BRACKETED, "name only")
    if not bounded and (layout.line not in ("；", ";") or layout.seat == "tab"):
        layout = replace(layout, line="one")
    if layout.line == "grid" and layout.seat != "name only":
        layout = replace(layout, line="columns")
    if "colon" not in layout.label:
        layout = replace(layout, order="none")
    if layout.line != "one":
        layout = replace(layout, vacant="none", indent="none" if layout.line in "、；;，" else layout.indent)
    if layout.seat in ("nothing", "post first", "name only", "body only"):
        layout = replace(layout, notes="none")
    if layout.seat == "name only" or (layout.seat, layout.posts) == ("nothing", "former"):
        layout = replace(layout, posts="one")
    return layout


def settle_names(layout: Layout) -> Layout:
    """No more room inside names than between them and what follows."""
    if layout.line == "grid":
        return replace(layout, names="ascii")
    if layout.names in ("spread", "two blanks") and layout.seat not in WIDE:
        layout = replace(layout, names="tight")
    if layout.line in ("columns", "two blanks") and layout.names == "two blanks":
        layout = replace(layout, names="tight")
    if layout.names == "ideographic" and layout.seat in ("one blank", "two blanks", "nothing", "post first"):
        layout = replace(layout, names="ascii")
    return layout


def settle_tail(layout: Layout) -> Layout:
    """Tails of lists only where the list has an end of its own."""
    unlabelled = layout.clause not in LABELLED
    if layout.tail == "；" and (unlabelled or layout.clause in ("labels", "comma labels")):
        layout = replace(layout, tail="、")
    if layout.tail == "，" and layout.clause in ("by", "with", "charge"):
        layout = replace(layout, tail="和")
    if layout.tail == "first" and unlabelled:
        layout = replace(layout, tail="，")
    return layout
