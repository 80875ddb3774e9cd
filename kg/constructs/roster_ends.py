"""Where a roster ends and where it does not: dates, signatures, headings that part the seats of one role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import ROLE, is_body
from kg.notice import Block
from kg.text import DATE_ONLY, squeeze

__all__ = ["is_date", "is_signature", "parts"]

ENDS_IN_ROLE = re.compile(rf"{ROLE.pattern}\Z")
ORDER = re.compile(r"按姓[氏名]|排名不分先后|为序")


def is_date(block: Block) -> bool:
    """Whether a line is a date and nothing else."""
    return len(block.chars) < 40 and DATE_ONLY.fullmatch(squeeze(block.chars)) is not None


def is_signature(blocks: Sequence[Block], dated: Sequence[bool], index: int) -> bool:
    """Whether a line is the body that signs: nothing but a body, and the date below it."""
    behind = blocks[index + 1 : index + 2]
    if not any(dated[index + 1 : index + (2 if behind and behind[0].gap else 3)]):
        return False
    flat = squeeze(blocks[index].chars)
    return "：" not in flat and "、" not in flat and is_body(flat)


def parts(block: Block) -> bool:
    """Whether a heading parts the seats of one role (（一）部门委员, （二）专家委员) and so does not end it."""
    flat = squeeze(block.chars)
    named = ENDS_IN_ROLE.search(re.sub(r"（[^（）]*）\Z", "", flat.rstrip("：")))
    return bool(block.ordinal and block.whole and len(flat) < 40 and (named or ORDER.search(flat)))
