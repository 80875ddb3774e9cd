"""Notices at random: what they say; how they are set is `layout`'s."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from tests.typeset.gaps import known_gap
from tests.typeset.layout import CHOICES, Layout
from tests.typeset.made_up import BODIES, DEPARTMENTS, PERSONS, PLACES, PROVINCIAL, SUBJECTS, TASKS, Place
from tests.typeset.notice import Appointment, Clause, Head, Header, Notice, Office, Roster, Seat
from tests.typeset.settling import settle

__all__ = ["draw_notice", "draw_personnel", "draw_plan", "draw_rosters", "facts", "layouts"]

TITLES = {
    "局": "局长",
    "厅": "厅长",
    "委": "主任",
    "办": "主任",
    "残联": "理事长",
    "妇联": "主席",
    "工会": "主席",
    "科协": "主席",
}


def facts() -> st.SearchStrategy[Notice]:
    """Notices of every kind."""
    return st.randoms(use_true_random=False).map(draw_notice)


def layouts() -> st.SearchStrategy[Layout]:
    """Settled layouts without known gaps."""
    options = {name: st.sampled_from(values) for name, values in CHOICES.items()}
    return st.builds(Layout, **options).map(settle).filter(lambda layout: not known_gap(layout))


def draw_notice(random: Random) -> Notice:
    """A notice of any kind."""
    return random.choice((draw_rosters, draw_plan, draw_personnel))(random)


def draw_header(random: Random, place: Place, subject: str) -> Header:
    """A header of the government or its office."""
    own = random.random() < 0.5
    issuer = f"{place.name}人民政府" + ("" if own else place.office)
    year = random.randrange(2001, 2026)
    number = f"{place.short}政{'' if own else '办'}〔{year}〕{random.randrange(1, 200)}号"
    date = f"{year}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
    recipients = (place.below, f"{place.level}政府各部门", f"{place.level}政府各直属机构")[: random.randrange(1, 4)]
    return Header(place, subject, number, issuer, date, recipients)


def department(random: Random, place: Place) -> str:
    """A department with its level word; those of a province are 厅."""
    name = random.choice(DEPARTMENTS)
    if place.level == "省" and name in PROVINCIAL:
        name = name.replace("局", "厅")
    return place.level + name


def departments(random: Random, place: Place, most: int) -> tuple[str, ...]:
    """One to `most` departments, no two alike."""
    return tuple(dict.fromkeys(department(random, place) for _ in range(random.randrange(1, most + 1))))


def post(random: Random, place: Place) -> str:
    """A post in a department."""
    body = department(random, place)
    title = next(title for end, title in TITLES.items() if body.endswith(end))
    kinds = (title, f"副{title}", "二级调研员", f"常务副{title}")
    return body + random.choices(kinds, weights=(6, 6, 1, 1))[0]


def posts(random: Random, place: Place, rank: int) -> tuple[str, ...]:
    """The posts of who sits first, second or third."""
    level = place.level
    if rank == 0:
        return random.choice(((f"{level}长",), (f"{level}委副书记", f"{level}长"), (f"{level}委书记",)))
    if rank == 1:
        second = (f"副{level}长",), (f"{level}委常委", f"常务副{level}长"), (f"{level}政府秘书长",)
        return random.choice(second)
    return (post(random, place),)


def seats(random: Random, place: Place, roles: tuple[str, str, str], persons: list[str]) -> tuple[Seat, ...]:
    """Seats by rank."""
    drawn: list[Seat] = []
    for rank, role in enumerate(roles):
        for _ in range(random.randrange(1, (2, 4, 8)[rank])):
            drawn.append(Seat(role, persons.pop(), posts(random, place, rank)))
    return tuple(drawn)


def draw_office(random: Random, place: Place, persons: list[str]) -> Office:
    """An office with one head and two deputies."""
    heads = [Head(persons.pop(), "办公室主任", concurrent=True, posts=(post(random, place),))]
    for _ in range(2):
        heads.append(Head(persons.pop(), "办公室副主任", concurrent=False, posts=(post(random, place),)))
    return Office(department(random, place), tuple(heads))


def draw_rosters(random: Random) -> Notice:
    """A notice that sets up bodies."""
    place = random.choice(PLACES)
    persons = random.sample(PERSONS, len(PERSONS))
    rosters = []
    for subject in random.sample(SUBJECTS, random.randrange(1, 3)):
        form = random.choice(BODIES)
        members, office = departments(random, place, 6), draw_office(random, place, persons)
        drawn = seats(random, place, form.roles, persons)
        rosters.append(Roster(place.name + subject + form.ends, form, drawn, members, "成员单位", office))
    return Notice(draw_header(random, place, rosters[0].body), rosters=tuple(rosters))


def draw_plan(random: Random) -> Notice:
    """A notice that hands out tasks."""
    place = random.choice(PLACES)
    clauses = []
    for task, detail in random.sample(TASKS, random.randrange(1, 6)):
        bodies = departments(random, place, 6)
        leads = random.choice((1, 1, 1, 2)) if len(bodies) > 2 else 1
        deadline = f"{random.randrange(2010, 2026)}年{random.randrange(1, 13)}月底前" if random.random() < 0.4 else None
        clauses.append(Clause(task, detail, bodies[:leads], bodies[leads:], (), deadline))
    return Notice(draw_header(random, place, random.choice(SUBJECTS)), clauses=tuple(clauses))


def draw_personnel(random: Random) -> Notice:
    """A notice that appoints and removes."""
    place = random.choice(PLACES)
    persons = random.sample(PERSONS, 8)
    drawn = []
    for person in persons[: random.randrange(1, 7)]:
        drawn.append(Appointment(person, random.choice(("appoint", "remove")), post(random, place)))
    return Notice(draw_header(random, place, drawn[0].person), appointments=tuple(drawn))
