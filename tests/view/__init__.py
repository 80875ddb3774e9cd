"""Tests of kg/view."""
