"""A whole notice: facts and a layout in, a text out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.typeset.clauses import clause_lines
from tests.typeset.layout import Layout
from tests.typeset.notice import Appointment, Header, Notice, Roster
from tests.typeset.rosters import office_sentence, roster_lines
from tests.typeset.settling import TABLES
from tests.typeset.text import Line, set_lines, spaced

__all__ = ["typeset"]

DIGITS = "〇一二三四五六七八九"
TENS = ("", "十", "二十", "三十")
FEET = {"public": "（此件公开发布）", "keywords": "主题词：城市管理  机构  通知", "print": "打印  关闭"}
Sections = Iterator[list[Line]]


def typeset(notice: Notice, layout: Layout) -> str:
    """A notice set in a layout; both made to go together by `settle` and `fit`."""
    header = notice.header
    head = [*top(header, layout), *title(header, layout)]
    if header.recipients:
        colon = ":" if layout.recipients == "half colon" else "："
        head.append([Line("，".join(header.recipients) + colon)])
    running = f"{header.place.name}人民政府公报  2020年第5期"
    sections = roster_sections if notice.rosters else plan_sections if notice.clauses else personnel_sections
    foot = [[Line(FEET[layout.foot])]] if layout.foot != "none" else []
    return set_lines([*head, *sections(notice, layout), *foot], layout, running)


def top(header: Header, layout: Layout) -> Sections:
    """What a web site prints above a notice."""
    if layout.top == "index":
        yield [Line("索 引 号：000014349/2020-00012"), Line(f"发布机构：{header.issuer}"), Line("公开方式：主动公开")]
    elif layout.top == "table":
        yield [Line(f"索引号 | 000014349/2020-00012 | 发布机构 | {header.issuer}")]


def title(header: Header, layout: Layout) -> Sections:
    """The title on its lines, with the number before or behind it."""
    start = header.title.index("关于")
    issuer, rest = header.title[:start], header.title[start:]
    half = len(rest) // 2 + 1
    pieces = {
        "issuer apart": [issuer, rest],
        "two": [issuer + rest[:half], rest[half:]],
        "three": [issuer, rest[:half], rest[half:]],
        "blanks": [" ".join(part for part in (issuer, rest[:half], rest[half:]) if part)],
    }.get(layout.title, [header.title])
    lines = [Line(piece) for piece in pieces if piece]
    number = [Line(header.number)]
    yield from (number, lines) if layout.number_at == "before" else (lines, number)


def signature(header: Header, layout: Layout) -> Sections:
    """Issuer and date."""
    yield [Line(header.issuer), *([Line(day(header.date, layout.date))] if header.date else [])]


def day(iso: str, style: str) -> str:
    """A day in figures or in Chinese numerals."""
    one = date.fromisoformat(iso)
    if style == "iso":
        return iso
    if style in ("○", "〇"):
        year = "".join(DIGITS[int(digit)] for digit in str(one.year)).replace("〇", style)
        return f"{year}年{numeral(one.month)}月{numeral(one.day)}日"
    blank = " " if style == "blanks" else ""
    return f"{one.year}{blank}年{blank}{one.month}{blank}月{blank}{one.day}{blank}日"


def numeral(number: int) -> str:
    """A number below 32 in Chinese."""
    return TENS[number // 10] + ("" if number % 10 == 0 else DIGITS[number % 10])


def roster_sections(notice: Notice, layout: Layout) -> Sections:
    """Why the bodies are set up, then each body, the signature before an annex or behind all."""
    header, first = notice.header, notice.rosters[0]
    subject = first.body.removeprefix(header.place.name).removesuffix(first.form.ends)
    opening = f"为切实加强对{subject}工作的组织领导，确保各项任务落到实处，"
    yield [Line(opening + announced(first, layout, header.place.level), wraps=True, indented=True)]
    if layout.named_by == "annex":
        yield [Line(f"附件：{first.body}组成人员名单", indented=True)]
        yield from signature(header, layout)
        yield [Line("附件")]
    for index, roster in enumerate(notice.rosters):
        if layout.named_by in ("heading", "annex"):
            yield [Line(f"{roster.body}组成人员名单")]
        numbered = [Line(f"{'一二三'[index]}、{roster.body}", indented=True)]
        seats = list(roster_lines(roster, layout, header.place))
        yield numbered * (layout.named_by == "numbered heading") + seats
        if roster.office:
            sentence = office_sentence(roster.office, roster.form.short, layout)
            yield [Line(sentence, wraps=layout.office_wraps == "yes", indented=True)]
    if layout.named_by != "annex":
        yield from signature(header, layout)


def announced(roster: Roster, layout: Layout, level: str) -> str:
    """The sentence that leads to the roster."""
    government, short = f"{level}政府", roster.form.short
    return {
        "sentence": f"{government}决定成立{roster.body}。现将组成人员名单通知如下：",
        "short": f"{government}决定成立{roster.body}（以下简称{short}）。现将{short}组成人员名单通知如下：",
        "adjusted": f"{government}决定对{short}组成人员进行调整。调整后的组成人员名单如下：",
        "numbered heading": f"经{government}同意，现将有关议事协调机构组成人员名单通知如下：",
        "heading": f"经{government}同意，现将有关名单予以公布。",
        "annex": f"经{government}同意，现将有关名单印发给你们。",
    }.get(layout.named_by, f"经{government}研究，现将{short}组成人员名单通知如下：")


def plan_sections(notice: Notice, layout: Layout) -> Sections:
    """A plan behind the signature, or in the notice itself."""
    header = notice.header
    subject = header.place.name + header.subject
    if layout.plan == "annex":
        yield [Line(f"现将《{subject}工作方案》印发给你们，请结合实际，认真贯彻执行。", wraps=True, indented=True)]
        yield from signature(header, layout)
        yield [Line(f"{subject}工作方案")]
    else:
        yield [Line(f"为进一步加强{subject}工作，现就有关事项通知如下：", wraps=True, indented=True)]
    if layout.heads != "一、" or layout.clause in TABLES:
        yield [
            Line("一、总体要求", indented=True),
            Line("坚持统筹规划、突出重点、分步实施，推动各项工作取得实效。", wraps=True, indented=True),
            Line("二、重点任务", indented=True),
        ]
    yield list(clause_lines(notice.clauses, layout, header.place))
    if layout.plan != "annex":
        yield from signature(header, layout)


def personnel_sections(notice: Notice, layout: Layout) -> Sections:
    """Appointments and removals, one a line or under a verb of their own."""
    appointed = [one for one in notice.appointments if one.action == "appoint"]
    removed = [one for one in notice.appointments if one.action != "appoint"]
    lines = ["经研究决定："]
    if layout.appoint.startswith("alone") and appointed:
        lines.append("任命：")
    lines += appointed_texts(appointed, removed, layout)
    if layout.remove == "alone" and removed:
        lines.append("免去：")
    lines += [removed_text(one, layout) for one in removed[len(appointed) if layout.remove == "其" else 0 :]]
    yield [Line(line, wraps="  " not in line, indented=True, breaks=line[-1] != "：") for line in lines]
    yield from signature(notice.header, layout)


def appointed_texts(appointed: list[Appointment], removed: list[Appointment], layout: Layout) -> Iterator[str]:
    """Each appointment, with the removal of the same person, or of two persons with one post."""
    shares = layout.appoint == "shared" and len(appointed) > 1
    for index, one in enumerate(appointed):
        tail = f"，免去其{removed[index].post}职务" if layout.remove == "其" and index < len(removed) else ""
        if not (shares and index == 1):
            yield appointed_text(one, appointed[1].person if shares and not index else "", layout, tail)


def appointed_text(one: Appointment, other: str, layout: Layout, tail: str) -> str:
    """An appointment, of two persons where `other` is one."""
    name = "、".join(spaced(person, layout.names) for person in (one.person, other) if person)
    return {
        "同志": f"任命{name}同志为{one.post}{tail}；",
        "alone": f"{name}为{one.post}{tail}；",
        "alone blanks": f"{name}  {one.post}{tail}",
        "trial": f"任命{name}为{one.post}（试用期一年）{tail}；",
        "decided": f"决定任命{name}为{one.post}{tail}。",
    }.get(layout.appoint, f"任命{name}为{one.post}{tail}；")


def removed_text(one: Appointment, layout: Layout) -> str:
    """A removal."""
    name = spaced(one.person, layout.names)
    return {
        "without 的": f"免去{name}{one.post}职务；",
        "no longer": f"{name}同志不再担任{one.post}职务；",
        "alone": f"{name}的{one.post}职务；",
    }.get(layout.remove, f"免去{name}的{one.post}职务；")
