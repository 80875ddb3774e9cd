"""The page of a build whose words are any characters: well-formed, and its data as documented."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.text import celled, encodable, marked
from kg.view import page
from kg.view.payload import script_json
from tests.conftest import ROOT
from tests.hostile import SEEDS, WORDS, made

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CLEAN = ROOT / "kg" / "view" / "page" / "csv.js"


@settings(max_examples=8, deadline=None)
@given(WORDS)
@example(SEEDS[:8])
@example(SEEDS[8:])
def test_the_page_holds_no_character_that_html_forbids_and_all_names(words: list[str]) -> None:
    built = made(words)
    html = str(page(built.graph))
    own = html[: html.index("<style>")] + html[html.index("</style>") : html.index("<script>")]
    assert own == marked(own)
    found = DATA.search(html)
    assert found
    names = json.loads(found[1])["nodes"]["name"]
    shown = [TURNING.sub("\ufffd", encodable(node.name)) for node in built.graph]
    assert sorted(names) == sorted(shown)
    html.encode("utf-8")


@given(st.text(st.characters()))
def test_the_data_of_a_page_is_json_without_bidi_controls(text: str) -> None:
    told = script_json([text])
    assert json.loads(told) == [TURNING.sub("\ufffd", encodable(text))]
    assert not set("<>&\u2028\u2029") & set(told)


def test_the_cells_of_the_page_are_those_of_the_export() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on the path: apt-get install nodejs")
    words = [*SEEDS, "-5", "+1.5", "-.5", "3.", "-1+2", " ＋1", "''=", "甲", "", "a\u0000\u009f\r"]
    program = f"""import {{ cell }} from {json.dumps(CLEAN.as_uri())};
        const plain = (text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
        console.log(JSON.stringify({json.dumps(words)}.map((word) => plain(cell(word)))));"""
    done = subprocess.run([node, "--input-type=module", "-e", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [celled(word) for word in words]
