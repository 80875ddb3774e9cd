"""The tools of `kg mcp`, asked by the client of the package that serves them."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from kg.mcp import LIMITS, server
from tests.conftest import ROOT
from tests.served import ENDLESS, LONG, apart

pytestmark = pytest.mark.slow

Asked = list[tuple[str, dict[str, Any]]]
PATIENT = replace(LIMITS, seconds=LONG, turn=LONG)


def told(client: Client, asked: Asked) -> list[tuple[bool, Any]]:
    """Whether each call failed, and its text."""

    async def run() -> list[tuple[bool, Any]]:
        async with client as open_client:
            answers = [await open_client.call_tool(name, arguments) for name, arguments in asked]
        return [(bool(one.is_error), one.content[0].text if one.content else "") for one in answers]  # type: ignore[union-attr]

    return apart(run)


def test_find_node_and_sparql(graph_folder: Path) -> None:
    asked: Asked = [
        ("find", {"name": "市财政局"}),
        ("find", {"name": "安伟", "kind": "person"}),
        ("sparql", {"query": "SELECT ?n { ?p a foaf:Person ; rdfs:label ?n } ORDER BY ?n"}),
        ("sparql", {"query": "CONSTRUCT { ?p a foaf:Person } { ?p a foaf:Person }"}),
    ]
    found = told(Client(server(graph_folder, PATIENT)), asked)
    assert not any(failed for failed, _ in found)
    assert json.loads(found[0][1])["id"].endswith("财政局")
    person = json.loads(found[1][1])
    assert (person["name"], person["kind"]) == ("安伟", "person")
    assert len(json.loads(found[2][1])["results"]["bindings"]) == 72
    assert "foaf" in found[3][1]
    ((failed, node),) = told(Client(server(graph_folder, PATIENT)), [("node", {"id": person["id"]})])
    assert not failed
    assert any("安" in quote["quote"] and quote["line"] for quote in json.loads(node)["quotes"])


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("sparql", {"query": "DELETE WHERE { ?a ?b ?c }"}, "refused"),
        ("sparql", {"query": "SELECT ?a { SERVICE <http://x/> { ?a ?b ?c } }"}, "refused"),
        ("sparql", {"query": "SELECT"}, "cannot be read"),
        ("node", {"id": "person/none"}, "no such node"),
        ("find", {"name": "安伟", "kind": "animal"}, "kind is one of"),
    ],
)
def test_what_cannot_be_is_told(graph_folder: Path, name: str, arguments: dict[str, Any], says: str) -> None:
    ((failed, text),) = told(Client(server(graph_folder, PATIENT)), [(name, arguments)])
    assert failed
    assert says in text


def test_an_endless_query_is_stopped_and_the_next_one_runs(graph_folder: Path) -> None:
    client = Client(server(graph_folder, replace(LIMITS, seconds=5.0, turn=LONG)))
    asked: Asked = [("sparql", {"query": ENDLESS}), ("sparql", {"query": "SELECT (1 AS ?n) {}"})]
    first, second = told(client, asked)
    assert first[0]
    assert "stopped" in first[1]
    assert not second[0]


def test_every_tool_is_read_only_and_described(graph_folder: Path) -> None:
    async def listed() -> list[Any]:
        async with Client(server(graph_folder, PATIENT)) as client:
            return list((await client.list_tools()).tools)

    tools = apart(listed)
    assert {tool.name for tool in tools} == {"ask", "sparql", "find", "node"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_over_standard_input_and_output(graph_folder: Path) -> None:
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from kg.cli import main; main()", "mcp", "-g", str(graph_folder)],
        env={"PYTHONPATH": str(ROOT)},
    )
    ((failed, text),) = told(Client(parameters), [("find", {"name": "市教育局"})])
    assert not failed
    assert "教育局" in text


def test_questions_have_evidence(graph_folder: Path) -> None:
    ((failed, text),) = told(Client(server(graph_folder, PATIENT)), [("ask", {"question": "安伟担任什么职务？"})])
    assert not failed
    assert json.loads(text)["evidence"][0]["line"]
