"""Whether a built folder is right: shapes and quotes (`check`); precision and recall by an annotation (`evaluate`)."""

from __future__ import annotations

from kg.quality.check import Finding, check
from kg.quality.evaluate import evaluate, read_facts, read_gold, total

__all__ = [
    "Finding",
    "check",
    "evaluate",
    "read_facts",
    "read_gold",
    "total",
]
