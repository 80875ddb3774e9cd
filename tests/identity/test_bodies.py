"""Which body a printed name is: labels, pairs that are one or two, units, reforms, counties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import Built
from kg.identity import background
from kg.identity.bodies import body, parent
from kg.lexicon import NATION, Jurisdiction, jurisdiction_of

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
