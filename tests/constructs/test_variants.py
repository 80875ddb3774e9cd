"""The same facts from every layout: the sample set in other ways, and texts that mean harm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.constructs import extract
from kg.facts import Assignment, Doubt, Fact, Header, Membership, Office
from tests.work import TIMES, in_step

pytestmark = pytest.mark.slow

FOLDS = str.maketrans("（）：，；", "():,;")
UNFOLDS = str.maketrans("(),:;", "（），：；")


def key(fact: Fact) -> tuple[object, ...] | None:
    """What must not change with the layout."""
    if isinstance(fact, Membership):
        return ("seat", fact.body, fact.role, fact.person, fact.posts)
    if isinstance(fact, Assignment):
        return ("task", fact.task, fact.lead, fact.participants, fact.responsible)
    if isinstance(fact, Office):
        heads = tuple((head.person, head.role, head.posts) for head in fact.heads)
        return ("office", fact.of, fact.host, heads)
    if isinstance(fact, Header):
        return ("document", fact.title, fact.number, fact.issuer, fact.date, fact.recipients)
    return ("doubt", fact.reason) if isinstance(fact, Doubt) else None


def keys(facts: list[Fact]) -> Counter[str]:
    """The facts that count, brackets and punctuation in one shape."""
    return Counter(repr(found).translate(UNFOLDS) for fact in facts if (found := key(fact)))


def half_width(text: str) -> str:
    """ASCII brackets and punctuation on every line of seats."""
    return re.sub(r"^[^\n。]{2,40}（[^\n]{2,40}）$", lambda m: m[0].translate(FOLDS), text, flags=re.MULTILINE)


def by_blanks(text: str) -> str:
    """Seats with blanks in place of brackets."""
    return re.sub(r"^(.{0,9}：)?([ \u4e00-\u9fff]{2,5})（([^（）\n]+)）$", r"\1\2　\3", text, flags=re.MULTILINE)


def page_numbers(text: str) -> str:
    """A page number in every tenth gap between seats."""
    parts = re.split(r"(?<=）)\n(?=[ \u4e00-\u9fff]{2,6}（)", text)
    return "".join(part + ("\n\n— 7 —\n\n" if i % 10 == 9 else "\n") for i, part in enumerate(parts))


def tight(text: str) -> str:
    """No blanks inside names and labels."""
    return re.sub(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])", "", text)


def full_width_blanks(text: str) -> str:
    """Ideographic blanks for ASCII ones between characters."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "　", text)


LAYOUTS = [half_width, by_blanks, page_numbers, full_width_blanks]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_layout_changes_no_fact(layout: Callable[[str], str], sample_text: str, nlp: Language) -> None:
    changed = layout(sample_text)
    assert changed != sample_text
    assert keys(extract(changed, nlp)) == keys(extract(sample_text, nlp))


def test_blanks_taken_out_of_names_change_no_seat(sample_text: str, nlp: Language) -> None:
    def seats(text: str) -> Counter[str]:
        return Counter(repr(key(fact)) for fact in extract(text, nlp) if isinstance(fact, Membership))

    assert seats(tight(sample_text)) == seats(sample_text)


@pytest.mark.parametrize("width", [26, 32, 40])
def test_hard_wrapped_prose_keeps_its_clauses(width: int, sample_text: str, nlp: Language) -> None:
    def wrapped(line: str) -> str:
        pieces = [line[i : i + width] for i in range(0, len(line), width)]
        return "\n".join(pieces) if "\t" not in line and "。" in line else line

    start = sample_text.index("健康三门峡行动实施方案\n\n")
    stop = sample_text.index("附 件\n")
    text = sample_text[start:stop].replace("\n\n", "\n")
    changed = "\n".join(map(wrapped, text.split("\n")))
    assert tasks(changed, nlp) == tasks(text, nlp)


def tasks(text: str, nlp: Language) -> list[str]:
    """The assignments of a text."""
    return [repr(key(fact)) for fact in extract(text, nlp) if isinstance(fact, Assignment)]


HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "one line": (50_000, lambda n: "安伟市长" * n),
    "nested brackets": (10_000, lambda n: "组长：" + "（" * n + "安伟" + "）" * n),
    "marks": (100_000, lambda n: "（责任单位：" + "、" * n + "）"),
    "seats": (50_000, lambda n: "组长：" + "安伟（市长）、" * n),
    "seat lines": (50_000, lambda n: "组长：安伟（市长）\n" + "宋东（市财政局局长）\n" * n),
    "verbs": (20_000, lambda n: "（" + "市财政局牵头，" * n + "）"),
    "one verb": (50_000, lambda n: "1. 做好。（" + "配合" * n + "）"),
    "labels": (30_000, lambda n: "牵头单位：" * n),
    "roles": (100_000, lambda n: "副" * n + "组长：安伟"),
    "heads": (20_000, lambda n: "办公室设在市财政局，" + "办公室主任由" * n + "安伟担任。"),
    "numbers": (20_000, lambda n: "到2022年，" + "比例不低于" * n + "5%。"),
    "titles": (30_000, lambda n: "关于成立" * n + "领导小组的通知"),
    "names in blanks": (50_000, lambda n: "组长：" + "安 " * n),
    "tabs": (50_000, lambda n: "序号\t任务\t牵头单位\n" + "1\t" * n),
    "dots": (30_000, lambda n: "目录\n" + "关于…" * n + "12"),
    "quotes": (50_000, lambda n: "《" * n),
}
"""Texts that mean harm: how often their worst part stands in them, and how they are made."""
HEAD = "临河市人民政府办公室关于成立临河市测试工作领导小组的通知\n\n临政办〔2020〕1号\n\n各县区人民政府：\n\n"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_linear_time(name: str, nlp: Language) -> None:
    size, text = HOSTILE[name]
    small, large = (HEAD + text(n) + "\n" for n in (size // TIMES, size))
    assert in_step(lambda hostile: extract(hostile, nlp), small, large)
