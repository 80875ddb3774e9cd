"""Who leads, takes part in or answers for a task: the inside of a responsibility clause.

::

    clause   = piece { ( "；" | "，" | "。" ) piece }
    piece    = label ":" list | list verb | label ":" list verb …
    label    = "牵头单位" | "责任单位" | "配合单位" | … | "完成时限" | "责任领导"
    verb     = "牵头" | "按职责分工负责" | "负责" | "配合" | "参与" | "指导" | …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.constructs.lists import NAMED_PLACES, bodies, outside, restore, tail
from kg.lexicon import is_body, is_name, sections
from kg.text import Text

__all__ = ["KEY", "KIND_OF", "LABEL", "REMARK", "Parties", "has_clause", "parties"]

LEAD, PART, RESPONSIBLE, DEADLINE, LEADER = "lead", "participants", "responsible", "deadline", "leader"
KIND_OF = {word: kind for kind, words in sections("clause_words.txt").items() for word in words}
LABEL = re.compile(rf"(?P<label>{'|'.join(sorted(KIND_OF, key=lambda w: -len(w)))})(?:（[^）]*）)?：")
VERBS = (
    (LEAD, r"(?:共同|联合|分别|负责|总)*牵头(?:负责|组织|实施|落实|推进|组织实施|办理|抓总|总)*|主办|主责"),
    (
        PART,
        r"(?:共同|负责|协同|按(?:照)?(?:各自)?职责(?:分工)?|分工|积极|予以|协助|参与)*(?:配合|协助|协办|参与|参加|协同|支持|指导)(?:落实|做好|实施|推进|配合|工作)*",
    ),
    (
        RESPONSIBLE,
        r"(?:等)?(?:按(?:照)?(?:各自|相关|部门)*)?(?:职责|任务)?(?:和)?(?:分工)?(?:协同|共同|分别|分头|具体|各自|抓好|组织)*(?:负责(?:落实|实施|推进)?|落实|实施|推进|承办|组织实施|办理)",
    ),
)
VERB = re.compile("|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in VERBS))
FINAL_VERB = re.compile(rf"(?:{VERB.pattern})\Z")
LONGEST_VERB = 24
HINTS = tuple(re.findall("..", "牵头主办协办责任单位部门负责配合参与参加落实指导协助会同实施"))
KEY = re.compile(
    r"牵头|主办|协办|责任(?:单位|部门|主体|领导)|(?:配合|协办|主办|参与|承办|负责|落实)(?:单位|部门)|负责[）〕\]】，；]|(?:配合|参与|参加|落实|指导|协助|会同|实施)[）〕\]】，；]"
)
JOINT = re.compile(r"会同|联合")
BY = re.compile(r"\A(?:由|请)")
WHEN = re.compile(
    r"(?P<when>.{0,12}(?:年|月|日|季度|底)(?:底|末|前|上旬|中旬|下旬)*(?:前|底)?(?:完成|实施|启动|到位|落实|办结)?"
    r"|.{0,8}(?:年|月|底)(?:底|末)?前(?:出台|取得|形成|制定|建成|实现)[^，。；]{0,10}"
    r"|(?:年内|今年内)?(?:长期|持续|常年|全年|适时|立即|年内)(?:推进|坚持|实施|进行|开展|完成)?)\Z"
)
REMARK = re.compile(
    r"排在?(?:第一位|首位|最前)|第一个(?:单位|部门)|列第一位|下同|不再列出|排名第一|首位为|要(?:认真|切实|抓好)?(?:落实|抓好|做好)|均需|任务要求|单位\d+[家个]"
)
READING = re.compile(r"[，；。][^，；。：]*(?:排在?(?:第一位|首位|最前)|列第一位)[^，；。]*(?:，下同)?")
"""A note on how to read the list that stands before it."""
NOTHING = frozenset({"无", "/", "—", "－", "-", "——"})
NOBODY = frozenset({"社会", "全社会", "社会各界", "社会力量", "公众", "群众", "全民"})
"""Those who take part without being bodies (社会参与)."""


@dataclass(slots=True)
class Parties:
    """The bodies of a clause by their part in it, elided prefixes restored."""

    lead: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    deadline: str | None = None
    leaders: list[str] = field(default_factory=list)
    note: str | None = None
    prefix: str = ""

    def __bool__(self) -> bool:
        return bool(self.lead or self.participants or self.responsible)


def parties(text: Text, prefix: str = "", first_leads: bool = False) -> Parties | None:
    """The parties of a clause without its brackets; None where it does not parse.

    `prefix` is what an earlier clause of the item prints; `first_leads` says that the document's
    note makes the first body of each list of several the lead.
    """
    found = Parties(prefix=prefix)
    pending: list[Text] = []
    for piece, label in pieces(text.squeezed().folded().without(READING)):
        kind = KIND_OF[label] if label else None
        if remark(found, piece, kind):
            continue
        if not label and not final_verb(piece.chars):
            pending.append(piece)
            continue
        if not add(found, pending, piece, kind):
            return None
        pending = []
    if pending and not trailing(found, pending):
        return None
    if first_leads and not found.lead and len(found.responsible) > 1:
        found.lead.append(found.responsible.pop(0))
    settle(found)
    return found if found else None


def remark(found: Parties, piece: Text, kind: str | None) -> bool:
    """Take a piece that names no bodies: a deadline, leaders, a note on how to read the lists."""
    when = WHEN.match(piece.chars)
    if kind == DEADLINE or when:
        found.deadline = found.deadline or piece.chars.strip("，。；")
    elif kind == LEADER:
        names = [piece.chars[a:b] for a, b in outside(piece.chars, "、，")]
        found.leaders.extend(name for name in names if is_name(name))
    elif REMARK.search(piece.chars):
        found.note = found.note or piece.chars
    else:
        return False
    return True


def pieces(flat: Text) -> Iterator[tuple[Text, str | None]]:
    """Stretches between marks and labels; the label holds for every piece until the next one."""
    cuts = [(match.start(), match.end(), match["label"]) for match in LABEL.finditer(flat.chars)]
    start, label = 0, None
    for begin, end, following in [*cuts, (len(flat), len(flat), "")]:
        yield from verb_pieces(flat[start:begin], label)
        start, label = end, following


def final_verb(chars: str) -> re.Match[str] | None:
    """The verb that ends a piece behind at least one character."""
    return FINAL_VERB.search(chars, max(1, len(chars) - LONGEST_VERB))


def has_clause(chars: str) -> bool:
    """Whether a paragraph can hold a clause; the words are looked for before the pattern, for speed."""
    return any(word in chars for word in HINTS) and KEY.search(chars) is not None


def verb_pieces(part: Text, label: str | None) -> Iterator[tuple[Text, str | None]]:
    """The pieces of a stretch under one label, cut behind verbs and at ； and 。"""
    for begin, end in outside(part.chars, "；。;"):
        stretch = part[begin:end].stripped("，、")
        last = 0
        for first, stop in outside(stretch.chars, "，"):
            if WHEN.fullmatch(stretch.chars, first, stop):
                if stretch.chars[last:first].strip("，、"):
                    yield stretch[last:first].stripped("，、"), label
                yield stretch[first:stop], "完成时限"
                last = stop
            elif final_verb(stretch.chars[first:stop]):
                yield stretch[last:stop].stripped("，、"), label
                last = stop
        rest = stretch[last:].stripped("，、")
        if rest:
            yield rest, label


def add(found: Parties, pending: list[Text], piece: Text, kind: str | None) -> bool:
    """Add the bodies of a piece under its verb, or its label where it has no verb."""
    verb = final_verb(piece.chars)
    if verb:
        kind = next(name for name, _ in VERBS if verb[name] is not None)
        piece = piece[: verb.start()]
    joint = JOINT.match(piece.chars)
    if joint:
        return add_list(found, piece[joint.end() :], PART)
    with_others = piece.chars.find("会同")
    if with_others > 0:
        first, others = piece[:with_others], piece[with_others + 2 :]
        guides = verb is not None and verb[0].startswith("指导")
        return add_list(found, first, PART if guides else LEAD) and add_list(found, others, PART)
    return all(add_list(found, part, str(kind)) for part in [*pending, piece])


def add_list(found: Parties, part: Text, kind: str) -> bool:
    """Add a list of bodies; False where one of them is none."""
    chars = BY.sub("", part.chars)
    part = part[len(part) - len(chars) :]
    if chars in NOTHING or chars in NOBODY:
        return True
    names = bodies(part)
    rest = tail(chars)[1]
    if rest and not found.note:
        found.note = rest
    if not names or not all(plausible(name) for name in names):
        return False
    restored, found.prefix = restore(names, found.prefix)
    target: list[str] = getattr(found, kind)
    target.extend(name for name in restored if name not in target)
    return True


@lru_cache(maxsize=8192)
def plausible(name: str) -> bool:
    """Whether a name can be a body or a class of bodies in a list."""
    if len(name) > 45 or any(mark in name for mark in "，。；："):
        return False
    return (
        is_body(name)
        or name.startswith(("各", "有关", "相关"))
        or NAMED_PLACES.search(name) is not None
        or name.endswith(("单位", "部门", "机构", "县", "市", "区"))
        or len(name) <= 12
    )


def trailing(found: Parties, pending: list[Text]) -> bool:
    """Bodies behind the last verb (；各区政府) join the participants, or those who answer.

    Other words there are the text that goes on (，对照台账逐场验收), and give nobody.
    """
    kind = PART if found.lead else RESPONSIBLE
    if not all(is_body(name) or name.startswith(("各", "有关")) for part in pending for name in bodies(part)):
        return bool(found) and not any(is_body(name) for part in pending for name in bodies(part))
    return bool(found) and all(add_list(found, part, kind) for part in pending)


def settle(found: Parties) -> None:
    """Beside a lead those who answer are participants (FORMAT: 责任单位 beside a 牵头单位)."""
    if found.lead:
        found.participants += [name for name in found.responsible if name not in found.participants]
        found.participants = [name for name in found.participants if name not in found.lead]
        found.responsible = []
    if found.leaders:
        found.note = "；".join(filter(None, [f"责任领导：{'、'.join(found.leaders)}", found.note]))
