"""The mapping beside the facts: which node every printed name of a build stands for, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.facts import (
    Body,
    Change,
    Context,
    Creation,
    DocumentNode,
    Group,
    Header,
    Issue,
    MemberBody,
    Membership,
    Office,
    Person,
    Sourced,
    safe,
)
from kg.identity.bodies import as_group, body, parent
from kg.identity.corrections import NONE, Corrections
from kg.identity.judging import Judgement
from kg.identity.mentions import Mention, PostIn, day_of, named
from kg.identity.persons import People, people
from kg.identity.printed import abbreviations, bodies_printed
from kg.lexicon import UNKNOWN, Jurisdiction, grade, is_chief, jurisdiction_of, split_post

__all__ = ["Resolution", "resolve"]

ANYBODY_S = re.compile(r"[政府办发函字党委人任市县区]+(?=[〔\[（(【﹝])")
"""The beginning of a number that names no place (政办发〔2020〕1号): every county has one."""
ELIDED = re.compile(r"组织部|宣传部|统战部|政法委|纪委")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Nodes by context and printed name; what is not in a table is made by the same rules."""

    places: Mapping[Context, Jurisdiction]
    documents: Mapping[Context, DocumentNode]
    by_id: Mapping[str, DocumentNode]
    groups: frozenset[str]
    """The ids of the bodies that seats, offices or a creation show to be groups."""
    corrections: Corrections = NONE
    printed: Mapping[tuple[Context, str], Body] = field(default_factory=dict)
    """Names that something else than the rules tells: abbreviations, a person's decision."""
    nodes: Mapping[str, Body] = field(default_factory=dict)
    """The bodies of the build by id, with every printed form."""
    people: People = field(default_factory=People)
    judgements: tuple[Judgement, ...] = ()
    """The judgements on bodies, beside those on people."""

    def place(self, at: Context) -> Jurisdiction:
        """The jurisdiction of a document, of unknown name where none was found."""
        return self.places.get(at, UNKNOWN)

    def year(self, at: Context) -> int | None:
        """The year of a document."""
        node = self.documents.get(at)
        return int(node.date[:4]) if node and node.date[:4].isdigit() else None

    def body(self, at: Context, printed: str, group: bool = False) -> Body:
        """The body that a document prints as `printed`."""
        place = self.place(at)
        found = self.printed.get((at, printed)) or body(printed, place, scope(at), group, self.year(at))
        decided = self.corrections.alias(place.label, printed)
        found = Body(decided, found.name, found.jurisdiction, found.kind) if decided else found
        found = self.corrections.body(found)
        found = self.nodes.get(found.id, found)
        return as_group(found) if group or found.id in self.groups else found

    def parent(self, found: Body) -> Body | None:
        """The department of which a body is a unit."""
        above = parent(found)
        return self.nodes.get(above.id, above) if above else None

    def person(self, at: Context, name: str, posts: tuple[str, ...] = ()) -> Person:
        """The person whom a document names, with these posts behind the name."""
        known = self.people.of.get(mention_key(at, name, posts))
        place = self.place(at).label
        return known or Person(f"person/{safe(place or scope(at))}/{safe(name)}", name, place)

    def cited(self, number: str, title: str) -> DocumentNode:
        """The document of a number, or of a title without one: one of the build, else known by its citation alone."""
        path = f"document/{safe(number or title)}"
        named = None if number else next((one for one in self.by_id.values() if one.name == title), None)
        return named or self.by_id.get(path, DocumentNode(path, title, number))

    def post(self, at: Context, posts: tuple[str, ...], index: int) -> tuple[Body | None, str]:
        """The body and title of the post `index` of a seat; a title alone belongs to the body before it."""
        owner, title = split_post(posts[index])
        if owner and index and ELIDED.match(owner):
            before = split_post(posts[index - 1])[0]
            owner = before + owner if before.endswith("委") else owner
        while not owner and index:
            index -= 1
            owner = split_post(posts[index])[0]
        return (self.body(at, owner) if owner else None), title


def scope(at: Context) -> str:
    """What keeps names of a document without a place apart from those of others."""
    return at[1] or at[0]


def mention_key(at: Context, name: str, posts: tuple[str, ...]) -> str:
    """What tells a mention: file, document, name and the posts as printed."""
    return "\0".join((at[0], at[1] or "", name, *posts))


def resolve(facts: Collection[Sourced], corrections: Corrections = NONE) -> Resolution:
    """The resolution of a build, from what its documents say of themselves."""
    places: dict[Context, Jurisdiction] = {}
    documents: dict[Context, DocumentNode] = {}
    by_id: dict[str, DocumentNode] = {}
    for sourced in facts:
        fact = sourced.fact
        if isinstance(fact, (Header, Issue)):
            at = (sourced.evidence.file, fact.document)
            places[at] = place_of(fact)
            about = node(fact, at[0])
            documents[at] = by_id.setdefault(about.id, about)
    first = Resolution(places, documents, by_id, frozenset(groups_of(facts, places)), corrections)
    told = abbreviations(facts, first)
    known = replace(first, printed=told.printed, judgements=told.judgements)
    known = replace(known, nodes=labelled(bodies_printed(facts, known), facts, known))
    return replace(known, people=people(mentions(facts, known), corrections.people))


def labelled(nodes: Mapping[str, Body], facts: Collection[Sourced], names: Resolution) -> dict[str, Body]:
    """The bodies, those that decisions made of several described as the one that they were decided to be."""
    decided = names.corrections
    targets = {path for path in (*decided.merged.values(), *decided.aliases.values()) if path in nodes}
    own = bodies_printed(facts, replace(names, corrections=NONE)) if targets else {}
    found = dict(nodes)
    for path in sorted(targets & own.keys()):
        told = own[path]
        label = decided.names.get(path, told.name)
        forms = {*nodes[path].aliases, nodes[path].name, nodes[path].full} - {"", label, told.full}
        kept = replace(told, name=label, aliases=tuple(sorted(forms)))
        found[path] = as_group(kept) if isinstance(nodes[path], Group) else kept
    return found


def mentions(facts: Iterable[Sourced], names: Resolution) -> Iterator[Mention]:
    """The mentions of persons in all facts, each once."""
    seen: set[tuple[str, str]] = set()
    for sourced in facts:
        at = (sourced.evidence.file, sourced.fact.document)
        for one in named(sourced.fact):
            key = mention_key(at, one.name, one.posts)
            if (key, one.group) in seen:
                continue
            seen.add((key, one.group))
            document = names.documents.get(at)
            yield Mention(
                key=key,
                name=one.name,
                place=names.place(at).label or scope(at),
                document=document.id if document else f"document/{scope(at)}",
                day=day_of(document.date) if document else None,
                posts=tuple(posts_in(at, one.posts, names)),
                group=names.body(at, one.group, group=True).id if one.group else "",
                note=one.note if one.note in ("女", "男") or one.note.endswith("族") else "",
                ended=one.ended,
                placed=bool(names.place(at).label),
            )


def posts_in(at: Context, posts: tuple[str, ...], names: Resolution) -> Iterator[PostIn]:
    """The posts of a mention, with bodies and grades."""
    for index in range(len(posts)):
        owner, title = names.post(at, posts, index)
        if owner:
            chief = owner.kind in ("政府部门", "垂直管理单位", "双重管理单位", "群团", "县级政府") and is_full(title)
            yield PostIn(owner.id, title, grade(owner.level, owner.kind, title), chief and len(posts) == 1)


def is_full(title: str) -> bool:
    """Whether a title is that of who runs a department all day: the head or a deputy."""
    return is_chief(title) or bool(re.fullmatch(r"(?:党组|党委)?(?:常务)?副(?:局长|主任|厅长|县长|区长|市长)", title))


def groups_of(facts: Iterable[Sourced], places: Mapping[Context, Jurisdiction]) -> Iterator[str]:
    """The ids of the bodies on which somebody sits, which have an office or are set up."""
    for sourced in facts:
        fact = sourced.fact
        if isinstance(fact, (Membership, MemberBody, Change, Creation, Office)):
            at = (sourced.evidence.file, fact.document)
            name = fact.of if isinstance(fact, Office) else fact.body
            parts = fact.parts if isinstance(fact, Creation) else ()
            for printed in (name, *(name + part.name for part in parts if part.name.endswith(("组", "会")))):
                yield body(printed, places.get(at, UNKNOWN), scope(at), True).id


def place_of(fact: Header | Issue) -> Jurisdiction:
    """The jurisdiction that a document's issuer, else its title, its recipients name."""
    issuer = fact.issuer if isinstance(fact, Header) else fact.publisher
    recipients = fact.recipients if isinstance(fact, Header) else ()
    cites = tuple(cite.title for cite in fact.cites) if isinstance(fact, Header) else ()
    hints = (fact.title or "", issuer or "", *recipients, *cites)
    said = fact.place if isinstance(fact, Header) else None
    for told in (said, issuer, fact.title, *recipients):
        place = jurisdiction_of(told, hints) if told else UNKNOWN
        if place.name:
            return place
    return UNKNOWN


def node(fact: Header | Issue, file: str) -> DocumentNode:
    """The node of a document: by its number, else by issuer, date and title, else by the file and the recipients."""
    if isinstance(fact, Issue):
        return DocumentNode(f"document/{safe(str(fact.document))}", str(fact.document), "", fact.date or "", "公报")
    own = fact.number and re.match(r"[\u4e00-\u9fff]{2,}", fact.number) and not fact.number.startswith("第")
    shared = own and fact.issuer and ANYBODY_S.match(str(fact.number))
    steps = [fact.issuer, fact.number] if shared else [fact.number]
    steps = steps if own else [fact.issuer, fact.date, fact.number, fact.title]
    steps = steps if own or fact.title else [*(steps if any(steps) else [file]), *fact.recipients[:1]]
    path = "/".join(safe(step) for step in steps if step)
    name = fact.title or fact.number or " ".join(filter(None, (fact.issuer, fact.date))) or file
    return DocumentNode(f"document/{path}", name, fact.number or "", fact.date or "", fact.kind or "")
