"""Who is who in the made-up corpus and in the sample."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from kg.build import Built
from kg.identity.timeline import changes, successions
from tests.corpus import corpus
from tests.corpus.scoring import read, scored_bodies, scored_people

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [1, 2])
def test_the_made_up_corpus_is_resolved(seed: int, nlp: Language) -> None:
    made = corpus(seed)
    facts, names = read(made, nlp)
    persons, bodies = scored_people(made, facts, names), scored_bodies(made, facts, names)
    assert persons.wanted > 2000
    assert bodies.wanted > 5000
    assert persons.precision >= 0.995
    assert persons.recall >= 0.97
    assert bodies.precision >= 0.999
    assert bodies.recall >= 0.995


def test_more_gazettes_change_no_id(nlp: Language) -> None:
    made = corpus(1)
    notices = sorted(made.notices, key=lambda notice: (notice.date, notice.file))
    _, before = read(replace(made, notices=tuple(notices[:200])), nlp)
    _, after = read(replace(made, notices=tuple(notices)), nlp)
    known = [key for key, person in before.people.of.items() if after.people.of[key].id != person.id]
    assert len(known) <= len(before.people.of) // 500, known
    assert {path for path in before.nodes if path not in after.nodes} == set()


def test_the_sample_tells_who_moved_and_who_followed(built: Built) -> None:
    names = built.graph.graph["names"]
    moved = [(one.person, one.before.body, one.after.body) for one in changes(names.people)]
    assert moved == [("person/三门峡市/周建文", "body/三门峡市发展改革委", "body/湖滨区政府")]
    kinds = {path: one.kind for path, one in names.nodes.items()}
    followed = [(one.body, one.before[0], one.after[0]) for one in successions(names.people, kinds)]
    assert followed == [
        ("body/三门峡市发展改革委", "person/三门峡市/周建文", "person/三门峡市/周长青"),
        ("body/湖滨区政府", "person/三门峡市/李涛", "person/三门峡市/周建文"),
    ]
    assert names.nodes["body/三门峡市调查队"].aliases == ("国调队",)
