"""Named queries tell what the annotation of the sample tells."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from kg.store import Store
from tests.conftest import ROOT

GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "data" / "sanmenxia-2020-05.gold.json").read_text(encoding="utf-8"))


def test_members_are_those_of_the_gold(store: Store) -> None:
    told = {(row["bodyName"], row["role"], row["name"]) for row in store.run("members") if row.evidence}
    seats = {(one["body"], one["role"], one["person"]) for one in GOLD["memberships"]}
    heads = {
        (one["of"] + one["name"], head["role"], head["person"])
        for one in GOLD["offices"]
        for head in one.get("heads", ())
    }
    assert told == seats | heads


def test_heads_and_hosts_are_those_of_the_gold(store: Store) -> None:
    rows = store.run("offices")
    assert {(row["officeName"], row["name"]) for row in rows if row["name"]} == {
        (one["of"] + one["name"], head["person"]) for one in GOLD["offices"] for head in one.get("heads", ())
    }
    hosts = {row["officeName"]: str(row["hostName"]) for row in rows}
    for one in GOLD["offices"]:
        assert hosts[one["of"] + one["name"]] in {thing.name for thing in store.find("body", one["host"])}


def shared() -> Counter[tuple[str, str]]:
    """Pairs of bodies with the number of tasks they share, counted from the gold."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one in GOLD["assignments"]:
        bodies = sorted({*one["lead"], *one["participants"], *one["responsible"]})
        pairs.update((a, b) for a in bodies for b in bodies if a < b)
    return pairs


def test_shared_pairs_are_those_of_the_gold(store: Store) -> None:
    rows = store.run("shared-responsibility")
    wanted = shared()
    assert len(rows) == len(wanted)
    assert Counter(row["tasks"] for row in rows) == Counter(wanted.values())


def test_counts_a_body_are_those_of_the_gold(store: Store) -> None:
    wanted = Counter(
        (kind, body)
        for one in GOLD["assignments"]
        for kind in ("lead", "participants", "responsible")
        for body in one[kind]
    )
    told = Counter((row["kind"], row["bodyName"]) for row in store.run("tasks"))
    for kind, word in (("lead", "lead"), ("participants", "participant"), ("responsible", "responsible")):
        assert sorted(n for (one, _), n in told.items() if one == word) == sorted(
            n for (one, _), n in wanted.items() if one == kind
        )
