"""Tests of kg/constructs."""
