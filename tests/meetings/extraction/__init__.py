"""Tests of the workshop: text in, facts out."""
