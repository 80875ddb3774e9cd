"""One line of a roster: the seats on it, with names, posts and notes.

::

    line   = seat { ( "、" | "，" | "；" | blanks ) seat }
    seat   = name [ "（" note "）" ] [ ( "（" posts "）" | blanks posts | posts ) ]
           | posts name                      post before the name
           | posts                           a seat without a person
           | body                            a member that is a body
    posts  = post { "、" post }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.constructs.lists import outside
from kg.constructs.names import BLANKS, is_spaced_name, name_run, name_then_post, notes_and_posts, split_posts
from kg.text import Span, Text
from kg.words import is_body, is_name, is_post

__all__ = ["Seat", "seats"]

IGNORED = re.compile(r"（?(?:按姓[氏名]笔[画划].{0,6}|排名不分先后|以姓[氏名].{0,10}|按姓[氏名].{0,10})）?")
BRACKET = re.compile(r"（(?P<inner>[^（）]*(?:（[^（）]*）[^（）]*)*)）")
GAPS = re.compile(r"[ \u3000\xa0]{2,}|[\t|│┃｜]+")
PEOPLE = re.compile(
    r"(?:主要|分管|相关|有关)?(?:负责|领导)(?:人|同志)|行政正职|党政主要领导|分管领导|主要领导|[市县区乡镇]长|书记"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: `person` None where no name is printed; `body` where the member is a body."""

    at: Span
    person: str | None = None
    posts: tuple[str, ...] = ()
    note: str | None = None
    body: str | None = None


def seats(text: Text) -> list[Seat] | None:
    """The seats of a line, [] for a line that names none on purpose, None where it does not parse."""
    text = without_order(text)
    if not text:
        return []
    found: list[Seat] = []
    folded = text.folded()
    for start, end in chunks(folded.chars):
        part = folded[start:end].stripped(" \t\u3000\xa0|│。.,，、；;")
        if not part:
            continue
        read = chunk(part, found[-1] if found else None)
        if read is None:
            return None
        if read and read[0] is EXTENDS:
            found[-1] = extended(found[-1], part)
        else:
            found.extend(read)
    return found


EXTENDS = Seat(Span(0, 0))
"""Marks a chunk that is one more post of the seat before it."""


def without_order(text: Text) -> Text:
    """The line without a remark on the order of names (按姓氏笔画为序)."""
    match = IGNORED.search(text.chars.replace("(", "（").replace(")", "）"))
    if not match:
        return text.stripped()
    return Text.joined([text[: match.start()], text[match.end() :]]).stripped()


def chunks(chars: str) -> Iterator[tuple[int, int]]:
    """The pieces of a line between separators outside brackets."""
    yield from outside(chars, "、，；,;")


def chunk(part: Text, before: Seat | None) -> list[Seat] | None:
    """The seats of a piece without separators; [EXTENDS] for a post of the seat before it."""
    bracket = BRACKET.search(part.chars)
    if bracket:
        return bracketed(part, bracket, before)
    flat = part.squeezed()
    if is_name(flat.chars):
        return [Seat(part.span, flat.chars)]
    spaced = by_blanks(part)
    if spaced is not None:
        return spaced
    return unspaced(part, flat, before)


def bracketed(part: Text, bracket: re.Match[str], before: Seat | None) -> list[Seat] | None:
    """Seats with a bracket: posts or a note of the name before it, more seats behind it."""
    head, inner = part[: bracket.start()], part.group(bracket, "inner").squeezed().chars
    rest = part[bracket.end() :].stripped()
    names = name_run(head)
    if not names:
        return post_with_bracket(part, before)
    notes, posts = notes_and_posts(inner)
    if notes and not posts and rest and not name_run(rest[:4]):
        behind = rest.squeezed().chars
        if not (is_post(behind) or is_body(behind)):
            return None
        posts, rest = split_posts(behind), rest[:0]
    last = Seat(
        Span(names[-1].span.start, part.span.end if not rest else part[: bracket.end()].span.end),
        names[-1].squeezed().chars,
        posts,
        "，".join(notes) or None,
    )
    found = [*(Seat(name.span, name.squeezed().chars) for name in names[:-1]), last]
    more = chunk(rest, last) if rest else []
    return None if more is None or EXTENDS in more else [*found, *more]


def post_with_bracket(part: Text, before: Seat | None) -> list[Seat] | None:
    """A bracket that belongs to a post or a body: 市住房城乡建设局（人防办）局长."""
    flat = part.squeezed()
    return by_blanks(part) or unspaced(part, flat, before)


def by_blanks(part: Text) -> list[Seat] | None:
    """Names with posts between blanks: 安 伟  市长, names only, post before the name."""
    tokens = list(part.split(BLANKS))
    if len(tokens) < 2:
        return None
    names = name_run(part)
    if names:
        return [Seat(name.span, name.chars) for name in names]
    for width in (3, 2, 1):
        if len(tokens) > width and is_spaced_name(tokens[:width]):
            rest = Text.joined(tokens[width:])
            if is_post(rest.chars) or is_body(rest.chars):
                return [Seat(part.span, "".join(t.chars for t in tokens[:width]), split_posts(rest.chars))]
        if len(tokens) > width and is_spaced_name(tokens[-width:]):
            post = "".join(token.chars for token in tokens[:-width])
            if is_post(post):
                return [Seat(part.span, "".join(t.chars for t in tokens[-width:]), split_posts(post))]
    return several(tokens)


def several(tokens: list[Text]) -> list[Seat] | None:
    """Several seats of name and post in a line between blanks: 安伟 市长 高永瑞 副市长."""
    found: list[Seat] = []
    index = 0
    while index < len(tokens):
        width = next(
            (w for w in (3, 2, 1) if len(tokens) >= index + w and is_spaced_name(tokens[index : index + w])), 0
        )
        if not width or index + width >= len(tokens) or not is_post(tokens[index + width].chars):
            return None
        whole = Text.joined(tokens[index : index + width + 1])
        name = "".join(token.chars for token in tokens[index : index + width])
        found.append(Seat(whole.span, name, split_posts(tokens[index + width].chars)))
        index += width + 1
    return found if len(found) > 1 else None


def unspaced(part: Text, flat: Text, before: Seat | None) -> list[Seat] | None:
    """A piece without blanks between name and post, or without a name at all."""
    chars = flat.chars
    cut = name_then_post(chars)
    if cut:
        return [Seat(part.span, chars[:cut], split_posts(chars[cut:]))]
    for length in (3, 2, 4):
        if is_name(chars[-length:]) and is_post(chars[:-length]) and len(chars) > length:
            return [Seat(part.span, chars[-length:], split_posts(chars[:-length]))]
    if is_post(chars) or PEOPLE.search(chars):
        extends = before is not None and before.person is not None and bool(before.posts)
        return [EXTENDS] if extends else [Seat(part.span, None, (chars,))]
    if is_body(chars) and len(chars) > 2:
        return [Seat(part.span, body=chars)]
    return None


def extended(seat: Seat, part: Text) -> Seat:
    """The seat with one more post."""
    return Seat(Span(seat.at.start, part.span.end), seat.person, (*seat.posts, part.squeezed().chars), seat.note)
