"""The departments of each level and era: how they are printed, who heads them, what the reforms made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.corpus.places import Place

__all__ = ["CENTRAL", "COMMITTEE", "DEPARTMENTS", "GOVERNMENT", "REFORMS", "SUCCESSORS", "Department", "departments"]

GOVERNMENT, COMMITTEE = "政府", "党委"
"""Units of every place that are no departments."""

LOCAL = """
发展改革委 发改委 发展和改革委员会 主任 市县
教育局 教育局 教育局 局长 市县
科技局 科技局 科学技术局 局长 市县
工业和信息化局 工信局 工业和信息化局 局长 市县
公安局 公安局 公安局 局长 市县
民政局 民政局 民政局 局长 市县
司法局 司法局 司法局 局长 市县
财政局 财政局 财政局 局长 市县
人力资源社会保障局 人社局 人力资源和社会保障局 局长 市县
国土资源局 国土局 国土资源局 局长 市县 <2018 自然资源局
自然资源局 自然资源局 自然资源局 局长 市县 >2018
林业局 林业局 林业局 局长 市
环保局 环保局 环境保护局 局长 市县 <2018 生态环境局
生态环境局 生态环境局 生态环境局 局长 市县 >2018
住房城乡建设局 住建局 住房和城乡建设局 局长 市县
城市管理局 城管局 城市管理局 局长 市县
交通运输局 交通局 交通运输局 局长 市县
水利局 水利局 水利局 局长 市县
农业局 农业局 农业局 局长 市县 <2018 农业农村局
农业农村局 农业农村局 农业农村局 局长 市县 >2018
商务局 商务局 商务局 局长 市县
文广新局 文广新局 文化广电新闻出版局 局长 市县 <2018 文化广电旅游局
旅游局 旅游局 旅游局 局长 市 <2018 文化广电旅游局
文化广电旅游局 文广旅局 文化广电和旅游局 局长 市县 >2018
卫生局 卫生局 卫生局 局长 市县 <2014 卫生计生委
人口计生委 计生委 人口和计划生育委员会 主任 市县 <2014 卫生计生委
卫生计生委 卫计委 卫生和计划生育委员会 主任 市县 2014-2018 卫生健康委
卫生健康委 卫健委 卫生健康委员会 主任 市县 >2018
审计局 审计局 审计局 局长 市县
统计局 统计局 统计局 局长 市县
安监局 安监局 安全生产监督管理局 局长 市县 <2018 应急管理局
应急管理局 应急局 应急管理局 局长 市县 >2018
工商局 工商局 工商行政管理局 局长 市县 <2018 市场监管局
质监局 质监局 质量技术监督局 局长 市 <2018 市场监管局
食药监局 食药监局 食品药品监督管理局 局长 市县 <2018 市场监管局
市场监管局 市场监管局 市场监督管理局 局长 市县 >2018
国税局 国税局 国家税务局 局长 市县 <tax 税务局
地税局 地税局 地方税务局 局长 市县 <tax 税务局
税务局 税务局 税务局 局长 市县 >tax
退役军人局 退役军人局 退役军人事务局 局长 市县 >2018
医保局 医保局 医疗保障局 局长 市县 >2018
体育局 体育局 体育局 局长 市
扶贫办 扶贫办 扶贫开发办公室 主任 市县
信访局 信访局 信访局 局长 市县
粮食局 粮食局 粮食局 局长 市 <2018 粮食和储备局
粮食和储备局 粮食和储备局 粮食和物资储备局 局长 市 >2018
国资委 国资委 国有资产监督管理委员会 主任 市
气象局 气象局 气象局 局长 市县
残联 残联 残疾人联合会 理事长 市
妇联 妇联 妇女联合会 主席 市县
总工会 总工会 总工会 主席 市
科协 科协 科学技术协会 主席 市
团委 团{L}委 共青团{P}委员会 书记 市县
委宣传部 {L}委宣传部 中共{P}委宣传部 部长 省市县
委组织部 {L}委组织部 中共{P}委组织部 部长 省市县
委统战部 {L}委统战部 中共{P}委统战部 部长 省市
委政法委 {L}委政法委 中共{P}委政法委 书记 市县
人行 人行{P}中心支行 人行{P}中心支行 行长 市
"""
"""Usual name, short form, full name, head's title, levels, era, successor; a form with no brace takes 市 or X市."""

PROVINCIAL = """
发展改革委 发改委 发展和改革委员会 主任
教育厅 教育厅 教育厅 厅长
科技厅 科技厅 科学技术厅 厅长
工业和信息化厅 工信厅 工业和信息化厅 厅长
公安厅 公安厅 公安厅 厅长
民政厅 民政厅 民政厅 厅长
司法厅 司法厅 司法厅 厅长
财政厅 财政厅 财政厅 厅长
人力资源社会保障厅 人社厅 人力资源和社会保障厅 厅长
国土资源厅 国土厅 国土资源厅 厅长 <2018 自然资源厅
自然资源厅 自然资源厅 自然资源厅 厅长 >2018
环保厅 环保厅 环境保护厅 厅长 <2018 生态环境厅
生态环境厅 生态环境厅 生态环境厅 厅长 >2018
住房城乡建设厅 住建厅 住房和城乡建设厅 厅长
交通运输厅 交通厅 交通运输厅 厅长
水利厅 水利厅 水利厅 厅长
农业厅 农业厅 农业厅 厅长 <2018 农业农村厅
农业农村厅 农业农村厅 农业农村厅 厅长 >2018
商务厅 商务厅 商务厅 厅长
文化厅 文化厅 文化厅 厅长 <2018 文化和旅游厅
旅游局 旅游局 旅游局 局长 <2018 文化和旅游厅
文化和旅游厅 文化和旅游厅 文化和旅游厅 厅长 >2018
卫生厅 卫生厅 卫生厅 厅长 <2014 卫生计生委
卫生计生委 卫计委 卫生和计划生育委员会 主任 2014-2018 卫生健康委
卫生健康委 卫健委 卫生健康委员会 主任 >2018
审计厅 审计厅 审计厅 厅长
统计局 统计局 统计局 局长
安监局 安监局 安全生产监督管理局 局长 <2018 应急管理厅
应急管理厅 应急厅 应急管理厅 厅长 >2018
工商局 工商局 工商行政管理局 局长 <2018 市场监管局
质监局 质监局 质量技术监督局 局长 <2018 市场监管局
食药监局 食药监局 食品药品监督管理局 局长 <2018 市场监管局
市场监管局 市场监管局 市场监督管理局 局长 >2018
退役军人厅 退役军人厅 退役军人事务厅 厅长 >2018
医保局 医保局 医疗保障局 局长 >2018
国资委 国资委 国有资产监督管理委员会 主任
气象局 气象局 气象局 局长
"""
"""The same for provinces, without levels."""

REFORMS = {
    "2014": {"省": "2014-01", "市": "2014-09", "县": "2014-11"},
    "2018": {"省": "2018-11", "市": "2019-01", "县": "2019-03"},
    "tax": {"省": "2018-06", "市": "2018-07", "县": "2018-07"},
}
"""When a reform reaches each level."""

CENTRAL = (
    *("发展改革委", "教育局", "工业和信息化局", "民政局", "财政局", "人力资源社会保障局", "住房城乡建设局"),
    *("交通运输局", "水利局", "农业局", "农业农村局", "国土资源局", "自然资源局", "环保局", "生态环境局"),
    *("卫生计生委", "卫生健康委"),
)
"""Departments that are on nearly every group."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a level: forms of its name, the title of its head, the reforms that began and ended it."""

    name: str
    short: str
    full: str
    title: str
    since: str = ""
    until: str = ""

    @property
    def forms(self) -> tuple[str, str, str]:
        """Short, usual and full name, each with its blank for the place."""
        usual = self.short if "{" in self.short else self.name
        short, middle = (form if "{" in form else "{L}" + form for form in (self.short, usual))
        return short, middle, self.full if "{" in self.full else "{P}" + self.full

    @property
    def elides(self) -> bool:
        """Whether lists may leave its level word out."""
        return "{" not in self.short

    def stands(self, rank: str, date: str) -> bool:
        """Whether it exists at a level on a date."""
        began = REFORMS[self.since][rank] if self.since else ""
        ended = REFORMS[self.until][rank] if self.until else "9999"
        return began <= date[:7] < ended


def parse(rank: str) -> Iterator[tuple[Department, str]]:
    """The departments of a level, each with its successor."""
    lines = LOCAL.strip().splitlines()
    if rank == "省":
        lines = [
            f"{' '.join(line.split()[:4])} 省 {' '.join(line.split()[4:])}" for line in PROVINCIAL.split("\n") if line
        ]
        lines += [line for line in LOCAL.strip().splitlines() if "省" in line.split()[4]]
    for line in lines:
        name, short, full, title, levels, *rest = line.split()
        era, successor = (*rest, "", "")[:2]
        since = era.lstrip(">") if era.startswith(">") else era.partition("-")[0] if "-" in era else ""
        until = era.lstrip("<") if era.startswith("<") else era.partition("-")[2]
        if rank in levels:
            yield Department(name, short, full, title, since, until), successor


DEPARTMENTS = {rank: {one.name: one for one, _ in parse(rank)} for rank in "省市县"}
"""By level and usual name."""
SUCCESSORS = {rank: {one.name: successor for one, successor in parse(rank) if successor} for rank in "省市县"}
"""Which department a reform made of which, by level."""


def departments(place: Place, date: str) -> list[Department]:
    """The departments of a place on a date."""
    return [one for one in DEPARTMENTS[place.rank].values() if one.stands(place.rank, date)]
