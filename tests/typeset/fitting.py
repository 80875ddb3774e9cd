"""Facts made to go with a layout: what of them it prints, in the words in which it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.typeset.layout import Layout
from tests.typeset.made_up import NAMES, UNTITLED
from tests.typeset.notice import Appointment, Clause, Head, Header, Notice, Office, Roster, Seat
from tests.typeset.settling import LABELLED

__all__ = ["fit"]

DATED = (*LABELLED, "first leads")
BODY = re.compile(r"(.+?(?:局|厅|委|办|联|会|协|部))(?:常务)?(?:副|党组|二级|局长|厅长|主任|主席|理事长|部长|书记)")
UNNAMED = ("responsible", "responsible verb", "charge")
"""Clauses that name no lead, and those that name none where there is one body."""
UNLED = ("guides", "lead behind label")


def fit(notice: Notice, layout: Layout) -> Notice:
    """What of a notice a settled layout prints, in the words in which it does."""
    notice = renamed(notice, layout)
    several = layout.named_by == "numbered heading"
    rosters = notice.rosters if several else notice.rosters[:1]
    level = notice.header.place.level
    clauses = tuple(fit_clause(one, index, layout, notice) for index, one in enumerate(notice.clauses))
    return replace(
        notice,
        header=fit_header(notice, layout),
        rosters=tuple(fit_roster(roster, layout, level) for roster in rosters),
        clauses=clauses,
        appointments=tuple(fit_appointments(notice.appointments, layout)),
    )


def renamed(notice: Notice, layout: Layout) -> Notice:
    """The notice with names of the layout's kind for every second person, as far as the table goes."""
    others = NAMES.get(layout.persons, ())
    seated = [seat.person for roster in notice.rosters for seat in roster.seats]
    heads = [head.person for roster in notice.rosters if roster.office for head in roster.office.heads]
    printed = dict.fromkeys([*heads, *seated, *(one.person for one in notice.appointments)])
    names = dict(zip(list(printed)[::2], others, strict=False))
    return replace(
        notice,
        rosters=tuple(rename_roster(roster, names) for roster in notice.rosters),
        appointments=tuple(replace(one, person=names.get(one.person, one.person)) for one in notice.appointments),
    )


def rename_roster(roster: Roster, names: dict[str | None, str]) -> Roster:
    """The roster with other names."""
    office = roster.office
    if office:
        office = replace(
            office, heads=tuple(replace(one, person=names.get(one.person, one.person)) for one in office.heads)
        )
    seats = tuple(replace(seat, person=names.get(seat.person, seat.person)) for seat in roster.seats)
    return replace(roster, seats=seats, office=office)


def fit_header(notice: Notice, layout: Layout) -> Header:
    """The header with its title, the number's brackets, and without what is left out."""
    header = notice.header
    title = (header.issuer if layout.issuer == "in title" else "") + about(notice, layout)
    number = header.number.translate(str.maketrans("〔〕", layout.number))
    return replace(
        header,
        title=title,
        number=number,
        date="" if layout.date == "none" else header.date,
        recipients=() if layout.recipients == "none" else header.recipients,
    )


def about(notice: Notice, layout: Layout) -> str:
    """The title from 关于 on."""
    if notice.appointments:
        actions = {one.action for one in notice.appointments}
        many = "等" if len(notice.appointments) > 1 else ""
        first = next(fit_appointments(notice.appointments, layout)).person
        kind = "任免职务" if len(actions) > 1 else "任职" if actions == {"appoint"} else "免职"
        return f"关于{first}{many}{kind}的通知"
    if notice.clauses:
        subject = notice.header.place.name + notice.header.subject
        return f"关于印发{subject}工作方案的通知" if layout.plan == "annex" else f"关于加强{subject}工作的通知"
    roster = notice.rosters[0]
    if layout.named_by == "title":
        return f"关于成立{roster.body}的通知"
    if layout.named_by == "adjusted":
        return f"关于调整{roster.body}组成人员的通知"
    subject = roster.body.removeprefix(notice.header.place.name).removesuffix(roster.form.ends)
    return f"关于加强{subject}工作组织领导的通知"


def fit_roster(roster: Roster, layout: Layout, level: str) -> Roster:
    """The seats that the layout prints, with the posts that it prints; the members under their label."""
    last = roster.form.roles[-1]
    seats = [fit_seat(seat, index, last, layout, level) for index, seat in enumerate(roster.seats)]
    if layout.vacant == "post":
        seats.append(Seat(last, None, (f"{level}通信管理局局长",)))
    role = "成员单位"
    if layout.members == "as seats":
        role, seats = last, [seat for seat in seats if seat.role != last]
    members = () if layout.members == "none" else roster.members
    office = fit_office(roster.office, layout) if roster.office and layout.office != "none" else None
    return replace(roster, seats=tuple(seats), members=members, member_role=role, office=office)


def fit_seat(seat: Seat, index: int, last: str, layout: Layout, level: str) -> Seat:
    """A seat as the layout prints it; every second has the note and the kind of posts."""
    if layout.notes != "none" and index % 2:
        seat = replace(seat, note=layout.notes)
    if seat.role == last and index % 2:
        seat = replace(seat, posts=posts(seat.posts, layout.posts, level))
    if layout.seat == "name only":
        return replace(seat, posts=())
    if layout.seat == "nothing" and not seat.posts[0].startswith(level):
        return replace(seat, posts=(f"{level}政府{seat.posts[0]}", *seat.posts[1:]))
    if layout.seat == "body only" and seat.role == last:
        return replace(seat, posts=tuple((BODY.match(post) or [post, post])[1] for post in seat.posts))
    return seat


def posts(printed: tuple[str, ...], kind: str, level: str) -> tuple[str, ...]:
    """Two posts, two titles of one body, a former post."""
    match = BODY.match(printed[0])
    if kind == "two":
        return (f"{level}委宣传部副部长", *printed)
    if kind == "two titles" and match and "副" not in printed[0] and "调研" not in printed[0]:
        return (f"{match[1]}党组书记", printed[0].removeprefix(match[1]))
    return tuple("原" + post for post in printed) if kind == "former" else printed


def fit_office(office: Office, layout: Layout) -> Office:
    """The heads that the phrase names, with the posts that it prints."""
    first, *others = office.heads
    others = others[: {"none": 0, "one": 1, "two": 2}[layout.deputies]]
    if layout.office in ("host", "no office"):
        return replace(office, heads=())
    if layout.office == "and":
        heads = [Head(one.person, "办公室主任", concurrent=True) for one in (first, office.heads[1])]
    elif layout.office == "holds":
        heads = [first, *others[:1]]
    else:
        heads = [replace(first, posts=()), *(others[:1] if layout.office == "by" else others)]
    return replace(office, heads=tuple(heads))


def fit_clause(clause: Clause, index: int, layout: Layout, notice: Notice) -> Clause:
    """A clause with its bodies in the parts that its wording gives them."""
    if layout.item == "untitled":
        task, detail = UNTITLED[index % len(UNTITLED)]
        clause = replace(clause, task=task, detail=detail)
    clause = replace(clause, deadline=clause.deadline if layout.clause in DATED else None)
    bodies = clause.lead + clause.participants
    if layout.tail in ("、", "，", "和", "；") and len(bodies) > 1:
        clause = replace(clause, participants=(*clause.participants, notice.header.place.generic))
    elif layout.tail == "first" and clause.participants:
        clause = replace(clause, participants=(notice.header.place.generic, *clause.participants))
    bodies = clause.lead + clause.participants
    if layout.clause in UNNAMED or (not clause.participants and layout.clause in UNLED):
        return replace(clause, lead=(), participants=(), responsible=bodies)
    if layout.clause == "guides":
        return replace(clause, lead=(), participants=clause.lead, responsible=clause.participants)
    if layout.clause == "first leads":
        led = len(bodies) > 1
        return replace(clause, lead=bodies[:1] * led, participants=bodies[1:], responsible=bodies[: not led])
    return clause


def fit_appointments(appointments: tuple[Appointment, ...], layout: Layout) -> Iterator[Appointment]:
    """Appointments, then removals; two with one post where posts are shared, one person where 其 is printed."""
    appointed = [one for one in appointments if one.action == "appoint"]
    removed = [one for one in appointments if one.action != "appoint"]
    if layout.appoint == "shared" and len(appointed) > 1:
        appointed[1] = replace(appointed[1], post=appointed[0].post)
    if layout.remove == "其":
        both = [replace(one, person=old.person) for one, old in zip(removed, appointed, strict=False)]
        removed = [*both, *removed[len(both) :]]
    yield from appointed
    yield from removed
