"""Tests of kg/serve."""
