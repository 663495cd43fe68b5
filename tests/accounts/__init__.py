"""Mirrors accounts/."""
