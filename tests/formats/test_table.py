"""The table of formats: packages that are missing, formats that are not read, RTF through LibreOffice."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.build import gather
from kg.errors import InputError
from kg.formats import FORMATS, extract
from kg.formats.doc import libre_office
from kg.formats.sniff import format_of
from tests.formats.made import LINES, archive, docx, html, ofd, plain_pdf, xlsx

EXTRAS = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
PACKAGES = {"docx": "python-docx"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_what_a_format_needs_is_in_its_extra(name: str) -> None:
    form = FORMATS[name]
    assert form.load()
    listed = EXTRAS["optional-dependencies"][form.extra] if form.extra else EXTRAS["dependencies"]
    for package in form.needs:
        assert any(one.startswith(PACKAGES.get(package, package)) for one in listed)


def test_a_missing_package_is_told_with_the_line_for_pip() -> None:
    with pytest.raises(InputError) as told:
        FORMATS["pdf"]._replace(needs=("no_such_package",)).load()
    assert told.value.hint == "pip install 'gazette-kg[pdf]'"


@pytest.mark.parametrize(
    ("data", "suffix", "form"),
    [
        (docx(), ".txt", "docx"),
        (xlsx(), "", "xlsx"),
        (ofd(), ".zip", "ofd"),
        (plain_pdf(), ".doc", "pdf"),
        (html(), ".txt", "html"),
        (b"\xef\xbb\xbf<p>1</p>", ".htm", "html"),
        (b"<p>1</p>", ".txt", "txt"),
        (archive([("a.txt", b"1")]), "", "zip"),
        (b"MIME-Version: 1.0\n", ".mht", "mht"),
    ],
)
def test_formats_by_content(data: bytes, suffix: str, form: str) -> None:
    assert format_of(data, suffix) == form


def test_rtf_is_read_by_libreoffice_or_refused() -> None:
    coded = "".join(f"\\u{ord(char)}?" for char in "指挥长：安大伟")
    data = f"{{\\rtf1\\ansi\\uc1 {coded}\\par}}".encode()
    if libre_office():
        assert extract(data).text.split() == ["指挥长：安大伟"]
    else:
        with pytest.raises(InputError, match="LibreOffice"):
            extract(data)


def test_facts_are_the_same_from_every_format(tmp_path: Path) -> None:
    made = {
        "txt": "\n".join(LINES).encode(),
        "html": html(),
        "docx": docx(),
        "xlsx": xlsx(),
        "pdf": plain_pdf(),
        "ofd": ofd(),
    }
    facts = {}
    for name, data in made.items():
        (tmp_path / f"notice.{name}").write_bytes(data)
        built = gather([tmp_path / f"notice.{name}"], "one")
        facts[name] = [(one.fact.type, one.evidence.quote) for one in built.facts]
    assert len(facts["txt"]) > 3
    assert all(found == facts["txt"] for found in facts.values()), facts
