"""The constructs as components of a spaCy pipeline with one token a character.

Token index and offset are the same, so that spans of facts are spans of the `Doc`. The pipeline can
take more components (a trained Chinese model's, a user's own construct), and parts can be switched
off with `select_pipes`, as with any spaCy pipeline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.constructs.ledger import unread
from kg.constructs.registry import CONSTRUCTS, Construct
from kg.facts import Fact, Printed
from kg.formats import About
from kg.notice import Document, documents
from kg.text import simplified

__all__ = ["CharacterTokenizer", "extract", "pipeline", "read"]

OWN = (
    "roster",
    "prose_roster",
    "change",
    "roster_table",
    "office",
    "creation",
    "post_held",
    "appointment",
    "assignment",
    "assignment_table",
    "indicator",
    "target",
)
"""The constructs of the package, in the order in which they run."""

Doc.set_extension("documents", default=(), force=True)
Doc.set_extension("facts", default=None, force=True)


class Orths(dict[str, int]):
    """The number of each character in a store of strings, looked up once: hashing is what takes time."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, char: str) -> int:
        self[char] = number = self.strings.add(char)
        return number


class CharacterTokenizer:
    """A tokenizer that makes every character a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.orths = Orths(vocab.strings)

    def __call__(self, text: str) -> Doc:
        """The `Doc` of `text`; linear in its length."""
        words = list(map(self.orths.__getitem__, text))
        return Doc(self.vocab, words=words, spaces=[False] * len(text))  # type: ignore[arg-type]


@cache
def load_constructs() -> None:
    """Register the package's constructs, then those that other packages offer as entry points."""
    for name in OWN:
        import_module(f"kg.constructs.{name}")
    for entry in sorted(entry_points(group="gazette_kg"), key=lambda found: found.name):
        entry.load()


def component(name: str, function: Construct) -> Callable[[Doc], Doc]:
    """A construct as a pipeline component that adds its facts to `doc._.facts`."""

    def run(doc: Doc) -> Doc:
        for document in doc._.documents:
            doc._.facts.extend(function(document))
        return doc

    run.__name__ = name
    return run


def segment(doc: Doc) -> Doc:
    """The first component: cut the text into documents, unless that was done before."""
    if not doc._.documents:
        doc._.documents = tuple(documents(doc.text))
    doc._.facts = [fact for document in doc._.documents for fact in document.stated]
    return doc


def balance(doc: Doc) -> Doc:
    """The last component: doubts for what looks like a fact of a document and gave none."""
    facts = sorted(doc._.facts, key=lambda fact: fact.at.start)
    starts = [fact.at.start for fact in facts]
    for document in doc._.documents:
        whole = document.text.span
        own = facts[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
        doc._.facts.extend(unread(document, own))
    return doc


def pipeline() -> Language:
    """A new spaCy pipeline with every registered construct as a component of its name, and the ledger behind them."""
    load_constructs()
    nlp = spacy.blank("xx")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.max_length = 1 << 40
    add(nlp, "segment", segment)
    for name, function in CONSTRUCTS.items():
        add(nlp, name, component(name, function))
    add(nlp, "ledger", balance)
    return nlp


def add(nlp: Language, name: str, function: Callable[[Doc], Doc]) -> None:
    """Add a function as the last component under its own name."""
    factory = f"gazette_{name}"
    Language.component(factory, func=function)
    nlp.add_pipe(factory, name=name)


def read(text: str, nlp: Language | None = None, about: About | None = None) -> Iterator[tuple[Document, list[Fact]]]:
    """The documents of a text one after another with their facts in order of appearance.

    A text in traditional characters is read as if simplified; its facts keep the printed ones.
    """
    nlp = nlp or pipeline()
    plain = simplified(text)
    printed = Printed(text, plain) if plain else None
    for document in documents(plain or text, about):
        doc = nlp.make_doc(document.text.chars)
        doc._.documents = (document,)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        facts = in_order(doc._.facts)
        yield document, [printed.fact(fact) for fact in facts] if printed else facts


def extract(text: str, nlp: Language | None = None, about: About | None = None) -> list[Fact]:
    """The facts of a text in order of appearance; spans are offsets into `text`."""
    return [fact for _, facts in read(text, nlp, about) for fact in facts]


def in_order(facts: list[Fact]) -> list[Fact]:
    """Facts by the place where they stand; those of one place in the order of the constructs."""
    if any(first.at.start > second.at.start for first, second in pairwise(facts)):
        return sorted(facts, key=lambda fact: (fact.at.start, fact.at.end))
    return facts
