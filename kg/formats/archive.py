"""ZIP archives: their members read in place, within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from kg.errors import InputError
from kg.formats.packed import member_name, members

__all__ = ["DEEPEST", "unpacked"]

DEEPEST = 3
"""Archives within each other that are opened."""
LOCKED = 0x1


def unpacked(data: bytes) -> Iterator[tuple[str, bytes | InputError]]:
    """The name and the bytes of each member in the order of names, or why it cannot be read.

    InputError where the archive is damaged or unpacks to more than is read of one file.
    """
    found = sorted((member_name(one).replace("\\", "/"), number, one) for number, one in enumerate(members(data)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, _, member in found:
            yield inside(name), content(archive, member)


def inside(name: str) -> str:
    """A member's name without the parts that would lead out of the archive."""
    return "/".join(part for part in name.split("/") if part not in ("", ".", "..")) or "file"


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | InputError:
    """The bytes of a member, never more than it announces, or why they cannot be had."""
    if member.flag_bits & LOCKED:
        return InputError("it is locked by a password", hint="unpack the archive and give the folder")
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return InputError("no text can be read from this: the archive is damaged here", hint="get it anew")
