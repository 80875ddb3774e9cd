"""How much is read back of random notices in random layouts: `python -m tests.bench.typeset N [--seed S] [--gaps]`."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import fields
from random import Random

from spacy.language import Language

from kg.constructs import extract, pipeline
from kg.quality import evaluate, total
from kg.quality.evaluate import Tally
from tests.typeset import Layout, draw_readable, expected, fit, records, typeset
from tests.typeset.drawing import draw_notice

PLAIN = Layout()


def options(layout: Layout) -> list[tuple[str, str]]:
    """The options that are not the plainest."""
    values = ((field.name, getattr(layout, field.name)) for field in fields(layout))
    return [(name, value) for name, value in values if value != getattr(PLAIN, name)]


def drawn(random: Random, gaps: bool) -> tuple[str, dict[str, list[dict[str, object]]], Layout]:
    """A text with its gold and its layout."""
    layout = draw_readable(random, gaps=gaps)
    notice = fit(draw_notice(random), layout)
    return typeset(notice, layout), expected(notice), layout


def line(kind: str, tally: Tally) -> str:
    """A row of figures."""
    figures = f"{tally.precision:9.4f} {tally.recall:8.4f} {tally.f1:8.4f}"
    return f"{kind:>12} {tally.wanted:8,} {figures} {len(tally.missed):7,} {len(tally.wrong):6,}"


def measure(count: int, seed: int, nlp: Language, *, gaps: bool, show: int) -> None:
    """Draw notices, print their figures by kind, and the options that lose most."""
    random = Random(seed)
    kinds: dict[str, Tally] = {}
    seen: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    misses: Counter[tuple[str, str]] = Counter()
    whole = 0
    for _ in range(count):
        text, gold, layout = drawn(random, gaps)
        tallies = evaluate(records(extract(text, nlp)), gold)
        for kind, tally in tallies.items():
            add(kinds.setdefault(kind, Tally()), tally)
        lost = sum(len(tally.missed) + len(tally.wrong) for tally in tallies.values())
        whole += not lost
        seen.update(options(layout))
        failed.update(options(layout) if lost else [])
        misses.update(dict.fromkeys(options(layout), lost))
        if lost and show > 0:
            show -= 1
            print(text, options(layout), *((k, t.missed, t.wrong) for k, t in tallies.items()), sep="\n", end="\n\n")
    by_kind(kinds)
    print(f"{whole:,} of {count:,} notices read without a miss\n")
    by_option(seen, failed, misses)


def by_kind(kinds: dict[str, Tally]) -> None:
    """Print the figures of each kind and of all."""
    print(f"{'kind':>12} {'wanted':>8} {'precision':>9} {'recall':>8} {'F1':>8} {'missed':>7} {'wrong':>6}")
    print(*(line(kind, tally) for kind, tally in kinds.items()), sep="\n")
    micro = total(kinds.values())
    print(f"{'micro':>12} {micro.wanted:8,} {micro.precision:9.4f} {micro.recall:8.4f} {micro.f1:8.4f}")


def add(to: Tally, tally: Tally) -> None:
    """Add the counts of one notice to those of all."""
    to.right += tally.right
    to.found += tally.found
    to.wanted += tally.wanted
    to.wrong += tally.wrong
    to.missed += tally.missed


def by_option(
    seen: Counter[tuple[str, str]], failed: Counter[tuple[str, str]], misses: Counter[tuple[str, str]]
) -> None:
    """Print the options whose notices lose something, the worst first."""
    print(f"{'option':40} {'notices':>8} {'with loss':>10} {'share':>7} {'keys lost':>10}")
    for option in sorted(failed, key=lambda one: failed[one] / seen[one], reverse=True):
        share = failed[option] / seen[option]
        print(f"{'='.join(option):40} {seen[option]:8,} {failed[option]:10,} {share:7.1%} {misses[option]:10,}")


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gaps", action="store_true", help="draw options that are known to fail, too")
    parser.add_argument("--show", type=int, default=0, help="print so many notices that lose something")
    asked = parser.parse_args()
    measure(asked.count, asked.seed, pipeline(), gaps=asked.gaps, show=asked.show)


if __name__ == "__main__":
    main()
