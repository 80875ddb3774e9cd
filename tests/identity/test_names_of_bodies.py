"""Tricky names of bodies: which place, which level, which label; and names that several places share."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import gather
from kg.facts import Body
from kg.identity import background
from kg.identity.bodies import body, parent
from kg.lexicon import NATION, UNKNOWN, Jurisdiction, grade, jurisdiction_of


def at(place: str, *hints: str) -> Jurisdiction:
    """The place of a notice that a government has issued."""
    return NATION if place == "全国" else jurisdiction_of(f"{place}人民政府", hints)


def found(place: str, printed: str, *hints: str) -> Body:
    """The body of a name in a notice of a place."""
    return body(printed, at(place, *hints), "notice", year=2020)


@pytest.mark.parametrize(
    ("place", "printed", "path", "label", "level"),
    [
        # a municipality is a province, though its departments are called as a city's
        ("北京市", "市财政局", "北京市财政局", "北京市财政局", "省"),
        ("重庆市", "市公安局", "重庆市公安局", "重庆市公安局", "省"),
        ("北京市", "北京海关", "北京市海关", "北京海关", "省"),
        # autonomous regions
        ("内蒙古自治区", "内蒙古财政厅", "内蒙古自治区财政厅", "内蒙古自治区财政厅", "省"),
        ("内蒙古自治区", "自治区党委组织部", "内蒙古自治区委组织部", "中共内蒙古自治区委组织部", "省"),
        ("内蒙古自治区", "区党委办公厅", "内蒙古自治区委办公厅", "中共内蒙古自治区委办公厅", "省"),
        ("广西壮族自治区", "区财政厅", "广西壮族自治区财政厅", "广西壮族自治区财政厅", "省"),
        # prefectures that are no cities
        ("喀什地区", "地区财政局", "喀什地区财政局", "喀什地区财政局", "市"),
        ("喀什地区", "地委", "喀什地区委", "中共喀什地区委", "市"),
        ("喀什地区", "区财政厅", "新疆维吾尔自治区财政厅", "新疆维吾尔自治区财政厅", "省"),
        ("延边朝鲜族自治州", "州财政局", "延边朝鲜族自治州财政局", "延边朝鲜族自治州财政局", "市"),
        ("苏尼特左旗", "盟财政局", "锡林郭勒盟财政局", "锡林郭勒盟财政局", "市"),
        ("苏尼特左旗", "旗财政局", "苏尼特左旗财政局", "苏尼特左旗财政局", "县"),
        # a city within a prefecture, and the court that it does not have
        ("义马市", "市财政局", "义马市财政局", "义马市财政局", "县"),
        ("义马市", "市法院", "义马市法院", "义马市人民法院", "县"),
        ("义马市", "市中级人民法院", "三门峡市法院", "三门峡市中级人民法院", "市"),
        # the youth league of a county is none of the city's
        ("渑池县", "团县委", "渑池县团委", "共青团渑池县委", "县"),
        ("三门峡市", "团县委", "三门峡市/团县委", "团县委", ""),
        # streets, townships and schools that bear the name of a place
        ("三门峡市", "北京路街道办事处", "三门峡市/北京路街道办事处", "北京路街道办事处", ""),
        ("三门峡市", "湖滨街道办事处", "三门峡市/湖滨街道办事处", "湖滨街道办事处", ""),
        ("三门峡市", "渑池镇政府", "三门峡市/渑池镇政府", "渑池镇政府", ""),
        ("三门峡市", "三门峡路灯管理处", "三门峡市路灯管理处", "三门峡路灯管理处", "市"),
        ("三门峡市", "安康医院", "三门峡市/安康医院", "安康医院", ""),
        ("三门峡市", "北京大学", "三门峡市/北京大学", "北京大学", ""),
        ("三门峡市", "郑州大学", "郑州市大学", "郑州大学", "市"),
        ("三门峡市", "河南大学", "河南省大学", "河南大学", "省"),
        ("全国", "北京大学", "全国/北京大学", "北京大学", ""),
        # classes
        ("三门峡市", "市区两级政府", "三门峡市/市区两级政府", "市区两级政府", ""),
    ],
)
def test_whose_a_body_is(place: str, printed: str, path: str, label: str, level: str) -> None:
    one = found(place, printed)
    assert (one.id, one.name, one.level) == (f"body/{path}", label, level)


@pytest.mark.parametrize(
    "printed", ["鼓楼区财政局", "鼓楼区人民法院", "国家统计局鼓楼调查队", "驻鼓楼区办事处", "安康医院"]
)
def test_a_name_that_several_places_share_is_one_body_within_one_place_alone(printed: str) -> None:
    places = [at("三门峡市"), at("西宁市"), NATION, at("鼓楼区", "南京市"), at("鼓楼区", "开封市")]
    ids = [body(printed, place, "notice", year=2020).id for place in places]
    assert len(set(ids)) == len(ids), ids
    assert body(printed, UNKNOWN, "one", year=2020).id != body(printed, UNKNOWN, "other", year=2020).id


def test_a_unit_of_a_district_of_a_shared_name_is_no_other_district_s() -> None:
    assert parent(found("三门峡市", "鼓楼区财政局国库科")) is None
    above = parent(found("鼓楼区", "鼓楼区财政局国库科", "南京市"))
    assert above is not None
    assert above.id == "body/南京市鼓楼区财政局"


@pytest.mark.parametrize(
    ("place", "printed", "kind"),
    [
        ("三门峡市", "市高新技术产业开发区管委会", "政府部门"),
        ("三门峡市", "经济开发区管理委员会", "政府部门"),
        ("郑州市", "市政府驻三门峡办事处", "政府部门"),
        ("三门峡市", "县（市、区）政府", "集合"),
        ("渑池县", "县政府", "县级政府"),
    ],
)
def test_kinds(place: str, printed: str, kind: str) -> None:
    assert found(place, printed).kind == kind


def test_who_heads_a_township_or_an_office_elsewhere_is_no_mayor() -> None:
    town, office = found("渑池县", "渑池县城关镇政府"), found("郑州市", "市政府驻三门峡办事处")
    assert grade(town.level, town.kind, "镇长") is None
    assert (grade(office.level, office.kind, "主任") or 9) < 7


def test_a_reform_in_a_municipality_is_known() -> None:
    nodes = {one.id: one for one in (body(name, at("北京市"), "x", year=2018) for name in ("市环保局", "市生态环境局"))}
    assert [one.year for one in background(nodes)] == ["2018"]


def test_a_class_of_counties_is_one_without_every_too() -> None:
    one = found("三门峡市", "县（市、区）政府")
    assert "渑池县人民政府" in {known.target.name for known in background({one.id: one})}


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("国家税务总局三门峡市税务局", "三门峡市"),
        ("中国共产党三门峡市委员会", "三门峡市"),
        ("中共三门峡市委", "三门峡市"),
        ("中国人民银行三门峡市中心支行", "三门峡市"),
        ("国家统计局三门峡调查队", "三门峡市"),
        ("中华人民共和国郑州海关", "郑州市"),
        ("国务院办公厅", "全国"),
        ("国务院关于支持海南省全面深化改革开放的意见", "全国"),
        ("中国人民银行", "全国"),
        ("国家发展和改革委员会", "全国"),
    ],
)
def test_whose_a_document_is(issuer: str, place: str) -> None:
    assert jurisdiction_of(issuer).name == place


BANKS = """临河市人民政府办公室关于成立临河市金融工作领导小组的通知

临政办〔2020〕1号

成 员：安 伟（{one}行长）
      高永瑞（中行行长）

临河市人民政府办公室
2020年5月1日
"""


def test_the_bank_of_china_is_not_the_central_bank(tmp_path: Path) -> None:
    path = tmp_path / "banks.txt"
    path.write_text(BANKS.format(one="中国人民银行三门峡市中心支行"), encoding="utf-8")
    names = gather([path], "x").graph.graph["names"]
    assert {"body/三门峡市人民银行中心支行", "body/临河市/中行"} <= set(names.nodes)
    assert names.judgements == ()


def test_what_a_body_is_called_does_not_depend_on_the_order_of_documents(tmp_path: Path) -> None:
    forms = ("三门峡投资集团", "三门峡市投资集团")
    labels = []
    for order in (forms, forms[::-1]):
        for number, one in enumerate(order):
            (tmp_path / f"{number}.txt").write_text(BANKS.format(one=one), encoding="utf-8")
        nodes = gather([tmp_path], "x").graph.graph["names"].nodes
        labels.append(nodes["body/三门峡市投资集团"].name)
    assert labels == ["三门峡市投资集团"] * 2
