"""Every file of a build whose words are any characters: other programs read it, and read the same names."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import example, given, settings

from kg.build import Built, build
from kg.export import export
from kg.text import encodable, marked, marked_id, uncelled
from tests.hostile import SEEDS, WORDS, made

THOROUGH = settings(max_examples=15, deadline=None)


@contextmanager
def written(words: Sequence[str]) -> Iterator[tuple[Built, Path]]:
    """A build of the words in a folder."""
    with tempfile.TemporaryDirectory() as place:
        built = made(words)
        build(built, Path(place) / "built", page=False)
        yield built, Path(place) / "built"


def names(built: Built) -> dict[str, str]:
    """The names of the graph by id, as XML and tables hold them."""
    return {marked_id(node.id): marked(node.name) for node in built.graph}


def one(folder: Path, form: str) -> str:
    return next(iter(export(form, folder).values()))


def rows(text: str) -> list[dict[str, str]]:
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: uncelled(cell) for name, cell in row.items()} for row in found]


@THOROUGH
@given(WORDS)
@example(SEEDS[:8])
@example(SEEDS[8:])
def test_xml_is_well_formed_and_keeps_the_names(words: list[str]) -> None:
    with written(words) as (built, folder):
        for form, reader in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
            text = one(folder, form)
            assert ElementTree.fromstring(text) is not None
            found = reader(io.BytesIO(text.encode()))
            assert {node: told["name"] for node, told in found.nodes(data=True)} == names(built)
            assert found.number_of_edges() == built.graph.number_of_edges()


@THOROUGH
@given(WORDS)
@example(SEEDS[:8])
@example(SEEDS[8:])
def test_tables_have_a_row_a_thing_and_nothing_to_run(words: list[str]) -> None:
    with written(words) as (built, folder):
        tables = export("csv", folder)
        assert {row["id"]: row["name"] for row in rows(tables["nodes.csv"])} == names(built)
        quotes = [row["quote"] for row in rows(tables["facts.csv"])]
        assert quotes == [marked(fact.evidence.quote) for fact in built.facts]
        imported = export("neo4j", folder)
        lines = {key: name.replace("\n", " ") for key, name in names(built).items()}
        assert {row["id:ID"]: row["name"] for row in rows(imported["nodes.csv"])} == lines
        assert imported["nodes.csv"].count("\n") == len(built.graph) + 1
        for text in (*tables.values(), *imported.values()):
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠")) and not number(cell)]


def number(cell: str) -> bool:
    """Whether a cell is a number to every program."""
    return cell.isascii() and cell.lstrip("+-").replace(".", "", 1).isdecimal()


@THOROUGH
@given(WORDS)
@example(SEEDS[:8])
@example(SEEDS[8:])
def test_lines_of_json_are_lines_and_keep_every_character(words: list[str]) -> None:
    with written(words) as (built, folder):
        for path in sorted(folder.glob("*.jsonl")):
            text = path.read_text("utf-8")
            assert len(text.splitlines()) == text.count("\n"), path
            assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
        facts = [json.loads(line) for line in (folder / "facts.jsonl").read_text("utf-8").splitlines()]
        assert [fact["source"]["quote"] for fact in facts] == [encodable(it.evidence.quote) for it in built.facts]
        people = {it["properties"]["name"][0] for it in told(one(folder, "ftm")) if it["schema"] == "Person"}
        assert people == {marked(node.name) for node in built.graph if node.type == "person"}


def told(text: str) -> list[dict[str, dict[str, list[str]]]]:
    """The objects of lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("value", [float("inf"), 1e22, -5.0])
def test_a_number_that_is_none_is_null_and_others_are_kept(value: float, tmp_path: Path) -> None:
    build(made(SEEDS[:8], value), tmp_path / "built", page=False)
    facts = [json.loads(line) for line in (tmp_path / "built" / "facts.jsonl").read_text("utf-8").splitlines()]
    found = next(fact["value"] for fact in facts if fact["type"] == "target")
    assert found == (None if value == float("inf") else value)
