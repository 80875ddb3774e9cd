"""SPARQL inside the page: Oxigraph as WebAssembly, from the package that the user brings, and ten ready questions."""

from __future__ import annotations

import base64
import gzip
import re
import tarfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import InputError

__all__ = ["Engine", "Sparql", "engine"]

HINT = "make one with: npm pack oxigraph"
GLUE, MODULE = "package/web.js", "package/web_bg.wasm"
LARGEST = 20_000_000

PREFIXES = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX gz: <https://w3id.org/gazette-kg/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <http://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """Oxigraph: the script that a page needs, and the compiled module."""

    script: str
    module: bytes


@dataclass(frozen=True, slots=True)
class Sparql:
    """What a page with queries carries besides the graph: the engine, the graph as Turtle, what its ids begin with."""

    engine: Engine
    turtle: str
    base: str

    def data(self) -> dict[str, Any]:
        """The module and the triples, packed, and the questions, as the page's script reads them."""
        return {
            "module": packed(self.engine.module),
            "turtle": packed(self.turtle.encode()),
            "base": self.base,
            "prefixes": PREFIXES,
            "questions": questions(),
        }


def engine(path: Path) -> Engine:
    """Oxigraph from the archive that `npm pack oxigraph` writes."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            glue, module = (member(archive, name) for name in (GLUE, MODULE))
    except FileNotFoundError as error:
        raise InputError("there is no such file", path, HINT) from error
    except (OSError, EOFError, KeyError, tarfile.TarError) as error:
        raise InputError(f"is not the npm package of Oxigraph: {error}", path, HINT) from error
    return Engine(plain(glue.decode("utf-8"), path), module)


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """The bytes of a member of the archive."""
    found = archive.getmember(name)
    opened = archive.extractfile(found) if found.size <= LARGEST else None
    if opened is None:
        raise KeyError(f"{name} is not a file of a sensible size")
    return opened.read()


def plain(glue: str, path: Path) -> str:
    """The package's module as a plain script that leaves `oxigraph`, with `Store` and `start`, behind."""
    text, ends = re.subn(r"^export \{ .*__wbg_init as default \};\s*\Z", "", glue, flags=re.MULTILINE)
    text = re.sub(r"^export (?=class|function)", "", text, flags=re.MULTILINE).replace("import.meta.url", '""')
    if not ends or "class Store" not in text or re.search("^(?:import|export)|</script|<!--", text, re.MULTILINE):
        raise InputError("is an Oxigraph whose script this version does not know", path, "try oxigraph@0.5")
    return f'const oxigraph = (() => {{\n"use strict";\n{text}\nreturn {{ Store, start: __wbg_init }};\n}})();'


def packed(content: bytes) -> str:
    """Bytes compressed and in letters, the same every time."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


def questions() -> list[list[str]]:
    """The ready questions in their order: Chinese, English, query."""
    folder = files("kg.view").joinpath("questions")
    found = sorted((it for it in folder.iterdir() if it.name.endswith(".rq")), key=lambda it: it.name)
    rows = [it.read_text("utf-8").replace("\r\n", "\n").split("\n", 2) for it in found]
    return [[zh.removeprefix("# "), en.removeprefix("# "), query.strip()] for zh, en, query in rows]
