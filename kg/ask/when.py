"""Days and periods of a question: 2020年2月1日到4月15日, February 2020, 上半年."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

__all__ = ["Period", "period", "years"]

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = re.compile(
    rf"(?P<iso>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})(?:[-/.](?P<iso_day>\d{{1,2}}))?"
    r"|(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})[日号]|(?P<third>[上中下]旬))?"
    r"|(?:(?P<only>\d{4})年)(?P<part>上半年|下半年|第?[一二三四]季度)?|(?P<alone>上半年|下半年|第?[一二三四]季度)"
    rf"|(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<name>{NAMED})\.?"
    r" ?(?P<behind>\d{1,2}(?:st|nd|rd|th)?(?!\d))?,? ?(?P<whole>\d{4})?"
    r"|\b(?:in|of|during) (?P<plain>\d{4})\b"
)
PARTS = {"上半年": (1, 6), "下半年": (7, 12), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12)}
QUARTERS = tuple(
    (re.compile(rf"(?:(?P<before>\d{{4}}) ?)?(?:{words})(?:(?: of)?,? ?(?P<behind>\d{{4}}))?"), plain)
    for words, plain in (
        (r"(?:first|1st) quarter|\bq1\b", "一季度"),
        (r"(?:second|2nd) quarter|\bq2\b", "二季度"),
        (r"(?:third|3rd) quarter|\bq3\b", "三季度"),
        (r"(?:fourth|4th|last) quarter|\bq4\b", "四季度"),
        (r"first half(?: year)?|前半年|\bh1\b", "上半年"),
        (r"second half(?: year)?|后半年|\bh2\b", "下半年"),
        (r"头两个月|前两个月|first two months", "1月2月"),
    )
)
HAN = {
    word: number
    for number, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1)
}
DAYS_TO = re.compile(r"(\d{1,2}月)(\d{1,2})[日号]?(?:至|到|[-—–~～])(?=\d{1,2}[日号])")
ENGLISH_TO = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)? ?(?:and|to|until|through|-|–) ?(?=\d{{1,2}}(?:st|nd|rd|th)? (?:of )?({NAMED})\b)"
)
MONTHS_TO = re.compile(r"(\d{1,2})月?份?(?:至|到|[-—–~～])(?=\d{1,2}月)")
HAN_MONTH = re.compile(r"(十[一二]?|[一二三四五六七八九])月")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)(?!〕)")
OPEN_END = re.compile(r"以后|之后|以来|起|\bsince\b|\bafter\b")
OPEN_START = re.compile(r"以前|之前|\bbefore\b")


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both counted in, as ISO dates."""

    first: str
    last: str

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def years(text: str) -> list[str]:
    """The years that a question names, those in numbers of documents left out."""
    return YEAR.findall(re.sub(r"〔\d{4}〕", "", text))


def period(text: str, latest: str = "") -> Period | None:
    """The day or the period of which a question speaks, None where it names none; `latest` is its year by default."""
    text = re.sub(r"(?<!\d)(\d\d)年", r"20\1年", text)
    for words, plain in QUARTERS:
        text = words.sub(lambda match, plain=plain: parted(match, plain), text)  # type: ignore[misc]
    bare = HAN_MONTH.sub(lambda match: f"{HAN[match[1]]}月", re.sub(r"〔\d{4}〕\d*号?", "", text))
    bare = DAYS_TO.sub(r"\1\2日到\1", MONTHS_TO.sub(r"\1月到", ENGLISH_TO.sub(r"\1 \2 to ", bare)))
    year, spans = "", []
    for match in DAY.finditer(bare):
        year = next((match[g] for g in ("iso", "year", "only", "whole", "plain") if match[g]), year)
        year = year or next(iter(years(bare)), latest)
        if year:
            spans.append(span(match, int(year)))
    if not spans:
        return None
    first, last = min(one for one, _ in spans), max(other for _, other in spans)
    if OPEN_END.search(bare) and len(spans) == 1:
        last = "9999-12-31"
    if OPEN_START.search(bare) and len(spans) == 1:
        first, last = "0000-01-01", first
    return Period(first, last)


def parted(match: re.Match[str], plain: str) -> str:
    """A part of a year as Chinese prints it, the year before it."""
    year = match["before"] or match["behind"]
    return f"{year}年{plain}" if year else plain


def span(match: re.Match[str], year: int) -> tuple[str, str]:
    """The first and the last day of a match."""
    month = match["iso_month"] or match["month"] or MONTHS.get(match["name"] or "", 0)
    day = match["iso_day"] or match["day"] or match["first"] or (match["behind"] or "").rstrip("stndrh")
    low, high = (
        (int(month), int(month))
        if month
        else PARTS.get((match["part"] or match["alone"] or "").removeprefix("第"), (1, 12))
    )
    if not 1 <= low <= 12:
        low, high = 1, 12
    if match["third"]:
        first, last = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, calendar.monthrange(year, low)[1])}[
            match["third"]
        ]
        return f"{year}-{low:02d}-{first:02d}", f"{year}-{low:02d}-{last:02d}"
    if day and month and 1 <= int(day) <= calendar.monthrange(year, low)[1]:
        return (f"{year}-{low:02d}-{int(day):02d}",) * 2
    return f"{year}-{low:02d}-01", f"{year}-{high:02d}-{calendar.monthrange(year, high)[1]:02d}"
