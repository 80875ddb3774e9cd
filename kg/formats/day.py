"""Days as people and pages write them."""

from __future__ import annotations

from kg.lexicon import iso_date

__all__ = ["dated"]


def dated(text: str) -> str:
    """The first day in a text (2020-05-11 10:00, 2020 年 5 月 11 日) as YYYY-MM-DD; empty where there is none."""
    return iso_date(text) or iso_date("".join(text.split())) or ""
