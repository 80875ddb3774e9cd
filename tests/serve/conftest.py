"""A server of the sample with limits of time that no machine reaches, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.store import Store
from tests.served import LONG, patient

PEOPLE = "SELECT ?name { ?one a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
BUILD = "CONSTRUCT { ?one rdfs:label ?name } WHERE { ?one a foaf:Person ; rdfs:label ?name }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.fixture(scope="session")
def address(page_folder: Path) -> Iterator[str]:
    """The address of a server of the sample."""
    with patient(page_folder) as (found, _):
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=address, timeout=LONG) as found:
        yield found


@pytest.fixture(scope="session")
def names(page_folder: Path) -> list[str]:
    """The people of the sample, asked without a server."""
    return [str(row["name"].value) for row in Store.open(page_folder).select(PEOPLE)]  # type: ignore[union-attr]
