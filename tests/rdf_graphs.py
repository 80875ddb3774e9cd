"""A small graph built by hand, with a fact of every kind, for the tests of RDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
from rdflib import Graph, Literal, Namespace, URIRef

from kg import facts
from kg.facts import Body, DocumentNode, Entity, Evidence, Fact, Group, IndicatorNode, Person, Program, Sourced, Task
from kg.identity import Known
from kg.rdf import ID, PREFIXES
from kg.text import Span

xsd = Namespace(PREFIXES["xsd"])
ROOT = Path(__file__).parents[1]
NUMBER, TITLE, FILE = "三政〔2020〕6号", "三门峡市人民政府关于健康三门峡行动的通知", "sanmenxia 2020.txt"
PLACE = (48, "任务表", "B3", "https://example.org/gazette")
"""Where in its file each fact stands: page, sheet, cell, and the address of the file."""
DAY = Literal("2020-05-11", datatype=xsd.date)

AN, CHAI = (Person(f"person/三门峡市/{name}", name, jurisdiction="三门峡市") for name in ("安伟", "柴贵海"))
CITY = Body("body/三门峡市人民政府", "三门峡市人民政府", "三门峡市", "政府")
WEATHER = Body("body/三门峡市气象局", "三门峡市气象局", "三门峡市", "局")
GROUP = Group("body/健康行动领导小组", "健康行动领导小组", "三门峡市")
OFFICE = Body("body/健康行动领导小组办公室", "健康行动领导小组办公室")
DOCUMENT = DocumentNode(f"document/{NUMBER}", TITLE, number=NUMBER, date="2020-05-11", kind="通知")
CITED = DocumentNode("document/豫政〔2019〕26号", "关于健康中原行动的意见", number="豫政〔2019〕26号")
ISSUE = DocumentNode("document/三门峡市人民政府公报2020年第5号", "三门峡市人民政府公报2020年第5号")
PROGRAM = Program("program/健康三门峡行动实施方案", "健康三门峡行动实施方案")
TASK = Task("task/健康知识普及", "健康知识普及", path=("二、主要任务", "（一）干预"))
LITERACY = IndicatorNode("indicator/健康素养水平", "健康素养水平", unit="%")

STATION = Body("body/三门峡市气象站", "三门峡市气象站", "三门峡市", "局")
ALL, ONE = (
    Body("body/三门峡市/各县政府", "各县政府", "三门峡市"),
    Body("body/渑池县政府", "渑池县人民政府", "渑池县", level="县"),
)
KNOWN = (
    Known(STATION, WEATHER, "succeeded_by", "1983"),
    Known(WEATHER, CITY, "succeeded_by"),
    Known(ALL, ONE, "includes"),
)

AT: dict[str, Any] = {"document": NUMBER, "at": Span(0, 1)}
FACTS: dict[str, Fact] = {
    "an": facts.Membership(**AT, body="领导小组", role="组长", person="安伟", posts=("市长",)),
    "chai": facts.Membership(
        **AT,
        body="领导小组",
        role="成员",
        person="柴贵海",
        posts=("市气象局局长", "市气象学会会长"),
        note="兼",
    ),
    "empty": facts.Membership(**AT, body="领导小组", role="成员", person=None, posts=("市教育局局长",)),
    "unit": facts.MemberBody(**AT, body="领导小组", role="成员单位", member="市气象局"),
    "office": facts.Office(
        **AT,
        of="领导小组",
        name="办公室",
        host="市气象局",
        duty="负责日常工作",
        heads=(facts.Head(person="柴贵海", role="办公室主任", concurrent=True, at=Span(0, 1)),),
    ),
    "task": facts.Assignment(
        **AT,
        task="健康知识普及",
        lead=("市气象局",),
        participants=("市政府",),
        deadline="2020年底",
        note="按季报送",
    ),
    "named": facts.Appointment(**AT, person="柴贵海", action="appoint", post="市气象局局长"),
    "gone": facts.Appointment(**AT, person="张三", action="remove", post="市教育局局长"),
    "byline": facts.PostHeld(**AT, person="安伟", post="三门峡市人民政府市长", source="byline"),
    "row": facts.Indicator(
        **AT,
        no=1,
        name="健康素养水平",
        unit="%",
        baseline="*10.5",
        targets=(("2020", "≥20"), ("2022", "22"), ("2030", ("持续", "提升"))),
    ),
    "goal": facts.Target(
        **AT, task="健康知识普及", indicator="健康素养水平", year=2022, comparator=">=", value=22, unit="%"
    ),
    "retired": facts.Appointment(**AT, person="李四", action="retire", post="市教育局副局长"),
    "joined": facts.Change(**AT, body="领导小组", role="成员", person="王五", action="join", posts=("市科技局局长",)),
    "left": facts.Change(**AT, body="领导小组", role="成员", person="赵六", action="leave"),
    "made": facts.Creation(
        **AT,
        body="健康行动领导小组",
        kind="领导小组",
        short="领导小组",
        creator="市政府",
        duty="统筹健康行动",
        parts=(facts.Part(name="办公室", relation="下设", host="市气象局", duty="负责日常工作", at=Span(0, 1)),),
    ),
    "head": facts.Header(
        **AT,
        title=TITLE,
        number=NUMBER,
        recipients=("市直各单位",),
        valid=("2020-06-01", "2025-05-31"),
        adopted_by="市政府第40次常务会议",
        presented_at="市第七届人民代表大会第五次会议",
        on_behalf_of="市政府",
        annexes=("健康行动任务表",),
        cites=(facts.Citation(title="国民体质测定标准", number=None, at=Span(0, 1)),),
    ),
    "mast": facts.Issue(
        document=ISSUE.name,
        at=Span(0, 1),
        title=ISSUE.name,
        number=5,
        total=172,
        year=2020,
        date="2020-06-11",
        publisher="市政府办公室",
        editor="公报编辑部",
        printer="日报印刷厂",
        address="某路47号",
        website="www.example.gov.cn",
        postcode="000000",
        permit="内部资料00010号",
        phones=("0000-1", "0000-2"),
    ),
    "line": facts.ContentsEntry(
        document=ISSUE.name, at=Span(0, 1), section="重要文件", title=TITLE, page=32, refers=NUMBER
    ),
    "what": facts.Doubt(**AT, construct="roster", reason="no name"),
}
EDGES: list[tuple[Entity, Entity, str, str, str]] = [
    (AN, GROUP, "member", "组长", "an"),
    (AN, CITY, "holds", "市长", "an"),
    (CHAI, GROUP, "member", "成员", "chai"),
    (CHAI, WEATHER, "holds", "局长", "chai"),
    (WEATHER, GROUP, "member", "成员单位", "unit"),
    (OFFICE, GROUP, "office_of", "", "office"),
    (WEATHER, OFFICE, "hosts", "", "office"),
    (CHAI, OFFICE, "member", "办公室主任", "office"),
    (WEATHER, TASK, "lead", "", "task"),
    (CITY, TASK, "participant", "", "task"),
    (TASK, PROGRAM, "task_of", "", "task"),
    (PROGRAM, DOCUMENT, "program_of", "", "head"),
    (CITY, DOCUMENT, "issues", "", "head"),
    (DOCUMENT, CITED, "cites", "", "head"),
    (DOCUMENT, GROUP, "creates", "", "made"),
    (OFFICE, GROUP, "office_of", "", "made"),
    (CHAI, WEATHER, "appointed", "局长", "named"),
    (AN, CITY, "holds", "市长", "byline"),
    (LITERACY, PROGRAM, "indicator_of", "", "row"),
    (LITERACY, TASK, "target_of", "2022: ≥22%", "goal"),
    (ISSUE, DOCUMENT, "contains", "重要文件, 32", "line"),
]


def small(edges: list[tuple[Entity, Entity, str, str, str]] = EDGES) -> nx.MultiDiGraph[Entity]:
    graph: nx.MultiDiGraph[Entity] = nx.MultiDiGraph(name="small")
    for n, (source, target, relation, role, fact) in enumerate(edges):
        data = {"relation": relation, "role": role, "date": "2020-05-11", "fact": fact}
        graph.add_edge(source, target, key=f"{relation}:{fact}:{n}", **data)
    graph.graph["background"] = KNOWN
    graph.graph["documents"] = {(FILE, NUMBER): DOCUMENT, (FILE, ISSUE.name): ISSUE}
    graph.graph["facts"] = {
        name: Sourced(name, fact, Evidence(FILE, 10 * n, 10 * n + 5, n + 1, f"引文“{name}”\n", *PLACE))
        for n, (name, fact) in enumerate(FACTS.items())
    }
    return graph


def ask(graph: Graph, query: str) -> list[tuple[str, ...]]:
    rows = graph.query(f"BASE <{ID}>\n{query}", initNs=PREFIXES)
    return sorted(tuple(str(cell) for cell in row) for row in rows)  # type: ignore[union-attr]


def thing(path: str) -> URIRef:
    return URIRef(ID + path)
