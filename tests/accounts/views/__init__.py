"""Mirrors accounts/views/."""
