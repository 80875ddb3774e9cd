"""How long it takes to tell who is who: `make bench-people`, a million mentions of a hundred thousand people."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from random import Random

from kg.identity.mentions import Mention, PostIn
from kg.identity.persons import people

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文斌波辉"
CITIES, TITLES = 330, (("局长", 5), ("副局长", 4), ("调研员", 5))


def mentions(count: int, persons: int, random: Random) -> Iterator[Mention]:
    """Mentions of made-up officials, ten each: a post or two in a city, over ten years."""
    names = [surname + first + second for surname in SURNAMES for first in GIVEN for second in ("", *GIVEN)]
    for number in range(persons):
        name, city = random.choice(names), f"城{random.randrange(CITIES)}市"
        start, body = random.randrange(735_000, 738_000), random.randrange(60)
        for index in range(count // persons):
            day, own = start + 90 * index, body + index // 6
            title, grade = TITLES[number % 3]
            post = PostIn(f"body/{city}局{own}", title, grade, whole=grade < 6)
            group = f"body/{city}组{random.randrange(40)}"
            yield Mention(f"{number}·{index}", name, city, f"document/{city}{day}", day, (post,), group)


def main() -> None:
    """Print seconds and memory for rising numbers of mentions."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for count in (most // 100, most // 10, most):
        made = list(mentions(count, count // 10, Random(4)))
        began = time.perf_counter()
        found = people(made)
        seconds, memory = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count:>10,} mentions  {len(found.strands):>8,} persons  {seconds:6.1f} s  {memory:5.2f} GB")
        del made, found


if __name__ == "__main__":
    main()
