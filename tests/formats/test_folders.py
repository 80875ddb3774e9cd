"""Folders, archives and what the user says of files: every file is read or refused by name and reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.formats import Metadata, Refused, read
from tests.formats.made import LINES, archive, docx, html, plain_pdf, xlsx

TEXT = "\n".join(LINES) + "\n"


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Put files into a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def other(number: int) -> bytes:
    """A text that is no other's."""
    return f"{TEXT}第{number}份\n".encode()


def test_a_folder_of_everything(tmp_path: Path) -> None:
    files = {
        "a/one.txt": other(1),
        "b/one.txt": other(2),
        "page.html": html(),
        "data.json": b'{"a": 1}',
        "empty.pdf": b"",
        "broken.docx": docx()[:900],
        "notes.rar": b"Rar!\x1a\x07\x00" + bytes(50),
        ".DS_Store": b"x",
        "~$page.docx": b"x",
        "__MACOSX/page.html": html(),
    }
    found = read([write(tmp_path, files)])
    assert [one.origin for one in found.sources] == ["a/one.txt", "b/one.txt", "page.html"]
    assert {one.origin: one.reason for one in found.refused} == {
        "broken.docx": "no text can be read from this: the file is damaged",
        "data.json": "a .json file is no format of notices",
        "empty.pdf": "the file is empty",
        "notes.rar": "this is a RAR archive",
    }


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    files = {"a.doc": html(), "b.txt": plain_pdf([*LINES, "甲"]), "c": docx([*LINES, "乙"]), "d.xls": xlsx([["丙"]])}
    found = read([write(tmp_path, files)])
    assert [one.text[-2:-1] for one in found.sources] == ["）", "甲", "乙", "丙"]


def test_one_notice_twice_is_one_source(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT.encode(), "b.html": html(), "c.docx": docx(), "d.txt": other(1)})
    found = read([tmp_path])
    assert [(one.origin, one.also) for one in found.sources] == [("a.txt", ("b.html", "c.docx")), ("d.txt", ())]


def test_members_of_archives(tmp_path: Path) -> None:
    inner = archive([("深.txt", other(3))])
    data = archive(
        [("一.txt", other(1)), ("__MACOSX/x", b"x"), ("内.zip", inner), ("坏.pdf", b"%PDF-1.4"), ("二.txt", other(2))]
    )
    (tmp_path / "all.zip").write_bytes(data)
    found = read([tmp_path])
    assert [one.origin for one in found.sources] == ["all.zip/一.txt", "all.zip/二.txt", "all.zip/内.zip/深.txt"]
    assert [one.origin for one in found.refused] == ["all.zip/坏.pdf"]


def test_names_of_members_do_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive([("../../b.txt", other(1)), ("/etc/c.txt", other(2))]))
    assert [one.origin for one in read([tmp_path]).sources] == ["a.zip/b.txt", "a.zip/etc/c.txt"]


def test_names_of_members_in_gb_18030(tmp_path: Path) -> None:
    data = archive([("abcd.txt", TEXT.encode())]).replace(b"abcd.txt", "通知".encode("gb18030") + b".txt")
    (tmp_path / "old.zip").write_bytes(data)
    assert [one.origin for one in read([tmp_path]).sources] == ["old.zip/通知.txt"]


def test_archives_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = other(1)
    for _ in range(6):
        deep = archive([("a.zip", deep)])
    locked = bytearray(archive([("a.txt", b"x")]))
    at = locked.index(b"PK\x01\x02")
    locked[6] |= 1
    locked[at + 8] |= 1
    write(tmp_path, {"deep.zip": deep, "large.zip": archive([("a", bytes(900_000))]), "locked.zip": bytes(locked)})
    monkeypatch.setattr("kg.formats.packed.LARGEST", 800_000)
    with pytest.raises(InputError, match="none of 3"):
        read([tmp_path])
    (tmp_path / "z.txt").write_bytes(other(1))
    reasons = [one.reason for one in read([tmp_path]).refused]
    assert [word in reason for word, reason in zip(("too many", "unpacks to", "password"), reasons, strict=True)] == [
        True
    ] * 3


def test_what_the_user_says(tmp_path: Path) -> None:
    table = "file,place,date,colour\na.txt,临河市,2020年5月1日,\nb.txt,,31 May,\nmissing.txt,,,\n,临河市,,\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        write(tmp_path, {"a.txt": other(1), "b.txt": other(2), "sources.csv": table.encode(encoding)})
        found = read([tmp_path], Metadata(issuer="临河市政府"))
        assert found.sources[0].said == Metadata(issuer="临河市政府", place="临河市", date="2020-05-01")
        assert found.sources[1].said == Metadata(issuer="临河市政府")
        assert [told.split(": ")[0] for told in found.warnings] == [f"sources.csv:{n}" for n in (1, 3, 4, 5)]
    assert read([tmp_path / "a.txt"]).sources[0].said.place == "临河市"


def test_odd_files_of_a_system(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": other(1)})
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    name = os.fsdecode("通知.txt".encode("gb18030"))
    (tmp_path / name).write_bytes(other(2))
    found = read([tmp_path])
    assert [one.origin for one in found.sources] == ["a.txt", "通知.txt"]
    assert sorted(found.refused, key=str) == [
        Refused("gone.txt", "no such file"),
        Refused("pipe.txt", "is no ordinary file"),
    ]


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(300_000_000)
    with pytest.raises(InputError, match="300 MB"):
        read([tmp_path])


def test_files_of_one_name_are_cited_by_their_path(tmp_path: Path) -> None:
    write(tmp_path, {"a/n.txt": other(1), "b/n.txt": other(2)})
    found = read([tmp_path / "a" / "n.txt", tmp_path / "b" / "n.txt", tmp_path / "a"])
    assert len({one.origin for one in found.sources}) == len(found.sources) == 2


def test_texts_that_would_be_kept_under_one_name(tmp_path: Path) -> None:
    write(tmp_path, {"a": other(1), "a.txt": other(2)})
    assert [one.origin for one in read([tmp_path]).sources] == ["a", "a (2).txt"]


def test_a_missing_file_beside_one_that_is_there(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": other(1)})
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert (len(found.sources), found.refused[0].reason) == (1, "no such file or folder")
    with pytest.raises(InputError, match="no sources here"):
        read([write(tmp_path / "void", {".hidden": b"x"})])
