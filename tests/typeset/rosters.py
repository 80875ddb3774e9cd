"""Rosters and offices as lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tests.typeset.layout import Layout
from tests.typeset.made_up import Place
from tests.typeset.notice import Head, Office, Roster, Seat
from tests.typeset.settling import BRACKETED
from tests.typeset.text import Line, listing, spaced

__all__ = ["office_sentence", "roster_lines"]

BRACKETS = {"half bracket": ("(", ")"), "mixed bracket": ("（", ")")}
PARTED = {
    "one blank": " ",
    "two blanks": "  ",
    "three blanks": "   ",
    "ideographic": "　",
    "two ideographic": "　　",
    "tab": "\t",
    "nothing": "",
}
COLONS = {"full colon": "：", "half colon": ":", "colon blank": "： ", "blank": "　", "tab": "\t", "alone colon": "："}
COLUMNS = {"columns": "    ", "two blanks": "  ", "grid": " "}
COUNT = {2: "两", 3: "三", 4: "四"}


def roster_lines(roster: Roster, layout: Layout, place: Place) -> Iterator[Line]:
    """A roster as the layout has it."""
    if layout.roster == "prose":
        yield Line(prose(roster, layout, place), wraps=True, indented=True)
        return
    if layout.roster == "lines":
        for role, seats in groupby(roster.seats, key=lambda seat: seat.role):
            yield from group(role, list(seats), layout, last=role == roster.form.roles[-1])
    else:
        yield from table(roster, layout)
    if roster.members:
        yield from member_lines(roster, layout, place)


def group(role: str, seats: list[Seat], layout: Layout, *, last: bool) -> Iterator[Line]:
    """The seats under one label."""
    head = spaced(role, layout.labels) + COLONS.get(layout.label, "")
    wraps = layout.seat in (*BRACKETED, "name only") and layout.line not in COLUMNS
    rows = list(seat_rows(seats, layout))
    ordered = layout.order == "strokes" and last
    if layout.label.startswith("alone") or ordered:
        yield Line(head + "（按姓氏笔画为序）" * ordered, indented=True)
        head = ""
    indents = {"blank": " ", "label": "　" * len(head), "tab": "\t"}
    for index, row in enumerate(rows):
        before = head if not index else indents.get(layout.indent, "")
        yield Line(before + row, wraps=wraps, indented=bool(head) and not index, breaks=True)


def seat_rows(seats: list[Seat], layout: Layout) -> Iterator[str]:
    """Seats one, several or all a line."""
    texts = [seat_text(seat, layout) for seat in seats]
    if layout.line == "one":
        yield from texts
    elif layout.line in COLUMNS:
        width = 4 if layout.seat == "name only" else 2
        for start in range(0, len(texts), width):
            yield COLUMNS[layout.line].join(texts[start : start + width])
    else:
        yield layout.line.join(texts)


def seat_text(seat: Seat, layout: Layout) -> str:
    """One seat: a name, a note, posts."""
    posts = "、".join(seat.posts)
    if seat.person is None:
        return posts
    name = spaced(seat.person, layout.names)
    note = f"（{seat.note}）" if seat.note else ""
    if layout.seat == "post first":
        return posts + name
    if layout.seat in PARTED:
        return name + note + (PARTED[layout.seat] + posts if posts else "")
    left, right = BRACKETS.get(layout.seat, ("（", "）"))
    within = "，".join(part for part in (seat.note, posts) if part)
    return name + " " * (layout.seat == "blank bracket") + left + within + right if within else name


def member_lines(roster: Roster, layout: Layout, place: Place) -> Iterator[Line]:
    """The bodies that are members."""
    listed = listing(roster.members, layout, place)
    if layout.members == "alone":
        yield Line("成员单位：", indented=True)
        yield Line(listed, wraps=True, indented=True)
        return
    colon = ":" if layout.label == "half colon" else "："
    end = "。" if layout.members == "full stop" else ""
    yield Line(spaced(roster.member_role, layout.labels) + colon + listed + end, wraps=True, indented=True)


def table(roster: Roster, layout: Layout) -> Iterator[Line]:
    """A roster in columns."""
    form = roster.form
    if layout.roster == "pipes":
        rows = [("序号", "姓名", "单位及职务", f"{form.short}职务")]
        cells = ((str(i), one.person or "", "、".join(one.posts), one.role) for i, one in enumerate(roster.seats, 1))
        for row in [*rows, *cells]:
            yield Line(f"| {' | '.join(row)} |", breaks=True)
        return
    if layout.roster == "tabs":
        yield Line(f"{form.short}职务\t姓名\t工作单位及职务")
    before = ""
    for one in roster.seats:
        role = "" if one.role == before and layout.roster != "tabs" else spaced(one.role, layout.labels)
        yield Line("\t".join((role, spaced(one.person or "", layout.names), "、".join(one.posts))), breaks=True)
        before = one.role


def prose(roster: Roster, layout: Layout, place: Place) -> str:
    """A roster in one sentence."""
    parts = [
        "、".join("、".join(seat.posts) + seat.person for seat in seats if seat.person) + f"任{role}"
        for role, seats in groupby(roster.seats, key=lambda seat: seat.role)
        if role != roster.form.roles[-1]
    ]
    last = [seat for seat in roster.seats if seat.role == roster.form.roles[-1]]
    parts.append("、".join("、".join(seat.posts) + (seat.person or "") for seat in last) + f"为{roster.form.roles[-1]}")
    if roster.members:
        listed = listing(roster.members, layout, place)
        parts.append(f"{listed}为成员单位")
    return f"由{'，'.join(parts)}。"


def office_sentence(office: Office, short: str, layout: Layout) -> str:
    """Where the office is and who heads it."""
    sits = f"{short}办公室设在{office.host}"
    if layout.office == "no office":
        return f"{short}不另设办公室，日常工作由{office.host}承担。"
    if layout.office == "host":
        return f"{sits}，负责日常工作。"
    first, *others = office.heads
    posted = "".join("、".join(one.posts) + one.person for one in others)
    if layout.office == "holds":
        deputy = f"，办公室副主任由{posted}同志担任" if others else ""
        return f"{sits}，办公室主任由{'、'.join(first.posts)}{first.person}同志兼任{deputy}。"
    if layout.office == "by":
        deputy = f"，{posted}同志任办公室副主任" if others else ""
        return f"{sits}，由{first.person}同志兼任办公室主任{deputy}。"
    head = "和".join(f"{one.person}同志" for one in (office.heads if layout.office == "and" else [first]))
    deputies = deputy_list(others) if layout.office == "sits" else ""
    return f"{short}下设办公室，办公室设在{office.host}，{head}兼办公室主任{deputies}。"


def deputy_list(deputies: list[Head]) -> str:
    """Deputies with their posts in brackets."""
    if not deputies:
        return ""
    named = "、".join(f"{one.person}（{'、'.join(one.posts)}）" for one in deputies)
    return f"，{named}{COUNT[len(deputies)] + '位' if len(deputies) > 1 else ''}同志任办公室副主任"
