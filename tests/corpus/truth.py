"""What a made-up corpus says and what is true of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Corpus", "Mention", "Named", "Notice", "same_person"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name with its printed posts, and the key of the true person: `p00042@4112`.

    What stands before @ is the human being, behind it the jurisdiction (city with its counties, or province) where
    he serves. Who moves to another city keeps the first half and changes the second.
    """

    name: str
    posts: tuple[str, ...]
    person: str


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a fact of the notice would cite it, elided prefix restored, and its true key: `4112/财政局`."""

    printed: str
    body: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; `place` is the division code of its issuer, `date` an ISO day."""

    file: str
    text: str
    place: str
    date: str
    people: tuple[Mention, ...]
    bodies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Notices in order of their dates."""

    notices: tuple[Notice, ...]


def same_person(one: str, other: str) -> bool | None:
    """Whether two keys are one person; None where they are, but no text says so (a move to another city)."""
    if one == other:
        return True
    return None if one.split("@")[0] == other.split("@")[0] else False
