"""Plain questions, exact answers: question to intent and names, those to a query, its rows to an answer with evidence.

::

    engine = Engine.open("graphs/mine")
    answer = engine.ask("哪些部门共同承担职责")
    answer.text, answer.items, answer.evidence, answer.sparql

Nothing is guessed: a name that is not in the graph, a question outside of what can be asked, and a fact that no
document states are said to be so.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from kg.ask.engine import Answer, Engine, ask

__all__ = [
    "Answer",
    "Engine",
    "ask",
]


class _Asking(ModuleType):
    """This package as a module that can be called: `kg.ask(question, folder)` and `kg.ask.Engine` are both meant."""

    def __call__(self, question: str, folder: str | Path) -> Answer:
        return ask(question, folder)


sys.modules[__name__].__class__ = _Asking
