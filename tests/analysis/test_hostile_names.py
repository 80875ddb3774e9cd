"""Names of any characters: what a graph says of them is found again by every command that asks it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import analysis
from kg.ask import Engine
from kg.build import Built, build
from kg.facts import Evidence, Fact, Header, Membership, Sourced
from kg.formats import Source
from kg.graph import build_graph
from kg.identity import resolve
from kg.rdf import id_of, iri_of
from kg.store import Store, register
from kg.text import Span
from tests.conftest import Run

CITY = "东川市"
HOSTILE = st.text(
    st.sampled_from(
        "[]\"'<>\\^`{}|%#?/&;$@=.~ \t\x00\x07\x7f\x85\xad\u200b\u2028\ue000\ufdd0\ufffe\U0001f600\U000f0000陶明"
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=6,
).map("明{}".format)


def facts(number: str, person: str, group: str, post: str, year: int) -> list[Sourced]:
    """A notice with a roster of one seat, in a file of its own."""
    text, file, at = f"{person}（{post}）", f"{year}.txt", Span(0, 2)
    own: dict[str, Any] = {"document": number, "at": at}
    told: list[Fact] = [
        Header(**own, title=f"关于{group}的通知", number=number, issuer=f"{CITY}人民政府", date=f"{year}-03-05"),
        Membership(**own, body=group, role="成员", person=person, posts=(post,)),
    ]
    return [Sourced(f"{one.type}-{year}", one, Evidence(file, 0, 2, 1, text[:2])) for one in told]


def folder(place: Path, name: str, found: list[Sourced]) -> Path:
    """The folder of a build of facts."""
    graph = build_graph(found, resolve(found), name)
    texts = tuple(Source("明" * 20, file) for file in dict.fromkeys(one.evidence.file for one in found))
    build(Built(name, texts, tuple(found), graph), place / name, page=False)
    return place / name


@settings(max_examples=20, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_what_has_such_names_is_found_by_its_id(number: str, person: str, group: str) -> None:
    with TemporaryDirectory() as name:
        first = facts(f"东政办{number}1号", person, f"{group}领导小组", f"{CITY}财政局局长", 2018)
        second = facts(f"东政办{number}2号", person, f"{group}领导小组", f"{CITY}教育局局长", 2019)
        before, after = folder(Path(name), "one", first), folder(Path(name), "two", [*first, *second])
        store = Store.open(after)
        assert list(pyoxigraph.parse(path=after / "graph.nq", format=pyoxigraph.RdfFormat.N_QUADS))
        found = analysis.changes(after, store)
        assert [one.evidence is not None for one in found if one.kind == "change"] == [True]
        assert analysis.diff(before, after)
        for file, kind in (("people.jsonl", "person"), ("bodies.jsonl", "body")):
            for one in register(after, file):
                assert [thing.id for thing in store.find(kind, one["id"])] == [one["id"]]
        who = register(after, "people.jsonl")[0]["id"]
        assert [row["body"] for row in store.run("posts", person=who)] == [f"body/{CITY}财政局", f"body/{CITY}教育局"]
        assert analysis.person(store, who).id == who
        for entry in Engine.open(after).lexicon.entries:
            assert id_of(store.base, iri_of(store.base, entry.id)) == entry.id
            assert store.values(entry.id, "http://www.w3.org/2000/01/rdf-schema#label")


NOTICE = """{city}人民政府办公室关于{act}{city}防汛指挥部成员的通知

东政办{year}{number}号

各县（市、区）人民政府：

根据工作需要，{act}{city}防汛指挥部，成员如下：

指 挥 长：贺远山（市长）
成　　员：陶明（{post}）

{city}人民政府办公室
{day}年3月5日
"""


def test_a_number_in_ascii_brackets_is_no_trouble(kg: Run, tmp_path: Path) -> None:
    for name, year, post, day in (("a", "[2018]", "市财政局局长", 2018), ("b", "[2019]", "市教育局局长", 2019)):
        text = NOTICE.format(city=CITY, act="调整", year=year, number=9, post=post, day=day)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert kg("build", "a.txt", "-o", "one", "--no-page").returncode == 0
    assert kg("build", "a.txt", "b.txt", "-o", "two", "--no-page").returncode == 0
    for command in (("changes", "-g", "two"), ("diff", "one", "two"), ("person", "陶明", "-g", "two")):
        done = kg(*command)
        assert done.returncode == 0, done.stderr
        assert "东政办[2019]9号" in done.stdout
