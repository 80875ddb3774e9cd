"""Word files of the old kind, WPS and RTF: through LibreOffice where it is installed, else the bare text."""

from __future__ import annotations

import io
import itertools
import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
from pathlib import Path

from kg.errors import InputError
from kg.formats.docx import read_docx
from kg.formats.draft import Draft
from kg.formats.source import Extracted

__all__ = ["read_doc", "read_rtf"]

PATIENCE = 120
"""Seconds that LibreOffice may take for one file."""
BARE = "read without LibreOffice: merged cells and automatic numbers are missing; install it, or save as DOCX"
MAGIC, LOCKED, WHICH_TABLE = 0xA5EC, 0x0100, 0x0200
FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x15]*))?\x15")
SIGNS = {
    7: "\t",
    11: "\n",
    12: "\n",
    13: "\n",
    30: "-",
    31: None,
    1: None,
    2: None,
    5: None,
    8: None,
    19: None,
    20: None,
}


def read_doc(data: bytes) -> Extracted:
    """The text of a DOC or WPS file; InputError where it is locked, damaged or empty."""
    if program := libre_office():
        return read_docx(as_docx(program, data, ".doc"))
    draft = Draft()
    draft.warnings.append(BARE)
    draft.add(bare_text(data))
    found = draft.done()
    if not found.text.strip():
        raise InputError("the file shows no text")
    return found


def read_rtf(data: bytes) -> Extracted:
    """The text of an RTF file; InputError where LibreOffice is not installed."""
    program = libre_office()
    if program is None:
        raise InputError("RTF is read by LibreOffice, which is not installed", hint="install it, or save as DOCX")
    return read_docx(as_docx(program, data, ".rtf"))


def libre_office() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_docx(program: str, data: bytes, suffix: str) -> bytes:
    """A file converted to DOCX by LibreOffice, with a profile of its own so that a running one is left alone."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        place = Path(folder)
        (place / f"file{suffix}").write_bytes(data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder]
        run([*command, str(place / f"file{suffix}")])
        try:
            return (place / "file.docx").read_bytes()
        except OSError as error:
            raise InputError(
                "no text can be read from this: LibreOffice cannot read it", hint="save as DOCX"
            ) from error


def run(command: list[str]) -> None:
    """Run LibreOffice; InputError where it takes too long, and then none of its processes is left."""
    silent = subprocess.DEVNULL
    try:
        with subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True) as process:
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired as error:
                stop(process)
                raise InputError(f"LibreOffice took more than {PATIENCE} s for it", hint="save it as DOCX") from error
    except OSError as error:
        raise InputError(f"LibreOffice cannot be run: {error.strerror}", hint="save it as DOCX") from error


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and those it started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def bare_text(data: bytes) -> str:
    """The characters of a DOC file by its piece table, cells parted by tabs."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            main = ole.openstream("WordDocument").read()
            magic, flags = struct.unpack_from("<H8xH", main)
            if magic != MAGIC:
                raise InputError("this is a Word file older than 1997", hint="save it as DOCX")
            if flags & LOCKED:
                raise InputError("it is locked by a password", hint="save it without and give that")
            table = ole.openstream("1Table" if flags & WHICH_TABLE else "0Table").read()
        chars = "".join(pieces(main, table))
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise InputError("no text can be read from this: the Word file is damaged", hint="get it anew") from error
    while chars != (plain := FIELD.sub(lambda match: match[1] or "", chars)):
        chars = plain
    return chars.replace("\x07\x07", "\n").translate(SIGNS)


def pieces(main: bytes, table: bytes) -> list[str]:
    """The pieces of the text in order: each is stored as bytes of Western letters or as UTF-16."""
    length = struct.unpack_from("<I", main, 0x4C)[0]
    at, size = struct.unpack_from("<II", main, 0x1A2)
    clx = table[at : at + size]
    at = 0
    while clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    size = struct.unpack_from("<I", clx, at + 1)[0]
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    found = []
    for number, (start, end) in enumerate(itertools.pairwise(bounds)):
        place = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * number + 2)[0]
        chars = max(min(end, length) - start, 0)
        if place & 0x40000000:
            start = (place & 0x3FFFFFFF) // 2
            found.append(main[start : start + chars].decode("cp1252", "replace"))
        else:
            found.append(main[place : place + 2 * chars].decode("utf-16-le", "replace"))
    return found
