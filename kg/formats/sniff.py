"""The format of a file by what is in it, its name asked only where the content leaves it open."""

from __future__ import annotations

import codecs
import io
import re
import zipfile

from kg.errors import InputError

__all__ = ["format_of"]

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("EncryptedPackage", "locked"))
MEMBERS = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("OFD.xml", "ofd"))
PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|title)\b", re.I | re.S)
PIECE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:div|table|p|span|h[1-6]|section|article|td|center|font)\b", re.I | re.S)
WEB = (".htm", ".html", ".shtml", ".shtm", ".xhtml", ".jhtml", ".aspx", ".jsp", ".php")
TEXTS = ("", ".txt", ".text", ".md")
HEAD = 4096


def format_of(data: bytes, suffix: str = "") -> str:
    """The name of a file's format in the table of formats; `suffix` in small letters with its point."""
    if found := next((name for magic, name in MAGIC if data.startswith(magic)), None):
        return found
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return of_zip(data)
    if data.startswith(OLE):
        return of_ole(data)
    head = head_of(data)
    if head.startswith("MIME-Version:") or re.match(r"From: <?Saved by", head):
        return "mht"
    return "html" if PAGE.match(head) or ((suffix in WEB or suffix not in TEXTS) and PIECE.match(head)) else "txt"


def head_of(data: bytes) -> str:
    """The beginning of a file as characters, those beyond ASCII of no account."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[:HEAD].decode("utf-16", "replace")
    return data[:HEAD].removeprefix(codecs.BOM_UTF8).decode("latin-1")


def of_zip(data: bytes) -> str:
    """Which of the formats that are archives this is; "zip" for a plain one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").removeprefix("/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InputError("no text can be read from this: the file is damaged", hint="get it anew") from error
    for member, name in MEMBERS:
        if member in names:
            return name
    return "office" if {"[Content_Types].xml", "mimetype"} & names else "zip"


def of_ole(data: bytes) -> str:
    """Which of Microsoft's older formats this is."""
    for stream, name in STREAMS:
        if stream.encode("utf-16-le") in data:
            return name
    return "office"
