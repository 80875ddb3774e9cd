"""Tests of kg/rdf."""
