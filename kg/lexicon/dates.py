"""Dates and numbers as notices print them (2020年4月9日, 二○○五年四月二日) to ISO and integers."""

from __future__ import annotations

import datetime
import re

__all__ = ["DATE", "chinese_number", "iso_date"]

DIGITS = {char: value for value, chars in enumerate(("〇○零Ｏ", *"一二三四五六七八九")) for char in chars}
YEAR = r"(?P<year>\d{4}|[〇○零Ｏ一二三四五六七八九]{4})"
SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
DATE = re.compile(rf"{YEAR}年(?P<month>{SMALL})月(?P<day>{SMALL})日|(?P<iso>\d{{4}}[-./]\d\d?[-./]\d\d?)(?!\d)")
"""A date in a string without blanks."""


def chinese_number(word: str) -> int:
    """`12`, `十二`, `二十`, `二〇二〇` as an integer; ValueError for anything else."""
    if word.isdecimal():
        return int(word)
    if "十" in word:
        tens, _, units = word.partition("十")
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[units] if units else 0)
    if not word or any(char not in DIGITS for char in word):
        raise ValueError(f"not a number: {word!r}")
    return int("".join(str(DIGITS[char]) for char in word))


def iso_date(flat: str) -> str | None:
    """The first date in `flat` (no blanks) as YYYY-MM-DD; None when there is none that exists."""
    match = DATE.search(flat)
    if not match:
        return None
    parts = re.split("[-./]", match["iso"]) if match["iso"] else (match["year"], match["month"], match["day"])
    try:
        return datetime.date(*map(chinese_number, parts)).isoformat()
    except (ValueError, KeyError):
        return None
