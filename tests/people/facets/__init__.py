"""Mirrors people/facets/."""
