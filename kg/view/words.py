"""The words for relations in both languages, from the page's own table of them, for what is printed without script."""

from __future__ import annotations

import re
from functools import cache

from kg.view.bundle import source

__all__ = ["relation_words"]

TABLE = re.compile(r"^const RELATIONS = \{\n(?P<lines>.*?)^\};", re.MULTILINE | re.DOTALL)
LINE = re.compile(r'^  (?P<name>\w+): \[\["(?P<zh>[^"]+)", "(?P<en>[^"]+)"\]', re.MULTILINE)


@cache
def relation_words() -> dict[str, str]:
    """For each relation its words as seen from the subject: 牵头任务 Leads."""
    table = TABLE.search(source("page/words.js"))
    return {found["name"]: f"{found['zh']} {found['en']}" for found in LINE.finditer(table["lines"] if table else "")}
