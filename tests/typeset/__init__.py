"""A typesetter: made-up facts printed as notices in every layout that offices use, to be read back."""

from __future__ import annotations

from tests.typeset.fitting import fit
from tests.typeset.gaps import KNOWN_GAPS, draw_readable, known_gap
from tests.typeset.layout import CHOICES, Layout
from tests.typeset.notice import Notice, expected, keys, records
from tests.typeset.printing import typeset
from tests.typeset.settling import settle

__all__ = [
    "CHOICES",
    "KNOWN_GAPS",
    "Layout",
    "Notice",
    "draw_readable",
    "expected",
    "fit",
    "keys",
    "known_gap",
    "records",
    "settle",
    "typeset",
]
