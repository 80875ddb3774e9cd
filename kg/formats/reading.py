"""Everything below some paths read: each file a source, or refused by name and reason."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.formats.archive import DEEPEST, unpacked
from kg.formats.draft import dropped
from kg.formats.folders import free, is_passed_over, sidecars, sources
from kg.formats.packed import LARGEST as MOST_UNPACKED
from kg.formats.said import Said
from kg.formats.sniff import TEXTS, format_of
from kg.formats.source import NOTHING, RUNNING, Extracted, Metadata, Reading, Refused, Source
from kg.formats.table import extract

__all__ = ["LARGEST", "Progress", "read"]

Progress = Callable[[Iterable[tuple[Path, str]]], Iterable[tuple[Path, str]]]

LARGEST = 200_000_000
"""Bytes of a file that is read at all."""


def read(paths: Iterable[Path], said: Metadata = NOTHING, progress: Progress = iter) -> Reading:
    """Read every file below `paths`, running heads and page numbers left out of the texts.

    `said` is what the user says of all of them; what `sources.csv` beside a file says fills what it leaves open.
    InputError only where not one file can be read.
    """
    paths = list(paths)
    found, refused = sources(paths)
    beside, warnings = sidecars(found, paths)
    named = {path.absolute() for path in paths}
    reader = Reader(refused, warnings)
    for path, origin in progress(found):
        reader.take(path, origin, said.filled(of_file(path, beside)), outright=path.absolute() in named)
    if not reader.found:
        raise nothing(reader.refused, paths)
    return Reading(once_each(reader.found), tuple(reader.refused), tuple(reader.warnings))


def of_file(path: Path, beside: dict[Path, Said]) -> Metadata:
    """What the sidecars say of a file, the nearest first."""
    found = NOTHING
    place = path.absolute()
    for folder in place.parents:
        if folder in beside:
            found = found.filled(beside[folder].get(place.relative_to(folder).as_posix(), NOTHING))
    return found


class Reader:
    """Takes files one after another and keeps what they give."""

    def __init__(self, refused: list[Refused], warnings: list[str]) -> None:
        self.found: list[Source] = []
        self.refused, self.warnings = refused, warnings
        self.unpacked = 0
        self.taken: set[str] = set()
        """Names of members of archives, without .txt."""

    def take(self, path: Path, origin: str, said: Metadata, outright: bool) -> None:
        """Read a file, or keep the reason why it is not read; `outright` for one that was named itself."""
        self.unpacked = 0
        try:
            data, changed = bytes_of(path)
            if changed:
                self.warnings.append(f"{origin}: changed while it was read")
            self.open(data, origin, said, outright)
        except InputError as error:
            self.refused.append(Refused(origin, error.what, error.hint))

    def open(self, data: bytes, origin: str, said: Metadata, outright: bool = False, depth: int = 0) -> None:
        """Read the bytes of a file, or the members of an archive."""
        suffix = PurePosixPath(origin).suffix.lower()
        form = format_of(data, suffix) if data.strip() else "txt"
        if form == "zip" and depth < DEEPEST:
            for name, member in self.members(data):
                self.member(f"{origin}/{name}", member, said, depth + 1)
            return
        if form == "txt" and data.strip() and not outright and suffix not in TEXTS:
            raise InputError(f"a {suffix} file is no format of notices", hint="name it itself to read it as text")
        found = extract(data, origin)
        self.warnings += [f"{origin}: {told}" for told in found.warnings]
        self.found.append(source(found, origin, said, data))

    def members(self, data: bytes) -> Iterator[tuple[str, bytes | InputError]]:
        """The members of an archive that are meant as sources, as far as it may be unpacked."""
        for name, member in unpacked(data):
            if any(is_passed_over(part) for part in PurePosixPath(name).parts):
                continue
            self.unpacked += 0 if isinstance(member, InputError) else len(member)
            if self.unpacked > MOST_UNPACKED:
                raise InputError(
                    f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB; what is behind was not read"
                )
            yield name, member

    def member(self, origin: str, member: bytes | InputError, said: Metadata, depth: int) -> None:
        """Read a member of an archive, or keep the reason why it is not read."""
        origin = free(origin, self.taken)
        self.taken.add(origin.removesuffix(".txt"))
        try:
            if isinstance(member, InputError):
                raise member
            self.open(member, origin, said, depth=depth)
        except InputError as error:
            self.refused.append(Refused(origin, error.what, error.hint))


def bytes_of(path: Path) -> tuple[bytes, bool]:
    """The content of a file and whether it changed meanwhile; InputError where it cannot be had or is too large."""
    try:
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if stat.S_ISREG(before.st_mode) and before.st_size > LARGEST:
                raise too_large(before.st_size)
            data = stream.read(LARGEST + 1)
            after = path.stat()
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise InputError(reason) from error
    if len(data) > LARGEST:
        raise too_large(len(data))
    return data, (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size)


def too_large(size: int) -> InputError:
    """The error for a file of so many bytes."""
    return InputError(f"it has {size // 1_000_000} MB, {LARGEST // 1_000_000} are read at most", hint="split it")


def source(found: Extracted, origin: str, said: Metadata, data: bytes) -> Source:
    """A source without its running heads and page numbers, unless nothing else is there."""
    digest = hashlib.sha256(data).hexdigest()
    plain = dropped(found, lambda mark: mark.kind in RUNNING)
    kept = plain if plain.text.strip() else found
    return Source(kept.text, origin, kept.marks, found.metadata, said, digest)


def once_each(found: Sequence[Source]) -> tuple[Source, ...]:
    """The sources, of those with the same text apart from blanks the first, which names the others."""
    kept: dict[bytes, Source] = {}
    for one in found:
        key = hashlib.sha256("".join(one.text.split()).encode()).digest()
        first = kept.get(key)
        if first is None:
            kept[key] = one
        else:
            also, printed, said = (
                (*first.also, one.origin),
                first.printed.filled(one.printed),
                first.said.filled(one.said),
            )
            kept[key] = replace(first, also=also, printed=printed, said=said)
    return tuple(kept.values())


def nothing(refused: Sequence[Refused], paths: Sequence[Path]) -> InputError:
    """The error where nothing could be read."""
    if len(refused) == 1:
        return InputError(refused[0].reason, refused[0].origin, refused[0].hint)
    where = paths[0] if len(paths) == 1 else None
    if refused:
        return InputError(f"none of {len(refused)} files could be read", where, f"the first is {refused[0]}")
    return InputError("no sources here", where, "give files of text, HTML, Word, PDF, OFD, XLSX or ZIP")
