"""Ten years in every city and province: retirements, promotions, transfers, reforms."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.careers import MONTHS, Person, Slot, Term, month_name, slots, world_places
from tests.corpus.departments import CENTRAL, COMMITTEE, GOVERNMENT, REFORMS, SUCCESSORS
from tests.corpus.names import draw_name
from tests.corpus.places import CITIES, PLACES, PROVINCES

__all__ = ["World", "simulate"]

HOMONYMS, PROMINENT_HOMONYMS = 0.01, 0.025
"""How often who enters a city bears the name of somebody there: in most posts, in those that notices print often and of
clerks, who then have that of a leader. The second rate makes up for how few officials are ever printed: of those who
are, one or two of a hundred shall have a namesake who is."""
FORMER = 0.3
"""How many of those bear the name of somebody who is in no post any more."""
LEAVES_CITY = 0.06
"""How often who leaves a post goes to another city."""
NATIONS = ("回族", "满族", "土家族", "苗族", "蒙古族")


REFORMED = {date for dates in REFORMS.values() for date in dates.values()}


@dataclass(frozen=True, slots=True)
class Seated:
    """Who holds a post, since which month and until which at most."""

    person: Person
    since: int
    until: int


class World:
    """A city with its counties, or a province: who is in which post."""

    def __init__(self, code: str, random: Random, pool: list[tuple[Person, str, int]]) -> None:
        """Nobody in any post; `pool` is who left a city for another: the person, the city, the rank."""
        self.code, self.random, self.pool = code, random, pool
        self.places = world_places(code)
        self.held: dict[Slot, Seated] = {}
        self.units: dict[tuple[str, str], list[Slot]] = {}
        self.empty: list[Slot] = []
        self.due: dict[int, list[Slot]] = {}
        self.terms: list[Term] = []
        self.names: dict[str, int] = {}
        self.entered = 0

    def step(self, month: int) -> None:
        """A month: posts end and begin, holders go, empty posts are filled from the top."""
        if month == 0 or month_name(month) in REFORMED:
            self.reform(month)
        for slot in self.due.pop(month, ()):
            if slot in self.held and self.held[slot].until == month:
                person = self.vacate(slot, month)
                if self.random.random() < LEAVES_CITY and slot.rank <= 4 and len(self.code) == 4:
                    self.pool.append((person, self.code, slot.rank))
        empty, self.empty = sorted(self.empty, key=lambda one: one.rank), []
        for slot in empty:
            self.fill(slot, month)

    def reform(self, month: int) -> None:
        """Who holds a post that ends goes to the successor of the department, while there is room, or retires."""
        before, self.units = self.units, {}
        for slot in (slot for place in self.places for slot in slots(place, month_name(month))):
            self.units.setdefault((slot.place, slot.unit), []).append(slot)
        self.empty += [one for unit, posts in self.units.items() if unit not in before for one in posts]
        for unit in [unit for unit in before if unit not in self.units]:
            for slot in before[unit]:
                if slot in self.held:
                    self.pass_on(self.vacate(slot, month), slot, month)
        self.empty = [one for one in self.empty if one not in self.held and (one.place, one.unit) in self.units]

    def pass_on(self, person: Person, slot: Slot, month: int) -> None:
        """The holder of a post that ended: a like one with the successor, else a deputy's, else none."""
        unit = SUCCESSORS[PLACES[slot.place].rank][slot.unit]
        room = [one for one in self.units[slot.place, unit] if one not in self.held]
        fitting = [one for one in room if one.kind == slot.kind] or [one for one in room if one.kind == "deputy"]
        if fitting and slot.kind in ("head", fitting[0].kind):
            self.seat(person, fitting[0], month)

    def fill(self, slot: Slot, month: int) -> None:
        """An empty post: a deputy of the unit, a colleague, an arrival from elsewhere or a newcomer takes it."""
        draw = self.random.random()
        arrival = next((one for one in self.pool if one[1] != self.code and one[2] == slot.rank), None)
        own = self.units[slot.place, slot.unit] if draw < 0.4 else []
        drawn = self.random.choices(list(self.held), k=12) if month and 0.4 <= draw < 0.7 else []
        fitting = [one for one in own or drawn if self.may_follow(one, slot, month)]
        if arrival and len(self.code) == 4 and arrival[0].name not in self.names and draw < 0.8:
            self.pool.remove(arrival)
            self.names[arrival[0].name] = 1
            self.seat(arrival[0], slot, month)
        elif fitting and slot.kind != "clerk":
            old = self.random.choice(fitting)
            self.seat(self.vacate(old, month), slot, month)
        else:
            self.seat(self.newcomer(slot), slot, month)

    def may_follow(self, one: Slot, slot: Slot, month: int) -> bool:
        """Whether who holds a post may take another: long enough there, one rank below or of the same one."""
        if one not in self.held or one.rank not in (slot.rank, slot.rank + 1) or self.held[one].since > month - 18:
            return False
        same_unit = (one.place, one.unit) == (slot.place, slot.unit)
        if one.rank == slot.rank and (same_unit or slot.kind == "clerk"):
            return False
        return one.kind != "clerk" and (one.rank < 5 or one.place == slot.place)

    def vacate(self, slot: Slot, month: int) -> Person:
        """The end of a term; the post is filled again in the next round."""
        seated = self.held.pop(slot)
        self.terms.append(Term(seated.person, slot, seated.since, month))
        self.empty.append(slot)
        return seated.person

    def seat(self, person: Person, slot: Slot, month: int) -> None:
        """The start of a term; what is left of it at the beginning is shorter than a whole one."""
        until = month + (self.random.randrange(36, 85) if month else self.random.randrange(3, 85))
        self.held[slot] = Seated(person, month, until)
        self.due.setdefault(until, []).append(slot)

    def newcomer(self, slot: Slot) -> Person:
        """Somebody new, with a name that is new to the city but for a chosen share."""
        random = self.random
        self.entered += 1
        key = f"p{self.code}{self.entered:05d}"
        woman = random.random() < 0.18
        nation = random.choice(NATIONS) if random.random() < 0.02 else ""
        rate = PROMINENT_HOMONYMS if slot.kind == "clerk" or prominent(slot) else HOMONYMS
        name = self.taken_name(slot) if random.random() < rate else ""
        while not name:
            drawn = draw_name(random, woman=woman)
            name = "" if drawn in self.names else drawn
        self.names[name] = self.names.get(name, 0) + 1
        return Person(key, name, woman, nation)

    def taken_name(self, slot: Slot) -> str:
        """A name that somebody has or had in a post, of a leader for a clerk; no name is borne by three."""
        former = self.random.random() < FORMER
        holders = [(term.slot, term.person) for term in self.terms] if former else []
        holders = holders or [(held, seated.person) for held, seated in self.held.items()]
        once = [one for one in holders if self.names[one[1].name] == 1]
        if slot.kind == "clerk" or prominent(slot):
            once = [one for one in once if prominent(one[0])]
        return self.random.choice(once)[1].name if once else ""

    def close(self) -> None:
        """Terms that last beyond the ten years."""
        for slot in list(self.held):
            self.vacate(slot, MONTHS)
        self.terms.sort(key=lambda term: (term.start, term.slot.rank))


def prominent(slot: Slot) -> bool:
    """Whether notices print the post often: a leader's or the head's of a central department."""
    return slot.rank <= 2 or (slot.rank == 3 and (slot.unit in CENTRAL or slot.unit in (COMMITTEE, GOVERNMENT)))


def simulate(random: Random) -> dict[str, World]:
    """Every province and city over ten years."""
    pool: list[tuple[Person, str, int]] = []
    worlds = {code: World(code, random, pool) for code in (*PROVINCES, *CITIES)}
    for month in range(MONTHS):
        for world in worlds.values():
            world.step(month)
    for world in worlds.values():
        world.close()
    return worlds
