"""A会同B… in running text: A leads, B takes part, the rest of the clause is the task."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.lists import NORMAL
from kg.constructs.parties import parties
from kg.facts import Assignment, Fact
from kg.notice import Block, Document
from kg.text import Text

__all__ = ["jointly"]

JOINTLY = re.compile(
    r"(?:\A|[。；])(?P<lead>[^，。；：]{2,40}?)会同(?P<with>[^，。；：]{0,60}?(?:等?(?:有关|相关)?(?:部门|单位)|[局委办厅部院]|(?<!社)会))"
    r"(?P<task>(?![局委办厅部会院、和]|等|事处|负责)[^，。；：]{4,60})"
)
MODAL = re.compile(r"(?:要|应|应当|须|可|将)\Z")


def jointly(document: Document, block: Block) -> Iterator[Fact]:
    """The tasks of a block's clauses of two parties."""
    flat: Text = block.text.squeezed().folded()
    for match in JOINTLY.finditer(flat.chars):
        if MODAL.search(match["lead"]):
            continue
        read = parties(Text.of(f"{match['lead']}牵头，{match['with']}参与"))
        if not read or not read.lead:
            continue
        yield Assignment(
            document=document.key,
            at=flat[match.start("lead") : match.end()].span,
            task=match["task"],
            path=block.path,
            lead=tuple(read.lead),
            participants=tuple(name.translate(NORMAL) for name in read.participants),
            note=read.note,
            program=block.annex or document.title or None,
        )
