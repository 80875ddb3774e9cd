"""Random, cut and changed files of every format: a text or an error for the user, nothing else."""

from __future__ import annotations

import io
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.formats import extract
from tests.formats.checks import check
from tests.formats.made import archive, docx, html, ofd, plain_pdf, xlsx

MADE = {"docx": docx, "html": html, "ofd": ofd, "pdf": plain_pdf, "xlsx": xlsx}
NAMES = [".txt", ".html", ".doc", ".pdf", ".zip", ""]


@cache
def made(form: str) -> bytes:
    """A whole file of a format."""
    return MADE[form]()


def read(data: bytes, name: str = "") -> None:
    """Read a file that may be anything, and check what comes of it."""
    try:
        found = extract(data, name)
    except KgError:
        return
    check(found.text, found.marks)


@given(st.binary(max_size=2_000), st.sampled_from(NAMES))
@settings(deadline=None, max_examples=150)
def test_random_bytes(data: bytes, name: str) -> None:
    read(data, f"file{name}")


@given(st.text(max_size=400), st.sampled_from(["utf-8", "gb18030", "utf-16-le"]))
@settings(deadline=None, max_examples=150)
def test_random_markup(text: str, encoding: str) -> None:
    read(f"<html><table><tr><td rowspan=3>{text}</table>".encode(encoding, "replace"), "a.html")
    read(text.encode(encoding, "replace"))


@pytest.mark.parametrize("form", sorted(MADE))
@given(data=st.data())
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_cut_and_changed_files(form: str, data: st.DataObject) -> None:
    whole = bytearray(made(form))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    read(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    read(bytes(whole))


@pytest.mark.parametrize("magic", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"{\\rtf1", b"%PDF-1.7\n"])
def test_a_beginning_and_nothing_behind(magic: bytes) -> None:
    read(magic + bytes(range(256)))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + magic
    for stream in ("WordDocument", "Workbook", "EncryptedPackage"):
        read(ole + stream.encode("utf-16-le") + bytes(4_000))


def test_members_that_office_files_must_have_are_damaged() -> None:
    for member in ("word/document.xml", "xl/workbook.xml", "OFD.xml"):
        read(archive([("[Content_Types].xml", b"<Types/>"), (member, b"<a>" * 50_000)]))


def test_a_picture_of_nothing() -> None:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (64, 64), 255).save(stream, "PNG")
    with pytest.raises(KgError, match="shows no text"):
        extract(stream.getvalue())


def test_readers_write_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    read(b"<html><head><title>1</title></head><body><p>\x01\x00\x02 " + "临河市".encode() * 30)
    read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 400)
    read(made("docx")[:-300] + made("docx")[-200:])
    assert capfd.readouterr() == ("", "")
