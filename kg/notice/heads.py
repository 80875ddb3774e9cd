"""Lines to the heads of documents among them: title, number, delivery, recipients."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.lexicon import HAN_ONLY, ROLE, is_body, iso_date
from kg.notice.addressees import recipients
from kg.notice.shapes import ABOUT, KIND, NUMBER, SECTION, issuer_of_title
from kg.text import DATE_ONLY, ORDINAL, TABLE, Line, Text, squeeze

__all__ = ["Head", "heads"]


LETTER = re.compile(
    r"(?:通知|意见|决定|决议|报告|公告|公示|通告|通报|批复|复函|函|请示|命令|令|议案|纪要|名单|任免的?(?:国家|政府)?(?:机关)?工作人员|人事任免)(?:[（(〔].{1,12}[）)〕])*\Z"
)
DELIVERED = re.compile(r"[—―－-]{1,4}(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在(?P<meeting>.{4,60}?)上?")
DATED_NUMBER = re.compile(rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日[，,]?{NUMBER.pattern}")
TABLED = re.compile(rf"(?:文号|发文字号|发文文号|文件编号)[：:]{NUMBER.pattern}")
PASSED = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?P<meeting>.{4,60}?)(?:通过|批准|决定)")
BRACKETED = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在(?P<meeting>.{4,60}?会议)上?")
NO_TITLE = re.compile(
    r"[。；！？;!?\t|：:]|…{2}|[.．·⋯]{3}|[/／]\d{1,3}\Z|[（(]\d{1,3}(?:[·.．—-]\d{1,3})?[）)]\Z|[，,、]\Z|\A(?:附件?|抄送|主题词|【)"
)

PAGED = re.compile(r"\d{1,3}[ \u3000]+[\u4e00-\u9fff]{4}")
"""A line of a table of contents that begins with its page."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a document begins: indices of lines, and the values its head prints."""

    start: int
    end: int
    title: Text
    number: str | None
    recipients: tuple[str, ...]
    delivered: str | None = None
    """ISO date of delivery of a report."""
    presented_at: str | None = None
    imprint: tuple[str, ...] = ()
    """Issuer and ISO date, where a line below the title prints them beside the number."""


def heads(found: Sequence[Line], titled: Mapping[int, int], listing: Collection[int]) -> Iterator[Head]:
    """The heads of the documents in `found`, in order.

    `titled` says from which line to which a title of the contents is printed, `listing` which lines print the contents.
    """
    index, last = 0, None
    while index < len(found):
        head = head_at(found, index, titled.get(index)) if index not in listing else None
        if head and not (last and is_passed_on(last, head)):
            yield head
            last = head
        index = max(index + 1, head.end if head else 0)


def is_passed_on(letter: Head, head: Head) -> bool:
    """Whether a title is that of the paper which the letter above passes on (转发, 印发)."""
    if head.number or head.recipients or head.delivered:
        return False
    if letter.title.chars.endswith("令"):
        return True
    if not re.search("转发|印发|批转", letter.title.chars):
        return False
    core = re.sub(r"\A关于|的?(?:通知|意见|报告|决定|请示|函)\Z", "", head.title.chars)
    return len(core) > 3 and core in letter.title.chars


def head_at(found: Sequence[Line], index: int, listed: int | None) -> Head | None:
    """The head whose first line is `index`; a title of the contents that begins there ends before the line `listed`."""
    flat = found[index].flat
    if len(flat) > 70:
        return None
    if listed:
        return complete(found, index, (index, listed))
    if NUMBER.fullmatch(flat):
        below = title_ends(found, index + 1)
        return complete(found, index, (index + 1, below[0])) if below else None
    heads_here = (complete(found, index, (index, end)) for end in title_ends(found, index))
    return next((head for head in heads_here if confirmed(found, head, index)), None)


def confirmed(found: Sequence[Line], head: Head, start: int) -> bool:
    """Whether the lines from `start` on are the title of a document of its own, not of an annex."""
    if head.number or head.recipients or head.delivered:
        return True
    flat = squeeze(str(head.title))
    behind = (
        start == 0
        or found[start - 1].flat.startswith("【")
        or (bool(DATE_ONLY.search(found[start - 1].flat)) and len(found[start - 1].flat) < 50)
    )
    return bool(behind and LETTER.search(flat) and ABOUT.search(flat))


def titleish(line: Line) -> bool:
    """Whether a line can be a line of a title."""
    flat = line.flat
    if len(flat) > 70 or NO_TITLE.search(flat) or ORDINAL.match(flat) or NUMBER.fullmatch(flat):
        return False
    if TABLE.search(line.text.chars) or PAGED.match(line.text.chars):
        return False
    role = ROLE.match(flat)
    return not DATE_ONLY.match(flat) and not (role and flat[role.end() : role.end() + 1] in ("：", ":", ""))


def title_ends(found: Sequence[Line], start: int) -> list[int]:
    """Where the title whose first line is `start` can end: behind each of six lines that ends in a kind.

    What is not of the title is most often told by the line behind it, so the nearest comes first.
    """
    about, ends, whole = False, [], ""
    for end in range(start, min(start + 6, len(found))):
        line = found[end]
        flat = line.flat
        whole += flat
        together = flat + (found[end + 1].flat if end + 1 < len(found) else "")
        named = SECTION.fullmatch(flat) if len(flat) < 24 and not about and "关于" not in flat else None
        if (
            not titleish(line)
            or named
            or not (about or cut_issuer(flat, together) or ABOUT.search(flat) or KIND.search(flat) or is_body(flat))
        ):
            break
        about = about or bool(ABOUT.search(flat))
        if (KIND.search(flat) or (about and KIND.search(whole))) and not next_goes_on(found, end):
            ends.append(end + 1)
    return ends


def cut_issuer(flat: str, together: str) -> bool:
    """Whether a line is the issuer's name cut by the end of the line (…人民政府办公 / 厅关于…)."""
    return HAN_ONLY.match(flat) is not None and issuer_of_title(together) is not None


def next_goes_on(found: Sequence[Line], index: int) -> bool:
    """Whether the line behind `index` is still of the title (…工作方案 / 的通知)."""
    following = found[index + 1].flat if index + 1 < len(found) else ""
    return (
        1 < len(following) < 30
        and following.startswith(("的", "和", "及", "与", "（", "("))
        and bool(KIND.search(following))
    )


def complete(found: Sequence[Line], start: int, title: tuple[int, int]) -> Head:
    """A head from its title's lines on: number, delivery line and recipients follow or precede."""
    number = found[start].flat if NUMBER.fullmatch(found[start].flat) else tabled_number(found, start)
    delivered = meeting = None
    imprint: list[str] = []
    end = title[1]
    for line in found[title[1] : title[1] + 4]:
        flat = line.flat.strip("（）()") if len(line.flat) < 80 else ""
        delivery = DELIVERED.fullmatch(line.flat) or BRACKETED.fullmatch(flat) or PASSED.fullmatch(flat)
        if number in (None, flat) and NUMBER.fullmatch(flat):
            number = flat
        elif delivery:
            delivered, meeting = iso_date(delivery["date"]), delivery["meeting"]
        elif DATE_ONLY.fullmatch(flat) and delivered is None and line.flat[0] in "（(":
            delivered = iso_date(flat)
        elif number is None and line.flat[0] in "（(" and (dated := DATED_NUMBER.fullmatch(flat)):
            number, delivered = dated["number"], iso_date(flat)
        elif number is None and (told := imprinted(line)):
            number, *imprint = told
        else:
            break
        end += 1
    addressed, end = recipients(found, end)
    joined = Text.joined(line.text.squeezed() for line in found[title[0] : title[1]])
    return Head(start, end, joined, number, addressed, delivered, meeting, tuple(imprint))


def imprinted(line: Line) -> tuple[str, str, str] | None:
    """Number, issuer and ISO date of a line that prints all three between blanks."""
    parts = line.text.chars.split()
    if len(parts) != 3 or not is_body(parts[0]) or not NUMBER.fullmatch(parts[1]):
        return None
    date = iso_date(parts[2]) if DATE_ONLY.fullmatch(parts[2]) else None
    return (parts[1], parts[0], date) if date else None


def tabled_number(found: Sequence[Line], start: int) -> str | None:
    """The number in the table that a web page prints above a document (文号：…), no text of another between."""
    above = takewhile(lambda line: not line.flat.endswith(("。", "：")), reversed(found[max(start - 8, 0) : start]))
    numbers = (TABLED.search(line.flat) for line in above)
    return next((match["number"] for match in numbers if match), None)
