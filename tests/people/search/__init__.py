"""Mirrors people/search/."""
