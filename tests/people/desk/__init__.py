"""Mirrors people/desk/."""
