"""Tests of kg/notice."""
