"""What the user says about files that these do not print: `sources.csv` beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kg.formats.day import dated
from kg.formats.source import Metadata

__all__ = ["SIDECAR", "Said", "read_sidecar"]

SIDECAR = "sources.csv"
COLUMNS = ("place", "issuer", "date", "title", "number", "url")

Said = dict[str, Metadata]
"""What is said of each file, by its path below the folder of the sidecar, with `/`."""


def read_sidecar(path: Path) -> tuple[Said, list[str]]:
    """The rows of a sidecar by file, and a warning with its line for each thing that means nothing."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return {}, [f"{path.name}: cannot be read: {error.strerror}"]
    reader = csv.reader(io.StringIO(decoded(data), newline=""))
    said: Said = {}
    warnings: list[str] = []
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        warnings += told_columns(path, head)
        for row in reader:
            said.update(of_row(path, reader.line_num, dict(zip(head, row, strict=False)), warnings))
    except csv.Error as error:
        warnings.append(f"{path.name}:{reader.line_num}: {error}")
    return said, warnings


def decoded(data: bytes) -> str:
    """A sidecar's characters: UTF-8 with or without its mark, else GB 18030 as spreadsheets write it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def told_columns(path: Path, head: list[str]) -> Iterator[str]:
    """A warning for each column without a meaning, and for the one that must be there."""
    for name in head:
        if name and name not in ("file", *COLUMNS):
            yield f"{path.name}:1: column {name!r} is not known; known are file, {', '.join(COLUMNS)}"
    if "file" not in head:
        yield f"{path.name}:1: there is no column 'file'"


def of_row(path: Path, line: int, row: dict[str, str], warnings: list[str]) -> Said:
    """What one row says of its file; nothing where it is of none or of one that is not there."""
    name = row.get("file", "").strip().replace("\\", "/").removeprefix("./")
    if not name:
        if any(value.strip() for value in row.values()) and "file" in row:
            warnings.append(f"{path.name}:{line}: the row names no file")
        return {}
    if not (path.parent / name).is_file():
        warnings.append(f"{path.name}:{line}: there is no file {name}")
        return {}
    values = {key: row.get(key, "").strip() for key in COLUMNS}
    if values["date"] and not dated(values["date"]):
        warnings.append(f"{path.name}:{line}: {values['date']!r} is no date; write it as 2020-05-11")
    return {name: Metadata(**{**values, "date": dated(values["date"])})}
