"""The files of the folder `ontology`: the terms (OWL), the shapes (SHACL) and the JSON-LD context."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["vocabulary"]


def vocabulary(name: str) -> str:
    """The text of gazette.ttl, shapes.ttl or context.jsonld: inside a wheel, beside the package in a clone."""
    package = files("kg")
    packed = package / "ontology" / name
    found = packed if packed.is_file() else package / ".." / "ontology" / name
    return found.read_text(encoding="utf-8")
