"""A corpus of made-up notices with known truth: who is who, over places, offices, years and reforms."""

from __future__ import annotations

from tests.corpus.issuing import corpus
from tests.corpus.truth import Corpus, Mention, Named, Notice, same_person

__all__ = ["Corpus", "Mention", "Named", "Notice", "corpus", "same_person"]
