"""Tests of kg/analysis."""
