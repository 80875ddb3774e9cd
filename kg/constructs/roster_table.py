"""Rosters as tables: 职务 | 姓名 | 单位及职务, or 序号 | 姓名 | 单位职务 | 小组职务; merged cells left empty.

::

    table   = head { row }
    row     = [ no ] [ role ] name posts | … in the order of the head
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.constructs.cells import cells
from kg.constructs.names import loose_name
from kg.constructs.naming import current_bodies
from kg.constructs.posts import notes_and_posts
from kg.constructs.registry import construct
from kg.facts import Doubt, Fact, Membership
from kg.lexicon import ROLE, is_name, is_post
from kg.notice import Block, Document
from kg.text import Text

__all__ = ["roster_table", "table_rows"]

PERSON = re.compile(r"姓名|人员|成员姓名")
ROLE_HEAD = re.compile(
    r"(?:小组|领导小组|组内|指挥部|委员会|会议|专班|拟任|担任|分工|组织)(?:内)?(?:职务|角色|身份)|角色|备注职务"
)
POST_HEAD = re.compile(r"单位|现任|行政职务|工作|职务|职称")
NOTE = re.compile(r"（(?P<note>[^（）]*)）\Z")


@construct("roster_table")
def roster_table(document: Document) -> Iterator[Fact]:
    """The seats of every table whose head names a column of names, where the body is known."""
    bodies = current_bodies(document)
    role = ""
    for index, columns in headed(document):
        body = bodies[index]
        row = cells(document.blocks[index])
        if columns is None:
            role = ""
        elif columns and body and len(row) > max(columns.values()):
            role = cell(row, columns, "role").chars or role
            yield from seat(document, document.blocks[index], row, columns, body, role)


def table_rows(document: Document) -> frozenset[int]:
    """The indices of the blocks that are rows of such tables, heads among them."""
    return frozenset(index for index, _ in headed(document))


@lru_cache(maxsize=8)
def headed(document: Document) -> tuple[tuple[int, dict[str, int] | None], ...]:
    """The rows of rosters' tables by index with the columns of their head, None for a new table's head, {} for
    a head that repeats the one above."""
    found: list[tuple[int, dict[str, int] | None]] = []
    columns: dict[str, int] = {}
    for index, block in enumerate(document.blocks):
        if not block.table:
            columns = columns if len(block.chars) < 12 else {}
            continue
        head = columns_of([cell.chars for cell in cells(block)])
        if head:
            found.append((index, None if head != columns else {}))
            columns = head
        elif columns:
            found.append((index, columns))
    return tuple(found)


def columns_of(row: Sequence[str]) -> dict[str, int]:
    """The columns of a head by what they hold: person, role, post; {} for a row that is none."""
    found: dict[str, int] = {}
    for index, name in enumerate(row):
        if len(name) > 10:
            return {}
        if PERSON.fullmatch(name):
            found["person"] = index
        elif ROLE_HEAD.search(name):
            found["role"] = index
        elif POST_HEAD.search(name):
            found.setdefault("post" if "post" not in found else "role", index)
    if "role" not in found and row and row[found.get("post", 0)] == "职务":
        found["role"] = found.pop("post", 0)
    first_post = found.get("post")
    if (
        first_post is not None
        and row[first_post] == "职务"
        and "role" in found
        and not ROLE_HEAD.search(row[found["role"]])
    ):
        found["post"], found["role"] = found["role"], first_post
    return found if "person" in found and "role" in found else {}


def cell(row: Sequence[Text], columns: dict[str, int], name: str) -> Text:
    """The cell of a column, empty where the table has none of that name."""
    return row[columns[name]] if name in columns else row[0][:0]


def vacant(row: Sequence[Text], columns: dict[str, int], posts: Sequence[str]) -> bool:
    """Whether a row without a name is a seat of its own, by its role and post, and no merged cell's second line."""
    return bool(cell(row, columns, "role") and posts) and all(is_post(post) for post in posts)


def seat(
    document: Document, block: Block, row: Sequence[Text], columns: dict[str, int], body: str, role: str
) -> Iterator[Fact]:
    """The seat of a row; a doubt where its role or name is none."""
    folded = cell(row, columns, "person").folded().chars
    noted = NOTE.search(folded)
    name = folded[: noted.start()] if noted else folded
    notes, posts = notes_and_posts(cell(row, columns, "post").folded().chars)
    if name == "姓名" or columns_of([one.chars for one in row]) or not (name or vacant(row, columns, posts)):
        return
    if not ROLE.fullmatch(role) or not (is_name(name) or loose_name(name) or not name):
        reason = "a row of a roster's table that does not parse"
        yield Doubt(document=document.key, at=block.text.span, construct="roster_table", reason=reason)
        return
    yield Membership(
        document=document.key,
        at=block.text.stripped().span,
        body=body,
        role=role,
        person=name or None,
        posts=posts,
        note=noted["note"] if noted else "，".join(notes) or None,
    )
