"""The page's scripts, ES modules each of its own concern, as one block without imports."""

from __future__ import annotations

import re
from importlib.resources import files

__all__ = ["bundle", "source"]

IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "\./(?P<module>[a-z_]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:const|function|class)\*? (?P<name>\w+))", re.MULTILINE)


def bundle(entry: str) -> str:
    """The module `entry` of the folder `page` after all that it imports, each in a function of its own."""
    order: list[str] = []
    visit(entry, order, ())
    parts = "\n".join(scoped(name) for name in order)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def visit(name: str, order: list[str], above: tuple[str, ...]) -> None:
    """Put a module behind those that it imports."""
    if name in order:
        return
    if name in above:
        raise ValueError(f"page/{name}.js imports itself by way of {above}")
    for found in IMPORT.finditer(source(f"page/{name}.js")):
        visit(found["module"], order, (*above, name))
    order.append(name)


def scoped(name: str) -> str:
    """A module as a constant that holds what it exports; its other names stay inside."""
    text = source(f"page/{name}.js")
    exported = ", ".join(found["name"] for found in EXPORT.finditer(text))
    body = EXPORT.sub(r"\1", IMPORT.sub(r"const {\g<names>} = $\g<module>;\n", text))
    return f"const ${name} = (() => {{\n{body}return {{ {exported} }};\n}})();"


def source(name: str) -> str:
    """A file that stands beside this one."""
    return files("kg.view").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
