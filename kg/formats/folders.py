"""Paths to the files below them, each with the name by which facts cite it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from kg.formats.said import SIDECAR, Said, read_sidecar
from kg.formats.source import Refused
from kg.formats.text import as_name

__all__ = ["citable", "free", "is_passed_over", "sidecars", "sources", "unique"]

PASSED_OVER = ("__MACOSX", "Thumbs.db", "desktop.ini", SIDECAR)
HIDDEN = (".", "~$")


def sources(paths: Iterable[Path]) -> tuple[list[tuple[Path, str]], list[Refused]]:
    """Each file with the name that facts cite, its path below the folder that was given; and what is no file."""
    found: list[tuple[Path, str]] = []
    refused: list[Refused] = []
    for path in paths:
        if path.is_dir():
            found += in_folder(path, refused)
        elif os.path.lexists(path):
            found.append((path, citable(path.name)))
        else:
            refused.append(Refused(citable(str(path)), "no such file or folder"))
    return unique(found), refused


def in_folder(folder: Path, refused: list[Refused]) -> Iterator[tuple[Path, str]]:
    """The files below a folder in the order of their names; links to folders are not followed."""

    def told(error: OSError) -> None:
        refused.append(Refused(below(Path(error.filename), folder), f"cannot be read: {error.strerror}"))

    found = []
    for place, folders, names in os.walk(folder, onerror=told):
        folders[:] = [name for name in folders if not is_passed_over(name)]
        found += [Path(place, name) for name in names if not is_passed_over(name)]
    for path in sorted(found):
        if path.is_file() or not path.exists():
            yield path, below(path, folder)
        else:
            refused.append(Refused(below(path, folder), "is no ordinary file"))


def below(path: Path, folder: Path) -> str:
    """The name of a file by its path below a folder; that of the folder for itself."""
    inner = path.relative_to(folder).as_posix()
    return citable(folder.name if inner == "." else inner)


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is never meant as a source: hidden, left by a program, or the sidecar."""
    return name.startswith(HIDDEN) or name in PASSED_OVER


def citable(name: str) -> str:
    """A file's name as a text; one that is no UTF-8 is read as GB 18030, which Chinese systems write."""
    return as_name(os.fsencode(name))


def unique(found: Sequence[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """The sources, each once, with names that differ: files of one name are cited by their path."""
    names = Counter(name for _, name in {path.absolute(): (path, name) for path, name in found}.values())
    kept: dict[Path, tuple[Path, str]] = {}
    taken: set[str] = set()
    for path, name in found:
        if path.absolute() in kept:
            continue
        once = name if names[name] < 2 else citable(path.as_posix().lstrip("/."))
        name = free(once, taken)
        taken.add(name.removesuffix(".txt"))
        kept[path.absolute()] = (path, name)
    return list(kept.values())


def free(name: str, taken: Set[str]) -> str:
    """A name, numbered if it is taken; `taken` without .txt, as the text of `a` is kept as `a.txt`."""
    number, found = 1, name
    stem, suffix = os.path.splitext(name)
    while found.removesuffix(".txt") in taken:
        number += 1
        found = f"{stem} ({number}){suffix}"
    return found


def sidecars(found: Iterable[tuple[Path, str]], paths: Iterable[Path]) -> tuple[dict[Path, Said], list[str]]:
    """What the sidecars say, by the folder in which each stands, and warnings; those above a file count for it too."""
    places = {path.absolute() for path in paths if path.is_dir()}
    places |= {path.absolute().parent for path, _ in found}
    said: dict[Path, Said] = {}
    warnings: list[str] = []
    for place in sorted(places):
        if (place / SIDECAR).is_file():
            said[place], told = read_sidecar(place / SIDECAR)
            warnings += told
    return said, warnings
