"""Tests of gazette-kg."""
