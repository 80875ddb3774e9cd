"""Which mentions of a name are one person: what speaks for it, what against, and what leaves it open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity import SAME, UNSURE
from kg.identity.judging import DIFFERENT
from kg.identity.mentions import Mention, PostIn
from kg.identity.persons import people


def mention(day: int, *posts: PostIn, **fields: object) -> Mention:
    """A mention of 安伟 in a document of that day."""
    own = Mention(f"m{day}{posts}", "安伟", "临河市", f"document/{day}", day, posts)
    return replace(own, **fields)  # type: ignore[arg-type]


def office(name: str, title: str = "局长", grade: int = 5) -> PostIn:
    """A post that takes all of somebody's time."""
    return PostIn(f"body/{name}", title, grade, True)


CASES = {
    "same post": (mention(1, office("财政局")), mention(900, office("财政局")), None),
    "moved later": (mention(1, office("财政局")), mention(900, office("教育局")), SAME),
    "one roster": (
        mention(1, office("A"), group="g"),
        mention(1, office("B"), group="g", document="document/1"),
        DIFFERENT,
    ),
    "sex": (mention(1, office("A"), note="女"), mention(900, office("B"), note="男"), DIFFERENT),
    "same day": (mention(1, office("A")), mention(3, office("B")), DIFFERENT),
    "one paper": (mention(1, office("A")), mention(1, office("B"), document="document/1"), SAME),
    "too fast": (mention(1, office("A", "科员", 1)), mention(400, office("B", "市长", 7)), DIFFERENT),
    "fall": (mention(1, office("A", "副市长", 6)), mention(900, office("B")), UNSURE),
    "a life apart": (mention(1, office("A")), mention(20000, office("B")), DIFFERENT),
    "long ago": (mention(1, office("A")), mention(6000, office("B")), UNSURE),
}


@pytest.mark.parametrize("name", CASES)
def test_judgements(name: str) -> None:
    left, right, verdict = CASES[name]
    found = people([left, right])
    assert [one.verdict for one in found.judgements] == ([verdict] if verdict else [])
    assert (found.of[left.key] == found.of[right.key]) == (verdict in (None, SAME))
    assert all(one.reasons for one in found.judgements)


def test_a_name_without_posts_that_could_be_two_is_neither() -> None:
    left, right = mention(1, office("A"), note="女"), mention(30, office("B"), note="男")
    bare = mention(60)
    found = people([left, right, bare])
    assert len({found.of[one.key] for one in (left, right, bare)}) == 3
    assert sum(one.verdict == UNSURE for one in found.judgements) == 2


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.sampled_from("ABCD"), st.sampled_from(["", "g"])), max_size=8),
    st.randoms(),
)
def test_persons_do_not_depend_on_the_order(drawn: list[tuple[int, str, str]], random: object) -> None:
    found = [mention(day, office(name), group=group, key=f"{day}{name}{group}") for day, name, group in drawn]
    shuffled = list({one.key: one for one in found}.values())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people(shuffled) == people({one.key: one for one in found}.values())
