"""Answers about documents, indicators and how two things are connected."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Callable

from kg.ask.asked import NOTHING, Asked, Found
from kg.ask.lexicon import Entry
from kg.ask.plans import unique
from kg.store import Row

__all__ = ["HANDLERS", "document_of", "path_between", "value"]

Handler = Callable[[Asked], Found]
SIGNS = {">=": "不低于（≥）", "<=": "不高于（≤）", "=": "", ">": "高于（>）", "<": "低于（<）"}
REVERSE = re.compile(
    r"(?:哪些|哪个|哪份|什么)(?:文件|通知|方案|报告|公文)[^，。]{0,6}(?:引用|依据|根据|提到|提及|援引)|被[^，。]{0,6}(?:引用|提到|援引)"
    r"|which (?:document|notice|plan)s? (?:cite|refer|mention|quote|is based|are based|rest)|cited by|who cites"
)
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
    issuers = list(asked.bodies)
    asked_for = {"from": at.first, "to": at.last} if at else {}
    if issuers:
        asked_for["issuer"] = issuers[0].id
    rows = asked.run("documents", **asked_for)
    rows = [row for row in rows if row["kind"] != "公报" or ISSUES.search(asked.text)]
    told = list(dict.fromkeys(str(row["number"] or row["title"]) for row in rows))
    listed = "；".join(dict.fromkeys(f"{row['number'] or ''}《{row['title']}》（{row['date']}）" for row in rows))
    if re.search(r"多少|(?<!哪)几[份个件]|how many", asked.text):
        return Found([len(told)], f"共{len(told)}份：{listed}。", f"{len(told)}: {listed}.", rows)
    return Found(told, f"{listed}。" if told else "", f"{listed}." if told else "", rows)


def document_cites(asked: Asked) -> Found:
    """What a document cites, or which documents cite it."""
    if not asked.papers:
        return NOTHING
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
    told = [str(row["citedNumber"] or row["citedTitle"]) for row in rows]
    listed = "；".join(f"{row['citedNumber'] or ''}《{row['citedTitle']}》" for row in rows)
    return Found(told, f"《{papers.name}》引用：{listed}。", f"《{papers.name}》 cites: {listed}.", rows)


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
    if row["printed"]:
        return f"{row['printed']}{row['unit'] or ''}"
    number = f"{row['value']:g}" if isinstance(row["value"], float) else str(row["value"])
    unit = str(row["unit"] or "")
    return f"{SIGNS.get(str(row['comparator']), '')}{number}{unit.removeprefix('1') if unit.startswith('1/') else unit}"


def relation_path(asked: Asked) -> Found:
    """How two persons or bodies are connected: the shortest chain of seats, posts and tasks."""
    ends = [*asked.persons, *asked.groups, *asked.bodies][:2]
    if len(ends) < 2:
        return NOTHING
    said, rows = path_between(asked, ends[0], ends[1])
    if not said:
        return Found(
            [],
            f"图谱中{ends[0].name}和{ends[1].name}没有联系。",
            f"Nothing connects {ends[0].name} and {ends[1].name}.",
            cites=False,
        )
    return Found(
        said,
        f"{ends[0].name}和{ends[1].name}：{'；'.join(said)}。",
        f"{ends[0].name} and {ends[1].name}: {'; '.join(said)}.",
        rows,
    )


def path_between(asked: Asked, one: Entry, other: Entry) -> tuple[list[str], list[Row]]:
    """The links by which two are directly connected, else the steps of the shortest chain."""
    around = neighbours(asked)
    shared = [step for step in around.get(one.id, {}) if step in around.get(other.id, {})]
    label = {entry.id: entry.name for entry in asked.lexicon.entries}
    if other.id in around.get(one.id, {}):
        row, what = around[one.id][other.id]
        return [f"{one.name}：{what}{label.get(other.id, other.name)}"], [row]
    if shared:
        said = [
            f"同在{label.get(step, step)}（{around[one.id][step][1]}、{around[other.id][step][1]}）" for step in shared
        ]
        return said, [around[end.id][step][0] for step in shared for end in (one, other)]
    chain = shortest({node: list(found) for node, found in around.items()}, one.id, other.id)
    steps = [(a, b) for a, b in itertools.pairwise(chain)]
    return [f"{label.get(a, a)}—{around[a][b][1]}—{label.get(b, b)}" for a, b in steps], [
        around[a][b][0] for a, b in steps
    ]


def neighbours(asked: Asked) -> dict[str, dict[str, tuple[Row, str]]]:
    """The nodes beside each node by seats, posts and tasks, with the row and the word of the link."""
    found: dict[str, dict[str, tuple[Row, str]]] = {}

    def link(one: object, other: object, row: Row, word: str) -> None:
        if one and other:
            found.setdefault(str(one), {}).setdefault(str(other), (row, word))
            found.setdefault(str(other), {}).setdefault(str(one), (row, word))

    bodies = {entry.name: entry.id for entry in asked.lexicon.of("group", "body")}
    for row in asked.run("members"):
        link(row["member"], bodies.get(str(row["bodyName"])), row, str(row["role"]))
    for row in asked.run("posts"):
        person = next((entry.id for entry in asked.lexicon.of("person") if entry.name == row["name"]), None)
        link(person, row["body"], row, str(row["title"]))
    for row in asked.run("tasks"):
        link(
            bodies.get(str(row["bodyName"])),
            row["task"],
            row,
            {"lead": "牵头", "participant": "参与"}.get(str(row["kind"]), "负责"),
        )
    return found


def shortest(around: dict[str, list[str]], start: str, goal: str) -> list[str]:
    """The shortest chain from one node to another, [] where there is none."""
    before: dict[str, str] = {start: ""}
    queue = deque([start])
    while queue and goal not in before:
        node = queue.popleft()
        for step in around.get(node, ()):
            if step not in before:
                before[step] = node
                queue.append(step)
    chain: list[str] = []
    node = goal if goal in before else ""
    while node:
        chain.append(node)
        node = before[node]
    return chain[::-1]


HANDLERS: dict[str, Handler] = {
    "body_document": body_document,
    "documents_in_period": documents_in_period,
    "document_cites": document_cites,
    "document_about": document_about,
    "indicator_value": indicator_value,
    "relation_path": relation_path,
}
"""The answers of this module by intent."""
