"""A question to its answer: names found in it, intents tried in order, the first that has an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.analysis import Evidence
from kg.ask import links, papers, partners, people, posts, sharing, tasks, together, yes_no
from kg.ask.asked import Asked, Found
from kg.ask.evidence import documents_of, evidence
from kg.ask.intents import intents
from kg.ask.lexicon import Lexicon
from kg.ask.linking import linked
from kg.ask.unknown import namesakes, unknown
from kg.store import Store

__all__ = ["Answer", "Engine", "ask"]

HANDLERS: dict[str, Callable[[Asked], Found]] = {
    **people.HANDLERS,
    **posts.HANDLERS,
    **together.HANDLERS,
    **partners.HANDLERS,
    **sharing.HANDLERS,
    **tasks.HANDLERS,
    **papers.HANDLERS,
    **links.HANDLERS,
    **yes_no.HANDLERS,
    "none": lambda asked: Found(),
}
UNSURE = 0.5
"""The confidence of an answer about one of several namesakes."""
LONGEST = 2000
"""Characters of a question beyond which it is none."""
NOT_SAID = ("图谱中没有相关记载。", "The graph does not say: no such record was found.")
OUTSIDE = (
    "图谱中没有可以回答这个问题的内容；可以问谁任什么职、谁牵头哪项任务、哪些部门共同承担、文件和指标。",
    "Nothing in the graph answers that; ask about posts, members, tasks, shared duties, documents and targets.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, in its language; `items` are labels, or labels with numbers."""

    question: str
    intent: str
    text: str
    items: tuple[Any, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sparql: tuple[str, ...] = ()
    confidence: float = 0.0

    def record(self) -> dict[str, Any]:
        """The answer as the object that `kg ask --json` prints."""
        return {
            "question": self.question,
            "intent": self.intent,
            "answer": self.text,
            "items": list(self.items),
            "evidence": [one._asdict() for one in self.evidence],
            "sparql": "\n\n".join(self.sparql),
            "confidence": self.confidence,
        }


@dataclass(frozen=True)
class Engine:
    """A graph that answers questions; opened once, asked often."""

    store: Store
    folder: Path
    patterns: Path | None = field(default=None)

    @classmethod
    def open(cls, folder: str | Path, patterns: Path | None = None) -> Engine:
        """The engine of a folder that `kg build` wrote; `patterns` is a table of a user's own intents."""
        return cls(Store.open(folder), Path(folder), patterns)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the graph."""
        return Lexicon(self.store)

    def ask(self, question: str) -> Answer:
        """The answer to a question in Chinese or English."""
        asked = Asked(question, self.store, self.lexicon, linked(question[:LONGEST], self.lexicon), self.folder)
        missing = unknown(asked)
        if missing:
            return Answer(question, "none", missing, confidence=0.9)
        answer = self.answered(asked)
        others = namesakes(asked)
        if not others or answer.intent == "none":
            return answer
        return replace(answer, text=f"{answer.text}{others}", confidence=min(answer.confidence, UNSURE))

    def answered(self, asked: Asked) -> Answer:
        """The answer of the first intent that has one."""
        for intent in intents(asked, self.patterns):
            asked.ran.clear()
            found = HANDLERS[intent](asked)
            if found.zh:
                return self.told(asked, intent, found)
            if intent == "none":
                break
        intent = next(intents(asked, self.patterns), "none")
        text = NOT_SAID if intent != "none" else OUTSIDE
        return Answer(asked.question, "none", text[0 if asked.zh else 1], sparql=tuple(asked.ran), confidence=0.6)

    def told(self, asked: Asked, intent: str, found: Found) -> Answer:
        """What was found as an answer, with the documents that it rests on; nothing found is said."""
        if not found.items:
            bare = "" if found.cites else (found.zh if asked.zh else in_its_words(found.en, asked))
            return Answer(
                asked.question, intent, bare or NOT_SAID[0 if asked.zh else 1], sparql=tuple(asked.ran), confidence=0.7
            )
        quotes = found.quotes or evidence(asked.store, found.rows)
        basis = documents_of(quotes) if found.cites else ""
        text = (found.zh if asked.zh else in_its_words(found.en, asked)) + (
            f"（依据：{basis}）" if basis and asked.zh else f" ({basis})" if basis else ""
        )
        return Answer(asked.question, intent, text, tuple(found.items), quotes, tuple(asked.ran), found.sure)


def ask(question: str, folder: str | Path) -> Answer:
    """The answer of the graph in a folder to one question; for several open an `Engine` once."""
    return Engine.open(folder).ask(question)


def in_its_words(text: str, asked: Asked) -> str:
    """An English answer that calls what the question names in English as the question does, titles left alone."""
    for link in asked.linked.links:
        name = asked.linked.text[link.start : link.end].strip()
        if name.isascii():
            at = asked.question.lower().find(name)
            own = asked.question[at : at + len(name)] if at >= 0 else name
            text = re.sub(rf"{re.escape(link.entry.name)}(?![\u4e00-\u9fff])(?![^《]*》)", own.replace("\\", ""), text)
    return text
