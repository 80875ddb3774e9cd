"""Real divisions of China: five provinces, thirty cities, some of their counties; nothing else here is real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["CITIES", "PLACES", "PROVINCES", "Place"]

TABLE = """
河南省 41 豫
三门峡市 4112 三: 湖滨区 411202, 陕州区 411203 陕县 2016-01, 渑池县 411221, 卢氏县 411224, 灵宝市 411282
洛阳市 4103 洛: 涧西区 410305, 偃师区 410307 偃师市 2021-03, 孟津区 410308 孟津县 2021-03, 栾川县 410324
开封市 4102 汴: 鼓楼区 410204, 祥符区 410212 开封县 2014-10, 杞县 410221, 兰考县 410225
许昌市 4110 许: 魏都区 411002, 建安区 411003 许昌县 2017-02, 鄢陵县 411024, 禹州市 411081
周口市 4116 周: 川汇区 411602, 淮阳区 411603 淮阳县 2019-12, 太康县 411627, 项城市 411681
新乡市 4107 新: 红旗区 410702, 新乡县 410721, 辉县市 410782, 长垣市 410783 长垣县 2019-09
山东省 37 鲁
济宁市 3708 济: 任城区 370811, 兖州区 370812 兖州市 2013-11, 微山县 370826, 汶上县 370830, 曲阜市 370881
德州市 3714 德: 德城区 371402, 陵城区 371403 陵县 2014-10, 齐河县 371425, 乐陵市 371481
菏泽市 3717 菏: 牡丹区 371702, 定陶区 371703 定陶县 2016-04, 曹县 371721, 郓城县 371725
滨州市 3716 滨: 滨城区 371602, 沾化区 371603 沾化县 2014-10, 博兴县 371625, 邹平市 371681 邹平县 2018-08
聊城市 3715 聊: 东昌府区 371502, 茌平区 371503 茌平县 2019-09, 阳谷县 371521, 临清市 371581
威海市 3710 威: 环翠区 371002, 文登区 371003 文登市 2014-03, 荣成市 371082
浙江省 33 浙
绍兴市 3306 绍: 越城区 330602, 柯桥区 330603 绍兴县 2013-11, 上虞区 330604 上虞市 2013-11, 新昌县 330624, 诸暨市 330681
温州市 3303 温: 鹿城区 330302, 洞头区 330305 洞头县 2015-09, 永嘉县 330324, 苍南县 330327, 瑞安市 330381
台州市 3310 台: 椒江区 331002, 天台县 331023, 临海市 331082, 玉环市 331083 玉环县 2017-05
嘉兴市 3304 嘉: 南湖区 330402, 嘉善县 330421, 海宁市 330481, 桐乡市 330483
湖州市 3305 湖: 吴兴区 330502, 南浔区 330503, 德清县 330521, 安吉县 330523
金华市 3307 金: 婺城区 330702, 武义县 330723, 义乌市 330782, 东阳市 330783
四川省 51 川
绵阳市 5107 绵: 涪城区 510703, 安州区 510705 安县 2016-05, 三台县 510722, 江油市 510781
达州市 5117 达: 通川区 511702, 达川区 511703 达县 2013-07, 宣汉县 511722, 渠县 511725, 万源市 511781
眉山市 5114 眉: 东坡区 511402, 彭山区 511403 彭山县 2014-12, 仁寿县 511421, 洪雅县 511423
宜宾市 5115 宜: 翠屏区 511502, 叙州区 511504 宜宾县 2018-10, 江安县 511523, 高县 511525
德阳市 5106 德: 旌阳区 510603, 罗江区 510604 罗江县 2017-10, 中江县 510623, 什邡市 510682
内江市 5110 内: 市中区 511002, 东兴区 511011, 威远县 511024, 隆昌市 511083 隆昌县 2017-05
江西省 36 赣
赣州市 3607 赣市: 章贡区 360702, 南康区 360703 南康市 2014-03, 赣县区 360704 赣县 2016-12, 龙南市 360783 龙南县 2020-07
抚州市 3610 抚: 临川区 361002, 东乡区 361003 东乡县 2017-02, 南城县 361021, 南丰县 361023
上饶市 3611 饶: 信州区 361102, 广丰区 361103 广丰县 2015-04, 广信区 361104 上饶县 2019-10, 德兴市 361181
九江市 3604 九: 濂溪区 360402 庐山区 2016-05, 柴桑区 360404 九江县 2017-10, 庐山市 360483 星子县 2016-05, 瑞昌市 360481
宜春市 3609 宜: 袁州区 360902, 万载县 360922, 丰城市 360981, 高安市 360983
吉安市 3608 吉: 吉州区 360802, 吉安县 360821, 泰和县 360826, 井冈山市 360881
"""
"""Name, code, first character of document numbers; of counties the former name and when it changed.

Months are those of the change in practice, to a few weeks; nothing hangs on the day.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A division: a province, city or county, with the name it had before the month `renamed`."""

    code: str
    name: str
    short: str
    former: str = ""
    renamed: str = ""

    def called(self, date: str) -> str:
        """The name on a date: a county that becomes a district is the same place, its government the same body."""
        return self.former if date < self.renamed else self.name

    def level(self, date: str) -> str:
        """The word before its departments: 省, 市, 县 or 区."""
        return self.called(date)[-1]

    @property
    def rank(self) -> str:
        """What it is, whatever it is called: 省, 市 or 县."""
        return {2: "省", 4: "市"}.get(len(self.code), "县")

    @property
    def city(self) -> str:
        """The code of the city that it is or belongs to; a province is by itself."""
        return self.code[:4]


def read(table: str) -> Iterator[Place]:
    """The places of the table."""
    for line in table.strip().splitlines():
        head, _, below = line.partition(": ")
        name, code, short = head.split()
        yield Place(code, name, short)
        for entry in below.split(", ") if below else ():
            county, number, *former = entry.split()
            yield Place(number, county, county[0], *former)


PLACES = {place.code: place for place in read(TABLE)}
"""Places by code, each province before its cities, each city before its counties."""
PROVINCES = tuple(code for code in PLACES if len(code) == 2)
CITIES = tuple(code for code in PLACES if len(code) == 4)
