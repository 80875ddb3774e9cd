"""What a question speaks of: names found in it, whole ones first, then groups and tasks by their distinctive words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.ask.elsewhere import at_home, place_before, place_start
from kg.ask.left_out import without_office
from kg.ask.lexicon import BRACKETS, Entry, Lexicon, plain
from kg.ask.shortened import listed, shortened
from kg.ask.titled import titled, untitled
from kg.ask.translated import LATIN, translated
from kg.lexicon import short_place

__all__ = ["Link", "Linked", "linked"]

OFFICE = re.compile(r"办公室\Z")
HEAD = re.compile(r"(?:常务)?(?:副|代)?[省市县区州旗]长\Z")
VERB = re.compile(r"\A.*(?:引用了?|依据|根据|提到|是|和|与|跟|查|文件|看看)")
"""Words before the number of a document that are no part of it."""
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}〔\d{4}〕\d{1,4}号")
ORDER = ("person", "body", "document", "program", "task", "indicator", "group")
"""Kinds that whole names call, one that comes earlier before those behind it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Characters [start, end) of the question and the entries that they call, the likeliest first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The likeliest."""
        return self.entries[0]

    @property
    def rivals(self) -> tuple[Entry, ...]:
        """The entries that the same name calls, of the kind of the likeliest."""
        return tuple(one for one in self.entries[1:] if one.kind == self.entry.kind)


@dataclass(frozen=True)
class Linked:
    """A question in the form in which names are compared, its links in order, and the rest without them."""

    text: str
    links: tuple[Link, ...]
    strangers: tuple[str, ...] = ()
    """Bodies of other places than those of the graph."""

    def of(self, *kinds: str) -> list[Entry]:
        """The entries of some kinds, each once, in order."""
        return list(dict.fromkeys(link.entry for link in self.links if link.entry.kind in kinds))

    @cached_property
    def rest(self) -> str:
        """The question with «P», «B» … for the names in it."""
        parts, last = [], 0
        for link in self.links:
            title = HEAD.search(self.text[link.start : link.end]) or OFFICE.search(self.text[link.start : link.end])
            parts += [self.text[last : link.start], f"«{link.entry.kind[0].upper()}»{title[0] if title else ''}"]
            last = link.end
        return "".join([*parts, self.text[last:]])

    @property
    def numbers(self) -> list[str]:
        """The numbers of documents that the question prints."""
        return [VERB.sub("", number) for number in NUMBER.findall(self.text)]


def linked(question: str, lexicon: Lexicon) -> Linked:
    """The links of a question."""
    question = without_office(question)
    spaced = re.sub(r"\s+", " ", question).strip().lower()
    text = plain(question) if not LATIN.search(spaced) else spaced.translate(BRACKETS)
    found = named(text, 0, lexicon)
    more = translated(text, found, lexicon.places)
    found += named(text + more, len(text), lexicon)
    text += more
    taken = [range(link.start, link.end) for link in found]
    found += [Link(*one) for one in (*shortened(text, taken, lexicon), *listed(text, taken, lexicon))]
    found += by_sound(text, found, lexicon) or (heard(text, lexicon) if not found else [])
    found, strangers = at_home_only(text, found)
    links = sorted(called(text, settled(text, found, lexicon), lexicon), key=lambda link: link.start)
    bodies = [link for link in links if link.entry.kind == "body"]
    nobody = (untitled(text, link.start, link.end, link.entry, lexicon) for link in bodies)
    strangers += tuple(name for name in nobody if name)
    return Linked(text, tuple(links), strangers)


def at_home_only(text: str, links: list[Link]) -> tuple[list[Link], tuple[str, ...]]:
    """Links without the bodies of other places than the one that stands before them, and the names left with none."""
    kept, strangers = [], []
    for link in links:
        seated = link.start and link.entry.kind in ("body", "group")
        place = place_before(text, link.start) if seated else ""
        own = tuple(one for one in link.entries if not place or at_home(one, place, leads(text[link.start :], one)))
        if own:
            kept.append(Link(link.start, link.end, own))
        else:
            strangers.append(text[place_start(text, link.start, place) : link.end])
    return kept, tuple(strangers)


def leads(text: str, entry: Entry) -> bool:
    """Whether a text begins with the place of an entry."""
    return bool(entry.place) and text.startswith((entry.place, short_place(entry.place)))


def called(text: str, links: list[Link], lexicon: Lexicon) -> list[Link]:
    """Links in which a body with a surname and a title is the person that they call."""
    bodies = [(link.start, link.end, link.entry) for link in links if link.entry.kind == "body"]
    persons = [Link(*one) for one in titled(text, bodies, lexicon)]
    spans = [range(link.start, link.end) for link in persons]
    return [*persons, *(link for link in links if not any(link.start in span for span in spans))]


def settled(text: str, links: list[Link], lexicon: Lexicon) -> list[Link]:
    """Links whose likeliest entry is of a place that the question names, or of what else it names beyond doubt.

    Where one of several namesakes is so told from the others, these are left out; of what remains, those of the
    place with most entries come first (市政府 of the gazette's own city).
    """
    places = {entry.place for link in links for entry in link.entries if entry.place}
    named = {place for place in places if short_place(place) in text}
    sure = {link.entry.place for link in links if not link.rivals}
    often = Counter(place for link in links for place in {entry.place for entry in link.entries})
    common = {place for place, count in often.items() if count == len(links) > 1}

    def near(entry: Entry) -> tuple[bool, bool, bool]:
        return entry.place in named, entry.place in sure, entry.place in common

    def chosen(link: Link) -> Link:
        own = (link.entry, *link.rivals)
        best = max(near(entry) for entry in own)
        kept = sorted((entry for entry in own if near(entry) == best), key=lambda entry: -lexicon.weight[entry.place])
        rest = [entry for entry in link.entries if entry not in own]
        return Link(link.start, link.end, (*kept, *rest))

    return [chosen(link) for link in links]


def named(text: str, start: int, lexicon: Lexicon) -> list[Link]:
    """The whole names of a text from a place on, the longest first."""
    found: list[Link] = []
    while start < len(text):
        link = longest(text, start, lexicon)
        if link:
            found.append(link)
        start = link.end if link else start + 1
    return found


def heard(text: str, lexicon: Lexicon) -> list[Link]:
    """The longest stretch that sounds as a name does: a question with a mistyped character names nothing else."""
    from pypinyin import lazy_pinyin

    sounds = [sound for char in text for sound in lazy_pinyin(char)]
    for length in range(8, 2, -1):
        for start in range(len(text) - length + 1):
            known = lexicon.homophones.get(" ".join(sounds[start : start + length]))
            if known and len(known) == 1:
                return [Link(start, start + length, known)]
    return []


def longest(text: str, start: int, lexicon: Lexicon) -> Link | None:
    """The longest name that begins at a place; in Latin letters only whole words count."""
    if (
        start
        and text[start].isascii()
        and text[start].isalnum()
        and text[start - 1].isalnum()
        and text[start - 1].isascii()
    ):
        return None
    for end in range(min(len(text), start + lexicon.longest), start + 1, -1):
        form = text[start:end]
        known = lexicon.by_form.get(form if " " not in form else form.replace(" ", ""))
        if known and not (
            form[-1].isascii() and form[-1].isalnum() and text[end : end + 1].isalnum() and text[end].isascii()
        ):
            return Link(start, end, ranked(known))
    return None


def ranked(known: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of their kinds; of one kind the shorter name first."""
    return tuple(sorted(known, key=lambda entry: (ORDER.index(entry.kind), len(entry.name), entry.id)))


def by_sound(text: str, found: Iterable[Link], lexicon: Lexicon) -> list[Link]:
    """Persons called by their names in pinyin (Gao Yongrui)."""
    taken = [range(link.start, link.end) for link in found]
    links = []
    words = list(re.finditer(r"[a-z]+", text))
    for first, second in [(a, b) for a in words for b in words if a.end() + 1 == b.start()] if len(words) > 1 else ():
        known = lexicon.by_sound.get(first[0] + second[0])
        if known and not any(first.start() in span for span in taken):
            links.append(Link(first.start(), second.end(), known))
    return links
