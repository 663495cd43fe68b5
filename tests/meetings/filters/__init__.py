"""Mirrors meetings/filters/."""
