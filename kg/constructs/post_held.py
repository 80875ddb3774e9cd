"""Posts outside rosters: the byline of a report, and a name between its body and its title.

::

    byline   = post name                       the line under a report's title
    running  = ( "省委" | "市政府" | … ) name title     省委王国生书记
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.registry import construct
from kg.facts import Fact, PostHeld
from kg.lexicon import is_name
from kg.notice import Block, Document, byline

__all__ = ["post_held"]

HEADS = {
    "委": "(?:副?书记|秘书长|常委)",
    "政府": "(?:常务)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|秘书长)",
    "人大": "(?:常委会)?副?主任",
    "政协": "副?主席",
}
OWNER = re.compile(rf"[省市县区州旗](?P<body>{'|'.join(HEADS)})")
NAMED = {body: re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?P<title>{title})") for body, title in HEADS.items()}
"""Behind a body of a level: a name, and a title that heads this very body."""


@construct("post_held")
def post_held(document: Document) -> Iterator[Fact]:
    """The posts that a byline and the running text state."""
    if document.header and document.header.presented_at and document.blocks:
        found = byline(document.blocks[0].text)
        if found:
            post, name = found
            span = document.blocks[0].text.span
            yield PostHeld(document=document.key, at=span, person=name.chars, post=post.chars, source="byline")
    for block in document.blocks:
        if not block.table:
            yield from in_running_text(document, block)


def in_running_text(document: Document, block: Block) -> Iterator[Fact]:
    """The persons whose names stand between body and title (省委王国生书记)."""
    for owner in OWNER.finditer(block.chars):
        match = NAMED[owner["body"]].match(block.chars, owner.end())
        if match and is_name(match["name"]):
            yield PostHeld(
                document=document.key,
                at=block.text[owner.start() : match.end()].span,
                person=match["name"],
                post=owner[0] + match["title"],
                source="running_text",
            )
