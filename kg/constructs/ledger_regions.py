"""The regions that constructs open in a document: lines that may only be facts or doubts.

::

    roster       = label line { line }                 from its first label to what is no line of a roster
    table        = head { row }                        rows with a name, or with bodies
    clause       = label ":" body … | "（" label ":" body … "）"
    appointments = verb ":" { line }                   below a verb that stands alone
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.constructs.assignment import clause_places
from kg.constructs.assignment_table import columns_of, of_bodies
from kg.constructs.cells import cells
from kg.constructs.lists import bodies
from kg.constructs.naming import current_bodies
from kg.constructs.parties import KIND_OF, LABEL, REMARK, has_clause
from kg.constructs.roster import roster_blocks
from kg.constructs.roster_ends import is_date, parts
from kg.constructs.roster_table import columns_of as columns_of_seats
from kg.constructs.roster_table import table_rows
from kg.constructs.seating import EDITS
from kg.lexicon import ROLE, is_body, is_post
from kg.notice import Block, Document, in_imprint
from kg.text import DATE_ONLY, ORDINAL, Text, squeeze

__all__ = ["Opened", "opened", "signs"]

LONGEST_SEAT, LONGEST_LINE = 60, 600
BEHIND_ROLE = re.compile(r"[ \t\u3000\xa0]+[^ \t\u3000\xa0]")
NO_SEAT = re.compile(
    r"。.|[：:]|下设|设在|负责(?!人|同志)|承担|由.{2,40}任|为(?:成员|委员|组员)|如下|抄送|主送|附件|印发|联系|电话|主题词|公开|主办|承办|编辑|审核|校对|签发|共印|\d{4}|以上|上述|名单"
    r"|[省市县区州盟旗镇乡]人民政府(?:办公[厅室])?\Z"
)
"""What a line behind a roster says and no line of a roster does."""
VERB_ALONE = re.compile(
    r"(?:.{0,20}?(?:研究|决定)，?)?(?:决定)?(?:任命|聘任|免去|解聘|任职|免职)(?:以下(?:同志|人员))?(?:的?(?:名单|职务|如下))*[：:]\Z"
)
PARTIES = frozenset({"lead", "participants", "responsible"})
ORGANISERS = ("主办", "承办", "协办", "支持", "指导", "参加")
"""How labels begin behind which invitations name who runs an event."""
VERB_END = re.compile(r"(?:共同|按职责分工|按照职责分工|分别)?(?:牵头|负责|配合|参与|参加|落实)+\Z|\A.{2,8}：")
CLAUSE_STOP = re.compile(r"[。）)】〕\]]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A line of a region: its characters, the construct that opened it, and a name for the region in words."""

    index: int
    text: Text
    construct: str
    what: str


def opened(document: Document) -> Iterator[Opened]:
    """The lines of the regions of a document; mastheads and pages that are no documents open none."""
    if document.issue is None:
        yield from roster_lines(document)
        yield from seat_rows(document)
        yield from task_rows(document)
        yield from clauses(document)
        yield from below_verbs(document)


def line(document: Document, index: int, construct: str, what: str) -> Opened:
    """A whole block as a line of a region."""
    return Opened(index, document.blocks[index].text.stripped(), construct, what)


def roster_lines(document: Document) -> Iterator[Opened]:
    """The lines of rosters, those behind that still look like lines of one, and labels above that gave nothing."""
    seated, bodies_at, rows = roster_blocks(document), current_bodies(document), table_rows(document)
    last = -2
    for index in range(len(document.blocks)):
        if last == index - 1 and parts(document.blocks[index]):
            last = index
            continue
        goes_on = last == index - 1 and index not in rows and bodies_at[index] == bodies_at[last]
        above = index + 1 in seated and bodies_at[index] is not None and is_labelled(document.blocks[index])
        edits = bodies_at[index] is None and EDITS.search(document.blocks[index].chars)
        if (index in seated and not edits) or above or (goes_on and still_roster(document, index)):
            yield line(document, index, "roster", "a roster")
            last = index


def is_labelled(block: Block) -> bool:
    """Whether a line begins with a role and a blank, as a label without a colon does."""
    label = ROLE.match(block.chars)
    return bool(label and BEHIND_ROLE.match(block.chars, label.end())) and not NO_SEAT.search(squeeze(block.chars))


def still_roster(document: Document, index: int) -> bool:
    """Whether a line behind one of a roster is of the roster too, though nothing was read there.

    An empty line ends a roster unless the roster is set with empty lines, or the line ends as a seat does.
    """
    block, before = document.blocks[index], document.blocks[index - 1]
    flat = squeeze(block.chars)
    ends = ends_as_seat(flat)
    if block.annex != before.annex or len(flat) > (LONGEST_LINE if ends else LONGEST_SEAT) or NO_SEAT.search(flat):
        return False
    if is_date(block) or flat == document.issuer or signs(document, index) or begins_table(block, before):
        return False
    return ends if block.ordinal or flat.endswith("。") or (block.gap and not before.gap) else True


def ends_as_seat(flat: str) -> bool:
    """Whether a line ends with a post, or with a body in a bracket."""
    bare = flat.rstrip("。；，、,;）)")
    last = re.split("[（(]", bare)[-1]
    return is_post(last) or (last != bare and is_body(last))


def begins_table(block: Block, before: Block) -> bool:
    """Whether a line has cells and neither a role first nor cells above."""
    return "\t" in block.chars.strip() and not before.table and not ROLE.match(block.chars)


def signs(document: Document, index: int) -> bool:
    """Whether a line is a body with a date below it."""
    behind = document.blocks[index + 1 : index + 4]
    return is_body(squeeze(document.blocks[index].chars)) and any(
        DATE_ONLY.search(squeeze(one.chars)) for one in behind
    )


def seat_rows(document: Document) -> Iterator[Opened]:
    """The rows of tables of seats."""
    for index in sorted(table_rows(document)):
        if not columns_of_seats([cell.chars for cell in cells(document.blocks[index])]):
            yield line(document, index, "roster_table", "a table of seats")


def task_rows(document: Document) -> Iterator[Opened]:
    """The rows of tables of tasks that name bodies in a column of bodies."""
    for table, run in groupby(enumerate(document.blocks), lambda pair: pair[1].table):
        columns: list[int] = []
        for index, block in run if table else ():
            row = cells(block)
            head = columns_of([cell.chars for cell in row])
            if head:
                columns = [at for at, label in head.items() if KIND_OF.get(label) in PARTIES]
            elif any(at < len(row) and of_bodies(row[at]) for at in columns):
                yield line(document, index, "assignment_table", "a table of tasks")


def clauses(document: Document) -> Iterator[Opened]:
    """The clauses that name a body: those in brackets with a verb of responsibility, and those behind a label."""
    for index, block in enumerate(document.blocks):
        if block.table or not has_clause(block.chars) or in_imprint(document.blocks, index):
            continue
        places = [(begin, end) for begin, end, inner in clause_places(block.chars) if inner > begin]
        found = [block.text[begin + 1 : end - 1] for begin, end in places] or labelled(block)
        for text in found:
            if text and not REMARK.search(text.chars) and any(map(is_named, bodies(text.folded()))):
                yield Opened(index, text.stripped(), "assignment", "a responsibility clause")


def labelled(block: Block) -> list[Text]:
    """The clause behind the first label of a block that can begin one, with its label."""
    match = next((match for match in LABEL.finditer(block.chars) if is_clause(block, match)), None)
    stop = CLAUSE_STOP.search(block.chars, match.end()) if match else None
    end = stop.start() if stop else len(block.chars)
    return [block.text[match.start() : end]] if match else []


def is_named(name: str) -> bool:
    """Whether a piece of a clause ends with the name of a body, a verb behind it left out."""
    bare = VERB_END.sub("", name)
    return is_body(bare) and 2 < len(bare) < 30


def is_clause(block: Block, match: re.Match[str]) -> bool:
    """Whether a label is one of a responsibility clause and stands where a clause begins."""
    label = match["label"]
    return KIND_OF[label] in PARTIES and not label.startswith(ORGANISERS) and begins(block, match.start())


def begins(block: Block, start: int) -> bool:
    """Whether a label stands where a clause begins: at the head of a sentence or of a bracket."""
    ordinal = ORDINAL.match(block.chars)
    return start in (0, ordinal.end() if ordinal else 0) or block.chars[start - 1] in "。；（(【〔[ \u3000\t"


def below_verbs(document: Document) -> Iterator[Opened]:
    """The lines below a verb of appointment that stands alone, up to the first that is no line of the list."""
    inside = False
    for index, block in enumerate(document.blocks):
        flat = squeeze(block.chars).replace(":", "：")
        if len(flat) < 40 and VERB_ALONE.match(flat):
            inside = True
        elif inside and (
            block.table or len(flat) > 80 or NO_SEAT.search(flat) or is_date(block) or signs(document, index)
        ):
            inside = False
        elif inside:
            yield line(document, index, "appointment", "a list of appointments")
