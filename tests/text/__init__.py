"""Tests of kg/text."""
