"""Tests of kg/lexicon."""
