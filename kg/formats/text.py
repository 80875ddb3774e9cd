"""Plain text in the encodings in which gazettes come: UTF-8, UTF-16 with its mark, GB 18030."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from kg.errors import InputError

__all__ = ["decode", "read_text"]

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]")
HAN = re.compile(r"[\u3400-\u9fff]")


def read_text(path: Path) -> str:
    """The text of a file with line ends as \\n and without a byte order mark."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from error
    if not data.strip():
        raise InputError("the file is empty", path)
    text = decode(data)
    if text is None:
        raise InputError("this is no text", path, "give a text file in UTF-8, UTF-16 or GB 18030")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes) -> str | None:
    """The text of `data`, None for what no known encoding makes text of."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_text(text, sure=encoding != "gb18030"):
            return text
    return None


def is_text(text: str, sure: bool) -> bool:
    """Whether decoded characters can be a text; an encoding that takes any bytes needs Chinese in it."""
    strange = len(CONTROL.findall(text))
    if strange * 200 > len(text):
        return False
    return sure or len(HAN.findall(text)) * 5 > len(text)
