"""How one notice prints bodies, posts and names."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.careers import Person, Slot, Term, month_name
from tests.corpus.departments import COMMITTEE, DEPARTMENTS, GOVERNMENT
from tests.corpus.places import PLACES, Place
from tests.corpus.truth import Mention, Named

__all__ = ["Printer"]

SHORT, USUAL, FULL = range(3)
SECTIONS = ("综合科", "办公室", "法规科", "规划科")
RANKS_BEGIN = "2019-06"
"""From when on civil servants without a post have the ranks 一级科员 to 一级巡视员."""
UNPARTIED = ("团委", "人行", "残联", "妇联", "总工会", "科协")
"""Bodies whose party group nobody prints."""


@dataclass(frozen=True, slots=True)
class Style:
    """Habits of a notice: which form of names, whole places or the level word, how heads of counties stand."""

    form: int
    whole: bool
    people: bool
    county_government: bool
    blank: str


class Printer:
    """Prints for one issuer on one day; keeps what it printed of whom."""

    def __init__(self, random: Random, viewer: Place, date: str) -> None:
        """Nothing printed yet, the habits drawn."""
        self.random, self.viewer, self.date = random, viewer, date
        self.people: list[Mention] = []
        self.bodies: dict[Named, None] = {}
        form = random.choices((SHORT, USUAL, FULL), weights=(3, 5, 2))[0]
        whole, people, county = (random.random() < share for share in (0.15, 0.2, 0.35))
        self.style = Style(form, whole, people, county, random.choice(("  ", "　", "  ", "")))

    def level(self, place: Place) -> str:
        """What stands before a department: the level word at home, the whole name abroad."""
        whole = place.code != self.viewer.code or self.style.whole
        return place.called(self.date) if whole else place.level(self.date)

    def body(self, code: str, unit: str, *, level: bool = False, brief: bool = False) -> str:
        """A body as printed, kept with its key."""
        return self.cite(self.form(code, unit, level=level, brief=brief), code, unit)

    def form(self, code: str, unit: str, *, level: bool = False, brief: bool = False) -> str:
        """A body as this notice prints it; whatever its habits, `level` by the level word, `brief` in short."""
        place = PLACES[code]
        word = place.level(self.date) if level else self.level(place)
        if unit == GOVERNMENT:
            return word + ("人民政府" if self.style.people and len(word) > 1 else "政府")
        if unit == COMMITTEE:
            return word + "委"
        other = self.random.random() < 0.1
        form = self.random.choice((SHORT, USUAL, FULL)) if other else self.style.form
        template = DEPARTMENTS[place.rank][unit].forms[SHORT if brief else form]
        return template.format(L=word, P=word if template.startswith("{P}") else place.called(self.date))

    def cite(self, printed: str, code: str, unit: str) -> str:
        """Keep a printed body with its key."""
        self.bodies[Named(printed, f"{code}/{unit}")] = None
        return printed

    def mention(self, person: Person, city: str, posts: tuple[str, ...]) -> None:
        """Keep a printed person; the key names the city or province that he worked for then."""
        self.people.append(Mention(person.name, posts, f"{person.key}@{city}"))

    def posts(self, term: Term) -> tuple[str, ...]:
        """The posts of who holds one, as a roster prints them."""
        slot = term.slot
        printed = self.leading(term) if slot.unit in (GOVERNMENT, COMMITTEE) else self.departmental(term)
        if slot.also and slot.unit == GOVERNMENT:
            department = DEPARTMENTS[PLACES[slot.place].rank][slot.also]
            printed = (*printed, self.body(slot.place, slot.also) + department.title)
        return printed

    def plain(self, term: Term) -> str:
        """The one post that an appointment is about."""
        slot = term.slot
        if slot.kind == "undersecretary":
            return self.body(slot.place, GOVERNMENT) + "副秘书长"
        title = DEPARTMENTS[PLACES[slot.place].rank][slot.unit].title
        return self.body(slot.place, slot.unit) + ("副" if slot.kind == "deputy" else "") + title

    def leading(self, term: Term) -> tuple[str, ...]:
        """Posts in a government or a party committee."""
        slot, place = term.slot, PLACES[term.slot.place]
        home = place.code == self.viewer.code
        if slot.unit == COMMITTEE:
            committee = self.body(place.code, COMMITTEE)
            if slot.kind == "head":
                return (f"{committee}书记",)
            return (f"{committee}常委", self.body(place.code, slot.also) + "部长")
        if slot.kind.endswith("secretary"):
            return (self.body(place.code, GOVERNMENT) + ("副秘书长" if slot.kind != "secretary" else "秘书长"),)
        title = self.leader_title(term, place)
        if home:
            joint = self.random.random() < 0.3 and slot.kind == "head"
            return (f"{self.body(place.code, COMMITTEE, level=True)}副书记", title) if joint else (title,)
        if self.style.county_government:
            return (self.body(place.code, GOVERNMENT) + title,)
        return (place.called(self.date) + title,)

    def leader_title(self, term: Term, place: Place) -> str:
        """市长, 副县长, 常务副区长, 代市长 in the first months."""
        title = f"{place.level(self.date)}长"
        if term.slot.kind == "deputy":
            return ("常务副" if term.slot.nth == 0 and self.random.random() < 0.7 else "副") + title
        fresh = term.start > 0 and self.date[:7] <= month_name(term.start + 2)
        return f"代{title}" if fresh else title

    def departmental(self, term: Term) -> tuple[str, ...]:
        """Posts in a department."""
        slot = term.slot
        department = DEPARTMENTS[PLACES[slot.place].rank][slot.unit]
        if slot.kind == "clerk":
            return (self.clerk(slot, sections=department.elides),)
        body = self.body(slot.place, slot.unit)
        grouped = self.random.random() < 0.12 and slot.unit not in UNPARTIED and not slot.unit.startswith("委")
        if slot.kind == "deputy":
            title = f"副{department.title}"
            return (f"{body}党组成员", title) if grouped else (body + title,)
        return (f"{body}党组书记", department.title) if grouped else (body + department.title,)

    def clerk(self, slot: Slot, *, sections: bool) -> str:
        """A post far below: of a section, which is a body of its own that no key stands for, or a rank."""
        if sections and self.random.random() < 0.5:
            section = self.random.choice(SECTIONS)
            section = section.replace("科", "处") if len(slot.place) == 2 else section
            title = "主任" if section == "办公室" else f"{section[-1]}长"
            return self.form(slot.place, slot.unit) + section + title
        rank = "四级主任科员" if self.date[:7] >= RANKS_BEGIN else "主任科员"
        return self.body(slot.place, slot.unit) + rank

    def spaced(self, name: str) -> str:
        """A name of two characters with the blanks of this notice."""
        return name[0] + self.style.blank + name[1] if len(name) == 2 else name
