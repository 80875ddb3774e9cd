"""The names of a graph: every form by which a question may call a person, a body, a task, a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.lexicon import jurisdiction_of, rows, short_place, table
from kg.rdf import PREFIXES
from kg.store import Store

__all__ = ["BRACKETS", "KINDS", "Entry", "Lexicon", "bare", "plain"]

KINDS = {
    "person": ("foaf:Person",),
    "group": ("org:OrganizationalCollaboration",),
    "body": ("org:FormalOrganization", "org:OrganizationalUnit"),
    "task": ("gz:Task",),
    "program": ("gz:Program",),
    "indicator": ("gz:Indicator",),
    "document": ("eli:LegalResource", "schema:PublicationIssue"),
}
NAMES = f"""SELECT DISTINCT ?kind ?thing ?label ?other ?place WHERE {{
  VALUES (?kind ?class) {{ {" ".join(f'("{kind}" {one})' for kind, several in KINDS.items() for one in several)} }}
  ?thing a ?class ; rdfs:label ?label .
  OPTIONAL {{ ?thing skos:altLabel|skos:prefLabel|<{PREFIXES["schema"]}legalName>|eli:id_local ?other }}
  OPTIONAL {{ ?thing dcterms:spatial/rdfs:label ?place }}
}} ORDER BY ?thing ?label ?other"""
HOLDERS = """SELECT DISTINCT ?body ?person ?title WHERE {
  ?post org:postIn ?body ; rdfs:label ?title . ?fact gz:post ?post ; org:member|gz:about ?person . ?person a foaf:Person
} ORDER BY ?body ?person ?title"""
ROLES = """SELECT DISTINCT ?body ?role WHERE {
  ?seat org:organization ?body ; org:role/skos:prefLabel ?role
} ORDER BY ?body ?role"""
BRACKETS = str.maketrans("（）[]【】﹝﹞()", "〔〕〔〕〔〕〔〕〔〕")
LONGEST_HEARD = 8
"""Characters of a form beyond which it is not told by its sound."""
LEVELS = re.compile(r"[省市县区州盟旗]\Z")
PARTY = ("中共", "共青团", "中国共产党")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something of the graph: kind, id, label, and every form of its name."""

    kind: str
    id: str
    name: str
    place: str = ""
    forms: frozenset[str] = field(default=frozenset(), compare=False)


def plain(name: str) -> str:
    """A name as it is compared: lower case, without blanks, brackets in one shape."""
    return re.sub(r"\s+", "", name).lower().translate(BRACKETS)


class Lexicon:
    """The entries of a graph, and those that a form calls."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.entries = tuple(entries(store))
        self.by_kinds: dict[tuple[str, ...], list[Entry]] = {}

    @cached_property
    def by_form(self) -> dict[str, tuple[Entry, ...]]:
        """The entries by each form of their names."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for form in entry.forms:
                found.setdefault(form, []).append(entry)
        return {form: tuple(same) for form, same in found.items()}

    @cached_property
    def weight(self) -> Counter[str]:
        """How many entries each place has."""
        return Counter(entry.place for entry in self.entries)

    @cached_property
    def holders(self) -> dict[str, list[tuple[Entry, str]]]:
        """The persons who hold or held posts in each body, by its id, with the posts' titles."""
        persons = {entry.id: entry for entry in self.of("person")}
        found: dict[str, list[tuple[Entry, str]]] = {}
        for row in self.store.select(HOLDERS):
            body, person, title = (str(self.store.plain(row[name])) for name in ("body", "person", "title"))
            if person in persons:
                found.setdefault(body, []).append((persons[person], title))
        return found

    @cached_property
    def by_role(self) -> dict[str, list[Entry]]:
        """The bodies of seats by their roles, those left out that are titles of posts elsewhere (主任)."""
        groups = {entry.id: entry for entry in self.of("group")}
        titles = {title for held in self.holders.values() for _, title in held}
        found: dict[str, list[Entry]] = {}
        for row in self.store.select(ROLES):
            body, role = (str(self.store.plain(row[name])) for name in ("body", "role"))
            if body in groups and not any(title.endswith(role) for title in titles):
                found.setdefault(role, []).append(groups[body])
        return found

    @cached_property
    def by_ends(self) -> dict[str, list[tuple[str, Entry]]]:
        """The bodies, each with its name without its place, by the first and the last character of that."""
        found: dict[str, list[tuple[str, Entry]]] = {}
        for entry in self.of("body", "group"):
            name = re.sub("委员会\\Z", "委", bare(entry))
            found.setdefault(name[:1] + name[-1:], []).append((name, entry))
        return found

    @cached_property
    def longest(self) -> int:
        """Characters of the longest form."""
        return max(map(len, self.by_form), default=0)

    def of(self, *kinds: str) -> list[Entry]:
        """The entries of some kinds."""
        if kinds not in self.by_kinds:
            self.by_kinds[kinds] = [entry for entry in self.entries if entry.kind in kinds]
        return self.by_kinds[kinds]

    @cached_property
    def places(self) -> dict[str, str]:
        """The places of the graph by their short names in pinyin: hubin is 湖滨区, of the own city 三门峡 alone."""
        from pypinyin import lazy_pinyin

        found: dict[str, str] = {}
        for entry in self.of("body"):
            place = entry.place if plain(entry.place) in entry.forms else short_place(entry.place)
            if place:
                found.setdefault("".join(lazy_pinyin(short_place(entry.place))), place)
                if place == entry.place:
                    found["".join(lazy_pinyin(short_place(entry.place)))] = place
        return found

    @cached_property
    def homophones(self) -> dict[str, tuple[Entry, ...]]:
        """Persons and bodies by the sound of the Chinese forms of their names (卫建委 sounds as 卫健委)."""
        from pypinyin import lazy_pinyin

        found: dict[str, dict[str, Entry]] = {}
        for entry in self.of("person", "body"):
            for form in entry.forms:
                if 2 <= len(form) <= LONGEST_HEARD and not form.isascii():
                    found.setdefault(" ".join(lazy_pinyin(form)), {})[entry.id] = entry
        return {sound: tuple(same.values()) for sound, same in found.items()}

    @cached_property
    def by_sound(self) -> dict[str, tuple[Entry, ...]]:
        """Persons by their names in pinyin without tones (gaoyongrui), the surname first or last."""
        from pypinyin import lazy_pinyin

        found: dict[str, list[Entry]] = {}
        for entry in self.of("person"):
            first, *rest = lazy_pinyin(entry.name)
            for sound in {first + "".join(rest), "".join(rest) + first}:
                found.setdefault(sound, []).append(entry)
        return {sound: tuple(same) for sound, same in found.items()}


def entries(store: Store) -> Iterator[Entry]:
    """The entries of a store."""
    found: dict[tuple[str, str], tuple[str, str, set[str]]] = {}
    for row in store.select(NAMES):
        kind, path, label, other, place = (
            store.plain(row[name]) for name in ("kind", "thing", "label", "other", "place")
        )
        known = found.setdefault((str(kind), str(path)), (str(label), str(place or ""), {str(label)}))
        if other:
            known[2].add(str(other))
    for (kind, path), (label, place, names) in found.items():
        forms = set(names)
        if kind in ("body", "group"):
            forms |= set(body_forms(path, place, names))
        yield Entry(kind, path, label, place, frozenset(plain(form) for form in forms if len(form) > 1))


def body_forms(path: str, place: str, names: set[str]) -> Iterator[str]:
    """The everyday forms of a body: without its place, with the word for its level, as the table of departments."""
    level = LEVELS.search(place)
    word = level[0] if level else ""
    for name in names:
        bare = name
        for lead in PARTY:
            bare = bare.removeprefix(lead)
        for start in (place, short_place(place)) if place else ():
            if start and bare.startswith(start) and len(bare) > len(start) + 1:
                yield bare.removeprefix(start)
                yield word + bare.removeprefix(start)
    if path == f"body/{place}政府" and word:
        alone = ("",) if jurisdiction_of(f"{place}人民政府").level in ("市", "省") else ()
        if not alone:
            yield place
        for start in (place, short_place(place), place.removesuffix(word), *alone):
            yield from (f"{start}{rank}{word}长" for rank in ("", "副", "常务副", "代"))
    yield from class_forms(names)
    key = path.removeprefix(f"body/{place}")
    for row, forms in rows():
        if row.key == key and key != path:
            yield from table_forms([row.short, row.full, row.label, *forms], place, word)
            yield from english().get(key, ())


def bare(entry: Entry) -> str:
    """The name of a body without its place."""
    name = plain(entry.name).removeprefix("国务院")
    for place in (entry.place, short_place(entry.place)) if entry.place else ():
        name = name.removeprefix(place)
    return name


def class_forms(names: set[str]) -> Iterator[str]:
    """The everyday forms of a class of bodies: 各县（市、区）政府 as 各县市区政府, 各县区."""
    for name in names:
        if name.startswith("各") and re.search("[（〔]", name):
            spoken = re.sub("[（）〔〕、]", "", name)
            for whole in (spoken, spoken.replace("政府", "人民政府"), re.sub("(?:人民)?政府", "", spoken)):
                yield from (whole, whole.removeprefix("各")) if len(whole) > 3 else (whole,)


def table_forms(forms: list[str], place: str, word: str) -> Iterator[str]:
    """The forms of a department of the table at a place, alone and with its place or level."""
    for form in forms:
        whole = form.replace("{place}", place).replace("{short}", short_place(place)).replace("{level}", word)
        if "{" in form:
            yield whole
        elif whole:
            bare = whole.removeprefix("委") if len(whole) > 3 else whole
            yield from (whole, word + whole, place + whole, bare)


def english() -> dict[str, tuple[str, ...]]:
    """English names of departments by key."""
    return {key: tuple(names.split("|")) for kind, key, names in table("english.tsv", 3) if kind == "body"}
