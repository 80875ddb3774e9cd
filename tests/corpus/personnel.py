"""Notices that appoint and remove."""

from __future__ import annotations

from tests.corpus.careers import Term
from tests.corpus.departments import COMMITTEE, GOVERNMENT
from tests.corpus.printing import Printer
from tests.corpus.setting import Paper

__all__ = ["appointable", "personnel"]

MOST = 9


def appointable(term: Term) -> bool:
    """Whether a government appoints to a post: to those in departments that are no party organs nor associations."""
    slot = term.slot
    if slot.unit in (GOVERNMENT, COMMITTEE):
        return slot.kind == "undersecretary"
    return slot.kind in ("head", "deputy") and slot.unit[-1] in "局厅委办" and not slot.unit.startswith(("委", "团"))


def personnel(printer: Printer, begun: list[Term], ended: list[Term]) -> Paper | None:
    """Who began and who ended lately, each with his post, a mover with both; None where nobody did."""
    random = printer.random
    begun = [term for term in begun if appointable(term)]
    begun = random.sample(begun, min(MOST, len(begun)))
    movers = {term.person.key for term in begun}
    left = [term for term in ended if appointable(term) and term.person.key not in movers]
    left = random.sample(left, min(MOST // 2, len(left)))
    if len(begun) + len(left) < 2:
        return None
    before = [term for term in ended if appointable(term) and term.person.key in movers]
    lines = [f"　　{line}；" for line in (*appoint(printer, begun), *remove(printer, [*before, *left]))]
    lines[-1] = lines[-1][:-1] + "。"
    first = (begun or left)[0].person.name
    return Paper(f"关于{first}等同志职务任免的通知", ("　　经研究决定：", *lines), personnel=True)


def appoint(printer: Printer, terms: list[Term]) -> list[str]:
    """A line an appointment."""
    lines = []
    for term in terms:
        post = plain_post(printer, term)
        trial = "（试用期一年）" if printer.random.random() < 0.1 else ""
        lines.append(f"任命{term.person.name}为{post}{trial}")
    return lines


def remove(printer: Printer, terms: list[Term]) -> list[str]:
    """A line a removal."""
    return [f"免去{term.person.name}的{plain_post(printer, term)}职务" for term in terms]


def plain_post(printer: Printer, term: Term) -> str:
    """The one post that an appointment is about."""
    post = printer.plain(term)
    printer.mention(term.person, term.city, (post,))
    return post
