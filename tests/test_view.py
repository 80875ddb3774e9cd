"""The page: what it shows, that it is the same every time, and how it behaves in a real browser."""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest

from kg.entities import Body, DocumentNode, Entity, Group, IndicatorNode, Person, Program, Task
from kg.evidence import Evidence, Sourced
from kg.facts import (
    Assignment,
    Creation,
    Fact,
    Header,
    Indicator,
    Membership,
    Office,
    PostHeld,
)
from kg.text import Span
from kg.view import page
from kg.view.content import content, kind
from kg.view.layout import Place, places
from kg.view.names import city, cut, short
from kg.view.payload import script_json

CITY = "云州市"
FILE = "yunzhou-2021-03.txt"
DAY = "2021-03-05"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
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
    ) -> None:
        """An edge with a new fact whose quote is `words`."""
        n = len(self.facts)
        key = f"f{n:04d}"
        self.facts[key] = Sourced(key, fact, Evidence(file, 100 * n, 100 * n + len(words), n + 1, words))
        said = {"relation": name, "role": role, "date": DAY, "fact": key}
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


# Without a browser


@pytest.mark.parametrize(
    ("relation", "role", "expected"),
    [
        ("member", "组长", "leader"),
        ("member", "指挥长", "leader"),
        ("member", "常务副组长", "deputy"),
        ("member", "副主任", "deputy"),
        ("member", "办公室主任", "member"),
        ("member", "成员单位", "member"),
        ("member", "成员（副市长）", "member"),
        ("member", "组长（市长）", "leader"),
        ("lead", "", "lead"),
        ("hosts", "", "other"),
    ],
)
def test_a_role_weighs_as_printed(relation: str, role: str, expected: str) -> None:
    assert kind(relation, role) == expected


@pytest.mark.parametrize(
    ("node", "label"),
    [
        (Body("b", "云州市财政局", CITY), "财政局"),
        (Body("b", "云州市人民政府", CITY), "市政府"),
        (Body("b", "云州市人民政府办公室", CITY), "市政府办公室"),
        (Body("b", "云州市", CITY), "云州市"),
        (Body("b", "雾县财政局", "雾县"), "雾县财政局"),
        (Group("g", "云州市森林城市创建工作领导小组", CITY), "森林城市创建工作领导小组"),
        (Group("g", "云岭铁路云州段取直改造及物流园建设指挥部"), "云岭铁路云州段取直改造…建设指挥部"),
        (DocumentNode("d", "云州市人民政府关于印发健康云州行动实施方案的通知"), "健康云州行动实施方案"),
        (DocumentNode("d", "政府工作报告"), "政府工作报告"),
        (Person("p", "欧阳文静", CITY), "欧阳文静"),
    ],
)
def test_labels_leave_out_what_the_reader_knows(node: Entity, label: str) -> None:
    assert short(node, CITY) == label


def test_the_city_is_that_of_most_bodies() -> None:
    assert city([Body("1", "a", "甲市"), Body("2", "b", "乙市"), Body("3", "c", "乙市")]) == "乙市"
    assert city([Person("p", "赵明", "甲市")]) == ""


def test_cut_keeps_the_kind_of_body() -> None:
    assert cut("一二三四五六七八九十", 8, middle=True) == "一二…六七八九十"
    assert cut("一二三四五六七八九十", 8, middle=False) == "一二三四五六七…"


def test_json_cannot_leave_its_element() -> None:
    text = script_json(ATTACKS)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == list(ATTACKS)


def test_groups_and_plans_keep_apart_with_all_that_circles_them() -> None:
    shown = content(gazette())
    spots = places(shown)
    hubs = [i for i, node in enumerate(shown.nodes) if node.type in ("group", "program")]
    reach = {hub: max(apart(spots[hub], spot) for spot in spots if spot.hub == hub) for hub in hubs}
    for a, b in combinations(hubs, 2):
        assert apart(spots[a], spots[b]) > reach[a] + reach[b]
    width, height = (max(v) - min(v) for v in ([s.x for s in spots], [s.y for s in spots]))
    assert width > height


def apart(a: Place, b: Place) -> float:
    """The distance of two places."""
    return math.hypot(a.x - b.x, a.y - b.y)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_tiny_graph_makes_a_page(size: int) -> None:
    draft = Draft("tiny")
    draft.graph.add_nodes_from([Person("p", "赵明"), Body("b", "财政局")][:size])
    assert page(draft.graph).startswith("<!doctype html>")


def test_the_page_is_small_and_names_no_address_to_load_from() -> None:
    html = page(gazette())
    assert len(html.encode()) < 1_000_000
    own = html[: html.index("<script>")] + html[html.rindex("<script>") :]
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?!["']?data:)|url\(|@import|fetch\(|innerHTML""", own)


def test_the_same_graph_makes_the_same_bytes() -> None:
    code = f"import runpy, hashlib; n = runpy.run_path({__file__!r}); "
    code += "print(hashlib.sha256(n['page'](n['gazette']()).encode()).hexdigest())"
    digests = set()
    for seed in ("1", "4242"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", code]
        digests.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert digests == {hashlib.sha256(page(gazette()).encode()).hexdigest() + "\n"}


# In a browser

Opened = Any
"""A playwright page; playwright is imported only where a browser is found."""

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, driven by playwright; its absence is a failure in CI and a reason to skip elsewhere."""
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("no chromium on the path: apt-get install chromium fonts-noto-cjk")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("no playwright: pip install playwright")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the sample, as a file."""
    return saved(tmp_path_factory.mktemp("view") / "page.html", gazette())


def saved(path: Path, graph: nx.MultiDiGraph[Entity]) -> str:
    """Writes a page; gives its address."""
    path.write_text(page(graph), encoding="utf-8", newline="\n")
    return path.as_uri()


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Open]:
    """Opens a page offline; fails at the end on a complaint of the console, a dialog or any other request."""
    contexts: list[Any] = []
    complaints: list[Any] = []

    def refuse(dialog: Any) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def open_page(url: str = address, width: int = 1400, height: int = 900, **options: Any) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce", **options
        )
        contexts.append(context)
        view = context.new_page()
        view.on("console", lambda it: complaints.append(it.text) if it.type in ("error", "warning") else None)
        view.on("pageerror", lambda it: complaints.append(str(it)))
        view.on("dialog", refuse)
        view.on("request", lambda it: complaints.append(it.url) if not of_the_page(it.url, url) else None)
        view.goto(url)
        view.wait_for_function("window.explorer && explorer.visibleLabels().length > 0")
        return view

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def of_the_page(url: str, own: str) -> bool:
    """Whether a request is for the page itself or for what it carries inside."""
    return url.split("#")[0] == own.split("#")[0] or url.startswith("data:")


def settled(view: Opened) -> None:
    """Waits until the map has been drawn again."""
    view.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def overlapping(labels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs of labels of which one lies on the other."""

    def meet(a: dict[str, Any], b: dict[str, Any], start: str, size: str) -> bool:
        return bool(a[start] < b[start] + b[size] and b[start] < a[start] + a[size])

    pairs = combinations(labels, 2)
    return [(a["text"], b["text"]) for a, b in pairs if meet(a, b, "x", "w") and meet(a, b, "y", "h")]


INKED = """() => {
  const canvas = document.querySelector("canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) inked += data[i] > 60;
  return inked / (data.length / 4);
}"""


def test_draws_and_labels_do_not_overlap(opened: Open) -> None:
    view = opened()
    assert view.evaluate(INKED) > 0.01
    labels = view.evaluate("explorer.visibleLabels()")
    assert len(labels) >= 60
    assert overlapping(labels) == []
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    assert overlapping(view.evaluate("explorer.visibleLabels()")) == []


def test_search_enter_panel_with_evidence(opened: Open) -> None:
    view = opened()
    view.keyboard.press("/")
    view.keyboard.type("财政")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("ArrowUp")
    view.keyboard.press("Enter")
    assert view.inner_text("#panel h2") == "云州市财政局"
    assert "市财政局" in view.locator("#panel .card").first.locator("mark").all_inner_texts()
    assert "云政〔2021〕1号" in view.inner_text("#panel .card figcaption >> nth=0")
    assert f"{FILE}:" in view.inner_text("#panel .card code >> nth=0")
    assert view.evaluate("explorer.state().selected") == "body/云州市财政局"


def test_every_relation_has_an_evidence_card(opened: Open) -> None:
    view = opened(width=800, height=300)
    links = view.evaluate("explorer.state().links")
    shown = view.evaluate(
        """(links) => [...Array(links).keys()].filter((j) => {
          history.replaceState(null, "", `#e=${j}`);
          dispatchEvent(new PopStateEvent("popstate"));
          const card = document.querySelector("#panel > .card");
          return ["blockquote", "code", "figcaption"].every((part) => card?.querySelector(part)?.textContent);
        }).length""",
        links,
    )
    assert shown == links == gazette().number_of_edges()


def test_a_click_on_a_line_shows_its_fact(opened: Open) -> None:
    view = opened()
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    box = view.locator("canvas").bounding_box()
    label = next(it for it in view.evaluate("explorer.visibleLabels()") if it["id"].startswith("link:"))
    view.mouse.click(box["x"] + label["x"] + label["w"] / 2, box["y"] + label["y"] + label["h"] / 2)
    assert view.evaluate("explorer.state().link") is not None
    assert view.locator("#panel > .card blockquote mark").count() >= 1


def test_a_click_on_a_name_selects_and_escape_returns(opened: Open) -> None:
    view = opened()
    box = view.locator("canvas").bounding_box()
    label = next(it for it in view.evaluate("explorer.visibleLabels()") if it["id"] == "group/经济普查")
    view.mouse.click(box["x"] + label["x"] + 9, box["y"] + label["y"] + label["h"] / 2)
    assert view.inner_text("#panel h2") == "云州市经济普查工作领导小组"
    view.keyboard.press("Escape")
    assert view.evaluate("explorer.state().selected") is None
    assert view.locator("#panel .example").count() == 3


def test_deep_link_and_back(opened: Open, address: str) -> None:
    view = opened()
    view.click("#panel .example >> nth=0")
    first = view.evaluate("explorer.state().selected")
    view.click("#panel .row .node >> nth=1")
    second = view.evaluate("explorer.state().selected")
    assert second != first
    other = opened(view.url)
    assert other.evaluate("explorer.state().selected") == second
    assert other.inner_text("#panel h2") == view.inner_text("#panel h2")
    view.go_back()
    assert view.evaluate("explorer.state().selected") == first
    view.go_back()
    assert view.evaluate("explorer.state().selected") is None
    assert view.url == address


@pytest.mark.parametrize("bad", ["#n=nobody", "#e=99999", "#n=%E0%A4%A", "#e=-1", "#x", "#n="])
def test_an_address_that_names_nothing_shows_the_whole_map(opened: Open, address: str, bad: str) -> None:
    state = opened(address + bad).evaluate("explorer.state()")
    assert state["selected"] is None
    assert state["link"] is None


def test_both_languages(opened: Open) -> None:
    view = opened()
    assert view.get_attribute("html", "lang") == "zh-CN"
    view.click("#language")
    assert view.get_attribute("html", "lang") == "en"
    assert view.get_attribute("#query", "placeholder") == "Search people, bodies, groups, tasks"
    words = view.inner_text("#legend") + view.inner_text("#panel .read")
    assert not re.search("[\u4e00-\u9fff]", words)
    view.click("#language")
    assert view.evaluate("explorer.state().language") == "zh"


def test_dark_by_system_and_by_button(opened: Open) -> None:
    view = opened(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = view.evaluate(paper)
    assert view.evaluate("explorer.state().theme") == "dark"
    assert view.evaluate(INKED) > 0.01
    view.click("#theme")
    assert view.evaluate("explorer.state().theme") == "light"
    assert view.evaluate(paper) != dark


def test_types_can_be_hidden_and_shown(opened: Open) -> None:
    view = opened()
    names = "explorer.visibleLabels().map((it) => it.id.split('/')[0])"
    assert "person" in view.evaluate(names)
    view.uncheck("[data-type=person]")
    settled(view)
    assert "person" not in view.evaluate(names)
    view.check("[data-type=document]")
    settled(view)
    assert "document" in view.evaluate(names)


def test_a_telephone_shows_map_and_sheet(opened: Open) -> None:
    view = opened(width=390, height=844, has_touch=True)
    view.evaluate("explorer.select('group/经济普查')")
    settled(view)
    stage, sheet = (view.locator(it).bounding_box() for it in (".view", "#panel"))
    assert sheet["width"] == stage["width"] == 390
    assert stage["height"] > 250
    assert sheet["y"] > 350
    assert view.evaluate("document.documentElement.scrollWidth") == 390
    assert view.evaluate("explorer.visibleLabels().length") >= 8


def test_without_script_there_is_a_table(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    view = context.new_page()
    view.goto(address)
    rows = view.locator("noscript tbody tr").count() or view.content().count("<tr>") - 1
    context.close()
    assert rows == gazette().number_of_edges()


def test_no_text_of_the_data_runs(opened: Open, tmp_path: Path) -> None:
    view = opened(saved(tmp_path / "hostile.html", hostile()))
    graph = hostile()
    scripts = view.locator("script").count()
    for node in sorted(graph.nodes, key=lambda node: str(node.id)):
        view.evaluate("(id) => explorer.select(id)", node.id)
        assert view.evaluate("document.querySelector('#panel h2').textContent") == node.name
        view.evaluate("document.querySelectorAll('#panel .toggle').forEach((it) => it.click())")
    for j in range(graph.number_of_edges()):
        view.evaluate("(j) => { location.hash = `e=${j}`; }", j)
    for bad in ATTACKS:
        view.fill("#query", bad)
        view.keyboard.press("Enter")
        view.evaluate("(text) => { location.hash = text; }", f"n={quote(bad)}")
    settled(view)
    assert view.evaluate("window.__p") is None
    assert view.locator("script").count() == scripts
    assert view.locator("img, iframe, object, embed, a[href], #panel svg[onload]").count() == 0
    assert ATTACKS[1] in view.evaluate("document.title")
