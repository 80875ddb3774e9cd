"""Notices that hand out tasks to bodies, most of them with their prefix left out."""

from __future__ import annotations

from tests.corpus.departments import GOVERNMENT, Department, departments
from tests.corpus.places import PLACES
from tests.corpus.printing import Printer
from tests.corpus.setting import Paper

__all__ = ["plan"]

SUBJECTS = ("国土绿化", "养老服务", "食品安全", "河湖治理", "营商环境优化", "职业教育改革", "大气污染防治", "消防安全")
TASKS = (
    "加强宣传引导。利用多种形式开展宣传，提高群众知晓率。",
    "完善基础设施。加快道路和管网改造，补齐短板。",
    "规范市场秩序。开展专项整治，依法查处违法行为。",
    "推进信息共享。建立统一平台，实现数据互联互通。",
    "健全应急机制。修订预案，每年组织演练。",
    "扩大优质供给。支持建设一批示范项目。",
    "加强人才培养。每年开展培训，提高业务能力。",
    "优化办事流程。压缩办理时限，减少申报材料。",
)


def plan(printer: Printer) -> Paper:
    """A plan with some tasks."""
    random, place = printer.random, printer.viewer
    subject = place.called(printer.date) + random.choice(SUBJECTS)
    tasks = random.sample(TASKS, random.randrange(4, 8))
    annex = [f"{subject}实施方案", "", "　　一、总体要求", "　　坚持统筹规划、突出重点、分步实施。", "　　二、重点任务"]
    annex += [f"　　{number}.{task}{clause(printer)}" for number, task in enumerate(tasks, start=1)]
    opening = f"　　现将《{subject}实施方案》印发给你们，请结合实际，认真贯彻执行。"
    return Paper(f"关于印发{subject}实施方案的通知", (opening,), tuple(annex))


def clause(printer: Printer) -> str:
    """A clause of responsibility in one of the usual wordings."""
    random = printer.random
    standing = departments(printer.viewer, printer.date)
    lead, *others = random.sample(standing, random.randrange(3, 7))
    first = listed(printer, [lead])
    rest = listed(printer, others) + counties(printer)
    wording = random.choice(("（{}牵头，{}按职责分工负责）", "（牵头单位：{}；配合单位：{}）", "（责任单位：{}、{}）"))
    return wording.format(first, rest)


def listed(printer: Printer, those: list[Department]) -> str:
    """Bodies with the level word before the first, and left out of some behind it."""
    word = printer.level(printer.viewer)
    printed, prefixed = [], False
    for one in those:
        form = printer.body(printer.viewer.code, one.name, level=not one.elides, brief=not one.elides)
        drops = one.elides and prefixed and len(word) == 1 and "国家" not in form and printer.random.random() < 0.7
        printed.append(form.removeprefix(word) if drops else form)
        prefixed = prefixed or one.elides
    return "、".join(printed)


def counties(printer: Printer) -> str:
    """Governments below at the end of a list: all of them, which are no body, or one or two by name."""
    random, place = printer.random, printer.viewer
    below = [other for other in PLACES.values() if other.code != place.code and other.code.startswith(place.code)]
    if place.rank != "市" or random.random() < 0.4:
        return ""
    if random.random() < 0.5:
        return "，各县（市、区）政府"
    named = [printer.body(other.code, GOVERNMENT) for other in random.sample(below, random.randrange(1, 3))]
    return f"，{'、'.join(named)}"
