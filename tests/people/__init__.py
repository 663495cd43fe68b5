"""Mirrors people/."""
