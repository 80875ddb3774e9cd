"""The analyses from the command line: what they print and write, in both languages, and how they fail."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.cited import Evidence
from kg.analysis.dossier import Dossier, Entry, Section
from kg.analysis.report import html, markdown
from tests.conftest import ROOT, Run

ONE, TWO = "市财政局", "市教育局"
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)


def lines(text: str) -> list[dict[str, object]]:
    """The JSON objects of an output."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("shared", "三门峡市财政局"),
        (f"shared {ONE} {TWO}", "三政〔2020〕6号 2020-05-11 sanmenxia-2020-05.txt:"),
        ("shared --role lead", "三门峡市卫生健康委"),
        ("together", "49 rows"),
        ("together 安伟 宋东", "指挥长"),
        (f"path 安伟 {TWO}", "sanmenxia-2020-05.txt:"),
        ("person 周建文", "代区长"),
        (f"body {ONE}", "三门峡市支持装备制造业高质量发展若干政策措施"),
        ("body 市气象局", "办公室"),
        ("task 合理 膳食", "participant: "),
        ("top", "total"),
        ("top people -n 1", "聂建英  4"),
        ("top never-lead", "三门峡市财政局"),
        ("changes", "succession"),
        ("changes 周长青", "周长青"),
    ],
)
def test_commands_print_tables_and_json(kg: Run, graph_folder: Path, command: str, says: str) -> None:
    done = kg(*command.split(), "-g", str(graph_folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert says in done.stdout
    told = lines(kg(*command.split(), "-g", str(graph_folder), "--json").stdout)
    assert told
    assert all(isinstance(one, dict) for one in told)


def test_json_holds_everything(kg: Run, graph_folder: Path) -> None:
    (told,) = lines(kg("shared", ONE, TWO, "-g", str(graph_folder), "--json").stdout)
    assert told["matrix"][0][1] == told["pairs"][0]["tasks"] == len(told["tasks"])  # type: ignore[index,arg-type]
    (path,) = lines(kg("path", "安伟", "市政府", "-g", str(graph_folder), "--json").stdout)
    assert path["steps"][0]["evidence"]["quote"]  # type: ignore[index]
    (person,) = lines(kg("person", "安伟", "-g", str(graph_folder), "--json").stdout)
    assert {row["role"] for row in person["sections"]["seats"]} == {"组长", "指挥长"}  # type: ignore[index]
    assert len(lines(kg("together", "-g", str(graph_folder), "--json").stdout)) == 49


def test_chinese_headings_and_kinds(kg: Run, graph_folder: Path) -> None:
    told = kg("shared", ONE, TWO, "-g", str(graph_folder), KG_LANG="zh").stdout
    assert "参与 · 参与" in told
    assert "共同承担的任务" in told
    told = kg("top", "-g", str(graph_folder), KG_LANG="zh").stdout
    assert re.match(r"名称 +牵头 +参与 +负责 +合计", told)


def test_files_of_a_matrix(kg: Run, graph_folder: Path, tmp_path: Path) -> None:
    done = kg("shared", "-g", str(graph_folder), "--csv", "out/m.csv", "--png", "m.png")
    assert (done.returncode, done.stdout) == (0, "")
    with (tmp_path / "out" / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[1:] == [row[0] for row in rows]
    assert rows[0][2] == rows[1][1] == "17"
    assert (tmp_path / "m.png").read_bytes().startswith(b"\x89PNG")
    assert "font" not in done.stderr or "fonts-noto-cjk" in done.stderr


def test_a_report_has_every_row_and_asks_nothing(kg: Run, graph_folder: Path, tmp_path: Path) -> None:
    for name in ("r.md", "r.html"):
        assert kg("body", ONE, "-g", str(graph_folder), "--report", name, KG_LANG="zh").returncode == 0
    (told,) = lines(kg("body", ONE, "-g", str(graph_folder), "--json").stdout)
    rows = [row for section in told["sections"].values() for row in section]  # type: ignore[union-attr]
    page, text = ((tmp_path / name).read_text(encoding="utf-8") for name in ("r.html", "r.md"))
    parser = Cells()
    parser.feed(page)
    assert len(parser.rows) == len(rows)
    for row in rows:
        if row["quote"]:
            assert row["quote"] in [cell for cells in parser.rows for cell in cells]
            assert f"{row['file']}:{row['line']}" in text
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page)
    assert "default-src 'none'" in page
    assert text.count("\n## ") == len(told["sections"])  # type: ignore[arg-type]


def test_a_timeline(kg: Run, graph_folder: Path, tmp_path: Path) -> None:
    done = kg("person", "安伟", "-g", str(graph_folder), "--png", "p.png")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


def test_what_one_more_gazette_added(kg: Run, graph_folder: Path, later_folder: Path) -> None:
    done = kg("diff", str(graph_folder), str(later_folder))
    assert done.returncode == 0
    assert "林海清" in done.stdout
    assert "notice.txt:9" in done.stdout
    people = lines(kg("diff", str(graph_folder), str(later_folder), "--kind", "person", "--json").stdout)
    assert {(one["sign"], one["name"]) for one in people} == {("+", "林海清"), ("+", "何山川")}
    assert "the same" in kg("diff", str(graph_folder), str(graph_folder)).stdout


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("shared 查无此局", "no body is called"),
        ("shared --role boss", "lead or any"),
        ("person 查无此人", "no person is called"),
        ("person 张", "may be several"),
        ("body 财政局 --report r.pdf", ".md or .html"),
        ("person 安伟 --report /proc/r.md", "cannot be written"),
        ("together 查无此人", "no person is called"),
        ("path 安伟 查无此人", "is called"),
        ("task 无此任务", "no such name"),
        ("top nothing", "known are"),
    ],
)
def test_bad_input_is_one_error(kg: Run, graph_folder: Path, tmp_path: Path, command: str, says: str) -> None:
    done = kg(*command.split(), "-g", str(graph_folder))
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_no_names(kg: Run, graph_folder: Path) -> None:
    for name in ("", '"', "} UNION { ?a ?b ?c", "\\", "人" * 30_000):
        done = kg("person", name, "-g", str(graph_folder))
        assert done.returncode == 2, done.stdout
        assert len(done.stderr.splitlines()) == 1
        assert len(done.stderr) < 500


def test_no_graph_and_two_that_are_not_connected(kg: Run, tmp_path: Path) -> None:
    assert kg("shared").returncode == 2
    assert kg("diff", "nowhere", "nowhere").returncode == 2
    text = "关于成立临河市{}工作领导小组的通知\n\n各县区人民政府：\n\n组长：{}（{}）\n"
    for number, told in enumerate((("防汛", "王大明", "副市长"), ("森林", "李小龙", "市林业局局长"))):
        (tmp_path / f"{number}.txt").write_text(text.format(*told), encoding="utf-8")
    assert kg("build", "0.txt", "1.txt", "-q", "-o", "g", "--no-page").returncode == 0
    done = kg("path", "王大明", "李小龙", "-g", "g")
    assert (done.returncode, done.stdout) == (1, "")
    assert "not connected" in done.stderr


def test_what_is_slow_to_load_is_not_loaded() -> None:
    slow = ("spacy", "networkx", "pyvis", "matplotlib", "rdflib")
    code = f"import sys, kg.cli, kg.analysis; print([it for it in {slow} if it in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_picture_without_matplotlib_says_what_to_install(graph_folder: Path, tmp_path: Path, kg: Run) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError('none')", encoding="utf-8")
    done = kg("shared", "-g", str(graph_folder), "--png", "m.png", PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert done.returncode == 2
    assert "gazette-kg[plot]" in done.stderr


class Cells(HTMLParser):
    """The cells of the tables of a page, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "td":
            self.rows[-1].append("")
        elif tag == "tr":
            self.rows.append([])
        self._within = tag == "td"

    def handle_endtag(self, tag: str) -> None:
        self._within = False
        if tag == "thead":
            self.rows = [row for row in self.rows if row]

    def handle_data(self, data: str) -> None:
        if self._within:
            self.rows[-1][-1] += data


@given(TEXT, TEXT, TEXT)
def test_what_a_gazette_prints_is_no_markup(name: str, cell: str, quote: str) -> None:
    told = Evidence("1号", "题", "2020-01-01", "a.txt", 3, quote)
    found = Dossier("person/x", name, (), [Section("seats", ("role",), [Entry((cell,), told)])])
    parser = Cells()
    parser.feed(html(found, "en"))
    assert parser.rows == [[cell, "1号", "2020-01-01", "a.txt:3", quote]]
    table = markdown(found, "en").split("| --- ")[-1].splitlines()[1]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", table)) == 6
    assert not re.search(r"<[a-zA-Z/!]", table)


def test_a_graph_without_facts(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("春眠不觉晓，处处闻啼鸟。\n", encoding="utf-8")
    assert kg("build", "poem.txt", "-q", "-o", "g", "--no-page").returncode == 0
    for command in (
        "shared",
        "together",
        "top",
        "top people",
        "top never-lead",
        "changes",
        "diff g",
        "shared --png m.png",
    ):
        words = command.split() + (["g"] if command == "diff g" else ["-g", "g"])
        done = kg(*words)
        assert (done.returncode, done.stderr) == (0, ""), command
