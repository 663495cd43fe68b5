"""Mirrors people/filters/."""
