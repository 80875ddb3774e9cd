"""A question on its way to an answer: what it speaks of, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.analysis import Evidence
from kg.ask.left_out import LEFT_OUT
from kg.ask.lexicon import Entry, Lexicon
from kg.ask.likeness import likely, pairs
from kg.ask.linking import Linked
from kg.ask.translated import translated
from kg.ask.when import Period, period, years
from kg.lexicon import sections
from kg.store import Row, Store

__all__ = ["KIND_WORD", "NOTHING", "Asked", "Found", "names"]

ROLES = sections("roles.txt")
ROLE = re.compile(
    rf"(?:{'|'.join(ROLES['modifiers'])}){{0,2}}(?:{'|'.join(sorted(ROLES['roles'], key=len, reverse=True))})"
)
ENGLISH_ROLES = (
    (re.compile(r"deput|vice"), "副"),
    (re.compile(r"\b(?:ordinary )?members? of|ordinary members?|only members?"), "成员"),
)
PLANISH = re.compile(r"方案|计划|政策|措施|指标|任务|文件|行动|plan|task|action|target|document")
GROUPISH = re.compile(
    r"小组|指挥部|编委会|编委|编辑部|委员会|专班|联席会议|班子|办公室(?=副?主任|设|在|挂)|group|headquarters|board|office|committee|编务"
)
KIND_WORD = re.compile(r"编委会|编辑部|指挥部|领导小组|委员会|小组")
KIND = re.compile(r"(?P<head>[\u4e00-\u9fff]{0,8}?)(?P<kind>编委会|编辑部|指挥部|领导小组|委员会|专班|联席会议)")
FILLER = re.compile(
    r"请问|麻烦|查一下|帮我|看看|我想|知道|这个|那个|该|本|在|的|把|给|市|里|和|跟|与|同|是|谁|都|哪些|哪个|哪几|几个|一下|有|人"
)
SEVERAL = re.compile(r"[和与跟及、，,又]|\band\b|以及|\bas well as\b|\bplus\b|\balong with\b")
NOT = re.compile(rf"{LEFT_OUT}[^，,。；;？?]*")
TASKISH = re.compile(r"行动|任务|措施|工作|项目|事项|举措|action|task|measure|campaign|initiative")
YES_NO = re.compile(
    r"吗[？?。]?\Z|是否|是不是|有没有|吧[？?。]?\Z|参不参|在不在|\A(?:is|are|was|were|does|do|did|has|have)\b"
)
COUNT = re.compile(
    r"前(?P<front>[两一二三四五六七八九十\d]+)|[前最]?(?P<zh>[两一二三四五六七八九十\d]+)[个对名位大家]"
    r"|top (?P<en>\d+|two|three|four|five|ten)"
    r"|\b(?P<word>two|three|four|five) (?:pairs|dyads|duos|bodies|agencies|departments)"
)
EITHER = re.compile(r"(.)[不没]\1|有没有|是否")
NEGATED = re.compile(
    r"不(?:是|在|参|牵|属|归)|没有?(?=参|牵|在|共|进|担|任|负)|没有(?=«)|从没|从未|\b(?:not|never)\b|n't\b"
)
"""A statement that denies something."""
TAG = re.compile(r"(?:吗|吧|right|correct|isn't it)[?？。]?\Z")
NUMBERS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
NUMBERS |= {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
NEAR = 0.85
"""The share of the best score from which another candidate makes a name ambiguous."""


@dataclass(frozen=True)
class Found:
    """What answers a question: items, the sentence in Chinese and in English, the rows it rests on."""

    items: Sequence[object] = ()
    zh: str = ""
    en: str = ""
    rows: Sequence[Row] = ()
    sure: float = 1.0
    quotes: tuple[Evidence, ...] = ()
    """The sentences, where an analysis has found them already."""
    cites: bool = True
    """Whether the answer names the documents of its rows."""


NOTHING = Found()


@dataclass(frozen=True)
class Asked:
    """A question with the graph that is to answer it."""

    question: str
    store: Store
    lexicon: Lexicon
    linked: Linked
    folder: Path
    ran: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The question as names are compared."""
        return self.linked.text

    @property
    def zh(self) -> bool:
        """Whether to answer in Chinese: the question has fewer than three words in Latin letters."""
        return len(re.findall(r"[a-z]{2,}", self.question.lower())) < 3

    @cached_property
    def persons(self) -> list[Entry]:
        """The persons named."""
        return self.linked.of("person")

    @cached_property
    def bodies(self) -> list[Entry]:
        """The bodies named, groups left out."""
        whole = {entry.name + "办公室" for entry in self.offices_of}
        return [entry for entry in self.linked.of("body") if entry.name not in whole]

    @cached_property
    def documents(self) -> list[Entry]:
        """The documents named by number or title, else that of a program named."""
        return self.linked.of("document")

    @cached_property
    def groups(self) -> list[Entry]:
        """The bodies of seats named: whole, by their offices, or by their kind and distinctive words."""
        found = self.linked.of("group") or self.offices_of
        if found or not (GROUPISH.search(self.text) or self.names_nothing):
            return found or self.of_role
        return self.kindred(self.linked.rest) or self.best("group") or self.of_role

    @property
    def of_role(self) -> list[Entry]:
        """The only body of seats that has a role which the question names (主编), and which is no post elsewhere."""
        found = {entry: None for role in self.roles for entry in self.lexicon.by_role.get(role, ())}
        return list(found) if len(found) == 1 and not self.persons else []

    @property
    def names_nothing(self) -> bool:
        """Whether nothing else is named, so that distinctive words alone can mean a body of seats (氧吧办公室)."""
        named = self.persons or self.bodies or self.tasks or self.indicators
        return not named and not PLANISH.search(self.text)

    def kindred(self, text: str) -> list[Entry]:
        """The only body of seats of the kind that a text names, where nothing before that word tells another."""
        match = KIND.search(text)
        if not match:
            return []
        found = [entry for entry in self.lexicon.of("group") if entry.name.endswith(match["kind"])]
        head = FILLER.sub("", match["head"])
        fitting = [entry for entry in found if not head or pairs(head) & pairs(entry.name) or head in entry.name]
        return fitting if len(fitting) == 1 else []

    @property
    def offices_of(self) -> list[Entry]:
        """The bodies of seats whose offices are named."""
        named = {entry.name.removesuffix("办公室") for entry in self.linked.of("body") if entry.name.endswith("办公室")}
        return [entry for entry in self.lexicon.of("group") if entry.name in named]

    @cached_property
    def several_groups(self) -> list[Entry]:
        """Bodies of seats named one after the other (氧吧领导小组和普查领导小组), each by its part of the question."""
        return self.groups_in(self.linked.rest if self.zh else self.question.lower())

    def groups_in(self, text: str) -> list[Entry]:
        """The bodies of seats that a part of the question names."""
        found = list(self.linked.of("group"))
        for part in SEVERAL.split(text) if GROUPISH.search(text) else ():
            said = part + translated(part, (), self.lexicon.places)
            scored = likely(said, self.lexicon.of("group"), 0.05)
            named = self.kindred(said) or [entry for _, entry in scored[:1]]
            found += [entry for entry in named if entry not in found]
        return found

    @cached_property
    def tasks(self) -> list[Entry]:
        """The tasks meant, the best first and alone where it is clearly the best."""
        return self.linked.of("task") or self.best("task")

    @cached_property
    def indicators(self) -> list[Entry]:
        """The indicators meant."""
        return self.linked.of("indicator") or self.best("indicator")

    @cached_property
    def papers(self) -> list[Entry]:
        """The documents meant by words of their titles."""
        return self.linked.of("document", "program") or self.best("document", "program")

    def best(self, *kinds: str) -> list[Entry]:
        """The entries of a kind whose names share most with the question: one, or several that come near it."""
        scored = likely(self.linked.rest, self.lexicon.of(*kinds), 0.05 if kinds in (("group",), ("program",)) else 0.3)
        return [entry for score, entry in scored if score >= NEAR * scored[0][0]]

    @cached_property
    def period(self) -> Period | None:
        """The day or period named."""
        return period(self.text, self.latest_day[:4])

    @cached_property
    def latest_day(self) -> str:
        """The date of the graph's latest document: nothing is known after it, and a month alone is of its year."""
        return max((str(row["date"] or "") for row in self.store.run("documents")), default="")

    @cached_property
    def years(self) -> list[str]:
        """The years named."""
        return years(self.text)

    @cached_property
    def roles(self) -> list[str]:
        """The role words of the question, names of bodies left out."""
        return list(dict.fromkeys(ROLE.findall(KIND_WORD.sub("", NOT.sub("", self.linked.rest)))))

    @property
    def is_yes_no(self) -> bool:
        """Whether a yes or a no is asked for."""
        return bool(YES_NO.search(self.linked.rest.strip()))

    @property
    def denies(self) -> bool:
        """Whether what is held against the graph denies something (不是…吧)."""
        return NEGATED.search(EITHER.sub("", self.linked.rest)) is not None

    @property
    def is_statement(self) -> bool:
        """Whether a statement is to be confirmed (…，对吗)."""
        return TAG.search(self.question.strip().lower()) is not None

    @property
    def number(self) -> int | None:
        """How many are asked for (哪两对, top three)."""
        match = COUNT.search(self.text)
        word = (match["front"] or match["zh"] or match["en"] or match["word"]) if match else None
        return (int(word) if word.isdecimal() else NUMBERS.get(word)) if word else None

    def run(self, name: str, **parameters: str) -> list[Row]:
        """The rows of a named query, which the answer will show."""
        self.ran.append(self.store.named(name, **parameters))
        return self.store.run(name, **parameters)


def names(items: Iterable[object]) -> str:
    """Items as a list in Chinese."""
    return "、".join(str(item) for item in items)
