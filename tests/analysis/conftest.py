"""A second year of the sample's city."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build, gather, sample

LATER = """三门峡市人民政府办公室关于调整三门峡市脱贫攻坚普查工作领导小组成员的通知

三政办文〔2021〕9号

各县（市、区）人民政府：

根据工作需要，现将领导小组成员调整如下：

组　长：林海清（市长）
副组长：宋　东（副市长）
成　员：何山川（市财政局局长）
        乔继明（市委组织部副部长）

三门峡市人民政府办公室
2021年3月5日
"""


@pytest.fixture(scope="session")
def later_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample gazette and a notice of the next year that changes a roster, built into a folder."""
    place = tmp_path_factory.mktemp("later")
    (place / "notice.txt").write_text(LATER, encoding="utf-8")
    build(gather([sample(), place / "notice.txt"], "later"), place / "graph", page=False)
    return place / "graph"
