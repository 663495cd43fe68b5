"""Tests of the English names."""
