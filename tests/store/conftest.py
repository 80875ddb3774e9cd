"""The sample and a graph built by hand, opened as stores."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.rdf import nquads, quads
from kg.store import Store
from tests.rdf_graphs import small

GROUP = "三门峡市脱贫攻坚普查工作领导小组"


@pytest.fixture(scope="session")
def store(graph_folder: Path) -> Store:
    """The sample, opened."""
    return Store.open(graph_folder)


@pytest.fixture(scope="session")
def made_up() -> Store:
    """A graph built by hand, with a later roster."""
    inner = pyoxigraph.Store()
    inner.load(nquads(quads(small())), format=pyoxigraph.RdfFormat.N_QUADS)
    return Store(inner)
