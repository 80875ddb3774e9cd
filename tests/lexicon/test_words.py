"""Names, posts, bodies, lists, dates, places: the words of the trade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.constructs.lists import bodies, restore
from kg.lexicon import (
    Jurisdiction,
    chinese_number,
    grade,
    is_body,
    is_name,
    is_post,
    iso_date,
    jurisdiction_of,
    split_post,
)
from kg.text import Text


@pytest.mark.parametrize("name", ["安伟", "呼延向阳", "水陆", "欧阳震", "阿不力孜·买买提", "司马青衫", "毋慧芳"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word", ["市长", "国资委", "副主任", "财政局", "李", "王小二三四", "按姓氏", "各县区", "成员单位"]
)
def test_no_names(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize("post", ["市长", "市财政局局长", "党组成员", "四级调研员", "副县级干部", "总工程师"])
def test_posts(post: str) -> None:
    assert is_post(post)
    assert not is_body(post)


@pytest.mark.parametrize(
    ("printed", "restored"),
    [
        ("市委宣传部、市科技局、工业和信息化局、医保局", "市委宣传部 市科技局 市工业和信息化局 市医保局"),
        ("市教育局、市场监管局", "市教育局 市市场监管局"),
        ("市委组织部、宣传部、财政局", "市委组织部 市委宣传部 市财政局"),
        ("各县〔市、区〕政府，市金融局、三门峡海关、税务局", "各县（市、区）政府 市金融局 三门峡海关 市税务局"),
        ("省发展改革委、商务厅", "省发展改革委 省商务厅"),
        ("河南省财政厅、教育厅", "河南省财政厅 河南省教育厅"),
        ("县教育局、团县委、妇联", "县教育局 团县委 县妇联"),
        ("国家发展改革委、财政部", "国家发展改革委 财政部"),
        ("自治区财政厅、水利厅", "自治区财政厅 自治区水利厅"),
        ("市住房城乡建设局（人防办）、水利局等部门", "市住房城乡建设局（人防办） 市水利局"),
        ("市总工会和市妇联", "市总工会 市妇联"),
        ("市自然资源和规划局、文化和旅游局", "市自然资源和规划局 市文化和旅游局"),
        ("省环保局、工商局和洛阳、焦作、新乡等市（行署）", "省环保局 省工商局 洛阳、焦作、新乡等市（行署）"),
        ("省财政厅、郑州等市政府、水利厅", "省财政厅 郑州等市政府 省水利厅"),
        ("市水利局、财政局等市有关部门", "市水利局 市财政局"),
        ("省水利厅、民航河南省管理局、三峡海事局、地方海事局", "省水利厅 民航河南省管理局 三峡海事局 省地方海事局"),
        ("区城管局、公安湖滨分局、住建局", "区城管局 公安湖滨分局 区住建局"),
        ("市水利局、生态环境局陕州分局、公安分局", "市水利局 生态环境局陕州分局 市公安分局"),
        ("市林业局、小秦岭国家级自然保护区管理局、水利局", "市林业局 小秦岭国家级自然保护区管理局 市水利局"),
        ("市文旅局、风景名胜区管理局、鼎湖湾风景名胜区管理局", "市文旅局 市风景名胜区管理局 鼎湖湾风景名胜区管理局"),
    ],
)
def test_elided_prefixes(printed: str, restored: str) -> None:
    assert restore(bodies(Text.of(printed)))[0] == restored.split()


NAMES = st.sampled_from(["财政局", "教育局", "工业和信息化局", "卫生健康委", "市场监管局", "总工会", "公安局"])


@given(st.lists(NAMES, min_size=1, max_size=8), st.sampled_from("市县区省州"))
def test_eliding_and_restoring_are_inverse(names: list[str], level: str) -> None:
    printed = "、".join([level + names[0], *names[1:]])
    assert restore(bodies(Text.of(printed)))[0] == [level + name for name in names]


@pytest.mark.parametrize(
    ("issuer", "place", "above"),
    [
        ("三门峡市人民政府办公室", "三门峡市", ("河南省",)),
        ("湖南省人民政府", "湖南省", ()),
        ("国务院办公厅", "全国", ()),
        ("某某委员会", "", ()),
        ("成都市武侯区人民政府", "武侯区", ("成都市", "四川省")),
        ("长春市朝阳区人民政府", "朝阳区", ("长春市", "吉林省")),
        ("朝阳区人民政府", "朝阳区", ()),
        ("陕县人民政府", "陕州区", ("三门峡市", "河南省")),
        ("恩施州人民政府", "恩施土家族苗族自治州", ("湖北省",)),
    ],
)
def test_jurisdictions(issuer: str, place: str, above: tuple[str, ...]) -> None:
    assert jurisdiction_of(issuer) == Jurisdiction(place, above)


@pytest.mark.parametrize(
    ("post", "owner", "title"),
    [
        ("市财政局局长", "市财政局", "局长"),
        ("市公安局常务副局长", "市公安局", "常务副局长"),
        ("市教育局副县级干部", "市教育局", "副县级干部"),
        ("湖滨区政府代区长", "湖滨区政府", "代区长"),
        ("常务副市长", "市政府", "常务副市长"),
        ("市委常委", "市委", "常委"),
        ("主任", "", "主任"),
        ("市农业农村局党组书记", "市农业农村局", "党组书记"),
        ("渑池县县长", "渑池县政府", "县长"),
        ("陕州区代区长", "陕州区政府", "代区长"),
    ],
)
def test_posts_split(post: str, owner: str, title: str) -> None:
    assert split_post(post) == (owner, title)


@pytest.mark.parametrize(
    ("level", "kind", "title", "step"),
    [
        ("市", "政府", "市长", 7),
        ("市", "政府", "副市长", 6),
        ("市", "政府", "副秘书长", 5),
        ("市", "政府部门", "局长", 5),
        ("市", "政府部门", "副局长", 4),
        ("县", "县级政府", "县长", 5),
        ("县", "政府部门", "局长", 3),
        ("市", "政府部门", "二级调研员", 5),
        ("县", "政府部门", "科员", 1),
        ("", "企业", "董事长", None),
    ],
)
def test_grades(level: str, kind: str, title: str, step: int | None) -> None:
    assert grade(level, kind, title) == step


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2020年4月9日", "2020-04-09"),
        ("二○○五年四月二日", "2005-04-02"),
        ("二〇一一年十二月三十一日", "2011-12-31"),
        ("2020-04-09", "2020-04-09"),
        ("2020年2月31日", None),
        ("没有日期", None),
    ],
)
def test_dates(printed: str, iso: str | None) -> None:
    assert iso_date(printed) == iso


@pytest.mark.parametrize(("word", "number"), [("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("二〇二〇", 2020)])
def test_numbers(word: str, number: int) -> None:
    assert chinese_number(word) == number
