"""Made-up graphs for the tests of the page: a gazette, a large country, and one full of attacks."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.facts import (
    Assignment,
    Body,
    Creation,
    DocumentNode,
    Entity,
    Evidence,
    Fact,
    Group,
    Header,
    Indicator,
    IndicatorNode,
    Membership,
    Office,
    Person,
    PostHeld,
    Program,
    Sourced,
    Task,
)
from kg.text import Span

CITY = "云州市"
FILE = "yunzhou-2021-03.txt"
DAY = "2021-03-05"
SURNAMES = "赵钱孙李周吴郑王冯陈"
GIVEN = ("建国", "明", "秀兰", "志强", "晓燕", "海涛", "文静")
OFFICES = """
    财政局 教育局 民政局 司法局 水利局 农业农村局 卫生健康委员会 发展和改革委员会 工业和信息化局 公安局 审计局
    统计局 体育局 商务局 林业局 气象局 税务局 科技局 住房和城乡建设局 交通运输局 生态环境局 文化广电和旅游局
    市场监督管理局 应急管理局 医疗保障局 人力资源和社会保障局 自然资源和规划局 城市管理局
    扶贫开发办公室 金融工作局
""".split()  # noqa: SIM905
THEMES = ("森林城市创建", "经济普查", "铁路枢纽建设", "公报编辑", "防汛抗旱")
TASKS = ("健康知识普及", "合理膳食", "全民健身", "控烟", "心理健康", "健康环境", "妇幼健康")


class Draft:
    """A graph as `kg.graph` makes it, edge by edge, every edge with a fact of its own."""

    def __init__(self, name: str = "yunzhou-2021-03") -> None:
        self.graph: nx.MultiDiGraph[Entity] = nx.MultiDiGraph()
        self.facts: dict[str, Sourced] = {}
        self.documents: dict[tuple[str, str | None], DocumentNode] = {}
        self.graph.graph.update(name=name, facts=self.facts, documents=self.documents)

    def document(self, node: DocumentNode, file: str = FILE) -> DocumentNode:
        """A document that facts may name by its number."""
        self.documents[file, node.number] = node
        return node

    def edge(
        self,
        source: Entity,
        target: Entity,
        name: str,
        fact: Fact,
        words: str,
        role: str = "",
        file: str = FILE,
        day: str = DAY,
    ) -> None:
        """An edge with a new fact whose quote is `words`."""
        n = len(self.facts)
        key = f"f{n:04d}"
        self.facts[key] = Sourced(key, fact, Evidence(file, 100 * n, 100 * n + len(words), n + 1, words))
        said = {"relation": name, "role": role, "date": day, "fact": key}
        self.graph.add_edge(source, target, key=f"{name}:{key}:0", **said)


def gazette() -> nx.MultiDiGraph[Entity]:
    """A gazette as large as the seed: 5 groups, 70 persons, 60 bodies, 35 tasks, 2 plans, 26 indicators."""
    draft = Draft()
    people = [Person(f"person/{n}", SURNAMES[n % 10] + GIVEN[n // 10], CITY) for n in range(70)]
    bodies = [Body(f"body/{CITY}{name}", CITY + name, CITY) for name in OFFICES]
    bodies += [Body(f"body/水务{n}", f"{CITY}第{n}水务有限公司", CITY) for n in range(1, 30)]
    bodies.append(Body(f"body/{CITY}人民政府", f"{CITY}人民政府", CITY, "政府"))
    notices = [
        DocumentNode(f"document/{n}", f"{CITY}人民政府关于印发第{n}号方案的通知", f"云政〔2021〕{n}号", DAY)
        for n in range(1, 8)
    ]
    issue = DocumentNode("document/issue", f"{CITY}人民政府公报 2021年第3期", "", "2021-03-31", "公报")
    for notice in map(draft.document, notices):
        header = Header(document=notice.number, at=Span(0, 9), title=notice.name)
        draft.edge(issue, notice, "contains", header, notice.name, "重要文件")
        draft.edge(bodies[-1], notice, "issues", header, notice.name)
    seat_groups(draft, people, bodies, notices)
    assign_tasks(draft, bodies, notices)
    return draft.graph


def seat_groups(draft: Draft, people: list[Person], bodies: list[Body], notices: list[DocumentNode]) -> None:
    """Five groups of 12 to 25 seats, the first three persons on several; an office each."""
    first = 0
    for theme, size, notice in zip(THEMES, (25, 20, 15, 12, 12), notices, strict=False):
        group = Group(f"group/{theme}", f"{CITY}{theme}工作领导小组", CITY)
        fact = Creation(document=notice.number, at=Span(0, 9), body=group.name, kind="领导小组")
        draft.edge(notice, group, "creates", fact, f"决定成立{group.name}。")
        for seat in range(size):
            person = people[(first + seat) % 70]
            role = ("组长", "常务副组长", "副组长", "副组长")[seat] if seat < 4 else "成员"
            body = bodies[(first + seat) % 60]
            words = f"{role}：{person.name[0]} {person.name[1:]}（{body.name.removeprefix('云州')}\n局长）"
            at: Any = {"document": notice.number, "at": Span(0, 9), "person": person.name}
            seated = Membership(**at, body=group.name, role=role)
            draft.edge(person, group, "member", seated, words, role)
            draft.edge(person, body, "holds", PostHeld(**at, post="局长", source="roster"), words, "局长")
        office = Body(f"body/{group.name}办公室", f"{group.name}办公室", CITY, "办公室")
        stated = Office(document=notice.number, at=Span(0, 9), of=group.name, name="办公室")
        draft.edge(office, group, "office_of", stated, "领导小组下设办公室。")
        draft.edge(bodies[first % 30], office, "hosts", stated, "办公室设在市局。")
        first += size - 3


def assign_tasks(draft: Draft, bodies: list[Body], notices: list[DocumentNode]) -> None:
    """Two plans with 35 tasks of 1 to 29 bodies, and 26 indicators."""
    plans = [Program("program/1", f"健康{CITY}行动实施方案"), Program("program/2", "支持装备制造业若干措施")]
    for plan, notice in zip(plans, notices[5:], strict=True):
        header = Header(document=notice.number, at=Span(0, 9), title=notice.name)
        draft.edge(plan, notice, "program_of", header, f"现将《{plan.name}》印发给你们。")
    for n in range(35):
        plan, notice = plans[n % 2], notices[5 + n % 2]
        task = Task(f"task/{n}", f"实施{TASKS[n % 7]}第{n // 7 + 1}阶段行动", ("二、主要任务", f"（{n}）"))
        fact = Assignment(document=notice.number, at=Span(0, 9), task=task.name, deadline="2022年底")
        draft.edge(task, plan, "task_of", fact, f"{task.name}。")
        for k in range(29 if n == 0 else 1 + n * 5 % 11):
            body = bodies[(n * 3 + k * 7) % 30 if n else k]
            words = f"{task.name}，由{body.name.removeprefix('云州')}负责。"
            relation = ("lead" if k == 0 else "participant") if n % 2 == 0 else "responsible"
            draft.edge(body, task, relation, fact, words)
    for n in range(26):
        node = IndicatorNode(f"indicator/{n}", f"第{n + 1}项居民健康指标", "%")
        row = Indicator(document=notices[5].number, at=Span(0, 9), no=n, name=node.name, unit="%", targets=())
        draft.edge(node, plans[0], "indicator_of", row, f"{n + 1} {node.name} % 60 65")


ATTACKS = (
    '<img src=x onerror="window.__p=1">',
    "</script><script>window.__p=1</script>",
    "<svg/onload=window.__p=1>",
    '"><iframe srcdoc="<script>parent.__p=1</script>">',
    "<!--<script>",
    "javascript:window.__p=1",
    "{{ 7*7 }}{% raw %}",
    "href=\u2028window.__p=1//&lt;b&gt;",
)


def hostile() -> nx.MultiDiGraph[Entity]:
    """A graph with an attack in every text field."""
    draft = Draft(ATTACKS[1])
    for n, bad in enumerate(ATTACKS):
        notice = draft.document(DocumentNode(f"document/{bad}", f"文件{bad}", f"{n}{bad}", bad, bad), bad)
        person = Person(f"person/{bad}", f"甲{bad}", bad)
        group = Group(f"group/{bad}", f"小组{bad}", bad, bad)
        task, plan = Task(f"task/{bad}", f"任务{bad}", (bad, bad)), Program(f"program/{bad}", f"方案{bad}")
        body = Body(f"body/{bad}", f"机构{bad}", bad, bad)
        seat = Membership(document=notice.number, at=Span(0, 1), body=bad, role=bad, person=bad, posts=(bad,), note=bad)
        work = Assignment(document=notice.number, at=Span(0, 1), task=bad, deadline=bad, note=bad)
        draft.edge(person, group, "member", seat, f"{bad} 甲{bad} {bad}", bad, bad)
        draft.edge(body, task, "lead", work, bad, bad, bad)
        draft.edge(task, plan, "task_of", work, bad, bad, bad)
        draft.edge(IndicatorNode(f"indicator/{bad}", bad, bad), plan, bad, work, bad, bad, bad)
    return draft.graph


def country(counties: int, people: int = 24) -> nx.MultiDiGraph[Entity]:
    """Many counties, each with a group of `people` seats, 8 bodies, a plan of 8 tasks, and ties to its city."""
    draft = Draft("country")
    for n in range(counties):
        county(draft, n, people)
    return draft.graph


def county(draft: Draft, n: int, people: int) -> None:
    """One county of `country`: about 20 nodes besides its people."""
    place, notice = f"第{n}县", DocumentNode(f"document/{n}", f"第{n}县人民政府关于成立领导小组的通知", f"县{n}号", DAY)
    draft.document(notice)
    bodies = [Body(f"body/{place}{name}", place + name, place) for name in OFFICES[:8]]
    at: Any = {"document": notice.number, "at": Span(0, 9)}
    seat_county(draft, place, bodies, people, at)
    plan = Program(f"program/{n}", f"{place}防汛方案")
    tasks = [Task(f"task/{n}/{k}", f"第{k}项防汛任务", ("二、任务",)) for k in range(8)]
    for k, task in enumerate(tasks):
        work = Assignment(**at, task=task.name)
        draft.edge(task, plan, "task_of", work, task.name)
        for body in bodies[k % 3 :: 3]:
            draft.edge(body, task, "responsible", work, f"{task.name}，由{body.name}负责。")
    neighbour = Body(f"body/第{n + 1}县财政局", f"第{n + 1}县财政局", f"第{n + 1}县")
    draft.edge(neighbour, tasks[7], "participant", Assignment(**at, task=tasks[7].name), "邻县财政局配合。")
    upper = Body(f"body/{n // 10}市", f"第{n // 10}市水利局", f"第{n // 10}市")
    draft.edge(upper, tasks[0], "lead", Assignment(**at, task=tasks[0].name), "市水利局牵头。")


def seat_county(draft: Draft, place: str, bodies: list[Body], people: int, at: Any) -> None:
    """The group of a county with its seats, each held by the head of one of its bodies."""
    group = Group(f"group/{place}", f"{place}防汛工作领导小组", place)
    for seat in range(people):
        person = Person(f"person/{place}/{seat}", SURNAMES[seat % 10] + GIVEN[seat % 7] + "甲乙丙丁"[seat % 4], place)
        role = ("组长", "副组长")[seat] if seat < 2 else "成员"
        words = f"{role}：{person.name}（{bodies[seat % 8].name}局长）"
        seated = Membership(**at, person=person.name, body=group.name, role=role)
        draft.edge(person, group, "member", seated, words, role)
        held = PostHeld(**at, person=person.name, post="局长", source="roster")
        draft.edge(person, bodies[seat % 8], "holds", held, words, "局长")


SEAT: dict[str, Any] = {"document": "云政办〔2021〕1号", "at": Span(0, 9)}


def seats(*told: tuple[str, str, str, str]) -> Draft:
    """A graph of one group; a seat is a relation, a name, a role and a day."""
    draft = Draft()
    group = Group("group/g", "防汛指挥部", CITY)
    for relation, name, role, day in told:
        fact = Membership(**SEAT, person=name, body=group.name, role=role)
        draft.edge(Person(f"person/{name}", name, CITY), group, relation, fact, f"{role}：{name}", role, day=day)
    return draft
