"""Lines that can be lines of a title, and where a title ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import HAN_ONLY, ROLE, is_body
from kg.notice.shapes import ABOUT, KIND, NUMBER, SECTION, issuer_of_title
from kg.text import DATE_ONLY, ORDINAL, TABLE, Line

__all__ = ["LETTER", "title_ends", "titleish", "unmarked"]

LETTER = re.compile(
    r"(?:通知|意见|决定|决议|报告|公告|公示|通告|通报|批复|复函|函|请示|命令|令|议案|纪要|名单|任免[^，。；：]{0,16}人员|人事任免)(?:[（(〔].{1,12}[）)〕])*\Z"
)
NO_TITLE = re.compile(
    r"[。；！？;!?\t|：:]|…{2}|[.．·⋯]{3}|[/／]\d{1,3}\Z|[（(]\d{1,3}(?:[·.．—-]\d{1,3})?[）)]\Z|[，,、]\Z|\A(?:附件?|抄送|主题词|【)"
)

LONGEST = 200
"""Characters of the longest title in one line."""
PAGED = re.compile(r"\d{1,3}[ \u3000]+[\u4e00-\u9fff]{4}")
"""A line of a table of contents that begins with its page."""


def titleish(line: Line) -> bool:
    """Whether a line can be a line of a title."""
    flat = line.flat
    whole = len(flat) < LONGEST and ABOUT.search(flat) and KIND.search(flat.rstrip("》"))
    if (len(flat) > 70 and not whole) or NO_TITLE.search(flat) or ORDINAL.match(flat) or NUMBER.fullmatch(flat):
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
        flat = unmarked(line.flat)
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


def unmarked(flat: str) -> str:
    """A line without the marks 《》 that may stand round a whole title."""
    return flat[1:-1] if flat[0] == "《" and flat.find("》") == len(flat) - 1 else flat


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
