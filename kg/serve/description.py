"""The service description (SPARQL 1.1): what the endpoint is, for programs that ask."""

from __future__ import annotations

import pyoxigraph as ox

from kg.store import GRAPHS, RESULTS, Format

__all__ = ["description"]

TEXT = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<> a sd:Service ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat {formats} ;
    sd:defaultDataset <#dataset> .
<#dataset> a sd:Dataset ; sd:defaultGraph <#graph> .
<#graph> a sd:Graph .
"""
NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "rdf": "RDF_XML",
    "jsonld": "JSON-LD",
}


def description(endpoint: str, form: Format) -> bytes:
    """The description of the service at a URL, in a format for triples."""
    formats = ", ".join(f"formats:{NAMES[one.name]}" for one in (*RESULTS, *GRAPHS))
    triples = ox.parse(TEXT.format(formats=formats), format=ox.RdfFormat.TURTLE, base_iri=endpoint)
    return ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.from_extension(form.name)) or b""
