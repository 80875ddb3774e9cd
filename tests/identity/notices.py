"""Notices of a made-up city in which one person may be two, and what a build makes of them."""

from __future__ import annotations

import json
from pathlib import Path

TEXT = """临河市人民政府办公室关于成立临河市防汛指挥部的通知

临政办〔{year}〕{number}号

各县区人民政府：

指 挥 长：{seats}

临河市人民政府办公室
{year}年5月1日
"""
FIRST = TEXT.format(year=2020, number=1, seats="安 伟（市财政局局长）")
SECOND = TEXT.format(year=2021, number=2, seats="安 伟（市教育局局长）")
THIRD = TEXT.format(year=2022, number=3, seats="高永瑞（市水利局局长）")
APART = '[[different]]\npeople = ["临河市｜安伟｜临河市财政局", "临河市｜安伟｜临河市教育局"]\n'


def written(folder: Path, **texts: str) -> Path:
    """A folder of sources."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def persons(folder: Path) -> list[str]:
    """The ids of the persons of a build."""
    return [json.loads(line)["id"] for line in (folder / "people.jsonl").read_text(encoding="utf-8").splitlines()]
