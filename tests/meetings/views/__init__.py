"""Mirrors meetings/views/."""
