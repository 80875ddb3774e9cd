"""Answers about documents and indicators."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.ask.asked import NOTHING, Asked, Found
from kg.ask.lexicon import Entry, plain
from kg.ask.plans import unique
from kg.store import Row

__all__ = ["HANDLERS", "document_of", "value"]

Handler = Callable[[Asked], Found]
SIGNS = {">=": "不低于（≥）", "<=": "不高于（≤）", "=": "", ">": "高于（>）", "<": "低于（<）"}
REVERSE = re.compile(
    r"(?:哪些|哪个|哪份|什么)(?:文件|通知|方案|报告|公文)[^，。]{0,6}(?:引用|依据|根据|提到|提及|援引)|被[^，。]{0,6}(?:引用|提到|援引)"
    r"|which (?:document|notice|plan)s? (?:cite|refer|mention|quote|is based|are based|rest)|cited by|who cites"
)
SERIES = re.compile(r"[\u4e00-\u9fff]{1,8}〔\d{4}〕(?!\d)")
"""The beginning that the numbers of a series of documents share."""
BASELINE = re.compile(r"基期|基准|现状|基线|目前|现在|baseline|current")
ISSUES = re.compile(r"公报|期号")


def body_document(asked: Asked) -> Found:
    """Which document set a body up, and when."""
    if not asked.groups:
        return NOTHING
    group = asked.groups[0]
    rows = asked.run("establishments", body=group.id)
    rows = rows or list(asked.run("rosters", body=group.id))
    if not rows:
        return NOTHING
    first = rows[0]
    number = str(first["number"] if first.get("number") else first["title"])
    date = str(first["date"] or "")
    told = [part for part in (number, date) if part]
    return Found(
        told,
        f"{group.name}：《{first['title']}》（{number}，{date}）。",
        f"{group.name}: 《{first['title']}》 ({number}, {date}).",
        rows,
    )


def documents_in_period(asked: Asked) -> Found:
    """The documents of a period, those of an issuer where one is named."""
    at = asked.period
    asked_for = {"from": at.first, "to": at.last} if at else {}
    issuers = [{"issuer": body.id} for body in asked.bodies] or [{}]
    rows = [row for issuer in issuers for row in asked.run("documents", **asked_for, **issuer)]
    rows.sort(key=lambda row: str(row["date"] or ""))
    rows = [row for row in rows if row["number"] or not re.search(r"\bnumbered\b|有文号|带文号", asked.text)]
    series = SERIES.findall(asked.text)
    rows = [row for row in rows if str(row["number"] or "").startswith(tuple(series))] if series else rows
    rows = [row for row in rows if row["kind"] != "公报" or ISSUES.search(asked.text)]
    told = list(dict.fromkeys(str(row["number"] or row["title"]) for row in rows))
    listed = "；".join(dict.fromkeys(f"{row['number'] or ''}《{row['title']}》（{row['date']}）" for row in rows))
    if re.search(r"多少|(?<!哪)几[份个件]|how many", asked.text):
        return Found([len(told)], f"共{len(told)}份：{listed}。", f"{len(told)}: {listed}.", rows)
    return Found(told, f"{listed}。" if told else "", f"{listed}." if told else "", rows)


def document_cites(asked: Asked) -> Found:
    """What a document cites, or which documents cite it."""
    if not asked.papers:
        return cited_at_all(asked)
    papers = document_of(asked.papers[0], asked)
    rows = asked.run("citations", document=papers.id)
    back = asked.run("citations", cited=papers.id)
    if (REVERSE.search(asked.text) and back) or not rows:
        told = [str(row["number"] or row["title"]) for row in back]
        listed = "；".join(f"{row['number'] or ''}《{row['title']}》" for row in back)
        return (
            Found(told, f"引用《{papers.name}》的文件：{listed}。", f"Citing 《{papers.name}》: {listed}.", back)
            if back
            else NOTHING
        )
    rows = [row for row in rows if row["citedNumber"]] or rows
    if "省" in asked.text or "provinc" in asked.text:
        rows = [row for row in rows if not str(row["citedNumber"]).startswith(("国", "中"))] or rows
    rows = [row for row in rows if any(f"〔{year}〕" in str(row["citedNumber"]) for year in asked.years)] or rows
    rows = [row for row in rows if len(issuer(row)) > 2 and plain(issuer(row)) in asked.linked.rest] or rows
    told = [str(row["citedNumber"] or row["citedTitle"]) for row in rows]
    listed = "；".join(f"{row['citedNumber'] or ''}《{row['citedTitle']}》" for row in rows)
    return Found(told, f"《{papers.name}》引用：{listed}。", f"《{papers.name}》 cites: {listed}.", rows)


def cited_at_all(asked: Asked) -> Found:
    """All documents that are cited, those of a province where the question speaks of it."""
    rows = asked.run("citations")
    if "省" in asked.text or "provinc" in asked.text:
        rows = [row for row in rows if re.match("[^关于]*省", str(row["citedTitle"]))]
    told = list(dict.fromkeys(str(row["citedNumber"] or row["citedTitle"]) for row in rows))
    listed = "；".join(dict.fromkeys(f"{row['citedNumber'] or ''}《{row['citedTitle']}》" for row in rows))
    return Found(told, f"被引用的文件：{listed}。", f"Cited: {listed}.", rows)


def issuer(row: Row) -> str:
    """Who issued a cited document, as its title begins; '' where it does not tell."""
    before, about, _ = str(row["citedTitle"]).partition("关于")
    return before if about else ""


def document_of(entry: Entry, asked: Asked) -> Entry:
    """The document of a plan: the one whose path the plan's id holds."""
    if entry.kind == "document":
        return entry
    key = entry.id.removeprefix("program/").split("/")[0]
    return next((one for one in asked.lexicon.of("document") if one.id == f"document/{key}"), entry)


def document_about(asked: Asked) -> Found:
    """What a document is: title, number, date, issuer."""
    if not asked.documents:
        return NOTHING
    paper = asked.documents[0]
    rows = [row for row in asked.run("documents") if row["document"] == paper.id]
    told = unique(rows, "title")
    listed = "；".join(
        dict.fromkeys(
            f"《{row['title']}》，{row['number'] or '无文号'}，{row['date']}，{row['issuerName'] or ''}" for row in rows
        )
    )
    return Found(told, f"{listed}。", f"{listed}.", rows) if rows else NOTHING


def indicator_value(asked: Asked) -> Found:
    """The targets of an indicator, of the years that a question names."""
    if not asked.indicators:
        return NOTHING
    wanted = asked.years
    rows: list[Row] = []
    for indicator in asked.indicators[:3]:
        own = asked.run("targets", indicator=indicator.id)
        kept = [row for row in own if not wanted or str(row["year"]) in wanted]
        rows += (
            asked.run("baselines", indicator=indicator.id)
            if BASELINE.search(asked.text) or before(wanted, own)
            else kept
        )
    if not rows:
        return NOTHING
    told = list(dict.fromkeys(value(row) for row in rows))
    listed = "；".join(dict.fromkeys(f"{row['name']}{when(row)}：{value(row)}" for row in rows))
    return Found(told, f"{listed}。", f"{listed}.", rows)


def before(wanted: list[str], rows: list[Row]) -> bool:
    """Whether all the years asked for lie before those of the targets."""
    years = [str(row["year"]) for row in rows if row["year"]]
    return bool(wanted and years) and max(wanted) < min(years)


def when(row: Row) -> str:
    """The year of a value, or the word for what stands before all targets."""
    year = row.get("year")
    return f"{year}年" if year else "现状"


def value(row: Row) -> str:
    """A target as people read it."""
    unit = re.sub(r"\A1(?=/)", "", str(row["unit"] or ""))
    if row["printed"]:
        return f"{row['printed']}{unit}"
    number = f"{row['value']:g}" if isinstance(row["value"], float) else str(row["value"])
    return f"{SIGNS.get(str(row['comparator']), '')}{number}{unit}"


HANDLERS: dict[str, Handler] = {
    "body_document": body_document,
    "documents_in_period": documents_in_period,
    "document_cites": document_cites,
    "document_about": document_about,
    "indicator_value": indicator_value,
}
"""The answers of this module by intent."""
