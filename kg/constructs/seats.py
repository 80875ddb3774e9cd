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
from collections.abc import Collection
from dataclasses import dataclass

from kg.constructs.glued import Cut, glued
from kg.constructs.lists import whole_pieces
from kg.constructs.names import (
    BLANKS,
    LEVEL_LEAD,
    is_person,
    loose_name,
    name_run,
    name_then_post,
    post_then_name,
    spaced_name,
    whole_title,
)
from kg.constructs.posts import notes_and_posts, of_places, split_posts
from kg.constructs.seat import PEOPLE, Seat, extended, is_more, posts_before_the_name, posts_of_one, shared_title
from kg.lexicon import is_body, is_post, place_prefix, short_place
from kg.text import Span, Text

__all__ = ["Seat", "seats"]

IGNORED = re.compile(r"（?(?:按姓[氏名]笔[画划].{0,6}|排名不分先后|以姓[氏名].{0,10}|按姓[氏名].{0,10})）?")
BRACKET = re.compile(r"（(?P<inner>[^（）]*(?:（[^（）]*）[^（）]*)*)）")
SEX = re.compile(r"女|男|[\u4e00-\u9fff]{1,4}族")
ROUND = str.maketrans("〔［[【〈〕］]】〉", "（（（（（）））））")
COMRADE = re.compile(r"(?<![人责导要任])同志(?=[（ \u3000\t、，；。]|\Z)")
TRIM = " \t\u3000\xa0|│。.,，、；;"


@dataclass(frozen=True, slots=True)
class Context:
    """What helps to read a line: persons the document names, and whether a name must stand there."""

    known: Collection[str] = ()
    loose: bool = False


def seats(text: Text, known: Collection[str] = (), loose: bool = False) -> list[Seat] | None:
    """The seats of a line, [] for a line that names none on purpose, None where it does not parse."""
    folded = plain(without_order(text))
    context = Context(known, loose)
    shared = folded.stripped(TRIM).squeezed()
    if of_places(shared.chars):
        return [Seat(shared.span, None, (shared.chars,))]
    if len(shared) == len(folded.stripped(TRIM)) and (run := glued(shared.chars)):
        return apart(shared, run)
    found: list[Seat] = []
    for start, end in whole_pieces(folded.chars):
        part = folded[start:end].stripped(TRIM)
        if not part:
            continue
        read = chunk(part, context)
        if read is None:
            return None
        if found and is_more(read, found[-1], folded.chars[start - 1]):
            found[-1] = extended(found[-1], part, read[0].posts)
        else:
            found.extend(read)
    return shared_title(posts_of_one(posts_before_the_name(found, folded)), folded)


def apart(text: Text, run: Cut) -> list[Seat]:
    """The seats of a run of names and posts that nothing parts."""
    found, start = [], 0
    for name, post in run:
        end = start + len(name) + len(post)
        found.append(Seat(text[start:end].span, name, split_posts(post)))
        start = end
    return found


def without_order(text: Text) -> Text:
    """The line without a remark on the order of names (按姓氏笔画为序)."""
    if not any(word in text.chars for word in ("按姓", "排名", "以姓")):
        return text.stripped()
    match = IGNORED.search(text.chars.replace("(", "（").replace(")", "）"))
    if not match:
        return text.stripped()
    return Text.joined([text[: match.start()], text[match.end() :]]).stripped()


def plain(text: Text) -> Text:
    """A line with every kind of bracket round, and without 同志 behind names."""
    folded = text.folded()
    if any(bracket in folded.chars for bracket in "〔［[【〈"):
        folded = Text(folded.chars.translate(ROUND), folded.at)
    return folded.without(COMRADE) if "同志" in folded.chars else folded


def chunk(part: Text, context: Context) -> list[Seat] | None:
    """The seats of a piece without separators."""
    bracket = BRACKET.search(part.chars)
    if bracket:
        return bracketed(part, bracket, context)
    flat = part.squeezed()
    if len(flat) == len(part) and is_person(flat.chars, context.known):
        return [Seat(part.span, flat.chars)]
    return by_blanks(part, context) or unspaced(part, flat, context)


def bracketed(part: Text, bracket: re.Match[str], context: Context) -> list[Seat] | None:
    """Seats with a bracket: posts or a note of the name before it, more seats behind it."""
    head, inner = part[: bracket.start()].stripped(), part.group(bracket, "inner").squeezed().chars
    rest = part[bracket.end() :].stripped()
    notes, posts = notes_and_posts(inner)
    names = name_run(head, context.known) if head else []
    if head and not names and loose_name(head.squeezed().chars) and (notes or is_post(inner)):
        names = [head.squeezed()]
    if not names and notes and not posts and not rest:
        return noted(part, head, notes, context)
    if not names:
        return by_blanks(part, context) or unspaced(part, part.squeezed(), context)
    behind = rest.squeezed().chars
    second = BRACKET.fullmatch(behind)
    behind = second["inner"] if second else behind
    if posts and second and not notes_and_posts(behind)[1]:
        notes, rest = (*notes, behind), rest[:0]
    if notes and not posts and rest and (second or is_post(behind) or is_body(behind)):
        posts, rest = split_posts(behind), rest[:0]
    end = part[: bracket.end()].span.end if rest else part.span.end
    last = Seat(Span(names[-1].span.start, end), names[-1].chars, posts, "，".join(notes) or None)
    more = chunk(rest, context) if rest else []
    return None if more is None else [*(Seat(name.span, name.chars) for name in names[:-1]), last, *more]


def noted(part: Text, head: Text, notes: tuple[str, ...], context: Context) -> list[Seat] | None:
    """A post and a name with a note behind them: 党委副书记  苏敏（女）."""
    read = chunk(head, context) if head else None
    if not read or not read[-1].person:
        return None
    last = read[-1]
    return [*read[:-1], Seat(Span(last.at.start, part.span.end), last.person, last.posts, "，".join(notes))]


def by_blanks(part: Text, context: Context) -> list[Seat] | None:
    """Names with posts between blanks: 安 伟  市长, names only, post before the name."""
    tokens = list(part.split(BLANKS))
    if len(tokens) < 2:
        return None
    if any(SEX.fullmatch(token.chars) for token in tokens[1:-1]):
        return with_sex(part, tokens, context)
    names = name_run(part, context.known)
    if names:
        return [Seat(name.span, name.chars) for name in names]
    found = several(tokens, context)
    if found:
        return found
    for width in (3, 2, 1):
        if len(tokens) <= width:
            continue
        first, last = tokens[:width], tokens[-width:]
        behind, ahead = joined(tokens[width:]), joined(tokens[:-width])
        if (named(first, context, is_post(behind)) or placed(tokens)) and (is_post(behind) or is_body(behind)):
            return [Seat(part.span, joined(first), split_posts(behind))]
        if spaced_name(last, context.known) and is_post(ahead):
            return [Seat(part.span, joined(last), split_posts(ahead))]
    return None


def with_sex(part: Text, tokens: list[Text], context: Context) -> list[Seat] | None:
    """A seat with the sex or the nationality in a column of its own: 白鹭　女　市财政局局长."""
    cut = next(index for index, token in enumerate(tokens) if index and SEX.fullmatch(token.chars))
    name, post = joined(tokens[:cut]), joined(tokens[cut + 1 :])
    if not (is_person(name, context.known) or loose_name(name)) or not is_post(post):
        return None
    return [Seat(part.span, name, split_posts(post), tokens[cut].chars)]


def named(group: list[Text], context: Context, posted: bool) -> bool:
    """Whether tokens are a name; an unknown word is one where a post stands behind it."""
    if spaced_name(group, context.known):
        return True
    cut = len(group) == 1 or all(len(token) == 1 for token in group)
    return posted and cut and loose_name(joined(group))


def placed(tokens: list[Text]) -> bool:
    """Whether a place's short name is a person's: a wide blank parts it from a post that is whole without it."""
    if len(tokens) != 2 or tokens[1].at[0] - tokens[0].at[-1] < 3:
        return False
    name, post = tokens[0].chars, tokens[1].chars
    return place_prefix(name) == name == short_place(name) and LEVEL_LEAD.match(post) is not None


def joined(tokens: list[Text]) -> str:
    """The characters of tokens."""
    return "".join(token.chars for token in tokens)


def several(tokens: list[Text], context: Context) -> list[Seat] | None:
    """Several seats of name and post in a line between blanks: 安伟 市长 高永瑞 副市长."""
    found: list[Seat] = []
    index = 0
    while index < len(tokens):
        groups = (tokens[index : index + width] for width in (3, 2, 1))
        group = next((g for g in groups if spaced_name(g, context.known)), [])
        behind = index + len(group)
        if not group or behind >= len(tokens) or not is_post(tokens[behind].chars):
            return None
        whole = Text.joined(tokens[index : behind + 1])
        found.append(Seat(whole.span, joined(group), split_posts(tokens[behind].chars)))
        index = behind + 1
    return found if len(found) > 1 else None


def unspaced(part: Text, flat: Text, context: Context) -> list[Seat] | None:
    """A piece without blanks between name and post, or without a name at all."""
    chars = flat.chars
    if whole_title(chars):
        return [Seat(part.span, None, (chars,))]
    behind = post_then_name(chars, context.known, context.loose)
    if behind:
        return [Seat(part.span, chars[-behind:], split_posts(chars[:-behind]))]
    cut = name_then_post(chars)
    if cut:
        return [Seat(part.span, chars[:cut], split_posts(chars[cut:]))]
    if is_post(chars) or PEOPLE.search(chars):
        return [Seat(part.span, None, (chars,))]
    if is_body(chars) and (len(chars) > 2 or chars[-1] in "联协办"):
        return [Seat(part.span, body=chars)]
    return None
