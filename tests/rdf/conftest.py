"""The small graph of every kind of fact, read back."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.rdf import turtle
from tests.rdf_graphs import small


@pytest.fixture(scope="session")
def read() -> Graph:
    """The small graph of every kind of fact as Turtle, read back by rdflib."""
    return Graph().parse(data=turtle(small()), format="turtle")
