"""What the command line says, in Chinese and in English."""

from __future__ import annotations

import os

__all__ = ["COLUMNS", "heading", "language", "say"]

WORDS = {
    "sources": ("来源", "sources"),
    "refused": ("未读文件", "not read"),
    "documents": ("文件", "documents"),
    "persons": ("人物", "persons"),
    "bodies": ("机构", "bodies"),
    "groups": ("小组与指挥部", "groups"),
    "programs": ("方案", "programs"),
    "tasks": ("任务", "tasks"),
    "memberships": ("任职", "memberships"),
    "assignments": ("职责", "assignments"),
    "doubts": ("存疑", "doubts"),
    "regions_read": ("名单与职责的读取率", "regions read"),
    "stopped": ("不合名称的字样", "odd names stopped"),
    "seconds": ("秒", "seconds"),
    "page": ("页面", "page"),
    "folder": ("文件夹", "folder"),
    "reading": ("读取", "reading"),
    "not_read": ("未读", "not read"),
    "no_notice": ("未读到任何公文", "no notice was found in it"),
    "stale": ("此更正已不适用", "this correction no longer applies"),
    "no_such_name": ("图谱中没有这个名称", "no such name in the graph"),
    "same": ("同一", "same"),
    "different": ("不同", "different"),
    "unsure": ("存疑", "unsure"),
    "change": ("职务变动", "post change"),
    "succession": ("接任", "succession"),
    "judge": ("同一人吗？s 同一 · d 不同 · u 不确定 · q 结束", "one person? s same · d different · u unsure · q quit"),
    "decided": ("已记录", "decided"),
    "error": ("错误", "error"),
    "bug": ("程序出错，请报告", "this is a bug of ours, please report it"),
    "warning": ("注意", "warning"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "rows": ("行", "rows"),
    "source": ("出处", "source"),
    "violations": ("违反", "violations"),
    "warnings": ("注意", "warnings"),
    "violation": ("违反", "violation"),
    "doubt": ("存疑", "in doubt"),
    "conforms": (
        "图谱符合全部形状，引文与原文一致",
        "the graph conforms to every shape, and every quote is what stands there",
    ),
    "serving": ("服务地址", "serving"),
    "opened": ("已打开", "opened"),
    "tasks_together": ("共同承担的任务", "tasks together"),
    "combinations": ("组合", "combinations"),
    "not_connected": ("两者之间没有联系", "the two are not connected"),
    "no_change": ("两个图谱相同", "the two graphs have the same"),
    "no_font": (
        "没有找到中文字体，图中汉字无法显示；可安装 fonts-noto-cjk",
        "no Chinese font was found, names will be boxes: install one, such as fonts-noto-cjk",
    ),
    "several": ("这里有几个图谱", "several graphs here"),
    "name_one": ("请指明其中一个", "name one of them"),
    "graph": ("图谱", "graph"),
    "changed": (
        "读取期间图谱被重新生成，结果可能新旧混杂",
        "was built anew while it was read, so that old and new may be mixed in the answer",
    ),
    "run_again": ("请再运行一次", "run the command again"),
    "no_graph": ("没有图谱，先运行 kg build", "no graph here: run kg build first"),
}

COLUMNS = {
    "action": "任免",
    "after": "之后",
    "appoint": "任命",
    "appointments": "任免",
    "before": "之前",
    "bodies": "共同机构",
    "body": "机构",
    "bodyName": "机构",
    "change": "变化",
    "cites": "引用",
    "covered": "事实或存疑",
    "date": "日期",
    "deadline": "期限",
    "detail": "角色",
    "document": "文件",
    "duty": "职责",
    "establishes": "设立",
    "establishments": "设立依据",
    "from": "此前日期",
    "goals": "目标",
    "groups": "机构数",
    "holders": "职务与担任者",
    "hostName": "设在",
    "hosted by": "设在",
    "hosted-offices": "所设办公室",
    "issued by": "发文机关",
    "issued": "所发文件",
    "join": "加入",
    "kind": "类别",
    "lead": "牵头",
    "leave": "退出",
    "line": "行",
    "members": "成员",
    "name": "名称",
    "never-lead": "从不牵头",
    "number": "数目",
    "opened": "区域字数",
    "ofName": "所属机构",
    "office of": "所属",
    "officeName": "办公室",
    "offices": "办事机构",
    "other": "另一方",
    "part of": "属于",
    "set out in": "载于",
    "participant": "参与",
    "partner": "另一方",
    "person": "人物",
    "post": "职务",
    "post-changes": "职务变动",
    "posts": "职务",
    "program": "方案",
    "quote": "原文",
    "read": "读取率",
    "relation": "关系",
    "remove": "免去",
    "responsible": "负责",
    "retire": "退休",
    "role": "角色",
    "roster-revisions": "名单调整",
    "seat": "席位",
    "seats": "任职",
    "shared": "共同承担任务的机构",
    "sign": "增减",
    "since": "此前日期",
    "source": "出处",
    "successions": "接任",
    "successorName": "继任者",
    "task": "任务",
    "tasks": "任务",
    "title": "标题",
    "to": "此后日期",
    "together": "同在一个机构的人",
    "total": "合计",
}
"""Chinese words for columns, sections, kinds and relations, whose English ones are their names."""


def language() -> str:
    """zh or en: KG_LANG, else the locale, else English."""
    for name in ("KG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(word: str) -> str:
    """The word in the language of the terminal."""
    return WORDS[word][0 if language() == "zh" else 1]


def heading(name: str) -> str:
    """The name of a column or section in the language of the terminal, as it is where we have no word."""
    return COLUMNS.get(name, name) if language() == "zh" else name
