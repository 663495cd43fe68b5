"""Mirrors meetings/admin/."""
