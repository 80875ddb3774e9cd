"""The addressees of a notice: the bodies before the colon below its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text import Line

__all__ = ["recipients"]

ADDRESSEE = re.compile(
    r"(?:政府|部门|委员会|单位|办公室|机构|公司|企业|院校|办事处|管委会|公署|行委|街道|社区|村委会|居委会|各村|[局厅委办部])(?:[（(][^）)]*[）)])?\Z"
)
CLASSES = re.compile(r"\A(?:各|有关|省|市|县|区|州|镇|乡|国务院|自治区)[^。；]{0,30}\Z")
NOT_ADDRESSED = re.compile(
    r"\A(?:成员|牵头|责任|配合|参加|组成|协办|主办)(?:单位|部门)|(?:[组员任长人]|委员|单位)[：:].|如下|通知|决定|现将|为了|。|根据|组成(?:人员)?(?:如下|名单)"
)

NO_WHOLE = frozenset({"单位", "部门", "机构", "企业", "办公室", "委员会", "公司", "街道", "社区"})
"""Words that alone are no addressee, but go on with the one before them (各部门、单位)."""


def recipients(found: Sequence[Line], start: int) -> tuple[tuple[str, ...], int]:
    """The addressees of the lines from `start` to the one that ends in a colon, and where it ends."""
    flat = ""
    for end in range(start, min(start + 6, len(found))):
        flat += found[end].flat
        if len(flat) > 400 or NOT_ADDRESSED.search(flat) or NOT_ADDRESSED.search(found[end].flat):
            break
        if flat[-1] in "：:":
            parts = split_addressees(flat[:-1])
            addressed = bool(ADDRESSEE.search(parts[-1]) or CLASSES.match(parts[0])) if parts else False
            return (tuple(parts), end + 1) if addressed else ((), start)
    return (), start


def split_addressees(flat: str) -> list[str]:
    """Addressees between commas; with none, between enumeration commas that follow a whole name."""
    parts = [part for part in re.split(r"[，,；;]", flat) if part]
    if len(parts) > 1:
        return parts
    found: list[str] = []
    for part in re.split(r"、(?![^（(]*[）)])", flat):
        if found and (part in NO_WHOLE or not ADDRESSEE.search(found[-1])):
            found[-1] += "、" + part
        else:
            found.append(part)
    return found
