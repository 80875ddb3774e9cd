"""Tests of kg/graph."""
