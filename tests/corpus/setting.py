"""Head and foot of notices: title, number, recipients, signature."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.places import Place
from tests.corpus.printing import Printer
from tests.corpus.truth import Notice

__all__ = ["Numbers", "Paper", "set_notice"]

SERIES = {
    "41": ("政", "政办", "政任"),
    "37": ("政发", "政办发", "政任"),
    "33": ("政发", "政办发", "政干"),
    "51": ("府发", "府办发", "府人"),
    "36": ("府发", "府办发", "府字"),
}
"""How each province numbers what a government, its office, and a government about personnel issues."""


class Numbers:
    """Document numbers: each series of an issuer counts from one in every year."""

    def __init__(self, random: Random) -> None:
        """No number given out."""
        self.random = random
        self.last: dict[str, int] = {}

    def draw(self, place: Place, kind: int, date: str) -> str:
        """The next number of a series, some left out: issuers with one prefix share a count, so none comes twice."""
        year = f"{place.short}{SERIES[place.code[:2]][kind]}〔{date[:4]}〕"
        self.last[year] = self.last.get(year, 0) + self.random.randrange(1, 9)
        return f"{year}{self.last[year]}号"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a notice says between head and foot: its title from 关于 on, paragraphs before and behind the signature."""

    about: str
    lines: tuple[str, ...]
    annex: tuple[str, ...] = ()
    personnel: bool = False


def set_notice(paper: Paper, printer: Printer, numbers: Numbers) -> Notice:
    """A notice as text, with the truth about it."""
    place, date = printer.viewer, printer.date
    office = printer.random.random() < 0.6 and not paper.personnel
    bureau = ("办公厅" if place.rank == "省" else "办公室") if office else ""
    issuer = f"{place.called(date)}人民政府{bureau}"
    number = numbers.draw(place, 2 if paper.personnel else int(office), date)
    year, month, day = (int(part) for part in date.split("-"))
    head = [issuer, paper.about, "", number, "", recipients(place, date), ""]
    foot = ["", issuer, f"{year}年{month}月{day}日"]
    annex = ["", *paper.annex] if paper.annex else []
    text = "\n".join([*head, *paper.lines, *foot, *annex]) + "\n"
    people, bodies = tuple(printer.people), tuple(printer.bodies)
    return Notice(f"{date}-{place.code}-{number}.txt", text, place.code, date, people, bodies)


def recipients(place: Place, date: str) -> str:
    """Whom the issuer writes to."""
    level = place.level(date)
    below = {"省": "各市人民政府", "市": "各县（市、区）人民政府"}.get(place.rank, "各乡镇人民政府、街道办事处")
    return f"{below}，{level}政府各部门："
