"""The page's script without comments and blanks: the same program, whatever it holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.view.bundle import bundle
from kg.view.slim import SILENT, slim, tokens

CASES = {
    "a  =  1 ;  // why\nb = 2": "a=1;b=2",
    "/** said\n * twice */\nfunction  f ( a ) {\n  return a\n}": "function f(a){return a}",
    "a\nb": "a\nb",
    "return\na": "return\na",
    "a /* one\nline */ b": "a\nb",
    "a\n  .b": "a.b",
    "x = '// no' + \"/* no  */\"": "x='// no'+\"/* no  */\"",
    "x = 'it\\'s  // ' + y": "x='it\\'s  // '+y",
    "a + +b - -c + ++d": "a+ +b- -c+ ++d",
    "a - --b": "a- --b",
    "i -- > 0": "i-- >0",
    "a / b / c": "a/b/c",
    "a / /b  \\/[/]  c/g . d": "a/ /b  \\/[/]  c/g.d",
    "x = /[\"'`]  \\/\\// . test ( y )": "x=/[\"'`]  \\/\\//.test(y)",
    "return /a  b/ . test ( y )": "return/a  b/.test(y)",
    "( a ) / 2 / b": "(a)/2/b",
    "a ++ / 2 / b": "a++/2/b",
    "1 . toString ( )": "1 .toString()",
    "return .5 + 1e-3 - 0.5": "return .5+1e-3-0.5",
    "a < ! b": "a< !b",
    "`a  ${ b  +  `c  ${ { d : 1 } . d }  e` }  // f` + g": "`a  ${b+`c  ${{d:1}.d}  e`}  // f`+g",
    "`\\`  $  {  ${ a }` / 2": "`\\`  $  {  ${a}`/2",
    "const { 财 } = 政  // 名": "const{财}=政",
    "a ?. b ?? c": "a?.b??c",
    "let async = 1": "let async=1",
}


@pytest.mark.parametrize("script", CASES)
def test_only_what_says_nothing_goes(script: str) -> None:
    assert slim(script) == CASES[script]
    assert "".join(token for _, token in tokens(script)) == script


def spoken(script: str) -> list[str]:
    """The tokens that say something."""
    return [token for kind, token in tokens(script) if kind not in SILENT]


def test_the_page_keeps_every_token_and_loses_a_quarter() -> None:
    whole = bundle("main")
    short = slim(whole)
    assert spoken(short) == spoken(whole)
    assert slim(short) == short
    assert len(short) < 0.76 * len(whole)
    assert "//" not in "".join(token for kind, token in tokens(short) if kind in ("comment", "sign"))


@pytest.mark.parametrize("bad", ["a = `b", "a = 'b", 'a = "b\n"', "a = `${b`"])
def test_what_is_no_script_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"no script"):
        slim(bad)


SAME = """
const [, acorn, ...files] = process.argv.slice(1);
const plain = (key, value) => (key === "start" || key === "end" ? undefined : value instanceof RegExp ? null : value);
const options = { ecmaVersion: "latest" };
const tree = (file) => JSON.stringify(require(acorn).parse(require("fs").readFileSync(file, "utf8"), options), plain);
const [whole, short] = files.map(tree);
process.exit(whole.length > 100000 && whole === short ? 0 : 1);
"""


def test_a_parser_reads_the_same_program(tmp_path: Path) -> None:
    missing = pytest.fail if os.environ.get("CI") else pytest.skip
    node, acorn = shutil.which("node"), Path(sys.prefix) / "npm" / "node_modules" / "acorn"
    if node is None or not acorn.exists():
        missing("no parser of scripts here: make lint fetches one with ESLint")
    files = [tmp_path / "whole.js", tmp_path / "short.js"]
    for path, script in zip(files, (bundle("main"), slim(bundle("main"))), strict=True):
        path.write_text(script, encoding="utf-8")
    done = subprocess.run(
        [str(node), "-e", SAME, "--", "x", str(acorn), *map(str, files)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
