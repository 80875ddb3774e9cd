"""Files that are ZIP archives inside: bounds on what they unpack to, names of members in any encoding."""

from __future__ import annotations

import io
import zipfile

from kg.errors import InputError
from kg.formats.text import as_name

__all__ = ["LARGEST", "check_size", "member_name", "members"]

LARGEST = 400_000_000
"""Bytes to which one file may unpack."""
MOST = 20_000
"""Members that one file may have."""
UTF8 = 0x800


def members(data: bytes) -> list[zipfile.ZipInfo]:
    """The members of an archive that are files; InputError where it is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [one for one in archive.infolist() if not one.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InputError("no text can be read from this: the file is damaged", hint="get it anew") from error
    if len(found) > MOST:
        raise InputError(
            f"it holds {len(found):,} files, {MOST:,} are read at most", hint="unpack it and give the folder"
        )
    size = sum(one.file_size for one in found)
    if size > LARGEST:
        raise InputError(f"it unpacks to {size // 1_000_000:,} MB, {LARGEST // 1_000_000} are read at most")
    return found


def check_size(data: bytes) -> None:
    """InputError for an archive that is damaged or unpacks to too much."""
    members(data)


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a member: UTF-8 where it is marked so or can be, else GB 18030 as Chinese programs write it."""
    if member.flag_bits & UTF8:
        return member.filename
    try:
        return as_name(member.filename.encode("cp437"))
    except UnicodeEncodeError:
        return member.filename
