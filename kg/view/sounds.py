"""Pinyin initials (拼音首字母), so that `czj` finds 财政局."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["sounds"]


def sounds(texts: Iterable[str]) -> dict[str, str]:
    """For each Chinese character of some texts the letters with which its readings begin: 长 → cz."""
    from pypinyin import Style, pinyin

    found = {}
    for c in sorted({c for text in texts for c in text if "\u3400" <= c <= "\u9fff"}):
        readings = pinyin(c, style=Style.FIRST_LETTER, heteronym=True)[0]
        letters = "".join(sorted({it for it in readings if "a" <= it <= "z"}))
        if letters:
            found[c] = letters
    return found
