"""Mirrors people/views/."""
