"""Tests of the project's frame."""
