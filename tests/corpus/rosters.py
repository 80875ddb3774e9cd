"""Notices that set up a leading group or change who is on it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.careers import Slot, Term
from tests.corpus.departments import CENTRAL, GOVERNMENT, departments
from tests.corpus.places import PLACES, Place
from tests.corpus.printing import Printer
from tests.corpus.setting import Paper

__all__ = ["roster"]


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of leading group: subject, what its name ends with, its labels from the first to the last."""

    subject: str
    ends: str
    labels: tuple[str, str, str]


LEADING = ("组  长", "副组长", "成  员")
HEADQUARTERS = ("指挥长", "副指挥长", "成  员")
COMMISSION = ("主  任", "副主任", "委  员")
GROUPS = (
    Group("防汛抗旱", "指挥部", HEADQUARTERS),
    Group("森林防火", "指挥部", HEADQUARTERS),
    Group("安全生产", "委员会", COMMISSION),
    Group("食品安全", "委员会", COMMISSION),
    Group("城乡规划", "委员会", COMMISSION),
    Group("扶贫开发", "领导小组", LEADING),
    Group("国土绿化", "工作领导小组", LEADING),
    Group("养老服务", "工作领导小组", LEADING),
    Group("人口普查", "领导小组", LEADING),
    Group("河湖治理", "工作领导小组", LEADING),
    Group("职业教育改革", "领导小组", LEADING),
    Group("农民工权益保障", "领导小组", LEADING),
    Group("节能减排", "工作领导小组", LEADING),
    Group("智慧城市建设", "领导小组", LEADING),
)
NAMESAKES = 0.04
"""How often somebody with the name of a member is a member, too."""
NOTED = 0.1
"""How many rosters print 女 and nationalities of all; others where two of a name are to be told apart."""


class Seats:
    """Who is chosen for a roster: nobody twice, no post twice."""

    def __init__(self, random: Random, active: list[Term]) -> None:
        """Nobody chosen; `active` is who is in office in the city and its counties, or in the province."""
        self.random, self.active = random, active
        self.chosen: list[tuple[int, Term]] = []

    def take(self, label: int, pool: list[Term], many: int) -> None:
        """So many at random, the central departments before others, in order of rank."""
        taken = {term.person.key for _, term in self.chosen}
        free = [term for term in pool if term.person.key not in taken]
        shuffled = sorted(free, key=lambda term: self.random.random() ** (5 if term.slot.unit in CENTRAL else 1))
        drawn = shuffled[:many]
        self.chosen += [(label, term) for term in sorted(drawn, key=lambda term: term.slot.rank)]

    def take_namesakes(self) -> None:
        """Some of those who share a name with somebody chosen."""
        names = {term.person.name for _, term in self.chosen}
        keys = {term.person.key for _, term in self.chosen}
        sharing = [term for term in self.active if term.person.name in names and term.person.key not in keys]
        self.take(2, [term for term in sharing if self.random.random() < NAMESAKES], len(sharing))

    def ambiguous(self) -> set[str]:
        """Names that two bear."""
        names = [term.person.name for _, term in self.chosen]
        return {name for name in names if names.count(name) > 1}


def choose(random: Random, place: Place, active: list[Term], mayors: list[Term]) -> Seats:
    """The seats of a roster of a place; `mayors` are heads of the places below that may sit on it."""
    seats = Seats(random, active)
    home = [term for term in active if term.slot.place == place.code]
    top = min(term.slot.rank for term in home)
    government = [term for term in home if term.slot.unit == GOVERNMENT]
    first = [term for term in home if term.slot.rank == top] if random.random() < 0.4 else government
    seats.take(0, [term for term in first if term.slot.rank <= top + 1], 1)
    seats.take(1, [term for term in home if term.slot.rank == top + 1], random.randrange(1, 4))
    seats.take(1, [term for term in government if term.slot.kind == "undersecretary"], random.randrange(0, 2))
    many = random.randrange(6, 19)
    heads = [term for term in home if term.slot.rank == top + 2]
    deputies = [term for term in home if term.slot.rank == top + 3 and term.slot.kind == "deputy"]
    lower = random.random() < 0.3
    seats.take(2, heads, round(many * (0.4 if lower else 0.8)))
    seats.take(2, deputies, round(many * (0.6 if lower else 0.2)))
    if random.random() < 0.4:
        seats.take(2, mayors, random.randrange(2, 6))
    if random.random() < 0.25:
        seats.take(2, [term for term in home if term.slot.kind == "clerk"], random.randrange(1, 4))
    seats.take_namesakes()
    return seats


def roster(printer: Printer, active: list[Term], mayors: list[Term], known: set[str]) -> Paper:
    """A notice on a group; the second one about a group changes it, `known` are those set up."""
    random, place = printer.random, printer.viewer
    group = random.choice(GROUPS)
    name = group.subject + group.ends
    body = place.called(printer.date) + name
    seats = choose(random, place, active, mayors)
    level = place.level(printer.date)
    changed = place.code + name in known
    known.add(place.code + name)
    short = group.ends.removeprefix("工作")
    opening = f"因人员变动和工作需要，{level}政府决定调整{body}组成人员。调整后的组成人员名单如下："
    if not changed:
        opening = f"为加强对{group.subject}工作的组织领导，{level}政府决定成立{body}。现将组成人员名单通知如下："
    lines = [
        f"　　{opening}",
        "",
        *seat_lines(printer, group, seats),
        *member_line(printer),
        "",
        *office(printer, short, seats),
    ]
    about = f"关于调整{body}组成人员的通知" if changed else f"关于成立{body}的通知"
    return Paper(about, tuple(lines))


def seat_lines(printer: Printer, group: Group, seats: Seats) -> list[str]:
    """A line a seat, the label on the first of each kind."""
    noted = printer.random.random() < NOTED
    ambiguous = seats.ambiguous()
    lines, before = [], -1
    for index, term in sorted(seats.chosen, key=lambda seat: seat[0]):
        person = term.person
        posts = printer.posts(term)
        printer.mention(person, term.city, posts)
        note = f"{person.note}，" if person.note and (noted or person.name in ambiguous) else ""
        label = group.labels[index]
        head = f"{label}：" if index != before else "　" * (len(label.replace("  ", "　")) + 1)
        lines.append(f"{head}{printer.spaced(person.name)}（{note}{'、'.join(posts)}）")
        before = index
    return lines


def member_line(printer: Printer) -> list[str]:
    """Sometimes bodies that are members."""
    random, place = printer.random, printer.viewer
    if random.random() < 0.7:
        return []
    standing = [one for one in departments(place, printer.date) if one.elides]
    listed = [printer.body(place.code, one.name) for one in random.sample(standing, random.randrange(3, 7))]
    below = [other for other in PLACES.values() if place.rank == "市" and other.city == place.code and other != place]
    listed += [printer.body(other.code, GOVERNMENT) for other in below if random.random() < 0.5]
    return [f"成员单位：{'、'.join(listed)}。"]


def office(printer: Printer, short: str, seats: Seats) -> list[str]:
    """Mostly the department that hosts the office, headed by the member who comes from there."""
    random, ambiguous = printer.random, seats.ambiguous()
    fitting = [
        term
        for index, term in seats.chosen
        if index == 2 and hosts(term.slot, printer.viewer) and term.person.name not in ambiguous
    ]
    if not fitting or random.random() < 0.25:
        return []
    head = random.choice(fitting)
    host = printer.body(head.slot.place, head.slot.unit)
    printer.mention(head.person, head.city, ())
    return [f"　　{short}下设办公室，办公室设在{host}，{head.person.name}同志兼任办公室主任。"]


def hosts(slot: Slot, place: Place) -> bool:
    """Whether the holder of a post may bring an office to his department."""
    return slot.place == place.code and slot.kind in ("head", "deputy") and slot.unit != GOVERNMENT
