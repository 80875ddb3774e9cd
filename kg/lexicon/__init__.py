"""The words of the trade: is it a name, a post, a body, a role, a place, a date? Tables and what they decide.

The tables themselves stand in kg/data. Nothing here knows of documents.
"""

from __future__ import annotations

from kg.lexicon.dates import chinese_number, iso_date
from kg.lexicon.departments import BRACKETS, PLACE, Department, by_key, department, fold, levelled, rows
from kg.lexicon.kinds import (
    BODY_END,
    HAN_ONLY,
    NO_NAME,
    ROLE,
    TITLE_END,
    is_body,
    is_name,
    is_post,
    place_prefix,
    short_place,
    surname_length,
    whole_place,
)
from kg.lexicon.places import (
    NATION,
    NATIONAL,
    UNKNOWN,
    Jurisdiction,
    below,
    by_any_name,
    jurisdiction_of,
    leading_place,
)
from kg.lexicon.tables import divisions, sections, table, word_list
from kg.lexicon.titles import grade, is_chief, split_post

__all__ = [
    "BODY_END",
    "BRACKETS",
    "HAN_ONLY",
    "NATION",
    "NATIONAL",
    "NO_NAME",
    "PLACE",
    "ROLE",
    "TITLE_END",
    "UNKNOWN",
    "Department",
    "Jurisdiction",
    "below",
    "by_any_name",
    "by_key",
    "chinese_number",
    "department",
    "divisions",
    "fold",
    "grade",
    "is_body",
    "is_chief",
    "is_name",
    "is_post",
    "iso_date",
    "jurisdiction_of",
    "leading_place",
    "levelled",
    "place_prefix",
    "rows",
    "sections",
    "short_place",
    "split_post",
    "surname_length",
    "table",
    "whole_place",
    "word_list",
]
