"""Made-up tables: no person, place or number in here is real; departments and titles are the usual ones."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BODIES",
    "DEPARTMENTS",
    "NAMES",
    "PERSONS",
    "PLACES",
    "PROVINCIAL",
    "SUBJECTS",
    "TASKS",
    "UNTITLED",
    "Form",
    "Place",
]


def words(table: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(table.split())


PERSONS = words(
    """
    王建国 李秀英 张伟 刘洋 陈静 杨帆 赵磊 黄丽华 周涛 吴敏 徐志强 孙晓梅 胡斌 朱红军 林海燕 何俊 郭子明 马超群 罗刚
    梁思成 宋佳 郑文博 谢婷 韩冰 唐玉兰 冯德全 于波 董永胜 萧然 程远 曹雪松 袁野 邓小燕 傅国栋 沈清 曾庆余 彭湃 吕方
    卢照 蔡明亮 贾平川 丁宁 薛梅 叶知秋 阎立 余笑天 戴维民 姜维平
    """
)
"""Names of two and three characters with common surnames."""

NAMES = {
    "compound": words("欧阳雪 司马长河 上官云雁 诸葛青 呼延向阳 皇甫松 令狐远 东方红旗 尉迟敬民 夏侯杰"),
    "minority": words("洛桑旺堆 乌云其木格 才仁加甫 扎西次仁 朴正浩 次仁卓玛 巴特尔 公保扎西 阿木古楞 格桑"),
    "point": words("艾尼瓦尔·吐尔逊 古丽娜尔·阿布都热合曼 买买提·艾力 阿依夏木·卡德尔 努尔兰·哈依拉提 伊力哈木·沙比尔"),
    "words": words("水陆 高山 方圆 江河 金钱 牛奶 成功 任重 钟声 田野 高飞 许诺 苏醒 严如玉 潘多 汪洋 夏雨 杜鹃"),
    "为": words("蒋大为 许有为 何为"),
}
"""Other names: compound surnames, minorities with and without a point, common words, names that end in 为."""


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction: `level` is the word before its departments, `office` who issues, `below` whom it writes to."""

    name: str
    level: str
    short: str
    office: str
    below: str
    generic: str


PLACES = (
    Place("临泽河市", "市", "临", "办公室", "各县（市、区）人民政府", "各县（市、区）政府"),
    Place("云湖市", "市", "云", "办公室", "各区县人民政府", "各区县政府"),
    Place("岭东省", "省", "岭", "办公厅", "各市、县人民政府", "各市（州）政府"),
    Place("青溪县", "县", "青", "办公室", "各乡镇人民政府", "各乡（镇）政府"),
    Place("东柳区", "区", "东柳", "办公室", "各街道办事处", "各街道办事处"),
    Place("云泽自治州", "州", "泽", "办公室", "各县（市）人民政府", "各县（市）政府"),
)

DEPARTMENTS = words(
    """
    发展改革委 教育局 科技局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源社会保障局 自然资源局 生态环境局
    住房城乡建设局 城市管理局 交通运输局 水利局 农业农村局 林业局 商务局 文化广电旅游局 卫生健康委
    退役军人事务局 应急管理局 审计局 市场监管局 体育局 统计局 医保局 信访局 粮食和储备局 金融局 人防办 国资委
    扶贫办 机关事务局 政务服务局 大数据局 气象局 残联 妇联 总工会 科协
    """
)
"""Bodies of a government below the level word."""

PROVINCIAL = words(
    """
    教育局 科技局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源社会保障局 自然资源局 生态环境局 交通运输局 水利局
    农业农村局 商务局 应急管理局 审计局
    """
)
"""Those that are 厅 in a province."""

SUBJECTS = words(
    """
    防汛抗旱 脱贫攻坚普查 国土绿化 养老服务 消防安全 人口普查 食品安全 河湖治理 营商环境优化 智慧城市建设
    耕地保护 职业教育改革
    """
)
"""What a body is set up for."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of body: how its name ends, the short name of it, its labels from the first to the last."""

    ends: str
    short: str
    roles: tuple[str, str, str]


BODIES = (
    Form("工作领导小组", "领导小组", ("组长", "副组长", "成员")),
    Form("领导小组", "领导小组", ("第一组长", "常务副组长", "成员")),
    Form("指挥部", "指挥部", ("指挥长", "副指挥长", "成员")),
    Form("指挥部", "指挥部", ("总指挥", "副总指挥", "成员")),
    Form("委员会", "委员会", ("主任", "副主任", "委员")),
    Form("委员会", "委员会", ("主任委员", "副主任委员", "委员")),
    Form("联席会议", "联席会议", ("召集人", "副召集人", "成员")),
    Form("工作专班", "专班", ("组长", "副组长", "成员")),
)

TASKS = (
    ("实施控烟行动", "加强控烟宣传，推进公共场所全面禁烟。"),
    ("完善基础设施", "加快道路和管网改造，补齐短板。"),
    ("加大奖励力度", "对新建项目按照投资额给予奖励。"),
    ("规范市场秩序", "开展专项整治，依法查处违法行为。"),
    ("推进信息共享", "建立统一平台，实现数据互联互通。"),
    ("健全应急机制", "修订预案，每年组织演练。"),
    ("扩大优质供给", "支持建设一批示范项目。"),
    ("加强人才培养", "每年开展培训，提高业务能力。"),
    ("优化办事流程", "压缩办理时限，减少申报材料。"),
    ("保护传统村落", "开展普查，建立保护名录。"),
)
"""Titles of tasks with what is said of them."""

UNTITLED = (
    ("对新引进的先进制造业项目", "给予一次性资金补助。"),
    ("对首次达到规模标准的企业", "给予奖励10万元。"),
    ("对符合条件的农村低收入家庭", "优先给予危房改造补贴。"),
    ("对获得省级质量奖的单位", "给予奖励25万元。"),
)
"""First clauses of items that have no title, with what follows behind the comma."""
