"""A source as read."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Source"]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A source as read: its text, to which all offsets refer, and the name by which facts cite it."""

    text: str
    origin: str
