"""The modules of kg/notice stand in the order of the flow: each imports only from those listed above it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kg.notice

ROOM = Path(kg.notice.__file__).parent
ORDER = re.findall(r"^- `(\w+)`:", kg.notice.__doc__ or "", re.MULTILINE)


def test_the_room_lists_its_modules() -> None:
    assert sorted(ORDER) == sorted(path.stem for path in ROOM.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", ORDER)
def test_a_stage_imports_only_from_those_above_it(name: str) -> None:
    tree = ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))
    modules = (node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    above = ORDER[: ORDER.index(name)]
    assert [module for module in modules if module.startswith("kg.notice") and module.split(".")[-1] not in above] == []
