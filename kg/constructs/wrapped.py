"""Lines of a roster that go on with the post or the name of the line above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.constructs.names import name_run, whole_title
from kg.constructs.seats import seats
from kg.lexicon import ROLE, is_body, is_post
from kg.notice import Block
from kg.text import Text, squeeze

__all__ = ["unwrapped"]

ROLE_LABEL = re.compile(rf"\A{ROLE.pattern}[：:]?")
UNITS = re.compile(r"(?:成员|牵头|责任|组成|参加)(?:单位|部门)[：:]?")


def unwrapped(blocks: Sequence[Block], index: int) -> tuple[Text, int]:
    """The text of a line with the lines on which its post goes on, and how many lines that is."""
    text, used = blocks[index].text, 1
    while index + used < len(blocks) and used < 4 and is_wrapped(text, blocks[index + used]):
        text = Text.joined([text, blocks[index + used].text])
        used += 1
    return text, used


def is_wrapped(text: Text, following: Block) -> bool:
    """Whether a line breaks off inside a post that the following line ends."""
    more = squeeze(following.chars)
    if following.ordinal or following.table or len(more) > 24 or "：" in more:
        return False
    before = squeeze(text.chars)
    if UNITS.match(before):
        return before[-1] not in "。；" and not is_body(before) and is_body(before + more.rstrip("。；"))
    seat_text = ROLE_LABEL.sub("", before, count=1)
    if not seat_text or is_post(before) or before[-1] in "。；" or ends_in_bracket(seat_text) or before[0] == "各":
        return False
    if ROLE.match(more) and not is_body(before):
        return False
    own = seats(text[label_end(text) :].stripped())
    if own and all(one.person and one.posts for one in own) and not is_body(before):
        return False
    read = seats(following.text)
    if read is None or not any(one.person for one in read) or whole_title(more):
        return is_post(before + more) and not name_run(text[label_end(text) :].stripped())
    return False


def label_end(text: Text) -> int:
    """Where a line begins behind its label."""
    label = ROLE_LABEL.match(text.chars)
    return label.end() if label else 0


def ends_in_bracket(seat_text: str) -> bool:
    """Whether a seat ends with the bracket of its posts."""
    match = re.search(
        r"（(?P<inner>[^（）]*(?:（[^（）]*）[^（）]*)*)）\Z", seat_text.replace("(", "（").replace(")", "）")
    )
    return match is not None and (is_post(match["inner"]) or len(seat_text) - len(match[0]) < 5)
