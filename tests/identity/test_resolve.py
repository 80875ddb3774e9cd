"""Who is who: places, bodies, strands and judgements, the made-up corpus, corrections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.build import Built, gather
from kg.errors import InputError
from kg.identity import SAME, UNSURE, Corrections, background, corrections, entry
from kg.identity.bodies import body, parent
from kg.identity.judging import DIFFERENT
from kg.identity.mentions import Mention, PostIn
from kg.identity.persons import people
from kg.identity.timeline import changes, successions
from kg.lexicon import NATION, Jurisdiction, jurisdiction_of
from tests.conftest import Run
from tests.corpus import corpus
from tests.corpus.scoring import read, scored_bodies, scored_people

DATA = Path(__file__).parents[1] / "data"
CITY = jurisdiction_of("三门峡市人民政府")


@pytest.mark.parametrize(
    ("printed", "label", "full"),
    [
        ("市卫生健康委", "三门峡市卫生健康委", "三门峡市卫生健康委员会"),
        ("市卫健委", "三门峡市卫生健康委", "三门峡市卫生健康委员会"),
        ("市政府", "三门峡市人民政府", "三门峡市人民政府"),
        ("市政府办公室", "三门峡市人民政府办公室", "三门峡市人民政府办公室"),
        ("市政府国资委", "三门峡市政府国资委", "三门峡市人民政府国有资产监督管理委员会"),
        ("市委组织部", "中共三门峡市委组织部", "中国共产党三门峡市委员会组织部"),
        ("市场监管局", "三门峡市市场监管局", "三门峡市市场监督管理局"),
        ("团市委", "共青团三门峡市委", "中国共产主义青年团三门峡市委员会"),
        ("省委", "中共河南省委", "中国共产党河南省委员会"),
        ("省财政厅", "河南省财政厅", "河南省财政厅"),
        ("渑池县政府", "渑池县人民政府", "渑池县人民政府"),
        ("湖滨区政府", "湖滨区人民政府", "三门峡市湖滨区人民政府"),
        ("三门峡海关", "三门峡海关", "中华人民共和国三门峡海关"),
        ("人行三门峡市中心支行", "人行三门峡市中心支行", "中国人民银行三门峡市中心支行"),
        ("国家统计局三门峡调查队", "国家统计局三门峡调查队", "国家统计局三门峡调查队"),
        ("国家发展改革委", "国家发展改革委", "中华人民共和国国家发展和改革委员会"),
        ("市住房城乡建设局（人防办）", "三门峡市住房城乡建设局", "三门峡市住房和城乡建设局"),
        ("市城管局", "三门峡市城管局", ""),
        ("市统计局地调队", "三门峡市统计局地调队", ""),
        ("各县（市、区）政府", "各县（市、区）政府", ""),
        ("市财政局各科室", "三门峡市财政局各科室", ""),
    ],
)
def test_labels(printed: str, label: str, full: str) -> None:
    found = body(printed, CITY, "x", year=2020)
    assert (found.name, found.full) == (label, full)


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of pairs."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def node(place: str, year: str, printed: str) -> str:
    """The id of a printed name in a document of a place and year."""
    at = NATION if place == "全国" else jurisdiction_of(place + "人民政府")
    return body(printed, at, place, year=int(year)).id


@pytest.mark.parametrize("row", list(rows("never_merge.tsv")), ids="·".join)
def test_pairs_that_must_never_be_one(row: list[str]) -> None:
    assert node(*row[:3]) != node(*row[3:6]), row[6]


@pytest.mark.parametrize("row", list(rows("must_merge.tsv")), ids="·".join)
def test_pairs_that_must_be_one(row: list[str]) -> None:
    assert node(*row[:3]) == node(*row[3:6]), row[6]


def test_the_lists_of_pairs_are_long() -> None:
    assert len(list(rows("never_merge.tsv"))) >= 100
    assert len(list(rows("must_merge.tsv"))) >= 100


def test_a_unit_has_its_department() -> None:
    unit = body("市统计局地调队", CITY, "x", year=2020)
    above = parent(unit)
    assert above is not None
    assert above.name == "三门峡市统计局"
    assert parent(body("市统计局", CITY, "x", year=2020)) is None


def test_a_former_county_is_the_district_of_today() -> None:
    county = jurisdiction_of("陕县人民政府")
    assert body("县财政局", county, "x", year=2012).id == body("陕州区财政局", CITY, "x", year=2020).id


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


TEXT = """临河市人民政府办公室关于成立临河市防汛指挥部的通知

临政办〔{year}〕{number}号

各县区人民政府：

指 挥 长：{seats}

临河市人民政府办公室
{year}年5月1日
"""
FIRST = TEXT.format(year=2020, number=1, seats="安 伟（市财政局局长）")
SECOND = TEXT.format(year=2021, number=2, seats="安 伟（市教育局局长）")
THIRD = TEXT.format(year=2022, number=3, seats="高永瑞（市水利局局长）")
APART = '[[different]]\npeople = ["临河市｜安伟｜临河市财政局", "临河市｜安伟｜临河市教育局"]\n'


def written(folder: Path, **texts: str) -> Path:
    """A folder of sources."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def persons(folder: Path) -> list[str]:
    """The ids of the persons of a build."""
    return [json.loads(line)["id"] for line in (folder / "people.jsonl").read_text(encoding="utf-8").splitlines()]


def test_corrections_survive_a_rebuild_a_moved_file_and_one_more_gazette(kg: Run, tmp_path: Path) -> None:
    sources = written(tmp_path / "in", first=FIRST, second=SECOND)
    assert kg("build", "in", "-o", "out").returncode == 0
    assert len(persons(tmp_path / "out")) == 1
    (tmp_path / "out" / "corrections.toml").write_text(APART, encoding="utf-8")
    assert kg("build", "in", "-o", "out").stderr == ""
    apart = persons(tmp_path / "out")
    assert len(apart) == 2
    written(tmp_path / "moved", first=FIRST, second=SECOND, third=THIRD)
    assert sources.exists()
    assert kg("build", "moved", "-o", "out").stderr == ""
    assert set(apart) < set(persons(tmp_path / "out"))


def test_a_correction_that_no_longer_applies_is_told(kg: Run, tmp_path: Path) -> None:
    written(tmp_path / "in", first=FIRST)
    (tmp_path / "fixes.toml").write_text(APART + '[[wrong]]\nfact = "membership-000000000000"\n', encoding="utf-8")
    told = kg("build", "in", "-o", "out", "--corrections", "fixes.toml")
    assert told.returncode == 0
    assert "临河市教育局" in told.stderr
    assert "membership-000000000000" in told.stderr


def test_names_aliases_merges_and_wrong_facts(tmp_path: Path) -> None:
    path = written(tmp_path, first=FIRST, second=SECOND) / "first.txt"
    plain = gather([path], "x")
    seat = next(one.id for one in plain.facts if one.fact.type == "membership")
    decided = Corrections(
        aliases={("", "市财政局"): "body/临河市理财局"},
        names={"body/临河市理财局": "临河市理财局"},
        wrong=frozenset({seat}),
    )
    assert (
        "body/临河市理财局"
        in gather([path], "x", decided=replace(decided, wrong=frozenset())).graph.graph["names"].nodes
    )
    assert seat not in {one.id for one in gather([path], "x", decided=decided).facts}
    merged = Corrections(merged={"body/临河市财政局": "body/临河市教育局"})
    nodes = gather([tmp_path / "first.txt", tmp_path / "second.txt"], "x", decided=merged).graph.graph["names"].nodes
    assert "body/临河市财政局" not in nodes


@pytest.mark.parametrize(
    "text",
    [
        "[[same]\n",
        "[[other]]\nx = 1\n",
        '[[same]]\npeople = ["a"]\n',
        "[[alias]]\nprinted = 1\n",
        '[[name]]\nid = "x"\n',
        "same = 3\n",
    ],
)
def test_bad_corrections_are_one_clear_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        corrections(path)


def test_an_answer_is_an_entry_that_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(entry("same", ("a", "b"), "why"), encoding="utf-8")
    assert corrections(path).people == {frozenset(("a", "b")): "same"}


def test_people_bodies_and_judge_on_the_command_line(kg: Run, tmp_path: Path) -> None:
    late = SECOND.replace("2021", "2039").replace("防汛", "扶贫")
    written(tmp_path / "in", first=FIRST, second=late)
    assert kg("build", "in", "-q").returncode == 0
    assert "临河市财政局局长" in kg("people", "graphs/in").stdout
    asked = kg("people", "graphs/in", "--unsure", "--json")
    assert asked.returncode == 1
    assert json.loads(asked.stdout)["verdict"] == "unsure"
    assert kg("people", "--explain", "安伟", "--json").stdout.count("\n") == 3
    assert kg("people", "--explain", "无此人").returncode == 2
    assert "临河市财政局" in kg("bodies", "graphs/in", "--explain", "市财政局").stdout
    assert kg("people", "--changes").returncode == 0
    answered = kg("judge", "graphs/in", stdin="s\n")
    assert answered.returncode == 0
    assert kg("build", "in", "-q").returncode == 0
    assert kg("people", "graphs/in", "--unsure").returncode == 0
    assert len(persons(tmp_path / "graphs" / "in")) == 1


def test_places_know_their_level() -> None:
    assert [one.level for one in (*CITY.upward(), NATION, Jurisdiction("无此地"))] == ["市", "省", "国", ""]


def test_reforms_link_and_never_merge() -> None:
    nodes = {one.id: one for one in (body(name, CITY, "x", year=2018) for name in ("市环保局", "市生态环境局"))}
    assert len(nodes) == 2
    assert [(one.source.name, one.target.name, one.year) for one in background(nodes)] == [
        ("三门峡市环保局", "三门峡市生态环境局", "2018")
    ]


def test_a_class_of_counties_has_the_counties_of_the_table(built: Built) -> None:
    known = [one for one in built.graph.graph["background"] if one.relation == "includes"]
    assert {one.source.name for one in known} == {"各县（市、区）政府"}
    assert {one.target.name for one in known} == {
        "湖滨区人民政府",
        "陕州区人民政府",
        "渑池县人民政府",
        "卢氏县人民政府",
        "义马市人民政府",
        "灵宝市人民政府",
    }
