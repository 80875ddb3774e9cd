"""Plain text in the encodings in which gazettes come: UTF-8, UTF-16 with or without its mark, GB 18030, Big5."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError
from kg.formats.draft import clean
from kg.formats.source import Extracted

__all__ = ["BAD", "as_extracted", "as_name", "decode", "read_text"]

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
BAD = "\ufffd"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]")
HAN = re.compile(r"[\u3400-\u9fff]")
NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
UNMARKED = ("gb18030", "big5", "utf-16-le", "utf-16-be")
COMMON = frozenset(
    "，。、：；（）《》〔〕　\n的一二三四五六七八九十年月日号市县区人民政府关于通知公报各委局办公室主任长部第"
    "和在是为不有中国大"
    "號縣區關於會辦長員國為發報務實業"
)
"""Characters that any Chinese official text is full of, by which a wrong encoding shows."""
SAMPLE = 20_000
"""Bytes by which the encoding is told."""


def read_text(data: bytes) -> Extracted:
    """The text of a file; InputError for what no known encoding makes text of."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise InputError("the file is empty")
    found = decode(data)
    if found is None:
        raise InputError("this is no text", hint="give a text file in UTF-8, UTF-16, GB 18030 or Big5")
    return as_extracted(*found)


def as_extracted(text: str, encoding: str) -> Extracted:
    """A decoded text, with a warning where bytes could not be decoded."""
    text = clean(text)
    bad = text.count(BAD)
    if not bad:
        return Extracted(text)
    line = text.count("\n", 0, text.find(BAD)) + 1
    name = NAMES.get(encoding, encoding.upper())
    told = f"{bad} {'byte is' if bad == 1 else 'bytes are'} no {name} and read as {BAD}, the first in line {line}"
    return Extracted(text, warnings=(told,))


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of `data` and its encoding, bad bytes as U+FFFD; None for what no known encoding makes text of."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", likeliest(data)):
        text = data.decode(encoding, "replace")
        if is_text(text, sure=encoding in NAMES):
            return text, encoding
    return None


def as_name(raw: bytes) -> str:
    """A file's name in UTF-8, else in GB 18030 as Chinese systems write it.

    Some words (通知) are both; what would be Chinese in GB 18030 and Greek to Hebrew letters in UTF-8 is Chinese.
    """
    chinese = raw.decode("gb18030", "replace")
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        return chinese
    letters = [char for char in name if char > "\x7f"]
    sure = [char for char in chinese if char > "\x7f"]
    return chinese if letters and max(letters) < "\u0800" and all(map(HAN.match, sure)) else name


def likeliest(data: bytes) -> str:
    """The encoding without a mark that makes most of `data` characters which Chinese texts are full of."""

    def share(encoding: str) -> float:
        text = data[:SAMPLE].decode(encoding, "replace")
        return sum(char in COMMON or "\x20" <= char < "\x7f" for char in text) / max(len(text), 1)

    return max(UNMARKED, key=share)


def is_text(text: str, sure: bool) -> bool:
    """Whether decoded characters can be a text; an encoding that takes any bytes needs Chinese in it.

    A few characters that could not be decoded do no harm where there is Chinese enough.
    """
    strange = len(CONTROL.findall(text))
    han = len(HAN.findall(text))
    if strange * 200 > len(text) and strange * 8 > han:
        return False
    return (sure and "\x00" not in text) or han * 5 > len(text)
