"""What numbers, titles and names look like in print: shapes that several stages know, and that know of no stage."""

from __future__ import annotations

import re

from kg.lexicon import is_body, place_prefix

__all__ = [
    "ABOUT",
    "CONTENTS",
    "KIND",
    "NUMBER",
    "SECTION",
    "document_kind",
    "fold",
    "is_gazette",
    "is_paper",
    "issuer_of_title",
]

NUMBER = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{1,16}[〔\[（(【﹝［]?(?:[1１][9９]|[2２][0０])\d\d[〕\]）)】﹞］]?第?\d{1,5}号|[〔（(\[]?[一二三四五六七八九十]{1,3}届[〕）)\]]?第\d{1,4}号|第\d{1,4}号)"
)
"""A document number without blanks: 三政办文〔2020〕3号, 国令第722号."""

KIND = re.compile(
    r"(?P<kind>通知|意见|决定|决议|报告|公告|公示|通告|通报|批复|复函|函|请示|命令|令|议案|纪要|办法|规定|细则|条例"
    r"|方案|规划|纲要|计划|要点|措施|预案|名单|章程|规则|制度|清单|标准|公报|政策|分解表|分工表|任免[^，。；：]{0,16}人员|人事任免)(?:[（(〔].{1,12}[）)〕])*\Z"
)
ABOUT = re.compile(r"关于|授予|转发|印发|批转|发布|公布|任免|任[前职].{0,10}公示")
PAPER = re.compile(rf"{KIND.pattern}|{ABOUT.pattern}")
JOINT = re.compile(r"(?:中共)?(?P<place>[\u4e00-\u9fff]{2,12}?[省市县区州盟旗])")
CONTENTS = re.compile(r"目[录次]|本期目[录次]")
SECTION = re.compile(
    r"【(?P<name>.{2,20})】|(?P<mark>[·•◆◇■□●○★☆▲])(?P<marked>[^·•◆◇■□●○★☆▲]{2,20})(?P=mark)"
    r"|(?P<bare>[省市县区州]政府令|.{0,12}(?:文件|人事(?:任免|信息|工作)|任免事项|统计(?:资料|数据|信息)|大事记|规章|法规|政务要闻|重要讲话))"
)
"""The name of a section: between marks, or one of those that sections bear."""
BRACKETS = str.maketrans("()〔〕[]［］", "（）（）（）（）")


def fold(flat: str) -> str:
    """Brackets in one shape, for the comparison of titles."""
    return flat.translate(BRACKETS)


def is_gazette(flat: str) -> bool:
    """Whether a line is the name of a gazette."""
    return 3 < len(flat) < 24 and flat.endswith(("公报", "政报")) and "《" not in flat


def is_paper(title: str) -> bool:
    """Whether a title of the contents is a document's, by its kind or what it is about."""
    return PAPER.search(title) is not None


def document_kind(title: str) -> str | None:
    """The kind of document (通知, 报告) that a title ends with."""
    match = KIND.search(title)
    return match["kind"] if match else None


def issuer_of_title(title: str) -> str | None:
    """The body that a title names before 关于 or 转发, None when it names none."""
    match = ABOUT.search(title) or re.search("任免|任命|令\\Z|公告\\Z|通告\\Z", title)
    issuer = title[: match.start()].removesuffix("决定") if match else ""
    return "、".join(joint(issuer)) if is_body(issuer) and len(issuer) > 2 else None


def joint(issuer: str) -> list[str]:
    """The issuers of a joint title, which begin with one place each (临河市教育局临河市财政局)."""
    place = JOINT.match(issuer)
    if not place or not place_prefix(place["place"]):
        return [issuer]
    cut = issuer.find(place["place"], place.end() + 1)
    cut -= 2 if issuer[:cut].endswith("中共") else 0
    if cut < 0 or not is_body(issuer[:cut]):
        return [issuer]
    return [issuer[:cut], *joint(issuer[cut:])]
