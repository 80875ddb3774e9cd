"""Texts in traditional characters (正體字): read as if simplified, told as printed.

OpenCC says which simplified character stands for each traditional one. The table is one for one, so
that offsets stay true, and it is loaded only when a text has traditional characters in plenty.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["plain", "simplified", "simplifying"]

COMMON = re.compile(r"[國會長務單區縣財農業關於組員務總書記門開發實報東萬與為這個時們說]")
"""Frequent characters that simplified texts do not have."""
FEWEST = 200
"""A text is traditional when one in so many of its characters is of the frequent ones."""
IDEOGRAPHS = range(0x4E00, 0xA000)


def simplified(text: str) -> str | None:
    """The text character for character in simplified ones, None where it is not traditional."""
    if len(COMMON.findall(text)) * FEWEST < len(text):
        return None
    return text.translate(simplifying())


def plain(name: str) -> str:
    """A name in simplified characters, whatever those around it are."""
    return name.translate(simplifying()) if COMMON.search(name) else name


@cache
def simplifying() -> dict[int, str]:
    """The simplified character for the code point of each traditional one."""
    from opencc import OpenCC

    chars = [chr(point) for point in IDEOGRAPHS]
    plain = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {ord(char): one for char, one in zip(chars, plain, strict=True) if len(one) == 1 and one != char}
