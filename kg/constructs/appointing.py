"""The grammar of a clause that appoints or removes: its verb, who, and which posts.

::

    clause  = [ lead ] verb people ( "为" | "任" ) post { "，" people "为" post }     任命A、B为X，C为Y
            | [ lead ] people ( "任" | "兼任" | "转任" | "任用为" … ) post             A任X
            | "任" people "为" post | "任" post                                      …，任X: of the person before
            | "免去" ( people | "其" ) [ [ "兼任" ] "的" ] post "职务"
            | [ people ] ( "不再担任" | "不再聘任为" ) post { "，" post } "职务"
            | [ "接受" ] people "辞去" post "职务" | people "的" post "职务相应终止"
            | "同意" post name "同志退休"
    people  = name { "、" name } | post name
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.constructs.appointees import TAIL, appointed, held_by, names, people, removed
from kg.constructs.appointment_weights import signs
from kg.constructs.lists import outside
from kg.constructs.names import post_then_name
from kg.lexicon import is_body, is_name, is_post
from kg.text import Span, Text

__all__ = ["VERB", "Clause", "Saying", "clauses", "told"]

VERB = re.compile(
    r"(?:[^，。；：、]{0,40}?(?:研究|决定|会议|表决|通过|同意|提名)[，：]?)?"
    r"(?:(?P<appoint>(?:决定|批准|提名)?(?:任命|聘任|续聘|聘请|聘用|[返选]聘|委派))"
    r"|(?P<remove>(?:决定|批准)?(?:免去|解聘|撤销|免(?![职征收费除检试得予税疫于]))|同意辞去))(?:以下(?:同志|人员))?"
)
LINK = re.compile(r"(?:并|同时|另|现|兹|特|还|从即日起)+(?=决定|任|聘|续聘|返聘|委派|免|不再|解聘|撤销|兼)")
RESIGNED = re.compile(
    r"(?P<granted>.*(?:接受|同意|批准|决定|准予|准许))?(?P<who>[\u4e00-\u9fff·、]{2,80}?)(?:同志)?(?:提出的?|关于|因[^，]{2,8})?"
    r"(?:请求)?辞去(?:其|所任的?|担任的?)?(?P<post>.+?)(?:的?职务|的?请求|\Z)"
)
RETIRED = re.compile(r"(?:同意|批准|准予)(?P<who>[\u4e00-\u9fff·]{4,40}?)同志(?:提前)?(?:退休|离休)")
NO_LONGER = re.compile(r"(?P<who>.*?)(?:同志)?不再(?:担任|兼任|聘任为|聘任|任用为|任)(?P<post>.+?)\Z")
LAPSED = re.compile(r"(?P<held>.+?)(?:的?职务|一职)(?:相应|自然|自行|随之|同时|一并|予以)+(?:终止|免除|免去|解除)\Z")
ON_TRIAL = re.compile(r"(?P<who>[\u4e00-\u9fff·、]{2,30}?)(?:同志)?(?:任职)?试用期[已届]?满")
ACTING = re.compile(r"(?P<who>[^，。]{2,30}?)(?:同志)?代理[^，。]{2,30}职务\Z")
"""Who acts for the holder of a post, which no kind of fact says: a doubt."""
SOMEONE = re.compile(r"(?:因|由于|鉴于|给予|对)?(?P<who>[\u4e00-\u9fff·]{2,4}?)同志")
"""Whom a clause without a post is about (因A同志调离), so that 其 behind it is this one."""
TO = re.compile(r"任(?!命|用|职|期|务|何|免|内|教|意)(?=.+为)")
AGAIN = re.compile(r"(?:(?:并|同时|正式|挂职|继续|转|改|调|兼)*(?:任命为|任用为|聘任为|聘为|担任|任))")
CANDIDATE = re.compile(
    r"提请|候选人|人选|拟[任聘提晋推]|提名(?!任命|，?决定)|推荐(?![^，]{2,12}任)|建议(?:任命|免去|聘)|代表资格"
)
ASIDE = re.compile(r"由|聘期|任职|保留|退休|试用|任期|享受|按|自|原")
MORE = re.compile(r"\A[为任]|职务|同志|任命|免去|不再|辞去|[，。；：]")
"""What a post cannot hold: there another clause begins."""
LONGEST, LONGEST_PART = 50, 1200
CUT = re.compile(r"、(?=(?:并|同时|决定)*(?:任命|免去|聘任|解聘|不再担任|不再兼任))")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says: pairs of person and post; none where it begins as an appointment does and does not parse."""

    at: Span
    action: str
    held: tuple[tuple[str, str], ...]
    signs: frozenset[str] = frozenset()


@dataclass(slots=True)
class Saying:
    """Whom the clauses before named, what was done with them, and the verb that goes on.

    `action` governs the lines below a verb alone; `carried` the clauses behind a verb and colon; `open` is the action
    of a clause whose posts may go on behind the comma, '' for none; `here` tells that this sentence named them.
    """

    action: str = ""
    carried: str = ""
    last: tuple[str, ...] = ()
    open: str = ""
    here: bool = False


def clauses(text: Text, saying: Saying, mark: str) -> Iterator[Clause]:
    """The clauses of a sentence, over several of which one verb may govern; `mark` ends the word for 任."""
    only = VERB.fullmatch(text.chars)
    if only:
        saying.carried = "appoint" if only["appoint"] else "remove"
        return
    action = saying.carried
    for part in parts(text):
        if CANDIDATE.search(part.chars):
            action = saying.open = ""
            continue
        match = VERB.match(part.chars)
        plain = said(part, saying)
        if plain:
            yield plain
        elif match or action:
            action = ("appoint" if match["appoint"] else "remove") if match else action
            found = governed(part[match.end() if match else 0 :], part, action, saying)
            if found:
                yield found
        else:
            yield from unled(part, saying, mark)


def parts(text: Text) -> Iterator[Text]:
    """The parts of a sentence between commas, cut before a verb in a list too, without 并 before a verb."""
    for start, end in outside(text.chars, "，"):
        cuts = [start, *(match.end() for match in CUT.finditer(text.chars, start, end)), end + 1]
        for begin, behind in pairwise(cuts):
            part = text[begin : behind - 1]
            link = LINK.match(part.chars)
            part = part[link.end() :] if link else part
            if 0 < len(part) < LONGEST_PART:
                yield part


def said(part: Text, saying: Saying) -> Clause | None:
    """The clause with a verb behind its people: A不再担任X, A辞去X, A的X职务相应终止, A退休."""
    chars = part.chars
    if resigned := RESIGNED.match(chars):
        who = names(resigned["who"] + "同志") or ([] if resigned["granted"] else people(resigned["who"]))
        return told(part, who, resigned["post"], "remove", saying)
    if retired := RETIRED.fullmatch(chars):
        cut = len(retired["who"]) - post_then_name(retired["who"], (), loose=True)
        return told(part, names(retired["who"][cut:]), retired["who"][:cut], "retire", saying)
    if gone := NO_LONGER.match(chars):
        who = people(gone["who"]) if gone["who"] else list(saying.last)
        return told(part, who, gone["post"], "remove", saying)
    if lapsed := LAPSED.match(chars):
        who, post = removed(lapsed["held"])
        return told(part, who, post, "remove", saying)
    if (acting := ACTING.match(chars)) and people(acting["who"]):
        return Clause(part.span, "appoint", (), frozenset({"named"}))
    return None


def governed(rest: Text, part: Text, action: str, saying: Saying) -> Clause | None:
    """The clause behind a verb that stands before its people, None for a remark beside it."""
    chars = rest.chars
    if action == "remove" and chars.startswith("其"):
        return told(part, saying.last, re.sub(r"\A其(?:所任|担任|兼任|原任|原)?的?", "", chars), action, saying)
    who, post = appointed(chars) if action == "appoint" else removed(chars)
    if not who and action == "remove" and (cut := post_then_name(TAIL.sub("", chars), ())):
        bare = TAIL.sub("", chars)
        who, post = [bare[-cut:]], bare[:-cut]
    if not who and is_post(TAIL.sub("", chars)) and goes_on(chars, action, saying):
        who, post = list(saying.last), chars
    if who:
        return told(part, who, post, action, saying)
    if not chars or ASIDE.match(chars):
        return None
    like = re.match("(.{3,4}?|..(?=同志))(?:同志|为|的)", chars)
    is_like = like is not None and is_name(like[1]) and not is_body(like[1])
    return Clause(rest.span, action, (), frozenset({"named"} if is_like else ()))


def goes_on(chars: str, action: str, saying: Saying) -> bool:
    """Whether posts alone behind a verb are those of the person before, whom this sentence named."""
    return bool(saying.open == action or TAIL.search(chars)) and saying.here


def unled(part: Text, saying: Saying, mark: str) -> Iterator[Clause]:
    """The clause without a verb before its people: A任X, 任A为X, 任X of the person before, more posts of theirs."""
    chars = part.chars
    to, again, trial = TO.match(chars), AGAIN.match(chars), ON_TRIAL.match(chars)
    who, post = appointed(chars[to.end() :]) if to and mark else ([], "")
    who, post = (who, post) if who and all(map(is_name, who)) else appointed(chars, mark)
    action = "appoint"
    if trial:
        saying.last = tuple(names(trial["who"])) or saying.last
        saying.here = True
    elif not who and (someone := SOMEONE.match(chars)) and is_name(someone["who"]):
        saying.last = (someone["who"],)
    elif not who and saying.here and again and is_post(TAIL.sub("", chars)):
        who, post = list(saying.last), chars[again.end() :]
    elif not who and saying.open and is_post(TAIL.sub("", chars)) and not names_someone(chars):
        who, post, action = list(saying.last), chars, saying.open
    if who and (found := told(part, who, post, action, saying)):
        yield found


def names_someone(chars: str) -> bool:
    """Whether a name stands before a post or behind it (安伟市长, 市长安伟), no more of another's posts."""
    bare = TAIL.sub("", chars)
    return bool(removed(bare)[0]) or post_then_name(bare, ()) > 0


def told(part: Text, who: Sequence[str], post: str, action: str, saying: Saying, listed: bool = False) -> Clause | None:
    """The clause of these people and posts, without any where a post holds more than one; None where none is read."""
    held = tuple(held_by(who, post))
    if not held:
        return None
    if any(MORE.search(one) or len(one) > LONGEST for _, one in held):
        return Clause(part.span, action, (), frozenset({"named"}))
    saying.last, saying.here = tuple(dict.fromkeys(who)), True
    saying.open = "" if re.search("职务|一职", post) or part.chars.endswith("职务") else action
    return Clause(part.span, action, held, signs(part.chars, held, listed))
