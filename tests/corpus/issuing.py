"""Which notices there are: of whom, about what, when."""

from __future__ import annotations

from random import Random

from tests.corpus.careers import FIRST_YEAR, MONTHS, Term
from tests.corpus.departments import COMMITTEE, GOVERNMENT
from tests.corpus.personnel import personnel
from tests.corpus.places import CITIES, PLACES, PROVINCES, Place
from tests.corpus.plans import plan
from tests.corpus.printing import Printer
from tests.corpus.rosters import roster
from tests.corpus.setting import Numbers, Paper, set_notice
from tests.corpus.truth import Corpus, Notice
from tests.corpus.worlds import World, simulate

__all__ = ["corpus"]

SHARES = (
    ("市", "roster", 54),
    ("市", "personnel", 14),
    ("市", "plan", 7),
    ("县", "roster", 13),
    ("县", "personnel", 3),
    ("县", "plan", 1),
    ("省", "roster", 6),
    ("省", "plan", 2),
)
"""Of a hundred notices."""
WINDOW = 3
"""Months over which a notice gathers appointments."""


def corpus(seed: int = 1, notices: int = 300) -> Corpus:
    """So many notices over ten years of the same made-up people, always the same for a seed."""
    random = Random(seed)
    desk = Desk(random, simulate(random))
    drawn = sorted(desk.draw(CITIES[index] if index < len(CITIES) else None) for index in range(notices))
    return Corpus(tuple(desk.write(*one) for one in drawn))


class Desk:
    """Draws notices and writes them."""

    def __init__(self, random: Random, worlds: dict[str, World]) -> None:
        """Some cities publish much more than others."""
        self.random, self.worlds = random, worlds
        self.numbers = Numbers(random)
        self.busy = [random.choice((1, 2, 4, 8)) for _ in CITIES]
        self.known: set[str] = set()

    def draw(self, city: str | None) -> tuple[str, str, str]:
        """The day, the issuer and the kind of a notice, a roster of a city where that is given."""
        random = self.random
        rank, kind, _ = random.choices(SHARES, weights=[share for *_, share in SHARES])[0]
        rank, kind = ("市", "roster") if city else (rank, kind)
        city = city or random.choices(CITIES, weights=self.busy)[0]
        code = random.choice(PROVINCES) if rank == "省" else city
        if rank == "县":
            code = random.choice([place.code for place in PLACES.values() if place.city == city and place.rank == rank])
        month = random.randrange(WINDOW, MONTHS)
        return f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02d}-{random.randrange(1, 29):02d}", code, kind

    def write(self, date: str, code: str, kind: str) -> Notice:
        """A notice; one on personnel is about something else where nobody moved."""
        place = PLACES[code]
        printer = Printer(self.random, place, date)
        month = (int(date[:4]) - FIRST_YEAR) * 12 + int(date[5:7]) - 1
        terms = self.worlds[place.city].terms
        paper: Paper | None = None
        if kind == "plan":
            paper = plan(printer)
        elif kind == "personnel":
            home = [term for term in terms if term.slot.place == code]
            begun = [term for term in home if month - WINDOW < term.start <= month < term.end]
            paper = personnel(printer, begun, [term for term in home if month - WINDOW < term.end <= month])
        if not paper:
            active = [term for term in terms if term.start <= month < term.end]
            local = active if place.rank != "县" else [term for term in active if term.slot.place == code]
            paper = roster(printer, local, self.heads_below(place, active, month), self.known)
        return set_notice(paper, printer, self.numbers)

    def heads_below(self, place: Place, active: list[Term], month: int) -> list[Term]:
        """Heads of the counties of a city, or of the cities of a province; a county has none."""
        if place.rank == "县":
            return []
        if place.rank == "省":
            cities = [world for code, world in self.worlds.items() if len(code) == 4 and code.startswith(place.code)]
            active = [term for world in cities for term in world.terms if term.start <= month < term.end]
            active = [term for term in active if len(term.slot.place) == 4]
        heads = [term for term in active if term.slot.place != place.code and term.slot.kind == "head"]
        party = self.random.random() < 0.3
        return [term for term in heads if term.slot.unit == GOVERNMENT or (party and term.slot.unit == COMMITTEE)]
