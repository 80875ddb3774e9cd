"""The command line from end to end: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.build import sample
from tests.conftest import ROOT, Run

NAME = "sanmenxia-2020-05"
FILES = {
    "bodies.jsonl",
    "changes.jsonl",
    "coverage.jsonl",
    "facts.jsonl",
    "graph.graphml",
    "graph.html",
    "graph.nq",
    "graph.ttl",
    "judgements.jsonl",
    "people.jsonl",
    "sources.jsonl",
    "text",
}


def test_the_sample_builds_to_its_golden_files(kg: Run, tmp_path: Path) -> None:
    done = kg("build", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "graphs" / NAME
    assert {path.name for path in folder.iterdir()} == FILES
    assert str(Path("graphs") / NAME / "graph.html") in done.stdout
    for name in ("facts.jsonl", "graph.ttl"):
        assert (folder / name).read_bytes() == (ROOT / "graphs" / NAME / name).read_bytes(), f"{name} has changed"


def test_two_builds_give_the_same_bytes(kg: Run, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        assert kg("build", "-q", "-o", f"out/{seed}/same", PYTHONHASHSEED=seed).returncode == 0
    for name in FILES - {"text"}:
        first, second = (tmp_path / "out" / seed / "same" / name for seed in ("1", "2"))
        assert first.read_bytes() == second.read_bytes(), name


def test_every_quote_is_what_stands_there(kg: Run, tmp_path: Path) -> None:
    assert kg("build", "-q", "-o", "b").returncode == 0
    for line in (tmp_path / "b" / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        source = json.loads(line)["source"]
        text = (tmp_path / "b" / "text" / source["file"]).read_text(encoding="utf-8")
        assert text[source["start"] : source["end"]] == source["quote"]
        assert source["line"] == text.count("\n", 0, source["start"]) + 1


def test_a_folder_of_several_encodings(kg: Run, tmp_path: Path) -> None:
    text = sample().read_text(encoding="utf-8")
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "gb18030", "utf-16")):
        path = tmp_path / "in" / str(number) / "a.txt"
        path.parent.mkdir(parents=True)
        path.write_bytes((text + f"本件为第{number}份。\n").replace("\n", "\r\n").encode(encoding))
    done = kg("build", "in", "--json")
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert counts["memberships"] == 4 * 85
    assert counts["persons"] == json.loads(kg("build", "--json").stdout)["persons"]
    assert (tmp_path / "graphs" / "in" / "text" / "2" / "a.txt").read_text(encoding="utf-8") == text + "本件为第2份。\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("rubbish.bin", bytes(range(256)) * 40, "no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + os.urandom(999), "no text"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    kg: Run, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = kg("build", name)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
    assert not (tmp_path / "graphs").exists()


def test_a_folder_without_sources(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = kg("build", "void")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "no sources" in done.stderr


@pytest.mark.parametrize("place", ["/proc/nowhere", "taken/below"])
def test_a_folder_that_cannot_be_written(kg: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = kg("build", "-o", place)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "cannot be written" in done.stderr


def test_a_target_that_is_a_file_is_left_alone(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = kg("build", "-o", "taken")
    assert done.returncode == 2, done.stdout
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_text_without_notices_is_a_warning(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。\n", encoding="utf-8")
    done = kg("build", "poem.txt", "-o", "p")
    assert done.returncode == 0
    assert "poem.txt" in done.stderr
    assert "no notice" in done.stderr
    assert (tmp_path / "p" / "facts.jsonl").read_text(encoding="utf-8") == ""
    assert "<html" in (tmp_path / "p" / "graph.html").read_text(encoding="utf-8")


def test_a_doubt_is_shown_with_its_place(kg: Run, tmp_path: Path) -> None:
    text = "关于成立临河市测试工作领导小组的通知\n\n各县区人民政府：\n\n组长：￥￥￥￥￥\n"
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    done = kg("build", "odd.txt", "--json")
    assert "odd.txt:5:4" in done.stderr
    assert "^" in done.stderr
    assert json.loads(done.stdout)["doubts"] == 1


def test_doubts_are_listed_again_from_the_folder(kg: Run, tmp_path: Path) -> None:
    text = "关于成立临河市测试工作领导小组的通知\n\n各县区人民政府：\n\n组长：￥￥￥￥￥\n"
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    assert kg("build", "odd.txt", "-q", "-o", "d").returncode == 0
    done = kg("doubts", "d")
    assert done.returncode == 1
    assert "odd.txt:5:4" in done.stdout
    assert kg("doubts", "nowhere").returncode == 2
    assert kg("build", "-q", "-o", "s").returncode == 0
    assert kg("doubts", "s").returncode == 0


def test_quiet_says_nothing(kg: Run) -> None:
    done = kg("build", "--quiet")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_the_base_of_the_ids_can_be_changed(kg: Run, tmp_path: Path) -> None:
    assert kg("build", "-q", "-o", "b", "--base", "https://example.org/x/").returncode == 0
    turtle = (tmp_path / "b" / "graph.ttl").read_text(encoding="utf-8")
    assert "https://example.org/x/" in turtle
    assert "https://w3id.org/gazette-kg/id/" not in turtle


def test_chinese_and_english(kg: Run) -> None:
    assert "任职" in kg("build", KG_LANG="zh").stdout
    assert "memberships" in kg("build", KG_LANG="en").stdout


def test_help_and_version(kg: Run) -> None:
    assert "build" in kg("--help").stdout
    assert "Examples" in kg("build", "--help").stdout
    assert kg("--version").stdout.strip().count(".") == 2
    assert kg("open", "nowhere").returncode == 2
    assert kg("build", "--no-such-option").returncode == 2


def test_a_build_without_a_page_leaves_no_old_one(kg: Run, tmp_path: Path) -> None:
    assert kg("build", "-o", "out", "-q").returncode == 0
    assert (tmp_path / "out" / "graph.html").is_file()
    done = kg("build", "-o", "out", "--no-page", "--json")
    assert json.loads(done.stdout)["page"] is None
    assert not (tmp_path / "out" / "graph.html").exists()
    assert (tmp_path / "out" / "graph.ttl").is_file()
