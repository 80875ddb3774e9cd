"""Tests of kg/quality."""
