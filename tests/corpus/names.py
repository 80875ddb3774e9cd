"""Names as they are spread among officials: few surnames for most, some given names for very many."""

from __future__ import annotations

from random import Random

__all__ = ["draw_name"]

SURNAMES = """
王 710 李 700 张 670 刘 510 陈 460 杨 320 黄 250 赵 230 吴 210 周 200 徐 170 孙 160 马 150 朱 150 胡 140 郭 140 何 140
高 130 林 130 罗 120 郑 120 梁 110 谢 100 宋 100 唐 90 许 85 韩 85 冯 80 邓 80 曹 75 彭 75 曾 72 肖 70 田 65 董 65
袁 60 潘 60 于 60 蒋 60 蔡 58 余 58 杜 55 叶 55 程 54 苏 52 魏 52 吕 50 丁 48 任 46 沈 46 姚 44 卢 44 姜 42 崔 40
钟 40 谭 38 陆 38 汪 36 范 36 金 35 石 34 廖 34 贾 32 夏 31 韦 30 付 30 方 29 白 28 邹 28 孟 27 熊 27 秦 26 邱 25
江 25 尹 24 薛 24 闫 23 段 22 雷 22 侯 21 龙 20 史 20 陶 19 黎 19 贺 18 顾 18 毛 17 郝 17 龚 16 邵 16 万 16 钱 15
覃 14 武 14 戴 14 孔 13 汤 13 庞 10 樊 10 兰 10 殷 10 施 10 洪 9 翟 9 安 9 倪 8 严 8 牛 8 温 8 芦 7 季 7 俞 7 章 7
欧阳 5 上官 1 司马 1 诸葛 1
"""
"""With how often they occur, in units of about one in ten thousand."""

COMMON = {
    False: "伟 30 强 22 军 20 勇 18 涛 16 磊 14 斌 14 波 14 杰 12 超 12 刚 12 辉 12 鹏 10 建国 10 建军 10 志强 10 "
    "平 9 明 9 俊 9 峰 9 洋 9 建华 8 国强 7 海涛 6 建平 6 志刚 6 晓东 6 文斌 5 永强 5 健 8 林 6 飞 6 浩 4 宁 4",
    True: "丽 30 敏 26 静 24 艳 18 娟 16 燕 14 霞 14 玲 14 芳 14 红 12 萍 12 洋 8 丽华 8 秀英 8 晓燕 7 海燕 7 桂英 6 "
    "秀兰 6 丽娟 6 红梅 6 慧 8 洁 8 颖 8 莉 8 琳 7 雪梅 4 春梅 4 玉兰 4",
}
"""Given names of men and women (True) that half of a generation bears."""

FIRST = {
    False: "建国志文永海晓明德俊金玉春宏立新振树家世光学庆福卫红东少正广天大小云成继克兴景",
    True: "丽秀晓玉红春雪海桂淑文艳爱慧美素亚小云金瑞凤",
}
SECOND = {
    False: "军华平强明辉林峰民伟国涛斌生龙忠义良勇超文山东波安祥杰福江海荣春刚才亮清武旺宇",
    True: "华英萍红梅芳娟霞玲燕敏丽珍云兰琴洁莉静平君",
}


def weighted(table: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Words and their weights."""
    cells = table.split()
    return tuple(cells[::2]), tuple(int(cell) for cell in cells[1::2])


SURNAME = weighted(SURNAMES)
GIVEN = {woman: weighted(table) for woman, table in COMMON.items()}


def draw_name(random: Random, *, woman: bool) -> str:
    """A name at random: a common given name in half of the cases, else one put together of two characters."""
    surname = random.choices(*SURNAME)[0]
    if random.random() < 0.5:
        return surname + random.choices(*GIVEN[woman])[0]
    return surname + random.choice(FIRST[woman]) + random.choice(SECOND[woman])
