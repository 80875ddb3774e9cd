"""What the command line says, in Chinese and in English."""

from __future__ import annotations

import os

__all__ = ["language", "say"]

WORDS = {
    "documents": ("文件", "documents"),
    "persons": ("人物", "persons"),
    "bodies": ("机构", "bodies"),
    "groups": ("小组与指挥部", "groups"),
    "programs": ("方案", "programs"),
    "tasks": ("任务", "tasks"),
    "memberships": ("任职", "memberships"),
    "assignments": ("职责", "assignments"),
    "doubts": ("存疑", "doubts"),
    "seconds": ("秒", "seconds"),
    "page": ("页面", "page"),
    "folder": ("文件夹", "folder"),
    "reading": ("读取", "reading"),
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
    "no_graph": ("没有图谱，先运行 kg build", "no graph here: run kg build first"),
}


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
