"""Everything that can go wrong on the user's side, and how it is shown.

::

    KgError                 base: a message for the user, an exit code, what to do about it
    ├── InputError          a source cannot be read (missing, empty, binary, no sources in a folder)
    ├── OutputError         the result cannot be written
    ├── GraphError          a graph folder is missing or incomplete
    ├── QueryError          a query cannot be read, or a parameter means nothing here
    │   ├── RefusedError    it would change the graph, or ask another server
    │   └── TooLongError    its answer is longer than is allowed
    ├── ServeError          the server cannot be started
    ├── MissingError        an optional package is needed that is not installed
    └── TermError           a term outside the ontology was asked for
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "GraphError",
    "InputError",
    "KgError",
    "MissingError",
    "OutputError",
    "Place",
    "QueryError",
    "RefusedError",
    "ServeError",
    "TermError",
    "TooLongError",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a source text: file name, line and column, both counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @classmethod
    def of(cls, file: str, text: str, offset: int) -> Place:
        """The place of character `offset` (from 0) in `text`."""
        return cls(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


class KgError(Exception):
    """An error for the user: `what` was found `where`, and what to do about it.

    `where` is a path or a :class:`Place`; None when the message names it itself. `hint` may be
    empty. The command line prints it as one line and exits with `exit_code`.
    """

    exit_code = 2

    def __init__(self, what: str, where: object = None, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where is not None else ""
        return f"{where}{self.what}" + (f" ({self.hint})" if self.hint else "")


class InputError(KgError):
    """A source cannot be read."""


class OutputError(KgError):
    """The result cannot be written."""


class GraphError(KgError):
    """A folder holds no graph that `kg build` wrote."""


class QueryError(KgError):
    """A query cannot be read, or what it asks about is not there."""


class RefusedError(QueryError):
    """A query would change the graph or ask another server."""


class TooLongError(QueryError):
    """An answer is longer than is allowed."""


class ServeError(KgError):
    """The server cannot be started."""


class MissingError(KgError):
    """An optional package is needed that is not installed."""


class TermError(KgError):
    """A term was asked for that the ontology does not have."""
