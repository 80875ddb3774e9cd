"""Classes of bodies (各县（市、区）政府) are no single bodies, and rankings leave them out."""

from __future__ import annotations

from pathlib import Path

from kg import analysis
from kg.store import Store


def test_classes_of_bodies_are_ranked_on_demand_only(graph_folder: Path) -> None:
    store = Store.open(graph_folder)
    classes = {"各县（市、区）政府", "有关部门"}
    for told in (False, True):
        ranked = {row.name for row in analysis.body_duties(store, classes=told)}
        assert ranked & classes == (classes if told else set())
    assert analysis.shared(store, ["各县（市、区）政府"]).bodies[0].name == "各县（市、区）政府"
