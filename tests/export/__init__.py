"""Tests of kg/export."""
