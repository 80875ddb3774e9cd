"""The terms in code and the ontology file say the same, and the file is complete in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef, namespace

from kg.errors import TermError
from kg.rdf import PREFIXES
from kg.rdf.terms import ELI, GZ, OA, OWL, RDF, RDFS, SCHEMA, SKOS, term

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "gazette.ttl"
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual}
CLOSED = (GZ, ELI, OA, SCHEMA)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY, format="turtle")


def listed(vocabulary: type[namespace.DefinedNamespace]) -> set[URIRef]:
    names = vars(vocabulary)["__annotations__"]
    return {URIRef(str(vocabulary) + name) for name in names}


def own(ontology: Graph) -> list[URIRef]:
    terms = (s for s in set(ontology.subjects()) if isinstance(s, URIRef) and s.startswith(str(GZ)))
    return sorted(terms)


def test_the_namespace_is_for_ever() -> None:
    assert str(GZ) == PREFIXES["gz"] == "https://w3id.org/gazette-kg/ns#"


def test_code_and_ontology_have_the_same_terms(ontology: Graph) -> None:
    assert set(own(ontology)) == listed(GZ)


@pytest.mark.parametrize("vocabulary", CLOSED)
def test_a_mistyped_term_raises(vocabulary: type[namespace.DefinedNamespace]) -> None:
    with pytest.raises(AttributeError, match="Asignment"):
        _ = vocabulary.Asignment


def test_a_term_from_outside_is_found_or_suggested() -> None:
    assert term("lead") == GZ.lead
    with pytest.raises(TermError, match=r"gz:Asignment is no term .* gz:Assignment\?"):
        term("Asignment")


@pytest.mark.parametrize("term", [RDFS.label, SKOS.definition])
def test_every_own_term_speaks_both_languages(ontology: Graph, term: URIRef) -> None:
    for subject in own(ontology):
        texts = [text for text in ontology.objects(subject, term) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in texts) == ["en", "zh"], subject
        assert all(text.strip() for text in texts), subject


def test_every_own_term_has_an_example_and_says_where_it_is_defined(ontology: Graph) -> None:
    for subject in own(ontology):
        assert ontology.value(subject, SKOS.example), subject
        assert ontology.value(subject, RDFS.isDefinedBy) == URIRef(str(GZ).rstrip("#")), subject


def test_every_term_used_is_of_one_kind(ontology: Graph) -> None:
    """OWL 2 DL: declared, and a property is of objects, of data or an annotation, never two."""
    subjects = set(ontology.subjects(RDF.type, None)) - set(ontology.subjects(RDF.type, OWL.Ontology))
    kinds = {subject: set(ontology.objects(subject, RDF.type)) & KINDS for subject in subjects}
    assert {subject for subject, kind in kinds.items() if len(kind) != 1} == set()
    builtin = (str(RDF), str(RDFS), str(OWL), PREFIXES["xsd"])
    used = {o for _, p, o in ontology if p != RDFS.isDefinedBy and isinstance(o, URIRef)}
    used |= {p for p in ontology.predicates() if isinstance(p, URIRef)}
    assert {str(iri) for iri in used if not str(iri).startswith(builtin)} <= {str(s) for s in kinds}


def test_properties_say_their_domain_and_range(ontology: Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for subject in set(ontology.subjects(RDF.type, kind)) & set(own(ontology)):
            assert ontology.value(subject, RDFS.domain), subject
            assert ontology.value(subject, RDFS.range) or subject == GZ.about, subject


def test_reused_terms_listed_in_code_are_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type, None))
    for vocabulary in (ELI, OA, SCHEMA):
        assert listed(vocabulary) <= declared
