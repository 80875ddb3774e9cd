"""A path to the gazettes below it, by a table of formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.formats.source import Source
from kg.formats.text import read_text

__all__ = ["FORMATS", "Reader", "read_source", "sources"]

Reader = Callable[[Path], str]

FORMATS: dict[str, Reader] = {".txt": read_text, ".text": read_text, ".md": read_text}
"""The reader for each suffix, in small letters; a file named outright may have any suffix."""


def sources(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Each source file with the name that facts cite: its path below the folder that was given."""
    found: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            found.extend(in_folder(path))
        elif path.exists():
            found.append((path, path.name))
        else:
            raise InputError("no such file or folder", path)
    return unique(found)


def in_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of known formats below a folder, in the order of their names."""
    try:
        found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in FORMATS and path.is_file())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", folder) from error
    if not found:
        raise InputError("no sources here", folder, f"files end in {', '.join(FORMATS)}")
    for path in found:
        yield path, path.relative_to(folder).as_posix()


def read_source(path: Path, name: str) -> Source:
    """The gazette of a file, cited as `name`."""
    reader = FORMATS.get(path.suffix.lower(), read_text)
    return Source(reader(path), name)


def unique(found: Sequence[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """The sources, each once, with names that differ: files of one name are cited by their path."""
    names = Counter(name for _, name in {path.resolve(): (path, name) for path, name in found}.values())
    kept: dict[Path, tuple[Path, str]] = {}
    for path, name in found:
        kept.setdefault(path.resolve(), (path, name if names[name] < 2 else path.as_posix().lstrip("/.")))
    return list(kept.values())
