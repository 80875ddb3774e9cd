"""A built folder opened: rows with the words they rest on, names to things, large graphs, and none at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.store import Store, Thing
from tests.store.conftest import GROUP


def test_rows_have_plain_values_and_the_words_they_rest_on(store: Store) -> None:
    rows = store.run("members", body=GROUP, role="组长")
    assert len(rows) == 1
    row = rows[0]
    assert (row["role"], row["date"]) == ("组长", "2020-02-20")
    assert str(row["member"]).startswith("person/")
    found = row.evidence
    assert found
    assert str(row["name"]) in re.sub(r"\s", "", found.quote)
    assert found.document == "三政办文〔2020〕3号"
    assert list(row) == ["bodyName", "role", "member", "name", "date", "fact"]
    assert "Row({" in repr(row)
    with pytest.raises(KeyError):
        row["nothing"]
    assert store.run("shared-responsibility", body="市财政局")[0].evidence is None
    assert isinstance(store.run("shared-responsibility")[0]["tasks"], int)
    assert {type(row["value"]) for row in store.run("targets", year="2022")} <= {float, type(None)}
    assert {type(row["amends"]) for row in store.run("citations")} == {bool}


def test_quotes_are_what_stands_there(store: Store, sample_text: str) -> None:
    for name in ("members", "tasks", "documents", "targets", "rosters", "citations", "establishments"):
        rows = store.run(name)
        for row in rows[:20]:
            found = row.evidence
            assert found
            assert sample_text[found.start : found.end] == found.quote
            assert found.line == sample_text.count("\n", 0, found.start) + 1
        assert rows, name


def test_names_mean_things(store: Store) -> None:
    city = Thing("body/三门峡市财政局", "三门峡市财政局")
    for name in ("body/三门峡市财政局", "三门峡市财政局", "市财政局", "财政局", f"{store.base}body/三门峡市财政局"):
        assert store.find("body", name) == [city]
    assert len(store.find("body", "局")) > 5
    assert store.find("person", "财政局") == store.find("body", 'x" . "') == store.find("body", "\\") == []
    assert [thing.id for thing in store.find("document", "三政〔2020〕6号")] == ["document/三政〔2020〕6号"]


def test_a_large_graph_is_kept_on_disk(
    graph_folder: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "large"
    shutil.copytree(graph_folder, folder)
    monkeypatch.setattr("kg.store.kept.LARGE", 1)
    kept = Store.open(folder)
    assert set(kept.inner) == set(store.inner)
    first = list((folder / "store").iterdir())
    assert Store.open(folder).run("members", body=GROUP)
    assert list((folder / "store").iterdir()) == first
    path = folder / "graph.nq"
    path.write_bytes(path.read_bytes() + b"<urn:a> <urn:b> <urn:c> .\n")
    assert len(set(Store.open(folder).inner)) == len(set(store.inner)) + 1
    assert list((folder / "store").iterdir()) != first


@pytest.mark.parametrize("content", [None, b"<urn:a> <urn:b>", b"\xff\xfe"])
def test_a_folder_without_a_graph_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "graph.nq").write_bytes(content)
    with pytest.raises(GraphError, match=r"graph\.nq: cannot be read"):
        Store.open(tmp_path)


def test_asking_starts_light() -> None:
    heavy = ["spacy", "networkx", "pyvis", "rdflib", "numpy"]
    code = "import sys, kg.cli, kg.store, kg.ask, kg.analysis\n"
    code += f"sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
