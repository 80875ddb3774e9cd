"""What becomes of characters that a target cannot hold, or that would mislead its reader: one rule for each target.

| target | characters | become |
| --- | --- | --- |
| any file (UTF-8) | half a surrogate pair | U+FFFD |
| JSON | U+007F-009F, line ends of Unicode, bidi controls, U+FEFF, noncharacters | escapes (lossless) |
| JSON of the page | bidi controls | U+FFFD |
| XML, HTML, CSV | controls but tab and line feed, bidi controls, U+FEFF, noncharacters, half a pair | U+FFFD |
| ids in XML and CSV | the same, and `%` | percent signs, as in the IRIs: two ids never become one |
| CSV | what a spreadsheet would run | the same with an apostrophe before it, which `uncelled` takes away |

One character becomes one character wherever U+FFFD stands for it, so that offsets and lengths hold. Text without
such characters is never changed. RDF has escapes of its own (kg/rdf/writer.py).
"""

from __future__ import annotations

import json
import math
import re
from typing import Any
from urllib.parse import quote

__all__ = ["BIDI", "as_json", "celled", "encodable", "marked", "marked_id", "uncelled"]

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""The characters that change the order in which others are shown: what is read is not what stands there."""

ODD = r"\ufeff\ufdd0-\ufdef\ufffe\uffff" + "".join(f"\\U{plane:04X}FFFE\\U{plane:04X}FFFF" for plane in range(1, 17))
"""The byte order mark and the noncharacters, which no text has."""

TURNING = re.compile(f"[{BIDI}]")
HALVES = re.compile(r"[\ud800-\udfff]")
ESCAPED = re.compile(rf"[\x7f-\x9f\u2028\u2029{BIDI}{ODD}\ud800-\udfff]")
UNFIT = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}{ODD}\ud800-\udfff]")
UNFIT_ID = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}{ODD}\ud800-\udfff%]")
FORMULA = re.compile(r"'*\s*[=+\-@\t＝＋－＠]")
"""How a cell begins that a spreadsheet may run, wide signs too, or one that was made safe already."""

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)
LOST = "\ufffd"


def encodable(text: str) -> str:
    """Text that UTF-8 can hold."""
    return HALVES.sub(LOST, text)


def marked(text: str) -> str:
    """Text that XML 1.0, HTML and a table can hold and that shows as it stands, before `<` and `&` are escaped."""
    return UNFIT.sub(LOST, text)


def marked_id(key: str) -> str:
    """An id that XML 1.0 and a table can hold, another for another."""
    return UNFIT_ID.sub(lambda found: quote(found[0], safe="", errors="surrogatepass"), key)


def as_json(value: Any, shown: bool = False, **layout: Any) -> str:
    """A value as JSON, Chinese readable; one line as `splitlines` counts them unless `layout` says otherwise.

    Every reader gets the same text back, but for half a surrogate pair; a number that is none (infinity), which JSON
    does not know, is null. Where the text is `shown` to somebody as it is, bidi controls become U+FFFD too.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, **layout)
    except ValueError:
        text = json.dumps(_finite(value), ensure_ascii=False, **layout)
    return ESCAPED.sub(_escape, TURNING.sub(LOST, text) if shown else text)


def celled(value: object) -> object:
    """A value as the cell of a table that a spreadsheet may open; numbers stay numbers, written ones too."""
    if not isinstance(value, str):
        return value
    text = marked(value)
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def uncelled(cell: str) -> str:
    """The text of a cell that `celled` wrote."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _finite(value: Any) -> Any:
    """The value with null for each number that is none."""
    if isinstance(value, dict):
        return {name: _finite(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _escape(found: re.Match[str]) -> str:
    """The escape of JSON for a character."""
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return LOST
    return f"\\u{code:04x}" if code <= 0xFFFF else json.dumps(found[0])[1:-1]
