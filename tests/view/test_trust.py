"""How sure the page says a link is: after the judgements of the build and after what the sentence prints."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib

from kg.build import Built, gather
from kg.facts import Body, Group, Membership
from kg.identity.registers import judgements
from kg.rdf import turtle
from kg.view.content import content
from kg.view.link import Link
from kg.view.trust import band
from tests.view.browser import Open, Opened, saved
from tests.view.graphs import CITY, SEAT, seats

SEATS = """
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX org: <http://www.w3.org/ns/org#> PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    SELECT ?name ?body ?group ?quote WHERE {
        ?seat a org:Membership ; org:organization ?of ; org:member ?person ; prov:wasDerivedFrom/oa:exact ?quote .
        ?person a foaf:Person ; rdfs:label ?name .
        ?of rdfs:label ?body
        BIND (EXISTS { ?of a org:OrganizationalCollaboration } AS ?group)
    }"""
"""Every seat of the RDF: who, in what, whether that is a body of seats, and the sentence."""

TWINS = """三门峡市人民政府关于{what}的通知

三政〔{year}〕{number}号

各县（市、区）人民政府：

    决定成立三门峡市{group}领导小组，组成人员名单如下：

组  长：李建国（{post}）
成  员：王小明（{other}）

三门峡市人民政府
{year}年3月5日
"""


@pytest.mark.parametrize(
    ("figure", "certainty", "named", "expected"),
    [
        (None, "printed", True, "high"),
        (None, "shortened", True, "high"),
        (None, "context", True, "medium"),
        (None, "context", False, "high"),
        (0.8, "printed", True, "high"),
        (0.7, "shortened", True, "medium"),
        (0.5, "printed", True, "low"),
        (0.5, "context", False, "low"),
    ],
)
def test_bands(figure: float | None, certainty: str, named: bool, expected: str) -> None:
    assert band(figure, certainty, named) == expected


def links_of(built: Built) -> dict[tuple[str, str, str], list[Link]]:
    """The links of a build by the names of their ends and their relation."""
    shown = content(built.graph)
    found: dict[tuple[str, str, str], list[Link]] = {}
    for link in shown.links:
        key = shown.nodes[link.source].name, link.relation, shown.nodes[link.target].name
        found.setdefault(key, []).append(link)
    return found


def test_a_figure_is_that_of_the_judgement(built: Built) -> None:
    told = [one for one in judgements(built.graph.graph["names"]) if one["verdict"] == "same"]
    assert len(told) > 2
    found = links_of(built)
    for one in told:
        if one["kind"] == "body":
            links = [it for key, some in found.items() if one["right"] in key for it in some]
            judged = [link for link in links if one["left"] in link.fact.evidence.quote]
            assert {(link.confidence, link.trust) for link in judged} == {(one["confidence"], "medium")}
        else:
            name = one["left"].split("｜")[1]
            seen = {link.confidence for key, links in found.items() if key[0] == name for link in links}
            assert seen <= {it["confidence"] for it in told if f"｜{name}｜" in it["left"]}
            assert seen


def test_one_of_two_namesakes_is_doubtful(tmp_path: Path) -> None:
    texts = [
        TWINS.format(what="甲", year=2019, number=1, group="防汛", post="市财政局局长", other="市水利局局长"),
        TWINS.format(what="乙", year=2020, number=2, group="抗旱", post="市民政局副局长", other="市教育局局长"),
    ]
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    built = gather(sorted(tmp_path.glob("*.txt")), "twins")
    told = {one["left"].split("｜")[1]: one["verdict"] for one in judgements(built.graph.graph["names"])}
    assert told == {"李建国": "unsure", "王小明": "same"}
    for key, links in links_of(built).items():
        if key[1] == "member":
            assert {link.trust for link in links} == {"low" if told[key[0]] == "unsure" else "high"}


def test_a_form_of_the_name_counts_as_its_short_form() -> None:
    draft = seats(("member", "赵明", "成员", "2020-01-01"))
    body = Body("body/调查队", "国家统计局云州调查队", CITY, aliases=("国调队",))
    group = next(node for node in draft.graph if isinstance(node, Group))
    for words in ("国调队", "调查"):
        draft.edge(body, group, "member", Membership(**SEAT, person=None, body=group.name, role=""), f"成员：{words}")
    found = [(link.certainty, link.trust) for link in content(draft.graph).links if link.confidence is None]
    assert Counter(found) == {("printed", "high"): 1, ("shortened", "high"): 1, ("context", "medium"): 1}


def count(view: Opened, value: str) -> int:
    """The number beside a value of the facet."""
    return int(view.locator(f".value:has([data-confidence={value}]) > .count").inner_text())


def test_the_counts_of_the_facet_are_those_of_the_rdf(opened: Open, sample_page: str, built: Built) -> None:
    graph = rdflib.Graph().parse(data=turtle(built.graph), format="turtle")
    rows = [[str(cell) for cell in row] for row in graph.query(SEATS)]  # type: ignore[union-attr]
    sure = [name in quote and (group == "true" or body in quote) for name, body, group, quote in map(closed, rows)]
    view = opened(sample_page)
    for kind in ("lead", "participant", "responsible", "holds", "other"):
        view.uncheck(f"#facets [data-kind={kind}]")
    assert count(view, "high") == sure.count(True) > 80
    assert count(view, "medium") == sure.count(False) > 0
    assert view.locator("[data-confidence=low]").count() == 0


def closed(cells: list[str]) -> list[str]:
    """Cells without blanks."""
    return ["".join(cell.split()) for cell in cells]


def test_the_facet_follows_the_others_and_has_an_address(opened: Open, sample_page: str, built: Built) -> None:
    view = opened(sample_page)
    links = view.evaluate("explorer.state().shownLinks")
    assert count(view, "high") + count(view, "medium") == links
    medium = count(view, "medium")
    view.hover(".value:has([data-confidence=medium])")
    view.click(".value:has([data-confidence=medium]) .only")
    assert view.evaluate("explorer.state().shownLinks") == medium
    other = opened(view.url)
    assert other.evaluate("explorer.state().shownLinks") == medium
    other.evaluate("explorer.select('body/三门峡市调查队')")
    cards = other.locator("#panel .how span").all_inner_texts()
    assert any(re.fullmatch(r"规则：.+ · 由上下文 · 置信度：中 70%", text) for text in cards)


def test_every_card_names_rule_and_confidence(opened: Open, sample_page: str) -> None:
    view = opened(sample_page)
    view.click("#language")
    shown = view.evaluate(
        """(links) => [...Array(links).keys()].map((j) => {
          history.replaceState(null, "", `#e=${j}`);
          dispatchEvent(new PopStateEvent("popstate"));
          return document.querySelector("#panel > .card .how span").textContent;
        })""",
        view.evaluate("explorer.state().links"),
    )
    assert [
        text for text in shown if not re.match(r"Rule: [a-z ]+ · [A-Z][a-z ]+ · Confidence: (High|Medium|Low)", text)
    ] == []


def test_a_doubtful_link_has_a_halo(opened: Open, tmp_path: Path) -> None:
    draft = seats(("member", "赵明", "组长", "2020-01-01"), ("member", "钱文", "成员", "2020-01-01"))
    for source, _, edge in draft.graph.edges(data=True):
        edge["confidence"] = 0.5 if source.name == "赵明" else 0.9
    view = opened(saved(tmp_path / "page.html", draft.graph))
    assert (count(view, "high"), count(view, "low")) == (1, 1)
    assert view.locator("#facets .halo").count() == 1
    with view.expect_download() as download:
        view.click("#export summary")
        view.click("[data-export=svg]")
    assert Path(download.value.path()).read_text("utf-8").count('class="halo"') == 1


def test_a_short_name_that_fits_two_bodies_is_doubtful(tmp_path: Path) -> None:
    text = TWINS.format(what="甲", year=2020, number=1, group="旅游", post="市文化广电旅游局局长", other="市文旅局局长")
    seat = "钱大海（市文化旅游局局长）"
    (tmp_path / "0.txt").write_text(text.replace("成  员：", f"副组长：{seat}\n成  员："), encoding="utf-8")
    built = gather([tmp_path / "0.txt"], "short")
    told = [one for one in judgements(built.graph.graph["names"]) if one["kind"] == "body"]
    assert {(one["left"], one["verdict"]) for one in told} == {("市文旅局", "unsure")}
    posts = {key[0]: links[0].trust for key, links in links_of(built).items() if key[1] == "holds"}
    assert posts == {"李建国": "high", "钱大海": "high", "王小明": "low"}
