"""How fast text becomes facts, beside one pass of a plain compiled pattern over the same text.

`make bench` reads the sample gazette; `make bench GAZETTE=path` another one.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from kg.build import build, gather, sample
from kg.constructs import extract, pipeline

PLAIN = re.compile(
    r"^[ \t]*(?:[组副成主委指]\s*[^：:\n]{0,5}[：:])? *[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,3}[（(][^（()）\n]+[)）]"
    r"|[（(〔](?:责任单位：|[^（()）\n]{2,30}牵头)[^()）\n]*[)）]",
    re.MULTILINE,
)
SIZES = (48_000, 480_000, 4_800_000)


def best(task: Callable[[], object], runs: int) -> float:
    """The seconds of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        task()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def rates(text: str, nlp: Language) -> None:
    """Print characters a second for extraction and for the plain pattern at each size."""
    print(f"{'characters':>12} {'facts':>8} {'extract M/s':>12} {'plain re M/s':>13} {'ratio':>7}")
    for size in SIZES:
        copies = text * max(round(size / len(text)), 1)
        runs = 7 if size < 1_000_000 else 3
        facts = len(extract(copies, nlp))
        ours = best(lambda copies=copies: extract(copies, nlp), runs)  # type: ignore[misc]
        plain = best(lambda copies=copies: sum(1 for _ in PLAIN.finditer(copies)), runs)  # type: ignore[misc]
        million = len(copies) / 1e6
        print(f"{len(copies):12,} {facts:8,} {million / ours:12.2f} {million / plain:13.1f} {ours / plain:6.0f}x")


def main() -> None:
    """Measure extraction and a whole build of the gazette that the command line names."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else sample()
    text = path.read_text(encoding="utf-8")
    began = time.perf_counter()
    nlp = pipeline()
    print(f"pipeline ready after {time.perf_counter() - began:.2f} s; {path.name}, {len(text):,} characters")
    rates(text, nlp)
    seconds = best(lambda: build(gather([path], "bench"), Path("graphs") / "bench"), 3)
    print(f"build, without start-up: {seconds:.2f} s")


main()
